using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator;

/// <summary>A running simulator; its methods do in process what the side door does over HTTP.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly Simulation _simulation;
    private readonly ApiServer _server;

    private SimulatorHost(Simulation simulation, ApiServer server)
    {
        _simulation = simulation;
        _server = server;
        BaseUri = new Uri($"http://127.0.0.1:{server.Port}/1.0");
    }

    public Uri BaseUri { get; }

    /// <summary>The same port also speaks HTTPS, with this certificate (PEM).</summary>
    public string Certificate => _simulation.Certificate.Pem;

    /// <summary>Called when a call arrived and again when it was processed, before its answer; both wait for it.</summary>
    public Func<CallRecord, FaultMoment, Task>? Watcher
    {
        get => _simulation.Watcher;
        set => _simulation.Watcher = value;
    }

    public static async Task<SimulatorHost> StartAsync(SimulatorOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var simulation = new Simulation(options, time ?? TimeProvider.System);
        var server = new ApiServer(simulation);
        await server.StartAsync(options.Port);
        return new SimulatorHost(simulation, server);
    }

    public SimulatorSummary Summary() => _simulation.Summary();

    public IReadOnlyList<CallRecord> Calls() => _simulation.Calls.Snapshot();

    /// <summary>The ids of the carts that are assigned to the account and neither checked out, deleted nor expired.</summary>
    public IReadOnlyList<string> OpenCarts() =>
        _simulation.Locked(world => world.Carts.Where(cart => cart.IsOpen(world.Now)).Select(cart => cart.Id).ToList());

    public IReadOnlyList<OrderRecord> Orders() => _simulation.Orders();

    public IReadOnlyList<ProjectRecord> Projects() => _simulation.Projects();

    public void Configure(Action<SimulatorSettings> change) => _simulation.Configure(change);

    /// <param name="json">Any subset of the settings, as the side door takes it.</param>
    public void Configure(string json) => _simulation.Configure(json);

    public void AddFaults(params IEnumerable<Fault> faults) => _simulation.Faults.Add(faults);

    public void ClearFaults() => _simulation.Faults.Clear();

    /// <param name="orderId">An order that exists.</param>
    /// <param name="status">Null lets the order go its natural way again.</param>
    /// <param name="followUp">The label with which the order's followUp ends; null for what goes with the status.</param>
    public void ForceOrderStatus(long orderId, string? status, string? followUp = null) =>
        _simulation.ForceOrderStatus(orderId, status, followUp);

    public void Reset() => _simulation.Reset();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _simulation.Certificate.Dispose();
    }
}
