using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>What the nodes of a YAML program mean, before what they refer to is known.</summary>
internal static partial class Expressions
{
    /// <summary>A scalar's value; null when it has references.</summary>
    public static PropertyValue? Literal(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style == ScalarStyle.Plain && Typed(text) is { } typed)
        {
            return typed;
        }

        var parts = Parts(text);
        return parts.All(p => p is string) ? Of(string.Concat(parts)) : null;
    }

    /// <summary>Texts and references in their order.</summary>
    public static ImmutableArray<object> Parts(string text) => [.. Part().Matches(text).Select(object (part) => part switch
    {
        { Value: "${" } => throw new ProgramException($"'{text}' lacks a closing brace"),
        _ when part.Groups["path"] is { Success: true } path => PropertyPath.Parse(path.Value),
        _ => part.Value,
    })];

    /// <summary>Names of the resources, variables and configuration values that must be known first.</summary>
    public static IEnumerable<string> References(YamlNode? node) => node switch
    {
        YamlScalarNode scalar => Parts(scalar.Value ?? "").OfType<PropertyPath>().Select(p => p.Root),
        YamlSequenceNode list => list.Children.SelectMany(References),
        // What a function depends on explicitly is left out: the engine doesn't wait for it either (see the transcripts, finding 20).
        YamlMappingNode map when FunctionCall.In(map) is { } call => References(call.Argument).Concat(References(call.Provider)),
        YamlMappingNode map => map.Children.SelectMany(c => References(c.Value)),
        _ => [],
    };

    private static PropertyValue? Typed(string text) => text switch
    {
        "" or "~" or "null" => None,
        "true" => Of(true),
        "false" => Of(false),
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? Of(n) : null,
    };

    [GeneratedRegex(@"\$\{(?<path>[^}]*)\}|\$\{|[^$]+|\$")]
    private static partial Regex Part();
}

/// <summary>A mapping whose one key is <c>fn::NAME</c>.</summary>
/// <param name="Token">Null for <c>fn::secret</c>.</param>
internal sealed record FunctionCall(string? Token, YamlNode? Argument, YamlNode? Provider = null)
{
    private const string Prefix = "fn::";

    public static FunctionCall? In(YamlMappingNode node)
    {
        if (node.Children.Count != 1 || !Yaml.Text(node.Children[0].Key).StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var (name, argument) = (Yaml.Text(node.Children[0].Key)[Prefix.Length..], node.Children[0].Value);
        return (name, argument) switch
        {
            ("secret", _) => new FunctionCall(null, argument),
            ("invoke", YamlMappingNode map) => new FunctionCall(
                ResourceTypes.Canonical(Yaml.RequiredText(map, "function")),
                Yaml.Child(map, "arguments"),
                Yaml.Map(map, "options") is { } options ? Yaml.Child(options, "provider") : null),
            _ => throw new ProgramException($"{Prefix}{name} is not known to this stand-in"),
        };
    }
}
