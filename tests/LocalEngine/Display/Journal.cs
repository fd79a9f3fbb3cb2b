using System.Collections.Concurrent;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Display;

/// <summary>What happens during a preview or an update: shown as it happens, and kept.</summary>
internal sealed class Journal(TextWriter output, string stackUrn, bool preview)
{
    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<ResourceStep> _steps = [];
    private readonly ConcurrentQueue<Diagnostic> _diagnostics = [];
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    public bool Preview => preview;

    public IReadOnlyList<ResourceStep> Steps => [.. _steps];

    public IReadOnlyList<Diagnostic> Diagnostics => [.. _diagnostics];

    /// <summary>Secret texts are masked from now on, wherever they turn up.</summary>
    public void Learn(params IEnumerable<PropertyValue> values)
    {
        lock (_lock)
        {
            _secrets.UnionWith(values.SelectMany(SecretTexts));
        }

        static IEnumerable<string> SecretTexts(PropertyValue value) => value switch
        {
            Secret { Value: Text { Value.Length: > 2 } text } => [text.Value],
            Map map => map.Items.Values.SelectMany(SecretTexts),
            List list => list.Items.SelectMany(SecretTexts),
            _ => [],
        };
    }

    public void Begin(ResourceStep step)
    {
        if (!preview && step.Shown)
        {
            Row(step, step.Words.Doing);
        }
    }

    /// <summary>The step is over, well or not; in a preview it is only now shown.</summary>
    public void End(ResourceStep step)
    {
        _steps.Enqueue(step);
        if (step.Shown)
        {
            Row(step, step.Failed ? $"**{step.Words.Doing} failed**" : preview ? step.Words.Plan : step.Words.Done);
        }
    }

    /// <param name="ephemeral">Shown now, and not kept.</param>
    public void Report(LogSeverity severity, string? urn, string message, bool ephemeral = false)
    {
        if (severity == LogSeverity.Debug)
        {
            return;
        }

        var at = new Urn(urn ?? stackUrn);
        lock (_lock)
        {
            var text = _secrets.Aggregate(message, (m, secret) => m.Replace(secret, "[secret]", StringComparison.Ordinal));
            if (!ephemeral)
            {
                _diagnostics.Enqueue(new Diagnostic(severity, urn, text));
            }

            output.WriteLine($"    {at.Type} {at.Name}  {Prefix(severity)}{text.Split('\n')[0]}");
        }
    }

    /// <summary>What is printed at the end: diagnostics, outputs, counts.</summary>
    public void WriteSummary(Map oldOutputs, Map? outputs)
    {
        WriteSection("Diagnostics:", string.Join("\n\n", _diagnostics.GroupBy(d => d.Urn ?? stackUrn).Select(Block)));
        if (outputs is not null && !(preview && oldOutputs.Equals(outputs)))
        {
            WriteSection("Outputs:", string.Join('\n', Outputs(oldOutputs, outputs)));
        }

        var counted = _steps.Where(s => s.Counted && !s.Failed).ToLookup(s => s.Op);
        var changes = counted.Where(g => g.Key != StepOp.Same).OrderBy(g => g.Key).ToList();
        var unchanged = counted[StepOp.Same].Count();
        var errored = _diagnostics.Where(d => d.Severity == LogSeverity.Error).Select(d => d.Urn ?? stackUrn).Distinct().Count();
        List<string?> lines =
        [
            "Resources:",
            .. changes.Select(g => (g.First().Words, Count: g.Count()))
                .Select(c => $"    {c.Words.Sign}{c.Count} {(preview ? "to " + c.Words.Plan : c.Words.Done)}"),
            changes.Count > 1 ? $"    {changes.Sum(g => g.Count())} changes{(unchanged > 0 ? $". {unchanged} unchanged" : "")}"
                : unchanged > 0 ? $"    {unchanged} unchanged"
                : null,
            errored > 0 ? $"    {errored} errored" : null,
        ];
        output.WriteLine(string.Join('\n', lines.OfType<string>()) + "\n");
    }

    private void WriteSection(string title, string text)
    {
        if (text.Length > 0)
        {
            output.WriteLine($"{title}\n{text}\n");
        }
    }

    private static string Block(IGrouping<string, Diagnostic> group) => $"  {new Urn(group.Key).Type} ({new Urn(group.Key).Name}):"
        + string.Concat(group.Select(d => ("\n" + Prefix(d.Severity) + d.Message).ReplaceLineEndings("\n    ")));

    private static IEnumerable<string> Outputs(Map old, Map current)
    {
        var keys = old.Items.Keys.Union(current.Items.Keys).Where(k => old[k] is not null || current[k] is not null)
            .Order(StringComparer.Ordinal).ToList();
        var width = keys.Select(k => k.Length).DefaultIfEmpty().Max();
        return keys.Select(Line);

        string Line(string key)
        {
            var (before, after) = (old[key], current[key]);
            var sign = Equals(before, after) || old.Items.IsEmpty ? ' ' : before is null ? '+' : after is null ? '-' : '~';
            var texts = new[] { before, after }.OfType<PropertyValue>().Distinct().Select(PropertyText.Of);
            return $"  {sign} {key.PadRight(width)}: {string.Join(" => ", texts)}";
        }
    }

    private static string Prefix(LogSeverity severity) => severity == LogSeverity.Info ? "" : $"{severity.ToString().ToLowerInvariant()}: ";

    private void Row(ResourceStep step, string word)
    {
        // The sign stands once before all keys that share it.
        var signed = step.Keys.GroupBy(k => k[0]).Select(g => g.Key + string.Join(',', g.Select(k => k[1..])));
        var keys = step.Keys.IsEmpty ? "" : $" [diff: {string.Concat(signed)}]";
        lock (_lock)
        {
            output.WriteLine($" {step.Words.Sign} {step.Resource.Type} {step.Resource.Name} {word}{keys}");
        }
    }
}

/// <param name="Urn">Null for the stack.</param>
internal sealed record Diagnostic(LogSeverity Severity, string? Urn, string Message);
