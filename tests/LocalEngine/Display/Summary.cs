namespace PulumiOvhOrder.LocalEngine.Display;

/// <summary>What is printed at the end: diagnostics, outputs, counts.</summary>
internal static class Summary
{
    public static void Write(TextWriter output, Journal journal, string stackUrn, Map oldOutputs, Map? outputs)
    {
        WriteSection(output, "Diagnostics:", string.Join("\n\n", journal.Diagnostics.GroupBy(d => d.Urn ?? stackUrn).Select(Diagnostics)));
        if (outputs is not null && !(journal.Preview && oldOutputs.Equals(outputs)))
        {
            WriteSection(output, "Outputs:", string.Join('\n', Outputs(oldOutputs, outputs)));
        }

        output.WriteLine("Resources:");
        WriteCounts(output, journal, stackUrn);
    }

    private static void WriteSection(TextWriter output, string title, string text)
    {
        if (text.Length > 0)
        {
            output.WriteLine($"{title}\n{text}\n");
        }
    }

    private static string Diagnostics(IGrouping<string, Diagnostic> group) => $"  {new Urn(group.Key).Type} ({new Urn(group.Key).Name}):"
        + string.Concat(group.Select(d => ("\n" + Journal.Prefix(d.Severity) + d.Message).ReplaceLineEndings("\n    ")));

    private static IEnumerable<string> Outputs(Map old, Map current)
    {
        var keys = old.Items.Keys.Union(current.Items.Keys).Where(k => old[k] is not null || current[k] is not null)
            .Order(StringComparer.Ordinal).ToList();
        var width = keys.Select(k => k.Length).DefaultIfEmpty().Max();
        return keys.Select(Line);

        string Line(string key)
        {
            var (sign, text) = (old[key], current[key]) switch
            {
                (null, { } added) => (old.Items.IsEmpty ? " " : "+", PropertyText.Of(added)),
                ({ } removed, null) => ("-", PropertyText.Of(removed)),
                ({ } before, { } after) when !before.Equals(after) => ("~", $"{PropertyText.Of(before)} => {PropertyText.Of(after)}"),
                ({ } same, _) => (" ", PropertyText.Of(same)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            return $"  {sign} {key.PadRight(width)}: {text}";
        }
    }

    private static void WriteCounts(TextWriter output, Journal journal, string stackUrn)
    {
        var counted = journal.Steps.Where(s => s.Counted && !s.Failed).ToList();
        var changes = counted.Where(s => s.Op != StepOp.Same).GroupBy(s => s.Op).OrderBy(g => g.Key).ToList();
        var unchanged = counted.Count(s => s.Op == StepOp.Same);
        var errored = journal.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Urn ?? stackUrn).Distinct().Count();
        foreach (var group in changes)
        {
            var words = StepWords.Of(group.Key);
            output.WriteLine($"    {words.Sign}{group.Count()} {(journal.Preview ? "to " + words.Plan : words.Done)}");
        }

        if (changes.Count > 1)
        {
            output.WriteLine($"    {changes.Sum(g => g.Count())} changes{(unchanged > 0 ? $". {unchanged} unchanged" : "")}");
        }
        else if (unchanged > 0)
        {
            output.WriteLine($"    {unchanged} unchanged");
        }

        if (errored > 0)
        {
            output.WriteLine($"    {errored} errored");
        }

        output.WriteLine();
    }
}
