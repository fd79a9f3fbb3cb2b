namespace PulumiOvhOrder.Benchmarks;

/// <summary>The calls that the engine makes most, over the wire, with an API that answers at once.</summary>
internal static class WireSuite
{
    private const int PreviewCount = 100;

    public static async Task RunAsync(Bench bench)
    {
        var figures = bench.Figures;
        var runs = bench.Options.Runs(usual: 1000, quick: 300);
        bench.ResetApi();
        await using var plugin = await bench.StartPluginAsync();
        var project = await plugin.CreateAsync(new Project("wire"));

        figures.Title("Calls over the wire, API without latency");
        figures.AddTail("Check", "ms", await RepeatAsync(runs, () => plugin.CheckAsync(project)));
        figures.AddTail("Diff, nothing changed", "ms", await RepeatAsync(runs, () => plugin.DiffAsync(project)));
        figures.AddTail("preview of a Create, quote known", "ms",
            await RepeatAsync(runs, () => plugin.PreviewAsync(new Project("preview"))));

        bench.ResetApi();
        await using var other = await bench.StartPluginAsync();
        await Task.WhenAll(Enumerable.Range(0, PreviewCount).Select(i => other.PreviewAsync(new Project($"equal-{i}"))));
        var summary = bench.Api.Summary();
        figures.Add($"API calls of a preview of {PreviewCount} equal resources", "", summary.Calls);
        figures.Add("carts left by it", "", summary.OpenCarts + summary.StrayCarts);
    }

    private static async Task<List<double>> RepeatAsync(int runs, Func<Task> call)
    {
        var times = new List<double>(runs);
        for (var run = -runs / 10; run < runs; run++)
        {
            var time = await Suites.TimeAsync(call);
            if (run >= 0)
            {
                times.Add(time);
            }
        }

        return times;
    }
}
