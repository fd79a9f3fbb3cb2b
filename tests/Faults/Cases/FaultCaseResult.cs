using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Faults.Cases;

/// <param name="Word">What the table shows.</param>
/// <param name="Log">Everything that was printed, for a cell that is not as it should be.</param>
internal sealed record FaultCaseResult(string Word, string Log)
{
    public const string Ok = "ok";

    /// <summary>
    /// It ended with an error that leaves the decision to the user, who took the order over as it said, and then all was well.
    /// </summary>
    public const string Asks = "asks";

    public const string NotDestroyed = "not destroyed";

    public bool IsGood => Word is Ok or Asks;

    public FinalState? Final { get; init; }

    /// <summary>With their answers, in the order of their arrival.</summary>
    public IReadOnlyList<CallRecord> Calls { get; init; } = [];

    public IReadOnlyList<CallRow> Rows => CallRow.Of(Calls);
}
