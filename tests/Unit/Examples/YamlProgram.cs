using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace PulumiOvhOrder.Tests.Unit.Examples;

/// <summary>A Pulumi program in YAML, as far as it speaks of this package.</summary>
internal sealed partial class YamlProgram
{
    private readonly YamlMappingNode _root;

    public YamlProgram(string name, string text)
    {
        Name = name;
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        _root = (YamlMappingNode)stream.Documents[0].RootNode;
        References = [.. Reference().Matches(text).Select(m => m.Groups[1].Value)];
    }

    public string Name { get; }

    /// <summary>What stands in <c>${…}</c>.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Name, token and properties of each resource.</summary>
    public IEnumerable<(string Name, string Token, YamlMappingNode Properties)> Resources => Section("resources").Select(entry =>
        (entry.Name, Token(Text(entry.Node, "type")), Map(entry.Node, "properties")));

    /// <summary>Name, token and arguments of each variable that is a call.</summary>
    public IEnumerable<(string Name, string Token, YamlMappingNode Arguments)> Calls => Section("variables")
        .Where(entry => entry.Node.Children.ContainsKey("fn::invoke"))
        .Select(entry => (entry.Name, Node: (YamlMappingNode)entry.Node["fn::invoke"]))
        .Select(entry => (entry.Name, Token(Text(entry.Node, "function")), Map(entry.Node, "arguments")));

    private IEnumerable<(string Name, YamlMappingNode Node)> Section(string name) => Map(_root, name).Children
        .Select(entry => (((YamlScalarNode)entry.Key).Value!, (YamlMappingNode)entry.Value));

    /// <summary>The short form leaves the module out.</summary>
    private static string Token(string type) => type.Split(':') is [var package, var name] ? $"{package}:index:{name}" : type;

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value!;

    private static YamlMappingNode Map(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value)
        ? (YamlMappingNode)value
        : [];

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex Reference();
}
