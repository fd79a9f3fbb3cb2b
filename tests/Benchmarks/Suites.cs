using System.Diagnostics;
using PulumiOvhOrder.Simulator;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>What is measured, in the order of the table; and what the groups of figures have in common.</summary>
internal static class Suites
{
    public static async Task RunAllAsync(BenchmarkOptions options, Figures figures)
    {
        await using var engine = await EngineServer.StartAsync(_ => Task.CompletedTask);
        await using var api = await SimulatorHost.StartAsync(new SimulatorOptions());
        var bench = new Bench(options, figures, engine, api);
        await WarmUpAsync(bench);
        SizeSuite.Run(bench);
        await StartSuite.RunAsync(bench);
        await WireSuite.RunAsync(bench);
        await AllocationSuite.RunAsync(bench);
        await OrderSuite.RunAsync(bench);
        await ColdSuite.RunAsync(bench);
        await DeliverySuite.RunAsync(bench);
        await ParallelSuite.RunAsync(bench);
        await BusyAccountSuite.RunAsync(bench);
        await Peer.RunAsync(bench);
    }

    /// <summary>How long something takes, in milliseconds.</summary>
    public static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>A benchmark that ordered twice, or not at all, measured something else.</summary>
    public static void Expect(int expected, int found, string what)
    {
        if (expected != found)
        {
            throw new InvalidOperationException($"expected {expected} {what}, found {found}");
        }
    }

    /// <summary>
    /// The simulator and the client run in this process and are compiled as they are used: the plugin must not wait for that.
    /// </summary>
    private static async Task WarmUpAsync(Bench bench)
    {
        for (var run = 0; run < 3; run++)
        {
            await using var plugin = await bench.StartPluginAsync();
            var projects = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => plugin.CreateAsync(new Project($"warm-{i}"))));
            foreach (var project in projects.Take(5))
            {
                await plugin.ReadAsync(project);
                await plugin.DeleteAsync(await plugin.UpdateAsync(project, "warmed"));
            }

            bench.Api.Reset();
        }
    }
}
