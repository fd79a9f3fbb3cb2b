namespace PulumiOvhOrder.Simulator.SideDoor;

/// <summary>An order as the simulator sees it, with what the client asked for at checkout.</summary>
public sealed record OrderRecord
{
    public required long OrderId { get; init; }

    public required string CartId { get; init; }

    public required string Status { get; init; }

    public required bool Paid { get; init; }

    public required string PlanCode { get; init; }

    public required string? ProjectId { get; init; }

    public required bool AutoPay { get; init; }

    public required bool WaiveRetractationPeriod { get; init; }

    public required IReadOnlyDictionary<string, string> Configuration { get; init; }
}
