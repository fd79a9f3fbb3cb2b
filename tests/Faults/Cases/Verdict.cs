using PulumiOvhOrder.Faults.Environments;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Faults.Cases;

/// <summary>Compares what exists with what should.</summary>
internal static class Verdict
{
    private const int LongestStraySeconds = 3600;

    public static FaultCaseResult? Of(
        TestEnvironment environment, Scenario scenario, FinalState final, FinalState? reference, IReadOnlySet<string> mayDiffer)
    {
        var summary = environment.Simulator.Summary();
        var difference = reference is null ? null : final.DifferenceFrom(reference, mayDiffer);
        return OfCounts(environment, scenario.Expected)
            ?? (difference is not null ? new FaultCaseResult(difference, environment.Output) : null)
            ?? (summary.UnknownCalls > 0 ? new FaultCaseResult("unknown call", environment.Output) : null);
    }

    public static FaultCaseResult? OfCounts(TestEnvironment environment, Expected expected)
    {
        var summary = environment.Simulator.Summary();
        return Counts(summary, expected, environment) ?? Stray(summary, environment);
    }

    public static FaultCaseResult? OfEnd(TestEnvironment environment)
    {
        var summary = environment.Simulator.Summary();
        var left = environment.State.Load().Resources.Count(r => r.Urn == Scenarios.Urn);
        return summary is { Projects: 0, OpenCarts: 0 } && left == 0 ? Stray(summary, environment)
            : new FaultCaseResult($"leaves {summary.Projects} projects, {summary.OpenCarts} carts, {left} in state", environment.Output);
    }

    private static FaultCaseResult? Counts(SimulatorSummary summary, Expected expected, TestEnvironment environment)
    {
        var vouchers = environment.Simulator.Projects().Where(p => !p.Terminated).Sum(p => p.Vouchers.Count);
        return new Expected(summary.Orders, summary.Payments, summary.Projects, summary.OpenCarts, vouchers) == expected
            && summary.PaidOrders == expected.Payments
            ? null
            : new($"{summary.Orders}/{summary.Payments}/{summary.Projects}/{summary.OpenCarts}/{vouchers}", environment.Output);
    }

    private static FaultCaseResult? Stray(SimulatorSummary summary, TestEnvironment environment) =>
        summary.StrayLongestSeconds > LongestStraySeconds ? new FaultCaseResult("stray cart lives on", environment.Output) : null;
}
