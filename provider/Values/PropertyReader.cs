using System.Collections.Immutable;

namespace PulumiOvhOrder.Values;

/// <summary>Typed reading of a map whose shape was checked: wrong types read as absent, unknown values are absent and remembered.</summary>
internal sealed class PropertyReader
{
    /// <summary>No amount reaches it.</summary>
    public const double MostMoney = 1e15;

    private readonly PropertyValue.Map _values;

    public PropertyReader(PropertyValue.Map values)
    {
        _values = values;
        Unknown = [.. values.Items.Where(p => p.Value.ContainsUnknown).Select(p => p.Key)];
    }

    /// <summary>Names of the properties that are not fully known.</summary>
    public ImmutableHashSet<string> Unknown { get; }

    public IEnumerable<string> Names => _values.Items.Keys;

    /// <summary>The string under <paramref name="name"/>; null when absent, empty or unknown.</summary>
    public string? Text(string name) => Plain(name) is PropertyValue.Text { Value.Length: > 0 } text ? text.Value : null;

    public bool? Bool(string name) => Plain(name) is PropertyValue.Bool value ? value.Value : null;

    public long? Integer(string name) => Plain(name) is PropertyValue.Number value ? (long)value.Value : null;

    /// <summary>Null also where the number is none that counts money: not finite, or beyond what a decimal holds.</summary>
    public decimal? Number(string name) => Plain(name) is PropertyValue.Number { Value: > -MostMoney and < MostMoney } value
        ? (decimal)value.Value
        : null;

    public DateTimeOffset? Date(string name) =>
        Text(name) is { } text && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var date)
            ? date
            : null;

    /// <summary>
    /// The maps in the list under <paramref name="name"/>, each in its place; what is none reads as empty. Null when there is no list.
    /// </summary>
    public ImmutableArray<PropertyReader>? Objects(string name) => Plain(name) is PropertyValue.List list
        ? [.. list.Items.Select(item => new PropertyReader(item as PropertyValue.Map ?? PropertyValue.Map.Empty))]
        : null;

    public PropertyReader? Object(string name) => Plain(name) is PropertyValue.Map map ? new PropertyReader(map) : null;

    /// <summary>The strings in the map under <paramref name="name"/>; null when there is no map.</summary>
    public ImmutableSortedDictionary<string, string>? Texts(string name) => Plain(name) is PropertyValue.Map map
        ? map.Items.Where(p => p.Value is PropertyValue.Text)
            .ToImmutableSortedDictionary(p => p.Key, p => ((PropertyValue.Text)p.Value).Value, StringComparer.Ordinal)
        : null;

    private PropertyValue? Plain(string name) => _values[name]?.Plain();
}
