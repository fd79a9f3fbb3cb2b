namespace PulumiOvhOrder.Simulator.SideDoor;

/// <summary>The counts that tell whether a client ordered what it should and left nothing behind.</summary>
public sealed record SimulatorSummary
{
    /// <summary>Carts ever created.</summary>
    public required int Carts { get; init; }

    /// <summary>Assigned to the account and neither checked out, deleted nor expired.</summary>
    public required int OpenCarts { get; init; }

    /// <summary>Never assigned and neither deleted nor expired: no one can remove these.</summary>
    public required int StrayCarts { get; init; }

    /// <summary>How long the longest-lived stray cart still lives.</summary>
    public required long StrayLongestSeconds { get; init; }

    public required int Orders { get; init; }

    public required int PaidOrders { get; init; }

    /// <summary>Payments accepted; more than paid orders would mean that one was paid twice.</summary>
    public required int Payments { get; init; }

    /// <summary>Delivered and not terminated.</summary>
    public required int Projects { get; init; }

    public required int Calls { get; init; }

    public required int UnknownCalls { get; init; }
}
