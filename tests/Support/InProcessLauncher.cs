using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;

namespace PulumiOvhOrder.Tests;

/// <summary>
/// Serves a provider from this process, over real HTTP/2: for tests that want to hold what is inside. Every "process" gets a provider of
/// its own, as it would outside.
/// </summary>
internal sealed class InProcessLauncher(Func<IEngine, IProvider> factory, TimeProvider time) : IPluginLauncher
{
    public async Task<IPluginProcess> StartAsync(PluginLaunch launch, CancellationToken cancellationToken)
    {
        var engine = new EngineClient(MaintainerLog.Silent, time);
        engine.ConnectTo(launch.EngineAddress);
        var provider = factory(engine);
        var server = GrpcServer.For(provider, engine, MaintainerLog.Silent);
        return new Hosted(provider, server, engine, $"127.0.0.1:{await server.StartAsync(cancellationToken)}");
    }

    private sealed class Hosted(IProvider provider, GrpcServer server, EngineClient engine, string address) : IPluginProcess
    {
        public string Address => address;

        public string Directory => AppContext.BaseDirectory;

        public bool HasEnded => false;

        public string Output => "";

        public async Task StopAsync()
        {
            provider.Cancel();
            await server.StopAsync(CancellationToken.None);
            server.Dispose();
            engine.Dispose();
            await (provider is IAsyncDisposable configured ? configured.DisposeAsync() : ValueTask.CompletedTask);
        }
    }
}
