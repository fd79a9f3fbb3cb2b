using YamlDotNet.RepresentationModel;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>Access to YAML nodes by key.</summary>
internal static class Yaml
{
    public static YamlMappingNode Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents is [var document, ..] && document.RootNode is YamlMappingNode root ? root : new YamlMappingNode();
    }

    public static YamlNode? Child(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var child)
        ? child
        : null;

    public static YamlMappingNode? Map(YamlMappingNode node, string key) => Child(node, key) as YamlMappingNode;

    public static IEnumerable<KeyValuePair<string, YamlNode>> Entries(YamlMappingNode node) =>
        node.Children.Select(c => KeyValuePair.Create(Text(c.Key), c.Value));

    public static IEnumerable<KeyValuePair<string, YamlNode>> Entries(YamlMappingNode node, string key) => Map(node, key) is { } map
        ? Entries(map)
        : [];

    public static string Text(YamlNode node) => node is YamlScalarNode scalar
        ? scalar.Value ?? ""
        : throw new ProgramException($"{node} should be text");

    public static string? OptionalText(YamlMappingNode node, string key) => Child(node, key) is { } child ? Text(child) : null;

    public static string RequiredText(YamlMappingNode node, string key)
        => OptionalText(node, key) ?? throw new ProgramException($"'{key}' is missing");

    public static bool? Flag(YamlMappingNode node, string key) => OptionalText(node, key) is { } text ? text == "true" : null;

    public static IEnumerable<YamlNode> List(YamlMappingNode node, string key)
        => Child(node, key) is YamlSequenceNode sequence ? sequence.Children : [];
}
