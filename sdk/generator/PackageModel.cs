using System.Collections.Immutable;
using System.Text.Json;

namespace PulumiOvhOrder.SdkGenerator;

/// <summary>A package schema as a code generator sees it: what <c>schema.json</c> says, and nothing else.</summary>
internal sealed record PackageModel(
    string Name, string Version, string Description, string License, string Publisher, string Repository, string PluginDownloadUrl,
    string Namespace, string PulumiVersion,
    ImmutableArray<PropertyModel> Configuration, ImmutableArray<PropertyModel> ProviderInputs, string ProviderDescription,
    ImmutableArray<ObjectModel> Objects, ImmutableArray<EnumModel> Enums,
    ImmutableArray<ResourceModel> Resources, ImmutableArray<FunctionModel> Functions)
{
    /// <exception cref="InvalidOperationException">The schema says something that would be lost.</exception>
    public static PackageModel Read(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        var root = document.RootElement;
        SchemaKeys.Require(root);
        var csharp = root.GetProperty("language").GetProperty("csharp");
        var types = root.GetProperty("types").EnumerateObject().ToList();
        var provider = root.GetProperty("provider");
        return new PackageModel(
            Text(root, "name"), Text(root, "version"), Text(root, "description"), Text(root, "license"), Text(root, "publisher"),
            Text(root, "repository"), Text(root, "pluginDownloadURL"),
            $"{Text(csharp, "rootNamespace")}.{Text(csharp.GetProperty("namespaces"), Text(root, "name"))}",
            Text(csharp.GetProperty("packageReferences"), "Pulumi"),
            Properties(root.GetProperty("config"), "variables", "defaults", types),
            Properties(provider, "inputProperties", "requiredInputs", types),
            Text(provider, "description"),
            [.. types.Where(t => !IsEnum(t.Value)).Select(
                t => new ObjectModel(NameOf(t.Name), Text(t.Value, "description"), Properties(t.Value, "properties", "required", types)))],
            [.. types.Where(t => IsEnum(t.Value)).Select(t => Enum(t))],
            [.. root.GetProperty("resources").EnumerateObject().Select(r => Resource(r, types))],
            [.. root.GetProperty("functions").EnumerateObject().Select(f => Function(f, types))]);
    }

    public static string NameOf(string token) => token[(token.LastIndexOf(':') + 1)..];

    private static ResourceModel Resource(JsonProperty resource, List<JsonProperty> types) => new(
        resource.Name, Text(resource.Value, "description"),
        Properties(resource.Value, "inputProperties", "requiredInputs", types),
        Properties(resource.Value, "properties", "required", types),
        Properties(resource.Value.GetProperty("stateInputs"), "properties", "required", types));

    private static FunctionModel Function(JsonProperty function, List<JsonProperty> types) => new(
        function.Name, Text(function.Value, "description"),
        Properties(function.Value.GetProperty("inputs"), "properties", "required", types),
        Properties(function.Value.GetProperty("outputs"), "properties", "required", types),
        Text(function.Value.GetProperty("outputs"), "description"));

    private static EnumModel Enum(JsonProperty type) => new(
        NameOf(type.Name), Text(type.Value, "description"),
        [.. type.Value.GetProperty("enum").EnumerateArray()
            .Select(v => new EnumValueModel(Text(v, "name"), Text(v, "value"), Text(v, "description")))]);

    private static ImmutableArray<PropertyModel> Properties(JsonElement shape, string name, string required, List<JsonProperty> types)
    {
        var requiredNames = shape.TryGetProperty(required, out var names)
            ? names.EnumerateArray().Select(n => n.GetString()!).ToHashSet()
            : [];
        return
        [
            .. shape.GetProperty(name).EnumerateObject().Select(p => new PropertyModel(
                p.Name, Type(p.Value, types), Text(p.Value, "description"), requiredNames.Contains(p.Name),
                p.Value.TryGetProperty("secret", out var secret) && secret.GetBoolean(),
                p.Value.TryGetProperty("defaultInfo", out var info)
                    ? [.. info.GetProperty("environment").EnumerateArray().Select(v => v.GetString()!)]
                    : [])),
        ];
    }

    private static TypeModel Type(JsonElement type, List<JsonProperty> types)
    {
        if (type.TryGetProperty("$ref", out var reference))
        {
            var token = reference.GetString()!["#/types/".Length..];
            return IsEnum(types.Single(t => t.Name == token).Value)
                ? new TypeModel.Enum(NameOf(token))
                : new TypeModel.Object(NameOf(token));
        }

        return Text(type, "type") switch
        {
            "array" => new TypeModel.List(Type(type.GetProperty("items"), types)),
            "object" => new TypeModel.Map(Type(type.GetProperty("additionalProperties"), types)),
            "string" => new TypeModel.Primitive("string", IsValue: false),
            "boolean" => new TypeModel.Primitive("bool", IsValue: true),
            "integer" => new TypeModel.Primitive("int", IsValue: true),
            "number" => new TypeModel.Primitive("double", IsValue: true),
            var other => throw new InvalidOperationException($"no C# type for {other}"),
        };
    }

    private static bool IsEnum(JsonElement type) => type.TryGetProperty("enum", out _);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

internal sealed record PropertyModel(
    string Name, TypeModel Type, string Description, bool Required, bool Secret, ImmutableArray<string> Environment);

internal sealed record ObjectModel(string Name, string Description, ImmutableArray<PropertyModel> Properties);

internal sealed record EnumModel(string Name, string Description, ImmutableArray<EnumValueModel> Values);

internal sealed record EnumValueModel(string Name, string Value, string Description);

internal sealed record ResourceModel(
    string Token, string Description, ImmutableArray<PropertyModel> Inputs, ImmutableArray<PropertyModel> Outputs,
    ImmutableArray<PropertyModel> State);

internal sealed record FunctionModel(
    string Token, string Description, ImmutableArray<PropertyModel> Inputs, ImmutableArray<PropertyModel> Outputs,
    string ResultDescription);

internal abstract record TypeModel
{
    private TypeModel()
    {
    }

    public sealed record Primitive(string Name, bool IsValue) : TypeModel;

    public sealed record Enum(string Name) : TypeModel;

    public sealed record Object(string Name) : TypeModel;

    public sealed record List(TypeModel Item) : TypeModel;

    public sealed record Map(TypeModel Value) : TypeModel;
}
