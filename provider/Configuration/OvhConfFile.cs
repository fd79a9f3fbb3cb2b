using System.Collections.Immutable;

namespace PulumiOvhOrder.Configuration;

/// <summary>
/// An ovh.conf as OVHcloud's Go client reads it: sections, <c>key = value</c> or <c>key: value</c>, comments on lines of their own and
/// behind a section or a value; all else is passed over.
/// </summary>
internal sealed class OvhConfFile
{
    public const string DefaultSection = "default";

    private readonly ImmutableDictionary<(string Section, string Key), string> _values;

    private OvhConfFile(ImmutableDictionary<(string Section, string Key), string> values)
    {
        _values = values;
    }

    public static OvhConfFile Parse(string text)
    {
        var values = ImmutableDictionary.CreateBuilder<(string Section, string Key), string>();
        var section = DefaultSection;
        foreach (var line in Lines(text))
        {
            if (line.Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            if (line[0] == '[')
            {
                // The last bracket, since the address in a URL may have some.
                var header = WithoutComment(line);
                section = header[^1] == ']' ? Normal(header[1..^1]) : section;
                continue;
            }

            var separator = line.AsSpan().IndexOfAny('=', ':');
            if (separator > 0)
            {
                values[(section, Normal(line[..separator]))] = Meaning(line[(separator + 1)..].Trim());
            }
        }

        return new OvhConfFile(values.ToImmutable());
    }

    /// <summary>The value, or null; an empty one counts as none.</summary>
    public string? Value(string section, string key) =>
        _values.TryGetValue((Normal(section), Normal(key)), out var value) && value.Length > 0 ? value : null;

    public bool HasSection(string section) => _values.Keys.Any(k => k.Section == Normal(section));

    /// <summary>Whether any section has a value under the key.</summary>
    public bool Has(string key) => _values.Any(v => v.Key.Key == Normal(key) && v.Value.Length > 0);

    /// <summary>A line that ends in a backslash goes on with the next one.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        var begun = "";
        foreach (var line in text.TrimStart('\uFEFF').Split('\n').Select(l => l.Trim()))
        {
            var isComment = begun.Length == 0 && line is ['#' or ';', ..];
            if (!isComment && line is [.., '\\'])
            {
                begun += line[..^1];
                continue;
            }

            yield return begun + line;
            begun = "";
        }

        yield return begun;
    }

    private static string Normal(string name) => name.Trim().TrimEnd('/').ToLowerInvariant();

    /// <summary>What stands in quotes is the value, and may hold the signs that begin a comment.</summary>
    private static string Meaning(string value)
    {
        const string Triple = "\"\"\"";
        if (value.Length >= 2 * Triple.Length && value.StartsWith(Triple, StringComparison.Ordinal)
            && value.LastIndexOf(Triple, StringComparison.Ordinal) is >= 3 and var close)
        {
            return value[Triple.Length..close];
        }

        var end = value is ['"' or '\'' or '`', ..] ? value.IndexOf(value[0], 1) : -1;
        return end > 0 && WithoutComment(value[(end + 1)..]).Length == 0 ? value[1..end] : WithoutComment(value);
    }

    private static string WithoutComment(string text) =>
        text.AsSpan().IndexOfAny('#', ';') is var comment and >= 0 ? text[..comment].TrimEnd() : text;
}
