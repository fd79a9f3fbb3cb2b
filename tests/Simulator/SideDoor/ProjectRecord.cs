namespace PulumiOvhOrder.Simulator.SideDoor;

/// <summary>A delivered project as the simulator sees it, with what was ordered and credited for it.</summary>
public sealed record ProjectRecord
{
    public required string ProjectId { get; init; }

    public required long OrderId { get; init; }

    public required string PlanCode { get; init; }

    public required string Description { get; init; }

    public required bool Terminated { get; init; }

    public required IReadOnlyList<string> Options { get; init; }

    public required IReadOnlyList<string> Vouchers { get; init; }
}
