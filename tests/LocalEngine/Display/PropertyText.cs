using System.Text;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.LocalEngine.Display;

/// <summary>Property values as the CLI shows them.</summary>
internal static class PropertyText
{
    /// <summary>One line for each property, or more where a value has parts; keys are padded to one width.</summary>
    public static IEnumerable<string> Lines(Map map, string indent)
    {
        var width = map.Items.Keys.Select(k => k.Length).DefaultIfEmpty().Max();
        return map.Items.Select(i => $"{indent}{i.Key.PadRight(width)}: {Of(i.Value, indent)}");
    }

    public static string Of(PropertyValue value, string indent)
    {
        var inner = indent + "    ";
        return value switch
        {
            Secret => "[secret]",
            Unknown => "[unknown]",
            Null => "<null>",
            Text t => $"\"{t.Value}\"",
            Map { Items.IsEmpty: true } => "{}",
            List { Items.IsEmpty: true } => "[]",
            Map m => new StringBuilder("{\n").AppendJoin('\n', Lines(m, inner)).Append('\n').Append(indent).Append('}').ToString(),
            List l => new StringBuilder("[\n").AppendJoin('\n', l.Items.Select((item, i) => $"{inner}[{i}]: {Of(item, inner)}"))
                .Append('\n').Append(indent).Append(']').ToString(),
            Number or Bool => Interpolation.TextOf(value),
            _ => $"({value.GetType().Name.ToLowerInvariant()})",
        };
    }

    /// <summary>How <paramref name="path"/> changes: <c>~ description: "first" => "second"</c>.</summary>
    public static string Change(string path, Map old, Map current, string indent)
    {
        var parsed = PropertyPath.Parse("root." + path);
        var before = parsed.Follow(old, 0, preview: false);
        var after = parsed.Follow(current, 0, preview: false);
        return (before, after) switch
        {
            (Null, _) => $"{indent}+ {path}: {Of(after, indent)}",
            (_, Null) => $"{indent}- {path}: {Of(before, indent)}",
            _ => $"{indent}~ {path}: {Of(before, indent)} => {Of(after, indent)}",
        };
    }
}
