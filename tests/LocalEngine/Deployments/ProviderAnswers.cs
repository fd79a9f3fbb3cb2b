using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Deployments;

internal sealed record CheckAnswer(Map Inputs, IReadOnlyList<CheckFailure> Failures)
{
    /// <summary>With a failure the resource is abandoned.</summary>
    /// <param name="goOn">The rest is shown all the same.</param>
    public void Require(DeploymentContext context, string urn, Map inputs, bool goOn = false)
    {
        if (Failures.Count > 0)
        {
            Report(context.Journal, LogSeverity.Error, urn, inputs);
            context.Fail(goOn);
            throw new AbandonedException();
        }
    }

    /// <summary>
    /// The failures as the CLI words them: the value is looked up by the property's full text, so that a path shows none.
    /// </summary>
    public void Report(Journal journal, LogSeverity severity, string urn, Map inputs)
    {
        var resource = $"{new Urn(urn).Type} resource '{new Urn(urn).Name}'";
        foreach (var failure in Failures)
        {
            journal.Report(severity, urn, failure.Property.Length == 0
                ? $"{resource} has a problem: {failure.Reason}"
                : $"{resource}: property {failure.Property} value {{{Quoted(inputs[failure.Property])}}} has a problem: {failure.Reason}");
        }
    }

    private static string Quoted(PropertyValue? value) => value switch
    {
        null => "<nil>",
        Secret => "&{{[secret]}}",
        _ => PropertyText.Plain(value),
    };
}

/// <param name="Paths">Changed paths with their kinds.</param>
internal sealed record DiffAnswer(
    bool Changed, bool Replace, bool DeleteBeforeReplace, ImmutableSortedDictionary<string, PropertyDiff.Types.Kind> Paths)
{
    public static DiffAnswer None { get; } = new(false, false, false, ImmutableSortedDictionary<string, PropertyDiff.Types.Kind>.Empty);

    /// <summary>A replacement that the engine decides on by itself.</summary>
    public static DiffAnswer ReplaceFor(params ImmutableArray<string> keys)
        => new(true, true, false,
            keys.ToImmutableSortedDictionary(k => k, _ => PropertyDiff.Types.Kind.UpdateReplace, StringComparer.Ordinal));

    public static DiffAnswer From(DiffResponse response)
    {
        var paths = response.DetailedDiff.ToImmutableSortedDictionary(d => d.Key, d => d.Value.Kind, StringComparer.Ordinal);
        var replace = response.Replaces.Count > 0 || paths.Values.Any(k => k.ToString().EndsWith("Replace", StringComparison.Ordinal));
        var changed = response.Changes == DiffResponse.Types.DiffChanges.DiffSome;
        return new DiffAnswer(changed, replace, response.DeleteBeforeReplace, paths);
    }

    /// <summary>The changed top-level properties with the signs that the CLI puts before them.</summary>
    /// <param name="inverted">A refresh compares the other way round.</param>
    public ImmutableArray<string> Signed(bool inverted = false)
    {
        return [.. Paths.Select(p => (Key: Top(p.Key), Sign: Sign(p.Key, p.Value))).GroupBy(p => p.Key, StringComparer.Ordinal)
            .Select(g => (g.All(p => p.Sign == g.First().Sign) ? g.First().Sign : '~') + g.Key)
            .Order(StringComparer.Ordinal)];

        char Sign(string path, PropertyDiff.Types.Kind kind) => Top(path) != path ? '~' : kind switch
        {
            PropertyDiff.Types.Kind.Add or PropertyDiff.Types.Kind.AddReplace => inverted ? '-' : '+',
            PropertyDiff.Types.Kind.Delete or PropertyDiff.Types.Kind.DeleteReplace => inverted ? '+' : '-',
            _ => '~',
        };

        static string Top(string path) => path.StartsWith('#') ? path : PropertyPath.Parse(path).Root;
    }
}

/// <summary>What Create, Read or Update said exists.</summary>
/// <param name="Outputs">Null after a Read that found nothing.</param>
/// <param name="Inputs">Only from Read.</param>
/// <param name="Reasons">Why it isn't finished; empty when it is.</param>
internal sealed record StateAnswer(string Id, Map? Outputs, Map? Inputs, bool RefreshBeforeUpdate, ImmutableArray<string> Reasons)
{
    public bool Gone => Id.Length == 0 || Outputs is null;

    public bool Partial => !Reasons.IsEmpty;

    /// <summary>Only a preview may answer with unknown values.</summary>
    public void RequireKnown()
    {
        if (Outputs is { ContainsUnknown: true })
        {
            Refuse($"unexpected unknown property value for \"{Outputs.Items.First(i => i.Value.ContainsUnknown).Key}\"");
        }
    }

    /// <summary>Whatever exists has an id.</summary>
    public StateAnswer RequireId(string urn)
    {
        if (Id.Length == 0 || Id == ResourceState.UnknownId)
        {
            Refuse($"plugin returned empty resource.ID from create '{urn}'");
        }

        return this;
    }

    public StateAnswer RequireExistence(string id) => Gone ? throw new StepException($"resource '{id}' does not exist") : this;

    private void Refuse(string message) => throw (Partial
        ? new ProviderContractException(
            $"{message}, with a partial state: the engine would lose what exists ({string.Join("; ", Reasons)})")
        : new StepException(message));

    /// <summary>The reasons as the CLI prints them.</summary>
    public static string Errors(IReadOnlyCollection<string> reasons)
        => (reasons.Count == 1 ? "1 error occurred:" : $"{reasons.Count} errors occurred:")
            + string.Concat(reasons.Select(r => $"\n\t* {r}"));
}
