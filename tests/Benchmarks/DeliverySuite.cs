using System.Globalization;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>
/// How long a delivered order stays unnoticed, with several orders that are waited for at once, begun at different moments.
/// </summary>
internal static class DeliverySuite
{
    private const int Orders = 10;
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(170);

    public static async Task RunAsync(Bench bench)
    {
        bench.Figures.Title("From delivered to noticed");
        foreach (var seconds in bench.Options.Quick ? new[] { 0, 5 } : [0, 5, 60])
        {
            bench.Figures.Add(
                string.Create(CultureInfo.InvariantCulture, $"delivered {seconds} s after payment"), "ms",
                await RunAsync(bench, TimeSpan.FromSeconds(seconds)));
        }

        await CountAsync(bench);
    }

    /// <summary>What a create asks while it waits.</summary>
    private static async Task CountAsync(Bench bench)
    {
        bench.ResetApi(deliveryDelayMs: 5000);
        await using var plugin = await bench.StartPluginAsync();
        await plugin.CreateAsync(new Project("waiting"));
        bench.Figures.Add("API calls of a create that is delivered 5 s after payment", "", bench.Api.Summary().Calls);
    }

    private static async Task<List<double>> RunAsync(Bench bench, TimeSpan delivery)
    {
        bench.ResetApi(deliveryDelayMs: (long)delivery.TotalMilliseconds);
        await using var plugin = await bench.StartPluginAsync();
        await Task.WhenAll(Enumerable.Range(0, Orders).Select(CreateAsync));
        Suites.Expect(Orders, bench.Api.Summary().Projects, "projects");
        var calls = bench.Api.Calls();
        return [.. bench.Api.Orders().Select(o => Noticed(o.OrderId).TotalMilliseconds)];

        async Task CreateAsync(int index)
        {
            await Task.Delay(index * Apart, TimeProvider.System, CancellationToken.None);
            await plugin.CreateAsync(new Project($"delivery-{index}"));
        }

        TimeSpan Noticed(long order)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/me/order/{order}/");
            var paid = calls.First(c => c.Path.StartsWith(path + "pay", StringComparison.Ordinal) && c.Method == "POST").At;
            return calls.First(c => c.Path == path + "status" && c.At >= paid + delivery).At - paid - delivery;
        }
    }
}
