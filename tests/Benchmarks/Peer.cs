using System.Diagnostics;
using System.Globalization;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>
/// Another provider of the same service, beside ours in the same run. How to speak to it is its driver's business: it is told what to do
/// and against which API, and prints lines such as <c>wall 145.2 ms</c>.
/// </summary>
internal static class Peer
{
    private const int LatencyMs = 50;

    public static async Task RunAsync(Bench bench)
    {
        if (Environment.GetEnvironmentVariable("PEER_DRIVER") is not { Length: > 0 } driver
            || Environment.GetEnvironmentVariable("PEER_BINARY") is not { Length: > 0 } binary)
        {
            return;
        }

        bench.Figures.Title($"The peer: {Path.GetFileName(binary)}");
        await MeasureAsync(bench, driver, binary, "configure", 0, bench.Options.Runs(usual: 15, quick: 5));
        await MeasureAsync(bench, driver, binary, "create", LatencyMs, bench.Options.Runs(usual: 3, quick: 1));
    }

    private static async Task MeasureAsync(Bench bench, string driver, string binary, string what, int latencyMs, int runs)
    {
        var printed = new Dictionary<string, (string Unit, List<double> Values)>();
        List<double> calls = [];
        for (var run = 0; run < runs; run++)
        {
            bench.ResetApi(latencyMs);
            foreach (var line in await DriveAsync(driver, binary, what, bench.Api.BaseUri))
            {
                if (line.Split(' ') is [var name, var number, var unit]
                    && double.TryParse(number, CultureInfo.InvariantCulture, out var value))
                {
                    printed.TryAdd(name, (unit, []));
                    printed[name].Values.Add(value);
                }
            }

            calls.Add(bench.Api.Summary().Calls);
        }

        var head = string.Create(CultureInfo.InvariantCulture, $"peer, {what}, {latencyMs} ms per API call: ");
        foreach (var (name, (unit, values)) in printed)
        {
            bench.Figures.Add(head + name, unit, values);
        }

        bench.Figures.Add(head + "API calls", "", calls);
    }

    private static async Task<string[]> DriveAsync(string driver, string binary, string what, Uri api)
    {
        using var process = Process.Start(new ProcessStartInfo(driver, [binary, what, api.AbsoluteUri]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{driver} did not start");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : throw new InvalidOperationException($"{driver} {binary} {what} ended with {process.ExitCode}: {output}");
    }
}
