namespace PulumiOvhOrder.Tests.Unit.Simulator;

public sealed class CartTests : SimulatorTest
{
    [Fact]
    public async Task A_cart_lives_a_day_unless_told_otherwise()
    {
        var usual = await Api.Json("POST", "/order/cart", new { ovhSubsidiary = "FR" });
        var asked = await Api.Json("POST", "/order/cart", new { ovhSubsidiary = "FR", expire = "2026-01-01T01:00:00+00:00" });

        usual.Text("expire").ShouldBe("2026-01-02T00:00:00+00:00");
        usual.Flag("readOnly").ShouldBeFalse();
        asked.Text("expire").ShouldBe("2026-01-01T01:00:00+00:00");
        Clock.Advance(TimeSpan.FromHours(1));
        (await Api.Error(404, "GET", "/order/cart/" + asked.Text("cartId"))).ShouldContain("does not exist");
        await Api.Json("GET", "/order/cart/" + usual.Text("cartId"));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public async Task A_cart_lives_by_the_servers_clock(int hours)
    {
        Host.Configure(settings => settings.ClockSkewMs = hours * 60 * 60 * 1000);
        Api.SkewSeconds = hours * 60 * 60;
        var expire = Clock.GetUtcNow().AddHours(hours + 1);
        var cart = await Api.Json("POST", "/order/cart", new { ovhSubsidiary = "FR", expire });

        cart.GetProperty("expire").GetDateTimeOffset().ShouldBe(expire);
        Clock.Advance(TimeSpan.FromMinutes(59));
        await Api.Json("GET", "/order/cart/" + cart.Text("cartId"));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Api.Error(404, "GET", "/order/cart/" + cart.Text("cartId"));
    }

    [Fact]
    public async Task A_longer_life_is_granted_on_request_up_to_the_limit()
    {
        Host.Configure(settings => settings.MaxCartLifeMs = 3 * 24 * 60 * 60 * 1000);
        var cartId = await NewCart();

        var cart = await Api.Json("PUT", $"/order/cart/{cartId}", new { expire = Clock.GetUtcNow().AddDays(7) });

        cart.Text("expire").ShouldBe("2026-01-04T00:00:00+00:00");
    }

    [Fact]
    public async Task Only_assigned_carts_are_listed_and_can_be_deleted()
    {
        var mine = await NewCart("mark");
        await NewCart("other");
        var stray = await NewCart("mark", assign: false);

        (await Api.Json("GET", "/order/cart?description=mark")).Texts().ShouldBe([mine]);
        (await Api.Json("GET", "/order/cart")).GetArrayLength().ShouldBe(2);
        await Api.Error(404, "DELETE", $"/order/cart/{stray}");
        (await Api.Send("DELETE", $"/order/cart/{mine}")).Text.ShouldBe("null");
        await Api.Error(404, "GET", $"/order/cart/{mine}");
        Host.Summary().ShouldSatisfyAllConditions(
            s => s.Carts.ShouldBe(3),
            s => s.OpenCarts.ShouldBe(1),
            s => s.StrayCarts.ShouldBe(1),
            s => s.StrayLongestSeconds.ShouldBe(24 * 60 * 60));
    }

    [Fact]
    public async Task A_cart_of_another_site_is_refused() =>
        (await Api.Error(400, "POST", "/order/cart", new { ovhSubsidiary = "US" })).ShouldBe("invalid ovhSubsidiary");

    [Fact]
    public async Task Every_pricing_mode_has_an_installation_price_and_one_that_renews()
    {
        var cartId = await NewCart();

        var offers = await Api.Json("GET", $"/order/cart/{cartId}/cloud");

        offers[0].Text("planCode").ShouldBe(Plan);
        foreach (var modes in offers.EnumerateArray().Select(offer => offer.List("prices").GroupBy(price => price.Text("pricingMode"))))
        {
            foreach (var prices in modes)
            {
                prices.Select(price => (price.Text("duration") == "P0D", price.GetProperty("capacities")[0].GetString()))
                    .ShouldBe([(true, "installation"), (false, "renew")]);
            }
        }
    }

    [Theory]
    [InlineData("P0D", 400)]
    [InlineData("PT1H", 400)]
    [InlineData("P1Y", 400)]
    [InlineData("1 month", 500)]
    public async Task A_duration_that_is_not_offered_is_refused(string duration, int status)
    {
        var cartId = await NewCart();

        var message = await Api.Error(status, "POST", $"/order/cart/{cartId}/cloud", Item(duration: duration));

        message.ShouldContain(status == 500 ? "Service is temporarily unavailable" : "not available");
        (await Api.Json("GET", $"/order/cart/{cartId}/item")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Unknown_things_are_not_found()
    {
        var cartId = await NewCart();

        (await Api.Error(404, "POST", $"/order/cart/{cartId}/cloud", Item(planCode: "nope"))).ShouldBe("not found: plan not found");
        await Api.Error(404, "GET", $"/order/cart/{Guid.NewGuid()}");
        await Api.Error(404, "GET", $"/order/cart/{cartId}/item/77");
        (await Api.Error(400, "GET", "/me/order/x")).ShouldBe("[orderId] Given data (x) is not valid for type long");
        (await Api.Error(404, "GET", "/nope")).ShouldBe("Got an invalid (or empty) URL");
    }

    [Fact]
    public async Task An_item_can_be_read_changed_and_removed_with_its_options()
    {
        var cartId = await NewCart();
        var itemId = await AddItem(cartId, "project.legacy");

        var option = await Api.Json("POST", $"/order/cart/{cartId}/cloud/options", new
        {
            itemId,
            planCode = "credit",
            duration = "P1M",
            pricingMode = "default",
            quantity = 3,
        });
        var item = await Api.Json("PUT", $"/order/cart/{cartId}/item/{itemId}", new { quantity = 2 });

        option.Long("parentItemId").ShouldBe(itemId);
        item.GetProperty("options")[0].GetInt64().ShouldBe(option.Long("itemId"));
        item.GetProperty("settings").Long("quantity").ShouldBe(2);
        (await Api.Json("GET", $"/order/cart/{cartId}/summary")).GetProperty("prices").Price("withoutTax").ShouldBe(2 * 15 + 30);
        await Api.Json("DELETE", $"/order/cart/{cartId}/item/{itemId}");
        (await Api.Json("GET", $"/order/cart/{cartId}")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_checked_out_cart_is_read_only_or_at_most_described_again()
    {
        var (cartId, itemId) = await ReadyCart();
        await Api.Json("POST", $"/order/cart/{cartId}/checkout");

        await Api.Error(400, "POST", $"/order/cart/{cartId}/checkout");
        await Api.Error(400, "POST", $"/order/cart/{cartId}/cloud", Item());
        await Api.Error(400, "POST", $"/order/cart/{cartId}/item/{itemId}/configuration", new { label = "a", value = "b" });
        await Api.Error(400, "PUT", $"/order/cart/{cartId}/item/{itemId}", new { quantity = 2 });
        await Api.Error(400, "DELETE", $"/order/cart/{cartId}/item/{itemId}");
        await Api.Error(400, "POST", $"/order/cart/{cartId}/coupon", new { coupon = "V-1" });
        await Api.Error(400, "POST", $"/order/cart/{cartId}/assign");
        (await Api.Error(400, "PUT", $"/order/cart/{cartId}", new { description = "x" })).ShouldContain("already been checked out");
        await Api.Error(400, "PUT", $"/order/cart/{cartId}", new { expire = Clock.GetUtcNow().AddDays(3) });
        Host.Configure(settings => settings.DescribeCheckedOutCarts = true);
        var cart = await Api.Json("PUT", $"/order/cart/{cartId}", new { description = "ordered 100001" });

        cart.Flag("readOnly").ShouldBeTrue();
        (await Api.Json("GET", "/order/cart?description=ordered%20100001")).Texts().ShouldBe([cartId]);
        Host.Configure(settings => settings.ListCheckedOutCarts = false);
        (await Api.Json("GET", "/order/cart")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Plans_may_have_no_year_in_their_code()
    {
        Host.Configure(settings => settings.UndatedPlans = true);
        var cartId = await NewCart();

        var offers = await Api.Json("GET", $"/order/cart/{cartId}/cloud?planCode=project");
        var options = await Api.Json("GET", $"/order/cart/{cartId}/cloud/options?planCode=project");

        offers.EnumerateArray().Single().Text("productType").ShouldBe("delivery");
        options.EnumerateArray().Select(option => (option.Text("planCode"), option.Text("productType")))
            .ShouldBe([("certification.hds", "delivery"), ("credit", "cloud_service"), ("cloud.credit", "cloud_service")]);
    }

    [Fact]
    public async Task Assign_answers_the_literal_null()
    {
        var cartId = await NewCart(assign: false);

        (await Api.Send("POST", $"/order/cart/{cartId}/assign")).Text.ShouldBe("null");
    }

    [Fact]
    public async Task The_catalogue_knows_the_sites_own_subsidiaries()
    {
        Api.ConsumerKey = null;

        var catalogue = await Api.Json("GET", "/order/catalog/public/cloud?ovhSubsidiary=GB&productName=cloud");

        catalogue.GetProperty("locale").Text("currencyCode").ShouldBe("GBP");
        catalogue.List("plans")[0].Text("planCode").ShouldBe(Plan);
        (await Api.Error(400, "GET", "/order/catalog/public/cloud?ovhSubsidiary=US")).ShouldBe("invalid ovhSubsidiary");
    }

    private static object Item(string planCode = Plan, string duration = "P1M") =>
        new { planCode, duration, pricingMode = "default", quantity = 1 };
}
