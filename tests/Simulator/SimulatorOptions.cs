namespace PulumiOvhOrder.Simulator;

/// <summary>What a simulator is started with; what may change while it runs is in <see cref="SideDoor.SimulatorSettings"/>.</summary>
public sealed record SimulatorOptions
{
    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; }

    public Site Site { get; init; } = Site.Eu;

    /// <summary>From payment to delivery; zero delivers at once.</summary>
    public TimeSpan DeliveryDelay { get; init; } = TimeSpan.Zero;
}
