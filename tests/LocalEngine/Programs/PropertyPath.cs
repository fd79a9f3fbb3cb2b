using System.Globalization;
using System.Text.RegularExpressions;

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
        return Copy([parsed.Root, .. parsed.Accessors.Cast<string>()], source, target);
    }

    private static Map Copy(ReadOnlySpan<string> keys, Map? source, Map target)
    {
        var (original, current) = (source?.Items.GetValueOrDefault(keys[0]), target.Items.GetValueOrDefault(keys[0]));
        var copied = keys.Length == 1 ? original : current is Map inner ? Copy(keys[1..], original as Map, inner) : current;
        return copied is null ? target.Without(keys[0]) : target.With(keys[0], copied);
    }

    [GeneratedRegex("""\.?(?<key>[^.\[\]]+)|\[(?<index>\d+)\]|\["(?<quoted>[^"]*)"\]""")]
    private static partial Regex Step();
}
