using System.Globalization;

namespace PulumiOvhOrder.LocalEngine.Display;

/// <summary>Property values as text.</summary>
internal static class PropertyText
{
    /// <summary>On one line, for people.</summary>
    public static string Of(PropertyValue value) => value switch
    {
        Secret => "[secret]",
        Unknown => "[unknown]",
        Null => "<null>",
        Text t => $"\"{t.Value}\"",
        Map m => m.Items.IsEmpty ? "{}" : $"{{ {string.Join(", ", m.Items.Select(i => $"{i.Key}: {Of(i.Value)}"))} }}",
        List l => $"[{string.Join(", ", l.Items.Select(Of))}]",
        _ => Plain(value),
    };

    /// <summary>As it stands inside other text, and in what a plugin reads from its environment.</summary>
    public static string Plain(PropertyValue value) => value switch
    {
        Text t => t.Value,
        Number n => n.Value.ToString("R", CultureInfo.InvariantCulture),
        Bool b => b.Value ? "true" : "false",
        Null => "",
        _ => throw new ProgramException("only text, numbers and booleans can stand inside text"),
    };
}
