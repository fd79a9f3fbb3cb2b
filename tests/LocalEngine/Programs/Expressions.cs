using System.Text.RegularExpressions;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>What the values of a program mean, before what they refer to is known.</summary>
internal static partial class Expressions
{
    /// <summary>Texts and references in their order.</summary>
    public static ImmutableArray<object> Parts(string text) => [.. Part().Matches(text).Select(object (part) => part switch
    {
        { Value: "${" } => throw new ProgramException($"'{text}' lacks a closing brace"),
        _ when part.Groups["path"] is { Success: true } path => PropertyPath.Parse(path.Value),
        _ => part.Value,
    })];

    /// <summary>Names of the resources, variables and configuration values that must be known first.</summary>
    public static IEnumerable<string> References(PropertyValue? value) => value switch
    {
        Text text => Parts(text.Value).OfType<PropertyPath>().Select(p => p.Root),
        List list => list.Items.SelectMany(References),
        // What a function depends on explicitly is left out: the engine doesn't wait for it either (see the transcripts, finding 20).
        Map map when FunctionCall.In(map) is { } call => References(call.Argument).Concat(References(call.Provider)),
        Map map => map.Items.Values.SelectMany(References),
        _ => [],
    };

    [GeneratedRegex(@"\$\{(?<path>[^}]*)\}|\$\{|[^$]+|\$")]
    private static partial Regex Part();
}

/// <summary>A map whose one key is <c>fn::NAME</c>.</summary>
/// <param name="Token">Null for <c>fn::secret</c>.</param>
internal sealed record FunctionCall(string? Token, PropertyValue Argument, PropertyValue? Provider = null)
{
    private const string Prefix = "fn::";

    public static FunctionCall? In(Map map) => map.Items.Count != 1 ? null : map.Items.Single() switch
    {
        (Prefix + "secret", var argument) => new FunctionCall(null, argument),
        (Prefix + "invoke", Map call) => new FunctionCall(
            ResourceTypes.Canonical(Yaml.Text(call, "function")),
            Yaml.Section(call, "arguments"),
            Yaml.Section(call, "options")["provider"]),
        var (name, _) when name.StartsWith(Prefix, StringComparison.Ordinal) =>
            throw new ProgramException($"{name} is not known to this stand-in"),
        _ => null,
    };
}
