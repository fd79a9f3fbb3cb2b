using PulumiOvhOrder.Faults.Cases;
using PulumiOvhOrder.Faults.Environments;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Faults.Soaking;

/// <summary>Random faults in a test environment: any call may go wrong, and the provider's process may die at any of them.</summary>
/// <param name="faults">How likely a call goes wrong, from 0 to 1.</param>
/// <param name="deaths">How likely the provider dies at a call, before or after it is processed.</param>
internal sealed class Storm(int seed, double faults, double deaths, string pluginPath)
{
    private static readonly FaultKind[] Kinds =
    [
        FaultKind.Status, FaultKind.StatusAfter, FaultKind.DropBefore, FaultKind.DropAfter, FaultKind.Html, FaultKind.Truncate,
            FaultKind.Delay,
    ];

    private static readonly int[] Statuses = [500, 502, 503, 429, 403];

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    public int Faults { get; private set; }

    public int Deaths { get; private set; }

    /// <summary>Until it is calmed, everything that is done on the environment is done in the storm.</summary>
    public void Rise(TestEnvironment environment)
    {
        var mortal = new MortalPlugin(pluginPath);
        environment.Plugin = mortal;
        environment.Simulator.Watcher = async (call, moment) =>
        {
            var (fault, dies) = Draw(call, moment);
            if (fault is not null)
            {
                environment.Simulator.AddFaults(fault);
            }

            if (dies)
            {
                await mortal.KillAsync();
            }
        };
    }

    public static void Calm(TestEnvironment environment)
    {
        environment.Simulator.Watcher = null;
        environment.Simulator.ClearFaults();
        environment.Plugin = environment.Healthy;
    }

    private (Fault? Fault, bool Dies) Draw(CallRecord call, FaultMoment moment)
    {
        lock (_lock)
        {
            var hit = moment == FaultMoment.Before && _random.NextDouble() < faults;
            var dies = _random.NextDouble() < deaths / 2;
            Faults += hit ? 1 : 0;
            Deaths += dies ? 1 : 0;
            return (hit ? FaultFor(call) : null, dies);
        }
    }

    private Fault FaultFor(CallRecord call)
    {
        var kind = Kinds[_random.Next(Kinds.Length)];
        return new Fault
        {
            Method = call.Method,
            Path = CallRow.PathOf(call),
            Kind = kind,
            Times = _random.Next(1, 4),
            Status = kind is FaultKind.Status or FaultKind.StatusAfter ? Statuses[_random.Next(Statuses.Length)] : null,
            Headers = new Dictionary<string, string> { ["Retry-After"] = "0" },
            DelayMs = kind == FaultKind.Delay ? _random.Next(1, 400) : 0,
            When = _random.Next(2) == 0 ? FaultMoment.Before : FaultMoment.After,
        };
    }
}
