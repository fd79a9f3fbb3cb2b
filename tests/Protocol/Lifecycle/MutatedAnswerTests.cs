using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>Answers that are JSON and wrong in one value; <c>make mutations</c> tries them all.</summary>
public sealed class MutatedAnswerTests
{
    private const string Checkout = "/order/cart/*/checkout";

    /// <summary>The order is there, whatever its answer says of the price: the order itself tells what it costs.</summary>
    [Theory]
    [InlineData("/prices/withTax", "null")]
    [InlineData("/prices/withTax", "\"12\"")]
    [InlineData("/prices/withTax/value", "-1")]
    [InlineData("/prices/withTax/value", "0")]
    [InlineData("/prices/withTax/value", "11")]
    [InlineData("/prices/withTax/value", "1e300")]
    [InlineData("/prices/withTax/currencyCode", "\"USD\"")]
    [InlineData("/prices/withTax/currencyCode", "\"\"")]
    [InlineData("/prices", "[]")]
    [InlineData("/details", "[null]")]
    [InlineData("/contracts", "7")]
    public async Task An_order_is_paid_for_what_it_costs_whatever_its_checkout_says(string place, string value)
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Replace("POST", Checkout, place, value);

        (await scenario.UpAsync(Scenario.Program("maxPrice: 12"))).ShouldSucceed(scenario);

        if (place.StartsWith("/prices", StringComparison.Ordinal))
        {
            var (read, paid) = (At(scenario, "GET", "/me/order/*"), At(scenario, "POST", "/me/order/*/pay"));
            read.ShouldBeInRange(0, paid - 1, "the price is read before it is paid");
        }

        var prices = scenario.Resource!.Outputs["prices"].ShouldBeOfType<PropertyValue.Map>();
        (prices["withTax"], prices["currencyCode"]).ShouldBe((PropertyValue.Of(12.0), PropertyValue.Of("EUR")));
        await scenario.ShouldBeWholeAsync(Scenario.Program("maxPrice: 12"));
    }

    [Fact]
    public async Task A_price_is_in_the_currency_of_the_order_whatever_the_judged_cart_says()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Replace("GET", Checkout, "/prices/withTax/currencyCode", "\"USD\"");

        (await scenario.UpAsync(Scenario.Program("maxPrice: 12"))).ShouldSucceed(scenario);

        scenario.Resource!.Outputs["prices"].ShouldBeOfType<PropertyValue.Map>()["currencyCode"].ShouldBe(PropertyValue.Of("EUR"));
        await scenario.ShouldBeWholeAsync(Scenario.Program("maxPrice: 12"));
    }

    [Theory]
    [InlineData("\"..\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task A_price_without_a_currency_is_none_and_nothing_is_ordered_at_it(string currency)
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Replace("GET", Checkout, "/prices/withTax/currencyCode", currency);

        (await scenario.UpAsync()).ShouldFail("OVHcloud returned no valid price. Without a price, no order is placed.");

        scenario.ShouldHave(orders: 0, payments: 0, projects: 0);
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData("/prices/withTax", "null")]
    [InlineData("/prices/withTax/value", "1")]
    [InlineData("/prices/withTax/value", "-1")]
    public async Task An_order_above_the_ceiling_is_not_paid_whatever_its_checkout_says(string place, string value)
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.On(FaultMoment.Before, "POST", Checkout, _ =>
        {
            scenario.Ovh.Configure("""{"priceWithTax":100}""");
            return Task.CompletedTask;
        });
        scenario.Replace("POST", Checkout, place, value);

        (await scenario.UpAsync(Scenario.Program("maxPrice: 50"))).ShouldFail("order 100001 costs 100.00 EUR including tax");

        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
        scenario.ShouldBeUnfinishedAs("order/100001");
    }

    /// <summary>Nothing else of the answer is looked at before the order's number is kept.</summary>
    [Theory]
    [InlineData("/details/0", "null")]
    [InlineData("/details", "{}")]
    [InlineData("/prices/withTax", "null")]
    [InlineData("/prices", "null")]
    [InlineData("/url", "7")]
    public async Task An_order_is_in_the_state_although_the_rest_of_its_checkout_is_not_understood(string place, string value)
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Replace("POST", Checkout, place, value);
        scenario.Fault("GET", "/me/order/**", FaultKind.Status, 403, times: 0);
        scenario.Fault("POST", "/me/order/**", FaultKind.Status, 403, times: 0);

        (await scenario.UpAsync()).ShouldFail("100001");

        scenario.ShouldBeUnfinishedAs("order/100001");
        scenario.HealAll();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    /// <summary>What is not known is not an empty text: the state could not be read again.</summary>
    [Theory]
    [InlineData("/duration")]
    [InlineData("/settings/planCode")]
    [InlineData("/settings/pricingMode")]
    [InlineData("/settings/quantity", "-1")]
    public async Task An_item_that_says_nothing_of_itself_is_what_was_put_into_the_cart(string place, string value = "\"\"")
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Replace("GET", "/order/cart/*/item/*", place, value);

        (await scenario.UpAsync()).ShouldSucceed(scenario);
        (await scenario.RefreshAsync()).ShouldSucceed(scenario);

        scenario.Resource!.Outputs["itemId"].ShouldNotBeNull();
        scenario.Resource.Outputs["duration"].ShouldBe(PropertyValue.Of("P1M"));
        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_link_that_is_none_does_not_take_the_place_of_the_one_that_is_known(string value)
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Replace("GET", "/me/order/*", "/url", value);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        ((PropertyValue.Text)scenario.Resource!.Outputs["orderUrl"]!.Plain()).Value.ShouldStartWith("http");
        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData("GET", "/order/cart/*/cloud", "/0/prices/0/capacities/0", "7", "it is not a text")]
    [InlineData("GET", "/order/cart/*/cloud", "/0/prices", "{}", "it is not a list")]
    public async Task An_answer_that_is_not_understood_is_told_without_types_of_the_program(
        string method, string path, string place, string value, string words)
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Set("maxRetries", "0");
        scenario.Replace(method, path, place, value);

        var result = await scenario.UpAsync();

        result.ShouldFail("the answer is not what this version of the provider expects (", $"{words})", "HTTP 200, query ");
        result.Words().ShouldNotContain("System.");
        scenario.ShouldHave(orders: 0, payments: 0, projects: 0);
    }

    [Fact]
    public async Task A_text_without_end_stands_in_no_message()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Set("maxRetries", "0");
        scenario.Replace("GET", "/order/cart/*/cloud", "/0/planCode", $"\"{new string('x', 100_000)}\"");

        var result = await scenario.UpAsync();

        result.ShouldFail("a text is too long", "HTTP 200, query ");
        result.Words().Length.ShouldBeLessThan(2000);
    }

    /// <summary>The place of the first call of this kind in the order of their arrival; -1 for none.</summary>
    private static int At(Scenario scenario, string method, string path) =>
        scenario.Ovh.Calls().ToList().FindIndex(c => PathPattern.Matches(method, path, c.Method, c.Path));
}
