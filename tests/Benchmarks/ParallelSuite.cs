using System.Globalization;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>Many creates at once, in one process.</summary>
internal static class ParallelSuite
{
    private const int LatencyMs = 50;

    public static async Task RunAsync(Bench bench)
    {
        foreach (var count in new[] { 1, 10, 50, 200 })
        {
            await RunAsync(bench, count, title: "", []);
        }

        // A limit that is hit in the middle of everything: one pause for all, and no one fails.
        var limited = new Fault
        {
            Method = "POST",
            Path = "/order/cart/*/assign",
            Nth = 20,
            Times = 5,
            Kind = FaultKind.Status,
            Status = 429,
            Headers = new Dictionary<string, string> { ["Retry-After"] = "1" },
        };
        await RunAsync(bench, 200, ", five calls answered 429 with Retry-After: 1", [limited]);
    }

    private static async Task RunAsync(Bench bench, int count, string title, IReadOnlyList<Fault> faults)
    {
        List<double> walls = [], peaks = [], cpu = [], calls = [];
        for (var run = 0; run < bench.Options.Runs(usual: 3, quick: 1); run++)
        {
            bench.ResetApi(LatencyMs);
            bench.Api.AddFaults(faults);
            await using var plugin = await bench.StartPluginAsync();
            var before = plugin.Reading;
            walls.Add(await Suites.TimeAsync(() =>
                Task.WhenAll(Enumerable.Range(0, count).Select(i => plugin.CreateAsync(new Project($"parallel-{i}"))))));
            var after = plugin.Reading;
            var summary = bench.Api.Summary();
            Suites.Expect(count, summary.Orders, "orders");
            Suites.Expect(count, summary.Projects, "projects");
            Suites.Expect(0, summary.OpenCarts + summary.StrayCarts, "carts left");
            peaks.Add(after.PeakMiB);
            cpu.Add(after.CpuMs - before.CpuMs);
            calls.Add(summary.Calls);
        }

        bench.Figures.Title(string.Create(CultureInfo.InvariantCulture, $"{count} creates at once, {LatencyMs} ms per API call{title}"));
        bench.Figures.Add("wall", "ms", walls);
        bench.Figures.Add("peak memory", "MiB", peaks);
        bench.Figures.Add("CPU", "ms", cpu);
        bench.Figures.Add("API calls per create", "", [.. calls.Select(c => c / count)]);
    }
}
