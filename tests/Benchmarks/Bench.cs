using PulumiOvhOrder.Simulator;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>What every group of figures works with.</summary>
internal sealed record Bench(BenchmarkOptions Options, Figures Figures, EngineServer Engine, SimulatorHost Api)
{
    public Task<Plugin> StartPluginAsync() => Plugin.StartAsync(Options.Plugin, Engine.Address, Api.BaseUri);

    /// <summary>An API without any orders, that takes so long for each answer.</summary>
    public void ResetApi(int latencyMs = 0, long deliveryDelayMs = 0)
    {
        Api.Reset();
        Api.Configure(settings =>
        {
            settings.LatencyMs = latencyMs;
            settings.DeliveryDelayMs = deliveryDelayMs;
            settings.DetailCount = 3;
        });
    }
}
