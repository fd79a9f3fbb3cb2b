using System.Collections.Immutable;

namespace PulumiOvhOrder.Plugin.Schema;

/// <summary>The named types that a package's properties mention, each once and in the order of their names.</summary>
internal sealed class SchemaTypes
{
    private readonly SortedDictionary<string, ObjectDefinition> _objects = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, EnumDefinition> _enums = new(StringComparer.Ordinal);

    public IEnumerable<ObjectDefinition> Objects => _objects.Values;

    public IEnumerable<EnumDefinition> Enums => _enums.Values;

    public static SchemaTypes Of(PackageDefinition package)
    {
        var types = new SchemaTypes();
        types.Collect(package.Configuration);
        types.Collect(package.ProviderInputs);
        foreach (var resource in package.Resources)
        {
            types.Collect(resource.Inputs);
            types.Collect(resource.Outputs);
            types.Collect(resource.ListInputs ?? []);
        }

        foreach (var function in package.Functions)
        {
            types.Collect(function.Inputs);
            types.Collect(function.Outputs);
        }

        return types;
    }

    private void Collect(ImmutableArray<PropertyDefinition> properties)
    {
        foreach (var property in properties)
        {
            Collect(property.Type);
        }
    }

    private void Collect(PropertyType type)
    {
        switch (type)
        {
            case PropertyType.ListOf list:
                Collect(list.Item);
                break;
            case PropertyType.MapOf map:
                Collect(map.Value);
                break;
            case PropertyType.Choice { Values: var values }:
                if (_enums.TryGetValue(values.Name, out var known) && known != values)
                {
                    throw new InvalidOperationException($"two enums are named {values.Name}");
                }

                _enums[values.Name] = values;
                break;
            case PropertyType.Nested { Definition: var definition }:
                if (_objects.TryGetValue(definition.Name, out var same) && same != definition)
                {
                    throw new InvalidOperationException($"two types are named {definition.Name}");
                }

                _objects[definition.Name] = definition;
                Collect(definition.Properties);
                break;
            default:
                break;
        }
    }
}
