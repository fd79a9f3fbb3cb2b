using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.LocalEngine.Plugins;

/// <summary>Which properties a package's schema declares secret: all that this stand-in reads from a schema.</summary>
internal sealed class PackageSecrets
{
    private readonly JsonObject _schema;

    private PackageSecrets(JsonObject schema) => _schema = schema;

    public static PackageSecrets Read(string schema) => new(JsonNode.Parse(schema)!.AsObject());

    /// <summary>Secret inputs are wrapped even when the program gives plain text.</summary>
    public PropertyValue.Map Wrap(string type, PropertyValue.Map inputs) => Secret(type, "inputProperties")
        .Aggregate(inputs, (map, name) => map.With(name, map[name] is { } value ? PropertyValue.SecretOf(value) : null));

    public ImmutableArray<string> Outputs(string type)
        => [.. Secret(type, "properties").Union(Secret(type, "inputProperties")).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Secret(string type, string section)
    {
        var resource = type.StartsWith(ResourceTypes.ProviderPrefix, StringComparison.Ordinal) ? _schema["provider"] : _schema["resources"]?[type];
        return (resource?[section] as JsonObject ?? []).Where(p => (bool?)p.Value!["secret"] ?? false).Select(p => p.Key);
    }
}
