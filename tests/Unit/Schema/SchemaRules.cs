using System.Text.Json;
using System.Text.RegularExpressions;

namespace PulumiOvhOrder.Tests.Unit.Schema;

/// <summary>
/// What Pulumi's metaschema, its code generators and its Registry ask of a package schema, and what this project asks of itself. Each rule
/// answers with its problems.
/// </summary>
internal static partial class SchemaRules
{
    private static readonly string[] TopLevel =
    [
        "name", "displayName", "version", "description", "keywords", "homepage", "license", "repository", "pluginDownloadURL", "publisher",
        "meta", "language", "config", "types", "provider", "resources", "functions",
    ];

    private static readonly string[] PropertyMembers =
        ["type", "$ref", "items", "additionalProperties", "description", "defaultInfo", "secret", "willReplaceOnChanges"];

    private static readonly string[] Replacing =
        ["ovhSubsidiary", "planCode", "duration", "pricingMode", "quantity", "catalogName", "configuration"];

    private static readonly string[] Languages = ["csharp", "go", "java", "nodejs", "python"];

    public static IReadOnlyDictionary<string, Func<SchemaReading, IEnumerable<string>>> All { get; } =
        new Dictionary<string, Func<SchemaReading, IEnumerable<string>>>
        {
            ["the package has a lawful name"] = s => Problem(!PackageName().IsMatch(s.Text("name")!), s.Text("name")),
            ["top-level members are known, and all there"] = s =>
                s.Root.EnumerateObject().Select(m => m.Name).Except(TopLevel)
                    .Concat(TopLevel.Except(s.Root.EnumerateObject().Select(m => m.Name))),
            ["the version is a semantic one"] = s => Problem(!SemanticVersion().IsMatch(s.Text("version")!), s.Text("version")),
            ["the Registry's keywords are there"] = s =>
                ((string[])["pulumi", "kind/native", "category/cloud"])
                    .Except(s.Root.GetProperty("keywords").EnumerateArray().Select(k => k.GetString()!)),
            ["addresses are addresses"] = s => ((string[])["homepage", "repository", "pluginDownloadURL"])
                .Where(name => !Uri.TryCreate(s.Text(name), UriKind.Absolute, out _)),
            ["every language has a section, and takes its version from the schema"] = s => Languages.Where(language =>
                !s.Root.GetProperty("language").TryGetProperty(language, out var section)
                || (language != "java" && !section.GetProperty("respectSchemaVersion").GetBoolean())),
            ["the C# namespace is Pulumi.OvhOrder"] = s =>
            {
                var csharp = s.Root.GetProperty("language").GetProperty("csharp");
                return Problem(
                    csharp.GetProperty("rootNamespace").GetString() != "Pulumi"
                    || csharp.GetProperty("namespaces").GetProperty("ovh-order").GetString() != "OvhOrder"
                    || csharp.GetProperty("packageReferences").GetProperty("Pulumi").GetString() != "[3.87.0,4)",
                    csharp.ToString());
            },
            ["a generator that has no network finds all that it needs"] = s => Problem(s.Root.TryGetProperty("logoUrl", out _), "logoUrl"),
            ["packages are named in the project's own space, and not in Pulumi's"] = s =>
            {
                var language = s.Root.GetProperty("language");
                var names = new[] { ("nodejs", "packageName"), ("java", "basePackage"), ("go", "importBasePath") };
                string[] pulumis = ["@pulumi/", "com.pulumi", "github.com/pulumi/"];
                return names.Select(name => language.GetProperty(name.Item1).GetProperty(name.Item2).GetString()!)
                    .Where(name => pulumis.Any(own => name.StartsWith(own, StringComparison.Ordinal)));
            },
            ["numbers of OVHcloud's are wider than an integer of 32 bits"] = s => s.Properties
                .Where(p => p.Property.Name is "orderId" or "itemId" or "paymentMethodId" or "configurationIds" or "items"
                    && !s.TypeExpressions.Any(t => t.Path.StartsWith(p.Path, StringComparison.Ordinal)
                        && t.Type.TryGetProperty("type", out var type) && type.GetString() == "number"))
                .Select(p => p.Path),
            ["tokens are package:module:Name, functions in lower camel case"] = s =>
                [.. s.Resources.Concat(s.Types).Where(r => !TypeToken().IsMatch(r.Name)).Select(r => r.Name),
                    .. s.Functions.Where(f => !FunctionToken().IsMatch(f.Name)).Select(f => f.Name)],
            ["no two tokens differ only by case"] = s => s.Resources.Concat(s.Types).Concat(s.Functions)
                .GroupBy(e => e.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key),
            ["property names are lower camel case"] = s =>
                s.Properties.Where(p => !PropertyName().IsMatch(p.Property.Name)).Select(p => p.Path),
            ["property members are known ones"] = s =>
                s.Properties.SelectMany(p =>
                    p.Property.Value.EnumerateObject().Select(m => m.Name).Except(PropertyMembers).Select(m => $"{p.Path}: {m}")),
            ["a type is a primitive, an array with items, an object with additionalProperties, or a reference"] = s =>
                s.TypeExpressions.Where(t => !IsType(t.Type)).Select(t => t.Path),
            ["references lead somewhere"] = s => s.TypeExpressions
                .Where(t => t.Type.TryGetProperty("$ref", out var reference)
                    && !s.Types.Any(type => reference.GetString() == $"#/types/{type.Name}"))
                .Select(t => t.Path),
            ["every named type is mentioned"] = s => s.Types.Select(t => t.Name).Except(s.TypeExpressions
                .Where(t => t.Type.TryGetProperty("$ref", out _))
                .Select(t => t.Type.GetProperty("$ref").GetString()!["#/types/".Length..])),
            ["enums are strings with a name, a value and a description each"] = s => s.Enums
                .Where(e => e.Value.GetProperty("type").GetString() != "string"
                    || e.Value.GetProperty("enum").EnumerateArray().Any(v => ((string[])["name", "value", "description"]).Any(
                        m => !v.TryGetProperty(m, out var text) || string.IsNullOrWhiteSpace(text.GetString()))))
                .Select(e => e.Name),
            ["enum names and values are unique"] = s => s.Enums
                .Where(e => ((string[])["name", "value"]).Any(m => e.Value.GetProperty("enum").EnumerateArray()
                    .GroupBy(v => v.GetProperty(m).GetString(), StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1)))
                .Select(e => e.Name),
            ["object types say that they are objects"] = s => s.Types.Except(s.Enums)
                .Where(t => t.Value.GetProperty("type").GetString() != "object").Select(t => t.Name),
            ["what is required is a property, and named once"] = s => s.Shapes.SelectMany(shape => shape.RequiredNames.GroupBy(n => n)
                .Where(g => g.Count() > 1 || shape.Members.All(m => m.Name != g.Key)).Select(g => $"{shape.Path}.{g.Key}")),
            ["no reserved names"] = s => s.Shapes.SelectMany(shape => shape.Members.Select(m => m.Name)
                .Intersect(Reserved(shape)).Select(n => $"{shape.Path}.{n}")),
            ["everything has a description"] = s => s.Properties.Select(p => (p.Path, Value: p.Property.Value))
                .Concat(s.Types.Concat(s.Resources).Concat(s.Functions).Select(e => (Path: e.Name, Value: e.Value)))
                .Append((Path: "provider", Value: s.Root.GetProperty("provider")))
                .Where(e => !e.Value.TryGetProperty("description", out var text) || string.IsNullOrWhiteSpace(text.GetString()))
                .Select(e => e.Path),
            ["descriptions of properties end their sentences"] = s => s.Properties
                .Where(p => !p.Property.Value.GetProperty("description").GetString()!.EndsWith('.')).Select(p => p.Path),
            ["a resource's outputs repeat all its inputs, with the same types"] = s => s.Resources.SelectMany(r =>
                r.Value.GetProperty("inputProperties").EnumerateObject()
                    .Where(i => !r.Value.GetProperty("properties").TryGetProperty(i.Name, out var output)
                        || TypeOf(output) != TypeOf(i.Value))
                    .Select(i => $"{r.Name}.{i.Name}")),
            ["what is secret going in is secret coming out"] = s => s.Resources.SelectMany(r =>
                r.Value.GetProperty("inputProperties").EnumerateObject()
                    .Where(i => IsSet(i.Value, "secret"))
                    .Where(i => !IsSet(r.Value.GetProperty("properties").GetProperty(i.Name), "secret"))
                    .Select(i => $"{r.Name}.{i.Name}")),
            ["voucher and order URL are secret"] = s => s.Properties
                .Where(p => p.Property.Name is "voucher" or "orderUrl" && !IsSet(p.Property.Value, "secret")).Select(p => p.Path),
            ["credentials are secret, and an SDK never reads them from the environment into a provider's state"] = s => s.Properties
                .Where(p => p.Property.Name is "applicationSecret" or "consumerKey" or "clientSecret" or "accessToken")
                .Where(p => !IsSet(p.Property.Value, "secret")
                    || (p.Path.StartsWith("provider", StringComparison.Ordinal) && p.Property.Value.TryGetProperty("defaultInfo", out _)))
                .Select(p => p.Path),
            ["replacing inputs say so, and only inputs do"] = s => s.Properties
                .Where(p => IsSet(p.Property.Value, "willReplaceOnChanges") && !p.Path.Contains(" inputs.", StringComparison.Ordinal))
                .Select(p => p.Path)
                .Concat(Replacing.Where(name => !IsSet(ProjectInputs(s).GetProperty(name), "willReplaceOnChanges"))),
            ["every input of a resource says what a change does, and nothing else does"] = s => s.Properties
                .Where(p => p.Property.Value.GetProperty("description").GetString()!.Contains("Changing it ", StringComparison.Ordinal)
                    != p.Path.Contains(":CloudProject inputs.", StringComparison.Ordinal)).Select(p => p.Path),
            ["generated SDKs can be built as they are"] = s =>
                Problem(!s.Root.GetProperty("meta").GetProperty("supportPack").GetBoolean(), "meta"),
            ["what may be absent is not required"] = s => s.Shapes.SelectMany(shape => shape.Members
                .Where(m => shape.RequiredNames.Contains(m.Name)
                    && m.Value.GetProperty("description").GetString()!.Contains("absent", StringComparison.Ordinal))
                .Select(m => $"{shape.Path}.{m.Name}")),
            ["examples and examples' shortcodes are balanced"] = s => s.Resources.Concat(s.Functions).Where(e =>
            {
                var text = e.Value.GetProperty("description").GetString()!;
                return !text.Contains("{{% examples %}}", StringComparison.Ordinal)
                    || ((string[])["examples", "example"]).Any(tag =>
                        Count(text, $"{{{{% {tag} %}}}}") != Count(text, $"{{{{% /{tag} %}}}}"))
                    || Count(text, "```") % 2 != 0;
            }).Select(e => e.Name),
            ["every example is there in every language"] = s => s.Resources.Concat(s.Functions).Where(e =>
            {
                var text = e.Value.GetProperty("description").GetString()!;
                var examples = Count(text, "{{% example %}}");
                return ((string[])["yaml", "csharp", "typescript", "python", "go", "java"])
                    .Any(language => Count(text, $"```{language}\n") != examples);
            }).Select(e => e.Name),
            ["a resource says what its list can be narrowed down by, in its own names"] = s => s.Resources.SelectMany(r =>
                !r.Value.TryGetProperty("listInputs", out var list) ? [$"{r.Name}.listInputs"]
                    : list.GetProperty("properties").EnumerateObject()
                        .Where(p => !r.Value.GetProperty("properties").TryGetProperty(p.Name, out _))
                        .Select(p => $"{r.Name}.listInputs.{p.Name}")),
            ["resources tell how to import them"] = s =>
                s.Resources.Where(r => !r.Value.GetProperty("description").GetString()!.Contains("\n## Import\n", StringComparison.Ordinal))
                    .Select(r => r.Name),
        };

