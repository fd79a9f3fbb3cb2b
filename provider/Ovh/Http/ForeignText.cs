using System.Text;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>Texts that others wrote, before they reach a message of ours: one line, of a length that a person reads.</summary>
internal static class ForeignText
{
    /// <summary>For words such as classes, codes and query ids.</summary>
    public const int MaxWord = 100;

    /// <summary>For sentences.</summary>
    public const int MaxSentence = 1000;

    /// <returns>Null when nothing is left of it.</returns>
    public static string? Line(string? text, int maxLength)
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (line.Length >= maxLength)
            {
                return line.Append('…').ToString();
            }

            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
            {
                line.Append(rune.ToString());
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd() is { Length: > 0 } words ? words : null;
    }
}
