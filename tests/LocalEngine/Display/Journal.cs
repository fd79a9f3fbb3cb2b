using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Display;

/// <summary>What happens during a preview or an update: shown as it happens, and kept.</summary>
internal sealed class Journal(TextWriter output, string stackUrn, bool preview)
{
    private readonly Lock _lock = new();
    private readonly List<ResourceStep> _steps = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    public bool Preview => preview;

    public IReadOnlyList<ResourceStep> Steps => Copy(_steps);

    public IReadOnlyList<Diagnostic> Diagnostics => Copy(_diagnostics);

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

    /// <summary>What the provider says.</summary>
    public Task ReportAsync(LogRequest request)
    {
        var urn = request.Urn.Length == 0 ? null : request.Urn;
        Report(Enum.Parse<Severity>(request.Severity.ToString()), urn, request.Message, request.Ephemeral);
        return Task.CompletedTask;
    }

    /// <param name="ephemeral">Shown now, and not kept.</param>
    public void Report(Severity severity, string? urn, string message, bool ephemeral = false)
    {
        if (severity == Severity.Debug)
        {
            return;
        }

        var at = new Urn(urn ?? stackUrn);
        lock (_lock)
        {
            var text = _secrets.Aggregate(message, (m, secret) => m.Replace(secret, "[secret]", StringComparison.Ordinal));
            if (!ephemeral)
            {
                _diagnostics.Add(new Diagnostic(severity, urn, text));
            }

            output.WriteLine($"    {at.Type} {at.Name}  {Prefix(severity)}{text.Split('\n')[0]}");
        }
    }

    public static string Prefix(Severity severity) => severity == Severity.Info ? "" : $"{severity.ToString().ToLowerInvariant()}: ";

    private void Row(ResourceStep step, string word)
    {
        // The sign stands once before all keys that share it.
        var signed = step.Keys.GroupBy(k => k[0]).Select(g => g.Key + string.Join(',', g.Select(k => k[1..])));
        var keys = step.Keys.IsEmpty ? "" : $" [diff: {string.Concat(signed)}]";
        lock (_lock)
        {
            output.WriteLine($" {StepWords.Of(step.Op).Sign} {step.Type} {step.Name} {word}{keys}");
        }
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }
}
