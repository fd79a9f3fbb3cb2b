using System.Collections.Immutable;
using PulumiOvhOrder.Faults.Environments;
using PulumiOvhOrder.LocalEngine;

namespace PulumiOvhOrder.Faults.Cases;

/// <summary>One thing that a user does, from a start without faults, and what there must be once it is done.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Prepare">Brings the stack to where the faults begin.</param>
/// <param name="Act">What is hit by a fault, and then repeated until it is done.</param>
/// <param name="Expected">What exists then.</param>
/// <param name="Program">The stack's program in the end, to destroy it with.</param>
internal sealed record Scenario(
    string Name, Func<TestEnvironment, Task> Prepare, Func<TestEnvironment, Task<RunResult>> Act, Expected Expected, string Program)
{
    /// <summary>Applied to the simulator of every cell.</summary>
    public string SimulatorSettings { get; init; } = "{}";

    public ImmutableArray<FaultColumn> Columns { get; init; } = FaultColumn.Answers;

    /// <summary>Which calls of a run without faults are tried.</summary>
    public Func<CallRow, bool> Rows { get; init; } = _ => true;

    /// <summary>The stack has the credentials of a service account; else an application key.</summary>
    public bool IsServiceAccount { get; init; }

    /// <summary>It may end with an error that asks the user whose an order is.</summary>
    public bool MayAsk { get; init; }

    /// <summary>What OVHcloud refuses; null where it refuses nothing.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What the user reads in the end, in a warning; null: anything.</summary>
    public string? Warning { get; init; }

    /// <summary>Applied to the simulator before the stack is destroyed, as when a debt is paid.</summary>
    public string SettingsAtEnd { get; init; } = "{}";
}

/// <summary>An act that ends with an error whatever is repeated, and what the user does then.</summary>
/// <param name="Words">OVHcloud's own, in the error.</param>
/// <param name="Expected">What exists while it is refused.</param>
/// <param name="Remedy">Removes the cause and runs again. It is repeated until it is done.</param>
internal sealed record Refusal(string Words, Expected Expected, Func<TestEnvironment, Task<RunResult>> Remedy);

/// <param name="Orders">Ever placed.</param>
/// <param name="Payments">Ever made.</param>
/// <param name="Projects">That exist.</param>
/// <param name="OpenCarts">That exist.</param>
/// <param name="Vouchers">Credited to the projects that exist.</param>
internal sealed record Expected(int Orders, int Payments, int Projects, int OpenCarts = 0, int Vouchers = 0);
