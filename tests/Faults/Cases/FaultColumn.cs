using System.Collections.Immutable;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Faults.Cases;

/// <summary>One way in which a call can go wrong.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Fault">What the simulator does with the call; null where the run is interrupted instead.</param>
internal sealed record FaultColumn(string Name, Fault? Fault)
{
    /// <summary>Longer than a request is waited for. No one waits for it: the clock jumps.</summary>
    private const int LateMs = 36_000;

    public Interruption? Interruption { get; init; }

    /// <summary>The moment of the interruption.</summary>
    public FaultMoment When { get; init; }

    /// <summary>The call is processed, or is not, unlike in the column before: for a call that only reads it is the same.</summary>
    public bool OfWritesOnly { get; init; }

    /// <summary>Outputs that repeat what the API says once, and that need not be right where it says something else.</summary>
    public ImmutableHashSet<string> MayDiffer { get; init; } = [];

    public static ImmutableArray<FaultColumn> Answers { get; } =
    [
        new("500", Fault.Of(FaultKind.Status)),
        new("500 after", Fault.Of(FaultKind.StatusAfter)) { OfWritesOnly = true },
        new("drop", Fault.Of(FaultKind.DropBefore)),
        new("drop after", Fault.Of(FaultKind.DropAfter)) { OfWritesOnly = true },
        new("slow", Fault.Of(FaultKind.Delay) with { DelayMs = LateMs }),
        new("late", Fault.Of(FaultKind.Delay) with { DelayMs = LateMs, When = FaultMoment.Before }) { OfWritesOnly = true },
        new("html", Fault.Of(FaultKind.Html)),
        new("truncate", Fault.Of(FaultKind.Truncate)),
        new("429", Fault.Of(FaultKind.Status, 429) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "0" } }),
        new("403", Fault.Of(FaultKind.Status, 403)),
        new("404", Fault.Of(FaultKind.Status, 404)),
    ];

    public static ImmutableArray<FaultColumn> Deaths { get; } =
    [
        new("kill", null) { Interruption = Tests.Interruption.PluginKilled, When = FaultMoment.Before },
        new("kill after", null) { Interruption = Tests.Interruption.PluginKilled, When = FaultMoment.After, OfWritesOnly = true },
        new("engine", null) { Interruption = Tests.Interruption.EngineKilled, When = FaultMoment.Before },
        new("engine after", null) { Interruption = Tests.Interruption.EngineKilled, When = FaultMoment.After, OfWritesOnly = true },
    ];

    public bool IsFor(CallRow row) => !OfWritesOnly || !row.IsRead;
}
