namespace PulumiOvhOrder.LocalEngine.Display;

/// <summary>One step of a plan or of what was done.</summary>
/// <param name="Keys">Changed properties, marked <c>~</c>, <c>+</c> or <c>-</c>.</param>
/// <param name="Old">Null when nothing was there before.</param>
/// <param name="New">Null when nothing is there afterwards.</param>
/// <param name="Failed">The resource may still have been stored, with what is missing.</param>
internal sealed record ResourceStep(
    StepOp Op, string Urn, ImmutableArray<string> Keys, ResourceState? Old, ResourceState? New, bool Failed = false)
{
    public string Type => new Urn(Urn).Type;

    public string Name => new Urn(Urn).Name;

    /// <summary>The engine keeps default providers, and steps that change nothing, to itself.</summary>
    public bool Shown => Op != StepOp.Same && !IsTheEngines;

    /// <summary>Counts under "Resources:".</summary>
    public bool Counted => Op is not (StepOp.CreateReplacement or StepOp.DeleteReplaced or StepOp.Read or StepOp.Refresh) && !IsTheEngines;

    /// <summary>What was only read is not deleted when the stack lets go of it.</summary>
    private bool IsTheEngines => (New ?? Old) is not { IsDefaultProvider: false } || (Op == StepOp.Delete && Old is { External: true });
}

/// <param name="Urn">Null for the stack.</param>
internal sealed record Diagnostic(Severity Severity, string? Urn, string Message);

internal enum StepOp
{
    Same,
    Create,
    Update,
    CreateReplacement,
    Replace,
    DeleteReplaced,
    Delete,
    Import,
    Read,
    Refresh,
}

internal enum Severity
{
    Debug,
    Info,
    Warning,
    Error,
}

/// <summary>The CLI's sign and words for a step.</summary>
/// <param name="Plan">In a preview.</param>
/// <param name="Doing">While it runs.</param>
internal sealed record StepWords(string Sign, string Plan, string Doing, string Done)
{
    public static StepWords Of(StepOp op) => op switch
    {
        StepOp.Create => new("+ ", "create", "creating", "created"),
        StepOp.Update => new("~ ", "update", "updating", "updated"),
        StepOp.CreateReplacement => new("++", "create replacement", "creating replacement", "created replacement"),
        StepOp.Replace => new("+-", "replace", "replacing", "replaced"),
        StepOp.DeleteReplaced => new("--", "delete original", "deleting original", "deleted original"),
        StepOp.Delete => new("- ", "delete", "deleting", "deleted"),
        StepOp.Import => new("= ", "import", "importing", "imported"),
        StepOp.Read => new("  ", "read", "reading", "read"),
        StepOp.Refresh => new("~ ", "refresh", "refreshing", "refresh"),
        _ => new("  ", "", "", ""),
    };
}
