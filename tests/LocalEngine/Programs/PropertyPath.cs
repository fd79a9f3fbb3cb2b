using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>A reference such as <c>cloud-project.contracts[0].name</c>; an accessor is a key or an index.</summary>
internal sealed partial record PropertyPath(string Root, ImmutableArray<object> Accessors)
{
    public static PropertyPath Parse(string text)
    {
        var steps = Step().Matches(text);
        var accessors = steps.Select(object (s) =>
            s.Groups["index"] is { Success: true } index ? int.Parse(index.Value, CultureInfo.InvariantCulture)
            : s.Groups["quoted"] is { Success: true } quoted ? quoted.Value
            : s.Groups["key"].Value).ToList();
        return accessors is [string { Length: > 0 } root, ..] && steps.Sum(s => s.Length) == text.Length
            ? new PropertyPath(root, [.. accessors.Skip(1)])
            : throw new ProgramException($"'{text}' is no property path");
    }

    /// <summary>
    /// Follows the accessors from <paramref name="index"/> on. What is missing is unknown in a preview, where the provider may say less
    /// than it will later, and null otherwise.
    /// </summary>
    public PropertyValue Follow(PropertyValue value, int index, bool preview)
    {
        if (index == Accessors.Length)
        {
            return value;
        }

        var missing = preview ? UnknownValue : None;
        return (value, Accessors[index]) switch
        {
            (Secret s, _) => SecretOf(Follow(s.Value, index, preview)),
            (Unknown, _) => UnknownValue,
            (Map m, string key) => m.Items.TryGetValue(key, out var item) ? Follow(item, index + 1, preview) : missing,
            (List l, int i) => i < l.Items.Length ? Follow(l.Items[i], index + 1, preview) : missing,
            _ => missing,
        };
    }

    /// <summary>Sets what <paramref name="path"/> names in <paramref name="target"/> to what it is in <paramref name="source"/>.</summary>
    public static Map Copy(string path, Map source, Map target)
    {
        var parsed = Parse(path);
        return (Map)Copy([parsed.Root, .. parsed.Accessors], 0, source, target)!;
    }

    private static PropertyValue? Copy(ImmutableArray<object> accessors, int index, PropertyValue? source, PropertyValue? target)
    {
        if (index == accessors.Length)
        {
            return source;
        }

        switch (target, accessors[index])
        {
            case (Map to, string key):
                var original = source is Map map && map.Items.TryGetValue(key, out var item) ? item : null;
                var copied = Copy(accessors, index + 1, original, to.Items.GetValueOrDefault(key));
                return copied is null ? to.Without(key) : to.With(key, copied);
            case (List to, int i) when source is List from && i < from.Items.Length && i < to.Items.Length:
                return new List(to.Items.SetItem(i, Copy(accessors, index + 1, from.Items[i], to.Items[i])!));
            default:
                return target;
        }
    }

    [GeneratedRegex("""\.?(?<key>[^.\[\]]+)|\[(?<index>\d+)\]|\["(?<quoted>[^"]*)"\]""")]
    private static partial Regex Step();
}
