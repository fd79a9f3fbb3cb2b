namespace PulumiOvhOrder.LocalEngine.Display;

/// <summary>One step of a plan or of what was done.</summary>
/// <param name="Old">Null when nothing was there before.</param>
/// <param name="New">Null when nothing is there afterwards.</param>
/// <param name="Keys">Changed properties, marked <c>~</c>, <c>+</c> or <c>-</c>.</param>
internal sealed record ResourceStep(StepOp Op, ResourceState? Old, ResourceState? New, params ImmutableArray<string> Keys)
{
    /// <summary>The resource may still have been stored, with what is missing.</summary>
    public bool Failed { get; init; }

    /// <summary>As it is now; as it was when it is gone.</summary>
    public ResourceState Resource => (New ?? Old)!;

    public string Urn => Resource.Urn;

    public StepWords Words => Op switch
    {
        StepOp.Create => new("+ ", "create", "creating", "created"),
        StepOp.Update => new("~ ", "update", "updating", "updated"),
        StepOp.CreateReplacement => new("++", "create replacement", "creating replacement", "created replacement"),
        StepOp.Replace => new("+-", "replace", "replacing", "replaced"),
        StepOp.DeleteReplaced => new("--", "delete original", "deleting original", "deleted original"),
        StepOp.Delete => new("- ", "delete", "deleting", "deleted"),
        StepOp.Import => new("= ", "import", "importing", "imported"),
        StepOp.Read => new("  ", "read", "reading", "read"),
        _ => new("~ ", "refresh", "refreshing", "refresh"),
    };

    /// <summary>The engine keeps default providers, and steps that change nothing, to itself.</summary>
    public bool Shown => Op != StepOp.Same && !IsTheEngines;

    /// <summary>Counts under "Resources:".</summary>
    public bool Counted => Op is not (StepOp.CreateReplacement or StepOp.DeleteReplaced or StepOp.Read or StepOp.Refresh) && !IsTheEngines;

    /// <summary>What was only read is not deleted when the stack lets go of it.</summary>
    private bool IsTheEngines => Resource.IsDefaultProvider || (Op == StepOp.Delete && Old is { External: true });
}

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

/// <summary>The CLI's sign and words for a step.</summary>
/// <param name="Plan">In a preview.</param>
/// <param name="Doing">While it runs.</param>
internal sealed record StepWords(string Sign, string Plan, string Doing, string Done);
