namespace PulumiOvhOrder.Tests.Protocol.LocalEngine;

/// <summary>What a command prints at its end, as far as it doesn't depend on chance.</summary>
internal static class PrintedSections
{
    /// <summary>The lines under "Diagnostics:" in alphabetical order, for the blocks come in any, and those under "Resources:".</summary>
    public static string Of(string text)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd()).ToList();
        var kept = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] == "Diagnostics:")
            {
                var section = lines.Skip(i + 1).TakeWhile(l => l.Length == 0 || l.StartsWith("  ", StringComparison.Ordinal))
                    .Where(l => l.Length > 0);
                kept.AddRange(section.Order(StringComparer.Ordinal));
            }
            else if (lines[i] == "Resources:")
            {
                kept.AddRange(lines.Skip(i + 1).TakeWhile(l => l.StartsWith("    ", StringComparison.Ordinal)));
            }
        }

        return string.Join('\n', kept);
    }
}
