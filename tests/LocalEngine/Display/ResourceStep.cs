using System.Collections.Immutable;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.LocalEngine.Display;

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

/// <summary>One step of a plan or of what was done.</summary>
/// <param name="Keys">Changed properties, marked <c>~</c>, <c>+</c> or <c>-</c>.</param>
/// <param name="Old">Null when nothing was there before.</param>
/// <param name="New">Null when nothing is there afterwards.</param>
/// <param name="Failed">The resource may still have been stored, with what is missing.</param>
internal sealed record ResourceStep(StepOp Op, string Urn, ImmutableArray<string> Keys, ResourceState? Old, ResourceState? New, bool Failed = false)
{
    public string Type => new Urn(Urn).Type;

    public string Name => new Urn(Urn).Name;

    /// <summary>The engine keeps default providers, and steps that change nothing, to itself.</summary>
    public bool Shown => Op != StepOp.Same && (New ?? Old) is { IsDefaultProvider: false } && !Forgotten;

    /// <summary>Counts under "Resources:".</summary>
    public bool Counted => Op is not (StepOp.CreateReplacement or StepOp.DeleteReplaced or StepOp.Read or StepOp.Refresh)
        && (New ?? Old) is { IsDefaultProvider: false } && !Forgotten;

    /// <summary>What was only read is not deleted when the stack lets go of it.</summary>
    private bool Forgotten => Op == StepOp.Delete && Old is { External: true };
}

internal enum Severity
{
    Debug,
    Info,
    Warning,
    Error,
}

/// <param name="Urn">Null for the stack.</param>
internal sealed record Diagnostic(Severity Severity, string? Urn, string Message);
