using System.Globalization;
using System.Text.RegularExpressions;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>A reference such as <c>cloud-project.contracts[0].name</c>, as its keys; an index is a key too.</summary>
internal sealed partial record PropertyPath(ImmutableArray<string> Keys)
{
    public string Root => Keys[0];

    public static PropertyPath Parse(string text)
    {
        var steps = Step().Matches(text);
        return steps.Count > 0 && steps.Sum(s => s.Length) == text.Length
            ? new PropertyPath([.. steps.Select(s => s.Groups["key"].Value)])
            : throw new ProgramException($"'{text}' is no property path");
    }

    /// <summary>
    /// Follows the keys from <paramref name="index"/> on. What is missing is unknown in a preview, where the provider may say less than it
    /// will later, and null otherwise.
    /// </summary>
    public PropertyValue Follow(PropertyValue value, int index, bool preview) => value switch
    {
        _ when index == Keys.Length => value,
        Secret s => SecretOf(Follow(s.Value, index, preview)),
        Unknown => UnknownValue,
        Map m when m.Items.TryGetValue(Keys[index], out var item) => Follow(item, index + 1, preview),
        List l when int.TryParse(Keys[index], CultureInfo.InvariantCulture, out var i) && i < l.Items.Length =>
            Follow(l.Items[i], index + 1, preview),
        _ => preview ? UnknownValue : None,
    };

    /// <summary>Sets what <paramref name="path"/> names in <paramref name="target"/> to what it is in <paramref name="source"/>.</summary>
    public static Map Copy(string path, Map source, Map target) => Copy(Parse(path).Keys.AsSpan(), source, target);

    private static Map Copy(ReadOnlySpan<string> keys, Map? source, Map target)
    {
        var (original, current) = (source?.Items.GetValueOrDefault(keys[0]), target.Items.GetValueOrDefault(keys[0]));
        var copied = keys.Length == 1 ? original : current is Map inner ? Copy(keys[1..], original as Map, inner) : current;
        return copied is null ? target.Without(keys[0]) : target.With(keys[0], copied);
    }

    [GeneratedRegex("""\.?(?<key>[^.\[\]]+)|\[(?<key>\d+)\]|\["(?<key>[^"]*)"\]""")]
    private static partial Regex Step();
}
