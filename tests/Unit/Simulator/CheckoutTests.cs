using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Unit.Simulator;

public sealed class CheckoutTests : SimulatorTest
{
    [Fact]
    public async Task A_cart_must_be_assigned_first()
    {
        var cartId = await NewCart(assign: false);
        await AddItem(cartId);

        (await Api.Error(400, "GET", $"/order/cart/{cartId}/checkout")).ShouldBe("This cart hasn't been assigned yet");
        (await Api.Error(400, "POST", $"/order/cart/{cartId}/checkout")).ShouldBe("This cart hasn't been assigned yet");
    }

    [Fact]
    public async Task Configuration_takes_anything_and_checkout_judges_it()
    {
        var cartId = await NewCart();
        var itemId = await AddItem(cartId);
        var wrong = await Label(cartId, itemId, "Beschreibung", "x");
        await Label(cartId, itemId, "description", "one");
        var twice = await Label(cartId, itemId, "description", "two");

        (await Api.Error(400, "GET", $"/order/cart/{cartId}/checkout")).Split('\n').ShouldBe(
        [
            "in customFields there must be a field with name 'Beschreibung'",
            $"Custom field description is duplicated for product {Plan}",
        ]);
        (await Api.Json("GET", $"/order/cart/{cartId}/item/{itemId}/configuration?label=description")).GetArrayLength().ShouldBe(2);
        await Api.Json("DELETE", $"/order/cart/{cartId}/item/{itemId}/configuration/{wrong.Long("id")}");
        await Api.Json("DELETE", $"/order/cart/{cartId}/item/{itemId}/configuration/{twice.Long("id")}");
        await Api.Json("GET", $"/order/cart/{cartId}/checkout");
    }

    [Fact]
    public async Task Required_labels_and_allowed_values_can_be_set()
    {
        Host.Configure(settings => settings.RequiredConfiguration =
        [
            new ConfigurationRequirement { Label = "description", Required = true },
            new ConfigurationRequirement { Label = "infrastructure", AllowedValues = ["production"] },
        ]);
        var cartId = await NewCart();
        var itemId = await AddItem(cartId);
        await Label(cartId, itemId, "infrastructure", "toys");

        var asked = await Api.Json("GET", $"/order/cart/{cartId}/item/{itemId}/requiredConfiguration");

        asked[0].Flag("required").ShouldBeTrue();
        asked[1].GetProperty("allowedValues").Texts().ShouldBe(["production"]);
        (await Api.Error(400, "POST", $"/order/cart/{cartId}/checkout")).Split('\n').ShouldBe(
        [
            "Custom field infrastructure has an invalid value",
            $"Custom field description is mandatory for product {Plan}",
        ]);
    }

    [Fact]
    public async Task The_dry_run_shows_the_order_without_making_it()
    {
        var (cartId, itemId) = await ReadyCart();

        var order = await Api.Json("GET", $"/order/cart/{cartId}/checkout");

        order.GetProperty("orderId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        order.GetProperty("url").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        order.List("contracts").ShouldContain(contract => contract.Text("name").EndsWith(' '));
        order.List("details").Select(line => (line.Text("detailType"), line.Text("domain"), line.Long("quantity"), line.Long("cartItemID")))
            .ShouldBe([("INSTALLATION", "*001", 1, itemId), ("DURATION", "*001", 1, itemId), ("DURATION", "*001", 1, itemId)]);
        order.GetProperty("prices").GetProperty("withTax").GetRawText()
            .ShouldBe("""{"currencyCode":"EUR","text":"0.00 €","value":0.00,"priceInUcents":0}""");
        Host.Summary().Orders.ShouldBe(0);
    }

    [Fact]
    public async Task The_order_has_a_number_and_a_link()
    {
        var (cartId, _) = await ReadyCart();

        var order = await Api.Json("POST", $"/order/cart/{cartId}/checkout");

        order.Long("orderId").ShouldBe(100001);
        order.Text("url").ShouldMatch(
            @"^https://www\.ovh\.com/cgi-bin/order/display-order\.cgi\?orderId=100001&orderPassword=[0-9A-Za-z]{10}$");
        (await Api.Json("GET", $"/order/cart/{cartId}")).Flag("readOnly").ShouldBeTrue();
    }

    [Theory]
    [InlineData("FR", "EUR", 20)]
    [InlineData("DE", "EUR", 19)]
    [InlineData("GB", "GBP", 20)]
    public async Task A_price_with_tax_is_split_to_the_cent(string subsidiary, string currency, int taxPercent)
    {
        Host.Configure(settings => settings.PriceWithTax = 11.99m);
        var (cartId, _) = await ReadyCart(subsidiary: subsidiary);

        var prices = (await Api.Json("GET", $"/order/cart/{cartId}/checkout")).GetProperty("prices");

        prices.GetProperty("withTax").Text("currencyCode").ShouldBe(currency);
        prices.Price("withTax").ShouldBe(11.99m);
        prices.Price("withoutTax").ShouldBe(Math.Round(11.99m * 100 / (100 + taxPercent), 2));
        prices.Price("tax").ShouldBe(11.99m - prices.Price("withoutTax"));
    }

    [Theory]
    [InlineData("WELCOME", 9)]
    [InlineData("FREE", 0)]
    public async Task A_voucher_takes_something_off(string voucher, int left)
    {
        var (cartId, itemId) = await ReadyCart("project.legacy");
        await Label(cartId, itemId, "voucher", voucher);

        var order = await Api.Json("GET", $"/order/cart/{cartId}/checkout");

        order.GetProperty("prices").Price("originalWithoutTax").ShouldBe(15);
        order.GetProperty("prices").Price("withTax").ShouldBe(left);
        order.List("details").Sum(line => line.Price("totalPrice")).ShouldBe(order.GetProperty("prices").Price("withoutTax"));
        order.List("details")[0].List("reductions")[0].Text("context").ShouldBe("voucher");
    }

    [Fact]
    public async Task An_unknown_voucher_is_refused_at_checkout()
    {
        var (cartId, itemId) = await ReadyCart();
        await Label(cartId, itemId, "voucher", "NOPE");

        (await Api.Error(400, "GET", $"/order/cart/{cartId}/checkout")).ShouldBe("Custom field voucher has an invalid value");
    }

    [Fact]
    public async Task An_account_may_not_be_eligible()
    {
        var (cartId, _) = await ReadyCart();
        Host.Configure(settings => settings.Eligible = false);

        (await Api.Error(400, "POST", $"/order/cart/{cartId}/checkout")).ShouldBe("Found eligibility issues: challengePaymentMethod");
        (await Api.Json("GET", "/cloud/eligibility")).GetProperty("actionsRequired").Texts().ShouldBe(["challengePaymentMethod"]);
        Host.Summary().Orders.ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task The_number_of_lines_can_be_set(int count)
    {
        Host.Configure(settings => settings.DetailCount = count);
        var (cartId, _) = await ReadyCart();

        (await Api.Json("GET", $"/order/cart/{cartId}/checkout")).List("details").Length.ShouldBe(count);
    }

    [Fact]
    public async Task What_was_asked_for_at_checkout_is_on_record()
    {
        var (cartId, _) = await ReadyCart();

        await Api.Json("POST", $"/order/cart/{cartId}/checkout", new { waiveRetractationPeriod = true });

        Host.Orders().Single().ShouldSatisfyAllConditions(
            o => o.WaiveRetractationPeriod.ShouldBeTrue(),
            o => o.AutoPay.ShouldBeFalse(),
            o => o.CartId.ShouldBe(cartId),
            o => o.Configuration["description"].ShouldBe("my project"));
    }
}
