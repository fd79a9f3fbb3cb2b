using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>YAML as property values, in which references and functions are what they are in YAML: texts and maps.</summary>
internal static class Yaml
{
    public static Map Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? (Map)Value(root) : Map.Empty;
    }

    /// <summary>What stands without quotes: null, a boolean or a number when it looks like one.</summary>
    public static PropertyValue Plain(string text) => text switch
    {
        "" or "~" or "null" => None,
        "true" => Of(true),
        "false" => Of(false),
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? Of(n) : Of(text),
    };

    public static Map Section(Map map, string key) => map[key] as Map ?? Map.Empty;

    public static ImmutableArray<PropertyValue> Items(Map map, string key) => map[key] is List list ? list.Items : [];

    /// <summary>The text under the key, also when it looks like a number or a boolean.</summary>
    public static string? OptionalText(Map map, string key) => map[key] is { } value ? PropertyText.Plain(value) : null;

    public static string Text(Map map, string key) => OptionalText(map, key) ?? throw new ProgramException($"'{key}' is missing");

    private static PropertyValue Value(YamlNode node) => node switch
    {
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => Of(scalar.Value),
        YamlSequenceNode list => Of(list.Children.Select(Value)),
        YamlMappingNode map => new Map(map.Children.ToImmutableSortedDictionary(
            c => ((YamlScalarNode)c.Key).Value!, c => Value(c.Value), StringComparer.Ordinal)),
        _ => throw new ProgramException($"unexpected {node.NodeType} in the program"),
    };
}
