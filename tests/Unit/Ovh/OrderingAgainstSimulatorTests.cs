using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Simulator;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Unit.Ovh;

// The simulator was written from the API's facts and knows nothing of this client: what they agree on is not a shared mistake of one hand.
public sealed class OrderingAgainstSimulatorTests
{
    public static TheoryData<string> Kinds => ["application key", "service account", "access token"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Project_IsOrderedPaidAndRead_WithEveryKindOfCredentials(string kind)
    {
        // Its clock stands still years from ours, so signatures are accepted only if the server's time is used.
        await using var host = await SimulatorHost.StartAsync(new SimulatorOptions(), new ManualTimeProvider());
        using var api = Connect(host, kind);

        var subsidiary = (await api.Me.GetAsync(default)).OvhSubsidiary;
        var cart = await api.Carts.CreateAsync(new CartCreation(subsidiary!, "d", null), default);
        await api.Carts.AssignAsync(cart.CartId, default);
        var offer = (await api.Carts.OffersAsync(cart.CartId, null, default)).First(o => o.PlanCode == "project.2018");
        var price = offer.Prices.First(p => p.IsFor(PriceCapacity.Renew));
        var item = await api.Carts.AddItemAsync(cart.CartId, new NewItem(offer.PlanCode, price.Duration!, price.PricingMode!, 1), default);
        var required = await api.Carts.RequiredConfigurationAsync(cart.CartId, item.ItemId, default);
        await api.Carts.AddConfigurationAsync(cart.CartId, item.ItemId, new NewConfiguration("description", "Grün & blau"), default);
        var judged = await api.Carts.PreviewCheckoutAsync(cart.CartId, default);
        var order = await api.Carts.CheckoutAsync(cart.CartId, new CheckoutRequest(null), default);

        required.ShouldContain(r => r.Label == "description");
        judged.OrderId.ShouldBeNull();
        order.Prices!.WithTax.ShouldBe(judged.Prices!.WithTax);
        var orderId = order.OrderId!.Value;
        (await api.Carts.GetAsync(cart.CartId, default)).ReadOnly.ShouldBeTrue();
        await api.Orders.PayWithRegisteredPaymentMeanAsync(orderId, PaymentMean.FidelityAccount, default);
        (await api.Orders.StatusAsync(orderId, default)).ShouldBe(OrderStatus.Delivered);
        var details = await api.Orders.DetailsAsync(orderId, default);
        var detail = await api.Orders.GetDetailAsync(orderId, details[0], default);
        ProjectId.TryParse(detail.Domain, out var projectId).ShouldBeTrue();
        (await api.Projects.GetAsync(projectId, default)).OrderId.ShouldBe(orderId);
        (await api.Orders.GetExtensionAsync(orderId, details[0], default)).Order!.Configurations
            .ShouldContain(new OrderedConfiguration("description", "Grün & blau"));
        (await api.Projects.OrdersAsync(default)).ShouldContain(o => o.OrderId == orderId);
        host.Summary().UnknownCalls.ShouldBe(0);
    }

    [Fact]
    public async Task Checkout_ThatWasProcessedButNotAnswered_IsMadeOnce()
    {
        await using var host = await SimulatorHost.StartAsync(new SimulatorOptions());
        using var api = Connect(host, "access token");
        host.AddFaults(new Fault { Method = "POST", Path = "/order/cart/*/checkout", Nth = 1, Times = 1, Kind = FaultKind.DropAfter });
        var cart = await api.Carts.CreateAsync(new CartCreation("FR", null, null), default);
        await api.Carts.AssignAsync(cart.CartId, default);
        await api.Carts.AddItemAsync(cart.CartId, new NewItem("project.2018", "P1M", "default", 1), default);

        var failure = await Should.ThrowAsync<OvhApiException>(
            () => api.Carts.CheckoutAsync(cart.CartId, new CheckoutRequest(null), default));

        failure.Outcome.ShouldBe(CallOutcome.Unknown);
        host.Summary().Orders.ShouldBe(1);
    }

    private static OvhApi Connect(SimulatorHost host, string kind)
    {
        OvhEndpoint.TryParse(host.BaseUri.AbsoluteUri, out var endpoint, out _).ShouldBeTrue();
        Credentials credentials = kind switch
        {
            "application key" => new Credentials.ApplicationKey("ak", new Secret("as"), new Secret("ck")),
            "service account" => new Credentials.OAuth2Client("ci", new Secret("cs")),
            _ => new Credentials.AccessToken(new Secret("at")),
        };
        return OvhApi.Connect(new OvhSettings(endpoint, credentials, 2, TimeSpan.FromSeconds(30), "test"), TimeProvider.System, () => 0.5);
    }
}
