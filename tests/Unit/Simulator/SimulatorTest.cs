using System.Text.Json;
using PulumiOvhOrder.Simulator;

namespace PulumiOvhOrder.Tests.Unit.Simulator;

/// <summary>A simulator of its own for each test, on a clock that stands still, asked over real HTTP.</summary>
public abstract class SimulatorTest : IAsyncLifetime
{
    private protected const string Plan = "project.2018";

    private protected ManualTimeProvider Clock { get; } = new();

    private protected SimulatorHost Host { get; private set; } = null!;

    private protected ApiClient Api { get; private set; } = null!;

    private protected virtual SimulatorOptions Options => new();

    public async ValueTask InitializeAsync()
    {
        Host = await SimulatorHost.StartAsync(Options, Clock);
        Api = new ApiClient(Host.BaseUri, Clock);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<string> NewCart(string? description = null, bool assign = true, string subsidiary = "FR")
    {
        var cart = await Api.Json("POST", "/order/cart", new { ovhSubsidiary = subsidiary, description });
        var cartId = cart.Text("cartId");
        if (assign)
        {
            await Api.Json("POST", $"/order/cart/{cartId}/assign");
        }

        return cartId;
    }

    private protected async Task<long> AddItem(
        string cartId, string planCode = Plan, string duration = "P1M", string pricingMode = "default", int quantity = 1)
    {
        var item = await Api.Json("POST", $"/order/cart/{cartId}/cloud", new { planCode, duration, pricingMode, quantity });
        return item.Long("itemId");
    }

    private protected Task<JsonElement> Label(string cartId, long itemId, string label, string value) =>
        Api.Json("POST", $"/order/cart/{cartId}/item/{itemId}/configuration", new { label, value });

    /// <summary>A cart that is ready to be checked out.</summary>
    private protected async Task<(string CartId, long ItemId)> ReadyCart(
        string planCode = Plan, string description = "my project", string subsidiary = "FR")
    {
        var cartId = await NewCart(subsidiary: subsidiary);
        var itemId = await AddItem(cartId, planCode);
        await Label(cartId, itemId, "description", description);
        return (cartId, itemId);
    }

    private protected async Task<long> PlacedOrder(bool autoPay = true, string planCode = Plan, string subsidiary = "FR")
    {
        var (cartId, _) = await ReadyCart(planCode, subsidiary: subsidiary);
        var order = await Api.Json("POST", $"/order/cart/{cartId}/checkout", new { autoPayWithPreferredPaymentMethod = autoPay });
        return order.Long("orderId");
    }

    private protected async Task<string> DeliveredProject(string planCode = Plan, string subsidiary = "FR")
    {
        await PlacedOrder(planCode: planCode, subsidiary: subsidiary);
        return (await Api.Json("GET", "/cloud/project"))[0].GetString()!;
    }

    private protected async Task<string> Status(long orderId) => (await Api.Json("GET", $"/me/order/{orderId}/status")).GetString()!;

    private protected async Task<JsonElement[]> Details(long orderId)
    {
        var details = new List<JsonElement>();
        foreach (var id in (await Api.Json("GET", $"/me/order/{orderId}/details")).EnumerateArray())
        {
            details.Add(await Api.Json("GET", $"/me/order/{orderId}/details/{id}"));
        }

        return [.. details];
    }
}
