using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>Reads Pulumi.yaml.</summary>
internal static partial class ProgramReader
{
    public static PulumiProgram Read(string text)
    {
        var root = Yaml.Load(text);
        var program = new PulumiProgram(
            Yaml.RequiredText(root, "name"),
            [.. Yaml.Entries(root, "config").Select(c => Config(c.Key, (YamlMappingNode)c.Value))],
            [.. Yaml.Entries(root, "variables")],
            [.. Yaml.Entries(root, "resources").Select(r => Resource(r.Key, (YamlMappingNode)r.Value))],
            [.. Yaml.Entries(root, "outputs")]);
        // Fails on names that don't exist and on cycles, before anything is started.
        _ = program.Order();
        return program;
    }

    private static ConfigDeclaration Config(string name, YamlMappingNode node)
    {
        var value = Yaml.Child(node, "default") is YamlScalarNode scalar ? Expressions.Literal(scalar) : null;
        var declaration = new ConfigDeclaration(name, Yaml.OptionalText(node, "type"), Yaml.Flag(node, "secret") ?? false, value);
        declaration.Validate(hasItems: Yaml.Child(node, "items") is not null);
        return declaration;
    }

    private static ResourceDeclaration Resource(string name, YamlMappingNode node)
    {
        var type = ResourceTypes.Canonical(Yaml.RequiredText(node, "type"));
        var resource = new ResourceDeclaration(name, type, node, Options(Yaml.Map(node, "options") ?? []));
        return resource.Get is { } get && Yaml.Child(get, "id") is null
            ? throw new ProgramException($"get of '{name}' needs an id")
            : resource;
    }

    private static ResourceOptions Options(YamlMappingNode node) => new()
    {
        Protect = Yaml.Flag(node, "protect") ?? false,
        ImportId = Yaml.OptionalText(node, "import"),
        IgnoreChanges = Texts(node, "ignoreChanges"),
        ReplaceOnChanges = Texts(node, "replaceOnChanges"),
        AdditionalSecretOutputs = Texts(node, "additionalSecretOutputs"),
        RetainOnDelete = Yaml.Flag(node, "retainOnDelete") ?? false,
        Timeouts = Yaml.Map(node, "customTimeouts") is { } t
            ? new CustomTimeouts(Seconds(t, "create"), Seconds(t, "update"), Seconds(t, "delete"))
            : CustomTimeouts.None,
    };

    private static ImmutableArray<string> Texts(YamlMappingNode node, string key) => [.. Yaml.List(node, key).Select(Yaml.Text)];

    /// <summary>Go's duration syntax, as far as programs use it: <c>1h30m</c>, <c>90s</c>.</summary>
    private static double Seconds(YamlMappingNode node, string key) => Duration().Matches(Yaml.OptionalText(node, key) ?? "")
        .Sum(part => int.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture) * part.Groups[2].Value switch
        {
            "h" => 3600,
            "m" => 60,
            _ => 1,
        });

    [GeneratedRegex("([0-9]+)([hms])")]
    private static partial Regex Duration();
}
