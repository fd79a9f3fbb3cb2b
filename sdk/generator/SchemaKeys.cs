using System.Text.Json;

namespace PulumiOvhOrder.SdkGenerator;

/// <summary>
/// The members of a schema that this generator reads, or that mean nothing in C#. It refuses any other: an alias or a default that is
/// dropped in silence makes an SDK that does not do what the schema says.
/// </summary>
internal static class SchemaKeys
{
    private static readonly string[] Package =
    [
        "name", "displayName", "version", "description", "keywords", "homepage", "license", "repository", "pluginDownloadURL", "publisher",
        "meta", "language", "config", "types", "provider", "resources", "functions",
    ];

    private static readonly string[] Csharp = ["rootNamespace", "namespaces", "packageReferences", "respectSchemaVersion"];

    private static readonly string[] Property =
        ["type", "$ref", "items", "additionalProperties", "description", "defaultInfo", "secret", "willReplaceOnChanges"];

    private static readonly string[] Shape = ["description", "properties", "type", "required"];

    public static void Require(JsonElement root)
    {
        Only(root, "", Package);
        Only(root.GetProperty("language").GetProperty("csharp"), "language.csharp", Csharp);
        Only(root.GetProperty("config"), "config", "variables");
        Properties(root.GetProperty("config"), "config", "variables");
        Only(root.GetProperty("provider"), "provider", [.. Shape, "inputProperties", "requiredInputs"]);
        Properties(root.GetProperty("provider"), "provider", "properties", "inputProperties");
        foreach (var (path, type) in Entries(root, "types"))
        {
            Only(type, path, [.. Shape, "enum"]);
            Properties(type, path, "properties");
            foreach (var value in type.TryGetProperty("enum", out var values) ? values.EnumerateArray().ToList() : [])
            {
                Only(value, $"{path}.enum", "name", "description", "value");
            }
        }

        foreach (var (path, resource) in Entries(root, "resources"))
        {
            Only(resource, path, [.. Shape, "inputProperties", "requiredInputs", "stateInputs", "listInputs"]);
            Properties(resource, path, "properties", "inputProperties");
            Only(resource.GetProperty("stateInputs"), $"{path}.stateInputs", Shape);
            Properties(resource.GetProperty("stateInputs"), $"{path}.stateInputs", "properties");
            if (resource.TryGetProperty("listInputs", out var listInputs))
            {
                Only(listInputs, $"{path}.listInputs", Shape);
                Properties(listInputs, $"{path}.listInputs", "properties");
            }
        }

        foreach (var (path, function) in Entries(root, "functions"))
        {
            Only(function, path, "description", "inputs", "outputs");
            foreach (var side in (string[])["inputs", "outputs"])
            {
                Only(function.GetProperty(side), $"{path}.{side}", Shape);
                Properties(function.GetProperty(side), $"{path}.{side}", "properties");
            }
        }
    }

    private static void Properties(JsonElement shape, string path, params string[] members)
    {
        foreach (var property in members.SelectMany(member => shape.TryGetProperty(member, out var p) ? p.EnumerateObject().ToList() : []))
        {
            Type(property.Value, $"{path}.{property.Name}");
        }
    }

    private static void Type(JsonElement type, string path)
    {
        Only(type, path, Property);
        if (type.TryGetProperty("defaultInfo", out var info))
        {
            Only(info, $"{path}.defaultInfo", "environment");
        }

        foreach (var member in (string[])["items", "additionalProperties"])
        {
            if (type.TryGetProperty(member, out var inner))
            {
                Type(inner, $"{path}.{member}");
            }
        }
    }

    private static IEnumerable<(string Path, JsonElement Value)> Entries(JsonElement root, string section) =>
        root.GetProperty(section).EnumerateObject().Select(entry => (entry.Name, entry.Value));

    private static void Only(JsonElement element, string path, params string[] known)
    {
        var unknown = element.EnumerateObject().Select(member => member.Name).Except(known)
            .Select(name => path.Length == 0 ? name : $"{path}.{name}").ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidOperationException(
                $"the generator does not know {string.Join(", ", unknown)} in the schema, and drops nothing");
        }
    }
}
