using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Unit.Ordering.Laws;

/// <summary>What becomes of one call to the API that is not simply answered.</summary>
/// <param name="Kind">What the API does with it.</param>
/// <param name="Interruption">Whom it is the end of then: before an answer arrives.</param>
internal sealed record Fate(FaultKind Kind, int? Status = null, Interruption? Interruption = null)
{
    public Fault Fault => Fault.Of(Kind, Status);

    public override string ToString() => $"{Kind} {Status} {Interruption}".Trim();
}
