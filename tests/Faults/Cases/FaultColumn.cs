using System.Collections.Immutable;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Faults.Cases;

/// <summary>One way in which a call can go wrong.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Fault">What the simulator does with the call; null where the provider or its engine dies instead.</param>
internal sealed record FaultColumn(string Name, Func<CallRow, Fault>? Fault)
{
    private const int LateMs = 3600;

    /// <summary>The provider or the engine dies at this moment of the call.</summary>
    public FaultMoment? Death { get; init; }

    /// <summary>It is the engine that dies; else the provider.</summary>
    public bool OfEngine { get; init; }

    /// <summary>An attempt is given up after three seconds: a busy machine answers the others within them.</summary>
    public bool ShortTimeout { get; init; }

    /// <summary>Outputs that repeat what the API says once, and that need not be right where it says something else.</summary>
    public ImmutableHashSet<string> MayDiffer { get; init; } = [];

    public static ImmutableArray<FaultColumn> Answers { get; } =
    [
        new("500", row => row.Fault(FaultKind.Status)),
        new("500 after", row => row.Fault(FaultKind.StatusAfter)),
        new("drop", row => row.Fault(FaultKind.DropBefore)),
        new("drop after", row => row.Fault(FaultKind.DropAfter)),
        new("slow", row => row.Fault(FaultKind.Delay) with { DelayMs = LateMs }) { ShortTimeout = true },
        new("late", row => row.Fault(FaultKind.Delay) with { DelayMs = LateMs, When = FaultMoment.Before }) { ShortTimeout = true },
        new("html", row => row.Fault(FaultKind.Html)),
        new("truncate", row => row.Fault(FaultKind.Truncate)),
        new("429", row =>
            row.Fault(FaultKind.Status) with { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "0" } }),
        new("403", row => row.Fault(FaultKind.Status) with { Status = 403 }),
        new("404", row => row.Fault(FaultKind.Status) with { Status = 404 }),
    ];

    public static ImmutableArray<FaultColumn> Deaths { get; } =
    [
        new("kill", null) { Death = FaultMoment.Before },
        new("kill after", null) { Death = FaultMoment.After },
        new("engine", null) { Death = FaultMoment.Before, OfEngine = true },
        new("engine after", null) { Death = FaultMoment.After, OfEngine = true },
    ];
}
