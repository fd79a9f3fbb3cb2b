using System.Text.Json;

namespace PulumiOvhOrder.Tests.Unit.Schema;

/// <summary>A package schema, flattened to what rules speak of.</summary>
internal sealed class SchemaReading(JsonElement root)
{
    /// <summary>An object with properties, and where it stands.</summary>
    public sealed record Shape(string Path, JsonElement Element, string Properties, string Required)
    {
        public IEnumerable<JsonProperty> Members => Element.TryGetProperty(Properties, out var p) ? p.EnumerateObject() : [];

        public IEnumerable<string> RequiredNames =>
            Element.TryGetProperty(Required, out var r) ? r.EnumerateArray().Select(n => n.GetString()!) : [];
    }

    public JsonElement Root => root;

    public IEnumerable<JsonProperty> Types => Entries("types");

    public IEnumerable<JsonProperty> Resources => Entries("resources");

    public IEnumerable<JsonProperty> Functions => Entries("functions");

    public IEnumerable<JsonProperty> Enums => Types.Where(t => t.Value.TryGetProperty("enum", out _));

    public IEnumerable<Shape> Shapes =>
    [
        new("config", root.GetProperty("config"), "variables", "defaults"),
        new("provider", root.GetProperty("provider"), "properties", "required"),
        new("provider inputs", root.GetProperty("provider"), "inputProperties", "requiredInputs"),
        .. Resources.Select(r => new Shape(r.Name, r.Value, "properties", "required")),
        .. Resources.Select(r => new Shape($"{r.Name} inputs", r.Value, "inputProperties", "requiredInputs")),
        .. Resources.Where(r => r.Value.TryGetProperty("stateInputs", out _))
            .Select(r => new Shape($"{r.Name} state", r.Value.GetProperty("stateInputs"), "properties", "required")),
        .. Resources.Where(r => r.Value.TryGetProperty("listInputs", out _))
            .Select(r => new Shape($"{r.Name} list", r.Value.GetProperty("listInputs"), "properties", "required")),
        .. Types.Select(t => new Shape(t.Name, t.Value, "properties", "required")),
        .. Functions.Select(f => new Shape($"{f.Name} inputs", f.Value.GetProperty("inputs"), "properties", "required")),
        .. Functions.Select(f => new Shape($"{f.Name} outputs", f.Value.GetProperty("outputs"), "properties", "required")),
    ];

    /// <summary>Every property, with the path to name it by.</summary>
    public IEnumerable<(string Path, JsonProperty Property)> Properties =>
        Shapes.SelectMany(shape => shape.Members.Select(member => ($"{shape.Path}.{member.Name}", member)));

    /// <summary>Every type expression, at every depth.</summary>
    public IEnumerable<(string Path, JsonElement Type)> TypeExpressions => Properties.SelectMany(p => Inner(p.Path, p.Property.Value));

    public string? Text(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<(string Path, JsonElement Type)> Inner(string path, JsonElement type)
    {
        yield return (path, type);
        foreach (var name in (string[])["items", "additionalProperties"])
        {
            if (type.TryGetProperty(name, out var inner))
            {
                foreach (var found in Inner($"{path}.{name}", inner))
                {
                    yield return found;
                }
            }
        }
    }

    private IEnumerable<JsonProperty> Entries(string name) => root.TryGetProperty(name, out var entries) ? entries.EnumerateObject() : [];
}
