using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.LocalEngine.Display;

/// <summary>What happens during a preview or an update: shown as it happens, and kept.</summary>
internal sealed class Journal(TextWriter output, string stackUrn, bool preview, bool details)
{
    private readonly Lock _lock = new();
    private readonly List<ResourceStep> _steps = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    public bool Preview => preview;

    public IReadOnlyList<ResourceStep> Steps
    {
        get
        {
            lock (_lock)
            {
                return [.. _steps];
            }
        }
    }

    public IReadOnlyList<Diagnostic> Diagnostics
    {
        get
        {
            lock (_lock)
            {
                return [.. _diagnostics];
            }
        }
    }

    /// <summary>Secret texts are masked from now on, wherever they turn up.</summary>
    public void Learn(PropertyValue value)
    {
        switch (value)
        {
            case Secret { Value: Text { Value.Length: > 2 } text }:
                lock (_lock)
                {
                    _secrets.Add(text.Value);
                }

                break;
            case Map map:
                foreach (var item in map.Items.Values)
                {
                    Learn(item);
                }

                break;
            case List list:
                foreach (var item in list.Items)
                {
                    Learn(item);
                }

                break;
        }
    }

    public void Begin(ResourceStep step)
    {
        if (!preview && step.Shown)
        {
            Row(step, StepWords.Of(step.Op).Doing);
        }
    }

    /// <summary>The step is over, well or not; in a preview it is only now shown.</summary>
    public void End(ResourceStep step)
    {
        lock (_lock)
        {
            _steps.Add(step);
        }

        if (step.Shown)
        {
            var words = StepWords.Of(step.Op);
            Row(step, step.Failed ? $"**{words.Doing} failed**" : preview ? words.Plan : words.Done);
        }
    }

    /// <param name="ephemeral">Shown now, and not kept.</param>
    public void Report(Severity severity, string? urn, string message, bool ephemeral = false)
    {
        if (severity == Severity.Debug)
        {
            return;
        }

        var at = new Urn(urn ?? stackUrn);
        var text = _secrets.Aggregate(message, (m, secret) => m.Replace(secret, "[secret]", StringComparison.Ordinal));
        lock (_lock)
        {
            if (!ephemeral)
            {
                _diagnostics.Add(new Diagnostic(severity, urn, text));
            }

            output.WriteLine($"    {at.Type} {at.Name}  {Prefix(severity)}{text.Split('\n')[0]}");
        }
    }

    public static string Prefix(Severity severity) => severity switch
    {
        Severity.Warning => "warning: ",
        Severity.Error => "error: ",
        _ => "",
    };

    private void Row(ResourceStep step, string word)
    {
        // The sign stands once before all keys that share it.
        var signed = step.Keys.GroupBy(k => k[0]).Select(g => g.Key + string.Join(',', g.Select(k => k[1..])));
        var keys = step.Keys.IsEmpty ? "" : $" [diff: {string.Concat(signed)}]";
        lock (_lock)
        {
            output.WriteLine($" {StepWords.Of(step.Op).Sign} {step.Type} {step.Name} {word}{keys}");
            foreach (var line in details ? Details(step) : [])
            {
                output.WriteLine(line);
            }
        }
    }

    private static IEnumerable<string> Details(ResourceStep step)
    {
        const string Indent = "        ";
        return step switch
        {
            { Op: StepOp.Create, New: { Custom: true } created } => PropertyText.Lines(created.Inputs, Indent),
            { Op: StepOp.Update or StepOp.Replace or StepOp.Refresh, Old: { } old, New: { } current } => step.Keys
                .Select(k => k.TrimStart('~', '+', '-')).Where(k => k.Length > 0 && k[0] != '#')
                .Select(k => PropertyText.Change(k, old.Inputs, current.Inputs, Indent)),
            _ => [],
        };
    }
}
