using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;

namespace PulumiOvhOrder.Faults.Environments;

/// <summary>
/// The provider in this process, whose engine can die: then it sees the end of its stdin, stops what it is doing, and gets no goodbye.
/// </summary>
internal sealed class OrphanedPlugin(TimeProvider time) : IPluginLauncher
{
    private static readonly TimeSpan CallsTimeout = TimeSpan.FromSeconds(2.5);

    private readonly Lock _lock = new();
    private readonly List<Running> _running = [];

    public async Task<IPluginProcess> StartAsync(PluginLaunch launch, CancellationToken cancellationToken)
    {
        var engine = new EngineClient(MaintainerLog.Silent, TimeProvider.System);
        engine.ConnectTo(launch.EngineAddress);
        var provider = TestEnvironment.Provider(engine, time);
        var server = GrpcServer.For(provider, engine, MaintainerLog.Silent);
        var running = new Running(provider, server, $"127.0.0.1:{await server.StartAsync(cancellationToken)}");
        lock (_lock)
        {
            _running.Add(running);
        }

        return running;
    }

    /// <summary>Begins the end of everything that runs; what it answers meanwhile no one hears.</summary>
    public void Orphan()
    {
        lock (_lock)
        {
            _running.ForEach(r => r.Orphan());
        }
    }

    private sealed class Running(IProvider provider, GrpcServer server, string address) : IPluginProcess
    {
        public string Address => address;

        public string Directory => AppContext.BaseDirectory;

        /// <summary>The engine is dead: it speaks to no one.</summary>
        public bool HasEnded { get; private set; }

        public string Output => "";

        public void Orphan()
        {
            HasEnded = true;
            provider.Cancel();
        }

        /// <summary>Keeps its port until here: the calls that it still has would reach another provider of this process.</summary>
        public async Task StopAsync()
        {
            provider.Cancel();
            using var timeout = new CancellationTokenSource(CallsTimeout, TimeProvider.System);
            await server.StopAsync(timeout.Token);
            server.Dispose();
        }
    }
}
