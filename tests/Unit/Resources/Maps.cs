using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Resources;

/// <summary>Property maps, written shortly.</summary>
internal static class Maps
{
    public static PropertyValue.Map Map(params (string Name, object Value)[] entries) =>
        entries.Aggregate(PropertyValue.Map.Empty, (map, entry) => map.With(entry.Name, Value(entry.Value)));

    private static PropertyValue Value(object value) => value switch
    {
        PropertyValue property => property,
        string text => PropertyValue.Of(text),
        bool flag => PropertyValue.Of(flag),
        int number => PropertyValue.Of((double)number),
        double number => PropertyValue.Of(number),
        _ => throw new ArgumentException($"no property value for {value}"),
    };
}
