using System.Globalization;
using System.Text.RegularExpressions;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>Reads Pulumi.yaml.</summary>
internal static partial class ProgramReader
{
    public static PulumiProgram Read(string text)
    {
        var root = Yaml.Load(text);
        var program = new PulumiProgram(
            Yaml.Text(root, "name"),
            [.. Yaml.Section(root, "config").Items.Select(c => Config(c.Key, (Map)c.Value))],
            Yaml.Section(root, "variables"),
            [.. Yaml.Section(root, "resources").Items.Select(r => Resource(r.Key, (Map)r.Value))],
            Yaml.Section(root, "outputs"));
        // Fails on names that don't exist and on cycles, before anything is started.
        _ = program.Order();
        return program;
    }

    private static ConfigDeclaration Config(string name, Map node)
    {
        var declaration = new ConfigDeclaration(name, Yaml.OptionalText(node, "type"), Flag(node, "secret"), node["default"]);
        declaration.Validate(hasItems: node["items"] is not null);
        return declaration;
    }

    private static ResourceDeclaration Resource(string name, Map node)
    {
        var (options, get) = (Yaml.Section(node, "options"), node["get"] as Map);
        return get is null || get["id"] is not null
            ? new ResourceDeclaration(name, Options(ResourceTypes.Canonical(Yaml.Text(node, "type")), options))
            {
                Properties = Yaml.Section(node, "properties"),
                Get = get,
                DependsOn = [.. Yaml.Items(options, "dependsOn").SelectMany(Expressions.References)],
                Provider = Expressions.References(options["provider"]).FirstOrDefault(),
                Aliases = [.. Yaml.Items(options, "aliases").Select(a => a is Map map ? Yaml.Text(map, "name") : PropertyText.Plain(a))],
                References = [.. Expressions.References(node)],
                DeleteBeforeReplace = options["deleteBeforeReplace"] is Bool first ? first.Value : null,
            }
            : throw new ProgramException($"get of '{name}' needs an id");
    }

    private static ResourceState Options(string type, Map node) => new()
    {
        Urn = "",
        Type = type,
        Protect = Flag(node, "protect"),
        ImportId = Yaml.OptionalText(node, "import"),
        IgnoreChanges = Texts(node, "ignoreChanges"),
        ReplaceOnChanges = Texts(node, "replaceOnChanges"),
        AdditionalSecretOutputs = Texts(node, "additionalSecretOutputs"),
        RetainOnDelete = Flag(node, "retainOnDelete"),
        CustomTimeouts = node["customTimeouts"] is Map t
            ? new CustomTimeouts(Seconds(t, "create"), Seconds(t, "update"), Seconds(t, "delete"))
            : null,
    };

    private static bool Flag(Map node, string key) => node[key] is Bool { Value: true };

    private static ImmutableArray<string> Texts(Map node, string key) => [.. Yaml.Items(node, key).Select(PropertyText.Plain)];

    /// <summary>Go's duration syntax, as far as programs use it: <c>1h30m</c>, <c>90s</c>.</summary>
    private static double Seconds(Map node, string key) => Duration().Matches(Yaml.OptionalText(node, key) ?? "")
        .Sum(part => int.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture) * part.Groups[2].Value switch
        {
            "h" => 3600,
            "m" => 60,
            _ => 1,
        });

    [GeneratedRegex("([0-9]+)([hms])")]
    private static partial Regex Duration();
}
