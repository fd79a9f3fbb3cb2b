using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;

namespace PulumiOvhOrder.Plugin.Schema;

/// <summary>Properties and their types, as the package schema writes them.</summary>
internal sealed class SchemaProperties(string package, Utf8JsonWriter json)
{
    public string TypeToken(string name) => $"{package}:index:{name}";

    public static string NameOf(string token) => token[(token.LastIndexOf(':') + 1)..];

    /// <param name="name">The member that holds the properties.</param>
    /// <param name="properties">In the order of the definitions' table.</param>
    /// <param name="areInputs">They are a resource's: says of each what a change of it does.</param>
    public void Write(string name, ImmutableArray<PropertyDefinition> properties, bool areInputs = false)
    {
        json.WriteStartObject(name);
        foreach (var property in properties)
        {
            json.WriteStartObject(property.Name);
            WriteType(property.Type);
            var description = DescriptionOf(property);
            json.WriteString("description", areInputs && property.Change is { } change ? $"{description} {change}" : description);
            if (!property.Environment.IsEmpty)
            {
                WriteEnvironment(property.Environment);
            }

            WriteFlag("secret", property.Secret);
            WriteFlag("willReplaceOnChanges", areInputs && property.IsReplacing);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>
    /// The default is told, not set: an SDK that sent it would make it the program's own, and so a difference after an import.
    /// </summary>
    private static string DescriptionOf(PropertyDefinition property) => property.Default switch
    {
        null => property.Description,
        bool value => $"{property.Description} Defaults to `{(value ? "true" : "false")}`.",
        var value => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{property.Description} Defaults to `{value}`."),
    };

    private void WriteType(PropertyType type)
    {
        switch (type)
        {
            case PropertyType.Choice choice:
                json.WriteString("$ref", $"#/types/{TypeToken(choice.Values.Name)}");
                break;
            case PropertyType.Nested nested:
                json.WriteString("$ref", $"#/types/{TypeToken(nested.Definition.Name)}");
                break;
            case PropertyType.ListOf list:
                json.WriteString("type", "array");
                WriteInner("items", list.Item);
                break;
            case PropertyType.MapOf map:
                json.WriteString("type", "object");
                WriteInner("additionalProperties", map.Value);
                break;
            default:
                json.WriteString("type", type switch
                {
                    PropertyType.Boolean => "boolean",
                    PropertyType.Integer { IsId: false } => "integer",
                    PropertyType.Integer or PropertyType.Number => "number",
                    PropertyType.Text => "string",
                    _ => throw new UnreachableException(),
                });
                break;
        }
    }

    private void WriteInner(string name, PropertyType type)
    {
        json.WriteStartObject(name);
        WriteType(type);
        json.WriteEndObject();
    }

    private void WriteEnvironment(ImmutableArray<string> variables)
    {
        json.WriteStartObject("defaultInfo");
        json.WriteStartArray("environment");
        foreach (var variable in variables)
        {
            json.WriteStringValue(variable);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteFlag(string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }
}
