using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>Reads Pulumi.yaml.</summary>
internal static class ProgramReader
{
    public static PulumiProgram Read(string text)
    {
        var root = Yaml.Load(text);
        var program = new PulumiProgram(
            Yaml.RequiredText(root, "name"),
            [.. Yaml.Entries(root, "config").Select(c => Config(Yaml.Text(c.Key), c.Value))],
            ExpressionReader.Entries(Yaml.Map(root, "variables")),
            [.. Yaml.Entries(root, "resources").Select(r => Resource(Yaml.Text(r.Key), (YamlMappingNode)r.Value))],
            ExpressionReader.Entries(Yaml.Map(root, "outputs")));
        // Fails on names that don't exist and on cycles, before anything is started.
        _ = ProgramOrder.Of(program);
        return program;
    }

    private static ConfigDeclaration Config(string name, YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            return new ConfigDeclaration(name, null, false, ExpressionReader.Read(node));
        }

        var value = Yaml.Child(map, "default") ?? Yaml.Child(map, "value");
        var declaration = new ConfigDeclaration(
            name, Yaml.OptionalText(map, "type"), Yaml.Flag(map, "secret") ?? false, value is null ? null : ExpressionReader.Read(value));
        declaration.Validate(hasItems: Yaml.Child(map, "items") is not null);
        return declaration;
    }

    private static ResourceDeclaration Resource(string name, YamlMappingNode node)
    {
        var get = Yaml.Map(node, "get");
        return new ResourceDeclaration(
            name,
            ResourceTypes.Canonical(Yaml.RequiredText(node, "type")),
            ExpressionReader.Entries(Yaml.Map(node, "properties")),
            Yaml.Map(node, "options") is { } options ? Options(options) : new ResourceOptions(),
            get is null ? null : new GetDeclaration(
                ExpressionReader.Read(Yaml.Child(get, "id") ?? throw new ProgramException($"get of '{name}' needs an id")),
                ExpressionReader.Entries(Yaml.Map(get, "state"))));
    }

    private static ResourceOptions Options(YamlMappingNode node) => new()
    {
        DependsOn = [.. Yaml.List(node, "dependsOn").Select(ExpressionReader.Read)],
        Provider = Yaml.Child(node, "provider") is { } provider ? ExpressionReader.Read(provider) as Expression.Reference : null,
        Protect = Yaml.Flag(node, "protect") ?? false,
        Import = Yaml.OptionalText(node, "import"),
        IgnoreChanges = Texts(node, "ignoreChanges"),
        ReplaceOnChanges = Texts(node, "replaceOnChanges"),
        AdditionalSecretOutputs = Texts(node, "additionalSecretOutputs"),
        Aliases = [.. Yaml.List(node, "aliases").Select(a => a is YamlMappingNode map ? Yaml.RequiredText(map, "name") : Yaml.Text(a))],
        DeleteBeforeReplace = Yaml.Flag(node, "deleteBeforeReplace"),
        RetainOnDelete = Yaml.Flag(node, "retainOnDelete") ?? false,
        Version = Yaml.OptionalText(node, "version"),
        Timeouts = Yaml.Map(node, "customTimeouts") is { } t
            ? new CustomTimeouts(Seconds(t, "create"), Seconds(t, "update"), Seconds(t, "delete"))
            : CustomTimeouts.None,
    };

    private static ImmutableArray<string> Texts(YamlMappingNode node, string key) => [.. Yaml.List(node, key).Select(Yaml.Text)];

    /// <summary>Go's duration syntax, as far as programs use it: <c>1h30m</c>, <c>90s</c>.</summary>
    private static double Seconds(YamlMappingNode node, string key)
    {
        var total = 0.0;
        var digits = "";
        foreach (var c in Yaml.OptionalText(node, key) ?? "")
        {
            if (char.IsAsciiDigit(c) || c == '.')
            {
                digits += c;
                continue;
            }

            var number = double.Parse(digits, CultureInfo.InvariantCulture);
            total += c switch
            {
                'h' => number * 3600,
                'm' => number * 60,
                's' => number,
                _ => throw new ProgramException($"'{c}' is no unit of time"),
            };
            digits = "";
        }

        return total;
    }
}
