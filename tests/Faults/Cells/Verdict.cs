using PulumiOvhOrder.Faults.Stands;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Faults.Cells;

/// <summary>Compares what exists with what should.</summary>
internal static class Verdict
{
    private const int LongestStraySeconds = 3600;

    public static CellResult? Of(Stand stand, Scenario scenario, FinalState final, FinalState? reference)
    {
        var summary = stand.Simulator.Summary();
        return OfCounts(stand, scenario)
            ?? (reference is not null && final.DifferenceFrom(reference) is { } difference ? new CellResult(difference, stand.Output) : null)
            ?? (summary.UnknownCalls > 0 ? new CellResult("unknown call", stand.Output) : null);
    }

    public static CellResult? OfCounts(Stand stand, Scenario scenario)
    {
        var summary = stand.Simulator.Summary();
        return Counts(summary, scenario.Expected, stand) ?? Stray(summary, stand);
    }

    public static CellResult? OfEnd(Stand stand)
    {
        var summary = stand.Simulator.Summary();
        var left = stand.State.Load().Resources.Count(r => r.Urn == Scenarios.Urn);
        return summary is { Projects: 0, OpenCarts: 0 } && left == 0 ? Stray(summary, stand)
            : new CellResult($"leaves {summary.Projects} projects, {summary.OpenCarts} carts, {left} in state", stand.Output);
    }

    private static CellResult? Counts(SimulatorSummary summary, Expected expected, Stand stand) =>
        summary.Orders == expected.Orders && summary.Payments == expected.Payments && summary.PaidOrders == expected.Payments
            && summary.Projects == expected.Projects && summary.OpenCarts == expected.OpenCarts ? null : Wrong(summary, stand);

    private static CellResult Wrong(SimulatorSummary summary, Stand stand) =>
        new($"{summary.Orders}/{summary.Payments}/{summary.Projects}/{summary.OpenCarts}", stand.Output);

    private static CellResult? Stray(SimulatorSummary summary, Stand stand) =>
        summary.StrayLongestSeconds > LongestStraySeconds ? new CellResult("stray cart lives on", stand.Output) : null;
}
