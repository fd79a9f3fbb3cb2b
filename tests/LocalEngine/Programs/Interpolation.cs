using System.Globalization;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>Text made of values: one unknown part makes all of it unknown, one secret part makes all of it secret.</summary>
internal static class Interpolation
{
    public static PropertyValue Join(IEnumerable<PropertyValue> parts)
    {
        var all = parts.ToList();
        var joined = all.Any(p => p.ContainsUnknown) ? UnknownValue : Of(string.Concat(all.Select(p => TextOf(p.Plain()))));
        return all.Any(p => p.ContainsSecret) ? SecretOf(joined) : joined;
    }

    public static string TextOf(PropertyValue value) => value switch
    {
        Text t => t.Value,
        Number n => n.Value.ToString("R", CultureInfo.InvariantCulture),
        Bool b => b.Value ? "true" : "false",
        Null => "",
        _ => throw new ProgramException("only text, numbers and booleans can stand inside text"),
    };
}
