using System.Globalization;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>
/// The life of one project, delivered at once: the time is the API's, times the longest chain of calls that wait for each other.
/// </summary>
internal static class OrderSuite
{
    private const int SlowMs = 200;

    public static async Task RunAsync(Bench bench)
    {
        foreach (var latencyMs in new[] { 0, 50, SlowMs })
        {
            await RunAsync(bench, latencyMs);
        }

        await RunPaidAsync(bench);
        await ShowCallsAsync(bench);
    }

    /// <summary>Which calls wait for which: those that begin within the same length of a call run side by side.</summary>
    private static async Task ShowCallsAsync(Bench bench)
    {
        bench.ResetApi(SlowMs);
        await using var plugin = await bench.StartPluginAsync();
        var before = bench.Api.Summary().Calls;
        await plugin.CreateAsync(new Project("calls"));
        var calls = bench.Api.Calls().Skip(before).ToList();
        bench.Figures.Title(
            string.Create(CultureInfo.InvariantCulture, $"The calls of a create, {SlowMs} ms each, by the time of their start"));
        foreach (var together in calls.GroupBy(c => Math.Round((c.At - calls[0].At).TotalMilliseconds / SlowMs)))
        {
            bench.Figures.Say(
                string.Create(CultureInfo.InvariantCulture, $"{together.Key * SlowMs} ms"),
                string.Join(", ", together.Select(c => $"`{c.Method} {Shape(c.Path)}`")));
        }

        static string Shape(string path) =>
            string.Join('/', path.Split('/').Select(s => s.Length > 0 && (char.IsAsciiDigit(s[0]) || s.Length >= 32) ? "*" : s));
    }

    private static async Task RunAsync(Bench bench, int latencyMs)
    {
        var stages = new Dictionary<string, List<(double Ms, int Calls)>>();
        for (var run = 0; run < bench.Options.Runs(usual: 7, quick: 3); run++)
        {
            bench.ResetApi(latencyMs);
            await using var plugin = await bench.StartPluginAsync();
            var project = new Project("order");
            await StageAsync("create, the first of its process", async () => project = await plugin.CreateAsync(project));
            await StageAsync("read", () => plugin.ReadAsync(project));
            await StageAsync("update of the description", async () => project = await plugin.UpdateAsync(project, "renamed"));
            await StageAsync("delete", () => plugin.DeleteAsync(project));
            await StageAsync("create, the next of its process", () => plugin.CreateAsync(new Project("next")));
            Suites.Expect(2, bench.Api.Summary().Orders, "orders");
        }

        bench.Figures.Title(
            string.Create(CultureInfo.InvariantCulture, $"One project, {latencyMs} ms per API call, three details, delivered at once"));
        foreach (var (stage, runs) in stages)
        {
            bench.Figures.Add(stage, "ms", [.. runs.Select(r => r.Ms)]);
            if (latencyMs == SlowMs)
            {
                bench.Figures.Add($"{stage}: API calls", "", [.. runs.Select(r => (double)r.Calls)]);

                // What is left of a division by the latency is the plugin's own time, unless that is as long as a call.
                bench.Figures.Add($"{stage}: longest chain of dependent calls", "", Math.Floor(runs.Min(r => r.Ms) / SlowMs));
            }
        }

        async Task StageAsync(string stage, Func<Task> work)
        {
            var before = bench.Api.Summary().Calls;
            var ms = await Suites.TimeAsync(work);
            stages.TryAdd(stage, []);
            stages[stage].Add((ms, bench.Api.Summary().Calls - before));
        }
    }

    /// <summary>An order that costs something is paid by the default payment method, which must be looked up.</summary>
    private static async Task RunPaidAsync(Bench bench)
    {
        List<double> walls = [], calls = [];
        for (var run = 0; run < bench.Options.Runs(usual: 5, quick: 2); run++)
        {
            bench.ResetApi(SlowMs);
            bench.Api.Configure(settings => settings.PriceWithTax = 12);
            await using var plugin = await bench.StartPluginAsync();
            walls.Add(await Suites.TimeAsync(() => plugin.CreateAsync(new Project("paid"))));
            calls.Add(bench.Api.Summary().Calls);
            Suites.Expect(1, bench.Api.Summary().PaidOrders, "paid orders");
        }

        bench.Figures.Title(string.Create(CultureInfo.InvariantCulture, $"One project that costs 12.00 EUR, {SlowMs} ms per API call"));
        bench.Figures.Add("create", "ms", walls);
        bench.Figures.Add("create: API calls", "", calls);
        bench.Figures.Add("create: longest chain of dependent calls", "", Math.Floor(walls.Min() / SlowMs));
    }
}
