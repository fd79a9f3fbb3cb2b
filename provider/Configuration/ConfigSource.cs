using System.Collections.Immutable;
using System.Globalization;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Configuration;

/// <summary>One place that configuration comes from. Empty is absent, everywhere.</summary>
/// <param name="Name">As messages call it.</param>
/// <param name="Value">The text under a key, or null.</param>
/// <param name="IsUnknown">Whether a value is there that will be known only later.</param>
internal sealed record ConfigSource(string Name, Func<ConfigKey, string?> Value, Func<ConfigKey, bool> IsUnknown)
{
    public bool Has(ConfigKey key) => Value(key) is not null || IsUnknown(key);

    public static ConfigSource Stack(PropertyValue.Map args) => new(
        "the stack configuration",
        key => Text(args[key.Name]?.Plain()),
        key => args[key.Name]?.ContainsUnknown ?? false);

    public static ConfigSource Environment(Func<string, string?> read) => new(
        "the environment",
        key => key.Environment is { } variable ? Given(read(variable)) : null,
        _ => false);

    /// <param name="sections">Where the endpoint's credentials may stand; the first that the file has counts.</param>
    public static ConfigSource File(string path, OvhConfFile file, ImmutableArray<string> sections)
    {
        var section = sections.FirstOrDefault(file.HasSection);
        return new(
            $"section [{section}] of {path}",
            key => section is not null && key.FileKey is { } name ? file.Value(section, name) : null,
            _ => false);
    }

    /// <summary>Where an ovh.conf may lie, those first that count first.</summary>
    public static IEnumerable<string> Paths(ConfigEnvironment environment) =>
    [
        .. In(environment.WorkingDirectory, "ovh.conf"),
        .. In(environment.HomeDirectory, ".ovh.conf"),
        "/etc/ovh.conf",
    ];

    private static string[] In(string? directory, string name) => string.IsNullOrEmpty(directory) ? [] : [Path.Combine(directory, name)];

    /// <summary>Stack configuration is text, and an explicit provider's may be JSON text or the value itself.</summary>
    private static string? Text(PropertyValue? value) => Given(value switch
    {
        PropertyValue.Text text => text.Value,
        PropertyValue.Bool flag => flag.Value ? "true" : "false",
        PropertyValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    });

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
