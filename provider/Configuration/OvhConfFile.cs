using System.Collections.Immutable;

namespace PulumiOvhOrder.Configuration;

/// <summary>An ovh.conf as OVHcloud's own clients read it: sections, <c>key = value</c>, comments; all else is passed over.</summary>
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
        foreach (var rawLine in text.TrimStart('\uFEFF').Split('\n'))
        {
            var line = rawLine.Trim();
            if (line.Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            if (line[0] == '[' && line[^1] == ']')
            {
                section = Normal(line[1..^1]);
                continue;
            }

            var separator = line.IndexOf('=', StringComparison.Ordinal);
            separator = separator < 0 ? line.IndexOf(':', StringComparison.Ordinal) : separator;
            if (separator > 0)
            {
                values[(section, Normal(line[..separator]))] = Unquoted(line[(separator + 1)..].Trim());
            }
        }

        return new OvhConfFile(values.ToImmutable());
    }

    /// <summary>The value, or null; an empty one counts as none.</summary>
    public string? Value(string section, string key) =>
        _values.TryGetValue((Normal(section), Normal(key)), out var value) && value.Length > 0 ? value : null;

    private static string Normal(string name) => name.Trim().TrimEnd('/').ToLowerInvariant();

    private static string Unquoted(string value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;
}
