namespace PulumiOvhOrder.Benchmarks;

/// <summary>From nothing to a plugin that is ready for its first resource.</summary>
internal static class StartSuite
{
    public static async Task RunAsync(Bench bench)
    {
        var figures = bench.Figures;
        bench.ResetApi();
        List<double> versions = [], toPort = [], toConfigured = [], cpuAtPort = [], cpuConfigured = [], residentAtPort = [],
            residentConfigured = [];
        var calls = new Dictionary<string, List<double>>();
        for (var run = 0; run < bench.Options.Runs(usual: 25, quick: 9); run++)
        {
            versions.Add((await Plugin.AskVersionAsync(bench.Options.Plugin)).TotalMilliseconds);
            await using var plugin = await Plugin.StartAsync(bench.Options.Plugin, bench.Engine.Address);
            var atPort = plugin.Reading;

            // Reading takes the plugin's time, so that it is not counted twice.
            var times = await plugin.ConfigureAsync(bench.Engine.Address, bench.Api.BaseUri);
            var configured = plugin.Reading;
            toPort.Add(plugin.ToPort.TotalMilliseconds);
            toConfigured.Add(plugin.ToPort.TotalMilliseconds + times.Values.Sum());
            foreach (var (call, ms) in times)
            {
                calls.TryAdd(call, []);
                calls[call].Add(ms);
            }

            cpuAtPort.Add(atPort.CpuMs);
            cpuConfigured.Add(configured.CpuMs);
            residentAtPort.Add(atPort.ResidentMiB);
            residentConfigured.Add(configured.ResidentMiB);
        }

        figures.Title("Start: process start to port line, to Configure answered (Handshake, GetSchema, CheckConfig, Configure)");
        figures.Add("the floor: `--version`, from start to end of the process", "ms", versions);
        figures.Add("to port line, wall", "ms", toPort);
        figures.Add("to port line, CPU", "ms", cpuAtPort);
        figures.Add("to Configure answered, wall", "ms", toConfigured);
        figures.Add("to Configure answered, CPU", "ms", cpuConfigured);
        foreach (var (call, times) in calls)
        {
            figures.Add($"of that, {call}", "ms", times);
        }

        figures.Add("resident at port line", "MiB", residentAtPort);
        figures.Add("resident after Configure", "MiB", residentConfigured);
        figures.Add("API calls until then", "", bench.Api.Summary().Calls);
    }
}
