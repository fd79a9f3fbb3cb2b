using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>Something that no one asked for gets into the cart: another run put it there, or a call that OVHcloud processed late.</summary>
public sealed class UnexpectedCartItemTests
{
    [Fact]
    public async Task An_order_that_holds_a_second_project_is_paid_neither_by_its_run_nor_by_the_next()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.On(FaultMoment.Before, "POST", "/order/cart/*/checkout", call => AddProjectAsync(scenario, call));

        var first = await scenario.UpAsync();
        scenario.Ovh.Watcher = null;
        var second = await scenario.UpAsync();

        ShouldBeRefused(scenario, first);
        ShouldBeRefused(scenario, second);
        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    [Fact]
    public async Task An_order_that_holds_a_second_project_is_not_paid_either_once_its_cart_is_gone()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.On(FaultMoment.Before, "POST", "/order/cart/*/checkout", call => AddProjectAsync(scenario, call));
        ShouldBeRefused(scenario, await scenario.UpAsync());
        scenario.Ovh.Watcher = null;
        var cart = scenario.Resource!.Outputs["cartId"].ShouldBeOfType<PropertyValue.Text>().Value;
        await scenario.SendAsync(HttpMethod.Delete, $"/order/cart/{cart}");

        (await scenario.PreviewAsync()).Words().ShouldContain("The update will stop: order 100001 contains more");
        ShouldBeRefused(scenario, await scenario.UpAsync());

        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    [Fact]
    public async Task An_order_with_a_second_project_that_is_found_by_its_tag_is_not_paid_and_another_is_ordered_without_adoption()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.On(FaultMoment.Before, "POST", "/order/cart/*/checkout", call => AddProjectAsync(scenario, call));
        await scenario.UpAsync();
        scenario.Ovh.Watcher = null;
        scenario.LoseState();

        ShouldBeRefused(scenario, await scenario.UpAsync());
        scenario.Set("adoptEarlierOrders", "false");
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 1, projects: 1);
        scenario.Ovh.Orders()[0].Paid.ShouldBeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task An_option_that_another_run_takes_out_is_put_back_or_nothing_is_left(int times)
    {
        var program = Scenario.Program("planCode: project.legacy", "options: [{planCode: credit}]");
        await using var scenario = await Scenario.BeginAsync();
        var taken = 0;
        scenario.On(FaultMoment.Before, "GET", "/order/cart/*/checkout", async call =>
        {
            if (times == 0 || ++taken <= times)
            {
                var cart = call.Path[..call.Path.LastIndexOf('/')];
                foreach (var item in (await scenario.SendAsync(HttpMethod.Get, $"{cart}/item")).EnumerateArray().Skip(1).ToList())
                {
                    await scenario.SendAsync(HttpMethod.Delete, $"{cart}/item/{item}");
                }
            }
        });

        var result = await scenario.UpAsync(program);
        scenario.Ovh.Watcher = null;

        if (times == 0)
        {
            result.ShouldFail("changes while it is being filled", "Nothing was ordered");
            scenario.ShouldHave(orders: 0, payments: 0, projects: 0);
            scenario.Resource.ShouldBeNull();
        }

        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync(program);
    }

    /// <summary>An order of one project has three lines: its activation, and its rental twice.</summary>
    [Theory]
    [InlineData("maxPrice: 100")]
    [InlineData("options: [{planCode: credit}, {planCode: credit}]")]
    public async Task An_order_that_contains_what_the_program_asks_for_is_paid_once_its_cart_is_gone(string property)
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Fault("POST", "/me/order/*/pay", FaultKind.Status, 403);
        (await scenario.UpAsync(Scenario.Program(property))).ShouldFail("paying the order");
        scenario.Clock.Advance(TimeSpan.FromDays(4));

        (await scenario.UpAsync(Scenario.Program(property))).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    /// <summary>The price names no items then; the cart, which is asked to live on at the same time, does.</summary>
    [Fact]
    public async Task A_second_project_is_taken_out_although_the_price_does_not_say_what_it_is_for()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        var isAdded = false;
        scenario.On(FaultMoment.Before, "*", "/order/cart/*", async call =>
        {
            if (call.Method == "PUT" && !isAdded)
            {
                isAdded = true;
                await AddProjectAsync(scenario, call with { Path = call.Path + "/" });
            }
        });
        scenario.Replace("GET", "/order/cart/*/checkout", "/details", "[]", times: 0);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        isAdded.ShouldBeTrue();
        scenario.HealAll();
        scenario.Resource!.Outputs["prices"].ShouldBeOfType<Values.PropertyValue.Map>()["withTax"].ShouldBe(Values.PropertyValue.Of(12.0));
        await scenario.ShouldBeWholeAsync();
    }

    private static void ShouldBeRefused(Scenario scenario, RunResult run)
    {
        run.ShouldFail("order 100001 contains more than the program asks for", "The order is not paid", "`pulumi state delete`");
        run.Words().ShouldNotContain("continues with it and orders nothing again", Case.Sensitive, scenario.Output);
    }

    private static async Task AddProjectAsync(Scenario scenario, CallRecord checkout)
    {
        var cart = checkout.Path[..checkout.Path.LastIndexOf('/')];
        var item = await scenario.PostAsync($"{cart}/cloud",
            new { planCode = "project.2018", duration = "P1M", pricingMode = "default", quantity = 1 });
        await scenario.PostAsync($"{cart}/item/{item.GetProperty("itemId")}/configuration",
            new { label = "description", value = "unknown" });
    }
}