    /// <summary>Pulumi's own: `pulumi` anywhere, `urn` and `id` on resources, `version` on the provider and its configuration.</summary>
    private static IEnumerable<string> Reserved(SchemaReading.Shape shape) => shape.Path switch
    {
        "config" or "provider" or "provider inputs" => ["pulumi", "version", "urn", "id"],
        _ when shape.Path.Contains(":CloudProject", StringComparison.Ordinal) => ["pulumi", "urn", "id"],
        _ => ["pulumi"],
    };

    private static bool IsType(JsonElement type)
    {
        var kind = type.TryGetProperty("type", out var name) ? name.GetString() : null;
        return kind switch
        {
            null => type.TryGetProperty("$ref", out _),
            "array" => type.TryGetProperty("items", out _),
            "object" => type.TryGetProperty("additionalProperties", out _),
            _ => kind is "boolean" or "integer" or "number" or "string",
        };
    }

    private static string TypeOf(JsonElement property) => string.Join(",", property.EnumerateObject()
        .Where(m => m.Name is "type" or "$ref" or "items" or "additionalProperties")
        .Select(m => m.Value.ToString()));

    private static JsonElement ProjectInputs(SchemaReading schema) =>
        schema.Root.GetProperty("resources").GetProperty("ovh-order:index:CloudProject").GetProperty("inputProperties");

    private static bool IsSet(JsonElement property, string flag) => property.TryGetProperty(flag, out var value) && value.GetBoolean();

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static IEnumerable<string> Problem(bool isProblem, string? what) => isProblem ? [what ?? "missing"] : [];

    [GeneratedRegex("^[a-zA-Z][-a-zA-Z0-9_]*$")]
    private static partial Regex PackageName();

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex SemanticVersion();

    [GeneratedRegex("^ovh-order:index:[A-Z][A-Za-z]+$")]
    private static partial Regex TypeToken();

    [GeneratedRegex("^ovh-order:index:[a-z][A-Za-z]+$")]
    private static partial Regex FunctionToken();

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex PropertyName();
}
