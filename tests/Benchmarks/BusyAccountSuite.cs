using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>What it costs to find an order whose number was lost, where many other carts and orders have the same plan.</summary>
internal static class BusyAccountSuite
{
    private const int Others = 300;

    public static async Task RunAsync(Bench bench)
    {
        bench.Figures.Title(string.Create(CultureInfo.InvariantCulture, $"An account with {Others} other carts and {Others} other orders"));
        foreach (var (title, isLost) in new[] { ("create", false), ("create whose checkout is not answered", true) })
        {
            bench.ResetApi();
            using var colleague = new Colleague(bench.Api.BaseUri);
            await Task.WhenAll(Enumerable.Range(0, Others).Select(i => colleague.FillCartAsync($"pending {i}")));
            foreach (var cart in await Task.WhenAll(Enumerable.Range(0, Others).Select(i => colleague.FillCartAsync($"ordered {i}"))))
            {
                await colleague.CheckOutAsync(cart);
            }

            if (isLost)
            {
                bench.Api.AddFaults([new Fault { Method = "POST", Path = "/order/cart/*/checkout", Kind = FaultKind.DropAfter }]);
            }

            await using var plugin = await bench.StartPluginAsync();
            var before = bench.Api.Summary().Calls;
            await plugin.CreateAsync(new Project("busy"));
            bench.Figures.Add($"{title}: API calls", "", bench.Api.Summary().Calls - before);
            Suites.Expect(Others + 1, bench.Api.Summary().Orders, "orders");
        }
    }

    /// <summary>Orders without Pulumi.</summary>
    private sealed class Colleague(Uri api) : IDisposable
    {
        private readonly HttpClient _http = new()
        {
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "at") },
        };

        public async Task<string> FillCartAsync(string description)
        {
            var cart = (await PostAsync("/order/cart", new { ovhSubsidiary = "FR" })).GetProperty("cartId").GetString()!;
            await PostAsync($"/order/cart/{cart}/assign", new { });
            var project = new { planCode = "project.2018", duration = "P1M", pricingMode = "default", quantity = 1 };
            var item = (await PostAsync($"/order/cart/{cart}/cloud", project)).GetProperty("itemId");
            await PostAsync($"/order/cart/{cart}/item/{item}/configuration", new { label = "description", value = description });
            return cart;
        }

        public Task CheckOutAsync(string cart) => PostAsync($"/order/cart/{cart}/checkout", new { });

        public void Dispose() => _http.Dispose();

        private async Task<JsonElement> PostAsync(string path, object body)
        {
            using var answer = await _http.PostAsJsonAsync(api + path, body);
            return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        }
    }
}
