using System.Globalization;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.LocalEngine.Display;

/// <summary>What is printed at the end: diagnostics, outputs, counts.</summary>
internal static class Summary
{
    public static void Write(TextWriter output, Journal journal, string stackUrn, PropertyValue.Map oldOutputs, PropertyValue.Map? outputs)
    {
        WriteDiagnostics(output, journal, stackUrn);
        WriteOutputs(output, journal.Preview, oldOutputs, outputs);
        WriteCounts(output, journal, stackUrn);
    }

    private static void WriteDiagnostics(TextWriter output, Journal journal, string stackUrn)
    {
        var groups = journal.Diagnostics.GroupBy(d => d.Urn ?? stackUrn).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        output.WriteLine("Diagnostics:");
        foreach (var group in groups)
        {
            var urn = new Urn(group.Key);
            output.WriteLine($"  {urn.Type} ({urn.Name}):");
            foreach (var diagnostic in group)
            {
                output.WriteLine("    " + (Journal.Prefix(diagnostic.Severity) + diagnostic.Message).ReplaceLineEndings("\n    "));
            }

            output.WriteLine();
        }
    }

    private static void WriteOutputs(TextWriter output, bool preview, PropertyValue.Map old, PropertyValue.Map? current)
    {
        if (current is null || (preview && old.Equals(current)))
        {
            return;
        }

        var keys = old.Items.Keys.Union(current.Items.Keys).Where(k => old[k] is not null || current[k] is not null).Order(StringComparer.Ordinal).ToList();
        if (keys.Count == 0)
        {
            return;
        }

        output.WriteLine("Outputs:");
        var width = keys.Max(k => k.Length);
        foreach (var key in keys)
        {
            const string Indent = "    ";
            var label = key.PadRight(width);
            output.WriteLine((old[key], current[key]) switch
            {
                (null, { } added) => (old.Items.IsEmpty ? Indent : "  + ") + $"{label}: {PropertyText.Of(added, Indent)}",
                ({ } removed, null) => $"  - {label}: {PropertyText.Of(removed, Indent)}",
                ({ } before, { } after) when before.Equals(after) => $"{Indent}{label}: {PropertyText.Of(after, Indent)}",
                ({ } before, { } after) => $"  ~ {label}: {PropertyText.Of(before, Indent)} => {PropertyText.Of(after, Indent)}",
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }

        output.WriteLine();
    }

    private static void WriteCounts(TextWriter output, Journal journal, string stackUrn)
    {
        var counted = journal.Steps.Where(s => s.Counted && !s.Failed).ToList();
        var changes = counted.Where(s => s.Op != StepOp.Same).GroupBy(s => s.Op).OrderBy(g => g.Key).ToList();
        var unchanged = counted.Count(s => s.Op == StepOp.Same);
        var errored = journal.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Urn ?? stackUrn).Distinct().Count();

        output.WriteLine("Resources:");
        foreach (var group in changes)
        {
            var words = StepWords.Of(group.Key);
            output.WriteLine($"    {words.Sign}{group.Count().ToString(CultureInfo.InvariantCulture)} {(journal.Preview ? "to " + words.Plan : words.Done)}");
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
