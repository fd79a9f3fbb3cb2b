using PulumiOvhOrder.Benchmarks;
using PulumiOvhOrder.Simulator;
using PulumiOvhOrder.Simulator.SideDoor;
using BenchPlugin = PulumiOvhOrder.Benchmarks.Plugin;

namespace PulumiOvhOrder.Faults.Soaking;

/// <summary>
/// One process that orders, reads, renames and ends projects for as long as it is asked to, in a light rain of faults, and must not grow.
/// </summary>
internal sealed class Endurance(string pluginPath, TextWriter output)
{
    private const int Together = 25;
    private const int CyclesToWarmUp = 8;

    /// <returns>What is wrong; null when nothing is.</returns>
    public async Task<string?> RunAsync(TimeSpan duration)
    {
        await using var engine = await EngineServer.StartAsync(_ => Task.CompletedTask);
        await using var api = await SimulatorHost.StartAsync(new SimulatorOptions());
        await using var plugin = await BenchPlugin.StartAsync(pluginPath, engine.Address, api.BaseUri);
        var began = TimeProvider.System.GetTimestamp();
        ProcessReading? warm = null;
        var cycles = 0;
        while (cycles <= CyclesToWarmUp || TimeProvider.System.GetElapsedTime(began) < duration)
        {
            if (await CycleAsync(plugin, api, cycles++) is { } wrong)
            {
                return wrong;
            }

            // An API without memory numbers its orders again: the plugin has to forget as well.
            api.Reset();
            await plugin.ConfigureAsync(engine.Address, api.BaseUri);
            warm ??= cycles == CyclesToWarmUp ? plugin.Reading : null;
        }

        var (before, after) = (warm!, plugin.Reading);
        var memory = FormattableString.Invariant($"resident {before.ResidentMiB:0.0} then {after.ResidentMiB:0.0} MiB");
        var rest = $"{before.Threads} then {after.Threads} threads, {before.Handles} then {after.Handles} handles";
        output.WriteLine($"one process, {cycles * Together} projects: {memory}, {rest}");
        return after.Handles > before.Handles + 8 ? "handles leak"
            : after.Threads > before.Threads + 8 ? "threads leak"
            : after.ResidentMiB > (before.ResidentMiB * 1.3) + 8 ? "memory leaks"
            : null;
    }

    private static async Task<string?> CycleAsync(BenchPlugin plugin, SimulatorHost api, int cycle)
    {
        api.AddFaults(
            new Fault { Method = "POST", Path = "/order/cart/*/checkout", Kind = FaultKind.DropAfter, Nth = 1 + (cycle % Together) },
            new Fault { Method = "POST", Path = "/order/cart/*/cloud", Kind = FaultKind.StatusAfter, Nth = 1 + (cycle % Together) },
            new Fault { Method = "GET", Path = "/me/order/*/status", Kind = FaultKind.Status, Nth = 1 + (cycle % Together), Times = 2 },
            new Fault { Method = "GET", Path = "/cloud/project/*", Kind = FaultKind.Html, Nth = 1 + (cycle % Together) });
        await Task.WhenAll(Enumerable.Range(0, Together).Select(async i =>
        {
            var project = await plugin.CreateAsync(new Project($"cycle-{cycle}-{i}") { Description = $"cycle {cycle} {i}" });
            await plugin.ReadAsync(project);
            await plugin.DeleteAsync(await plugin.UpdateAsync(project, "renamed"));
        }));
        var summary = api.Summary();
        return (summary.Orders, summary.Payments, summary.Projects, summary.OpenCarts) == (Together, Together, 0, 0)
            ? null
            : $"cycle {cycle}: {summary.Orders} orders, {summary.Payments} payments, {summary.Projects} projects and {summary.OpenCarts} "
                + $"carts left of {Together} projects";
    }
}
