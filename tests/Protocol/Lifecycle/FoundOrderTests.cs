using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>An order whose checkout no one saw answered is found again: whose it is, what it costs, and whether it is wanted.</summary>
public sealed class FoundOrderTests
{
    private const string Unpaid = "{description: One, payment: manual, waitForDelivery: false}";

    [Fact]
    public async Task A_found_order_is_paid_at_its_own_price_only_within_the_ceiling()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":10}""");
        scenario.Fault("POST", "/order/cart/*/checkout", FaultKind.DropAfter);
        scenario.On(FaultMoment.Before, "POST", "/order/cart/*/checkout", _ => Raised(scenario));

        (await scenario.UpAsync(Scenario.Program("maxPrice: 50")))
            .ShouldFail("order 100001 costs 100.00 EUR including tax, and maxPrice is 50.00 EUR", "The order is not paid");

        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    [Fact]
    public async Task An_order_that_a_later_run_finds_is_paid_only_within_the_ceiling_and_the_state_has_what_was_paid()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":10}""");
        scenario.On(FaultMoment.Before, "POST", "/order/cart/*/checkout", _ => Raised(scenario));
        await scenario.LoseCheckoutAsync(Scenario.Program("maxPrice: 50"));
        scenario.Ovh.Watcher = null;
        scenario.Ovh.Configure("""{"priceWithTax":10}""");

        (await scenario.UpAsync(Scenario.Program("maxPrice: 50"))).ShouldFail("order 100001 costs 100.00 EUR including tax");
        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);

        (await scenario.UpAsync(Scenario.Program("maxPrice: 150"))).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync(Scenario.Program("maxPrice: 150"));
        ((Values.PropertyValue.Map)scenario.Resource!.Outputs["prices"]!)["withTax"].ShouldBe(Values.PropertyValue.Of(100d));
    }

    [Fact]
    public async Task An_order_that_only_its_tag_leads_to_is_paid_only_within_the_ceiling()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":100}""");
        scenario.Fault("POST", "/me/order/*/pay", FaultKind.Status, 403, times: 0);
        (await scenario.UpAsync()).Succeeded.ShouldBeFalse();
        scenario.HealAll();
        scenario.LoseState();
        scenario.Ovh.Configure("""{"priceWithTax":10}""");

        (await scenario.UpAsync(Scenario.Program("maxPrice: 50"))).ShouldFail("order 100001 costs 100.00 EUR including tax");

        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    /// <summary>The US site sends no e-mail that tells of it.</summary>
    [Fact]
    public async Task A_project_that_a_destroy_ended_and_that_is_still_shown_is_not_taken_for_a_new_one()
    {
        await using var scenario = await Scenario.BeginUsAsync("""{"suspendedMs":600000000}""");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);

        (await scenario.PreviewAsync()).Warnings().ShouldContain(w => w.Contains("The update will stop", StringComparison.Ordinal));
        (await scenario.UpAsync()).ShouldFail("found order 100001", "has expired or is suspended", "adoptEarlierOrders false");

        scenario.Set("adoptEarlierOrders", "false");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Ovh.Orders().Count.ShouldBe(2);
        scenario.Resource!.Outputs["projectStatus"].ShouldBe(Values.PropertyValue.Of("ok"));
    }

    /// <summary>With <c>--run-program</c> nothing is read before: the state has the cart and what an earlier program said of it.</summary>
    [Fact]
    public async Task A_cart_that_an_interrupted_run_ordered_for_an_earlier_program_stops_a_run_that_has_not_refreshed()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(Scenario.Program("checkout: false"))).ShouldSucceed(scenario);
        var before = scenario.TestEnvironment.State.Load();
        (await scenario.UpInterruptedAsync("POST", "/order/cart/*/checkout", program: Scenario.Program("planCode: project.legacy")))
            .Succeeded.ShouldBeFalse();
        scenario.TestEnvironment.State.Save(before);
        var program = Scenario.Program("planCode: project.discovery");

        (await scenario.UpAsync(program, new RunOptions { SkipPreview = true, RunProgram = true })).ShouldFail(
            "an interrupted run ordered cart", "(order 100001), and not as the program asks for now. Run `pulumi refresh`");

        (await scenario.UpAsync(Scenario.Program("planCode: project.legacy"))).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Theory]
    [InlineData("planCode: project.2018", "planCode: project.legacy")]
    [InlineData("configuration: {infrastructure: production}", "configuration: {infrastructure: test}")]
    public async Task A_program_that_takes_back_what_a_failed_update_ordered_asks_for_another_order(string first, string second)
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        (await scenario.UpAsync(Scenario.Program(first, "checkout: false"))).ShouldSucceed(scenario);
        scenario.Fault("POST", "/me/order/*/pay", FaultKind.Status, 403);
        (await scenario.UpAsync(Scenario.Program(second))).ShouldFail("paying");

        var preview = await scenario.PreviewAsync(Scenario.Program(first));
        preview.Steps.ShouldContain(s => s.Op == StepOp.Replace);

        (await scenario.UpAsync(Scenario.Program(second))).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    /// <summary>The carts of quotes come and go: other previews' and this one's own.</summary>
    [Fact]
    public async Task A_preview_tells_what_becomes_of_an_order_although_another_cart_goes_away_meanwhile()
    {
        await using var scenario = await Scenario.BeginUsAsync();
        (await scenario.UpInterruptedAsync("POST", "/order/cart/*/checkout")).Succeeded.ShouldBeFalse();
        scenario.LoseState();
        var cart = new { ovhSubsidiary = "US", description = "of another preview" };
        var passing = (await scenario.PostAsync("/order/cart", cart)).GetProperty("cartId");
        await scenario.PostAsync($"/order/cart/{passing}/assign", new { });
        scenario.On(FaultMoment.Before, "GET", $"/order/cart/{passing}", async _ =>
        {
            scenario.Ovh.Watcher = null;
            await scenario.SendAsync(HttpMethod.Delete, $"/order/cart/{passing}");
        });

        (await scenario.PreviewAsync()).Words().ShouldContain("resumes order 100001");

        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Theory]
    [InlineData("GET", "/me/order", true)]
    [InlineData("POST", "/order/cart", false)]
    public async Task A_preview_that_cannot_look_for_orders_says_so_unless_it_knows_no_price_either(string method, string path, bool isSaid)
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("GET", "/me/order", FaultKind.Status, 500, times: 0);
        scenario.Fault(method, path, FaultKind.Status, 500, times: 0);

        var preview = await scenario.PreviewAsync();

        preview.Succeeded.ShouldBeTrue();
        preview.Warnings().Count(w => w.StartsWith("The provider could not look for an order of an interrupted run: Internal server error",
            StringComparison.Ordinal)).ShouldBe(isSaid ? 1 : 0, scenario.Output);
    }

    [Fact]
    public async Task A_found_order_that_vanishes_while_it_is_read_is_not_ordered_again()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpInterruptedAsync("GET", "/me/order/*/status")).Succeeded.ShouldBeFalse();
        scenario.LoseState();
        scenario.Fault("GET", "/me/order/*/status", FaultKind.Status, 404, times: 0);
        scenario.Fault("GET", "/me/order", FaultKind.Status, 200, times: 0, body: "[]");

        (await scenario.UpAsync()).ShouldFail("order 100001");

        scenario.HealAll();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_found_order_keeps_the_contracts_that_its_cart_told_before_it_was_gone()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":10}""");
        await scenario.LoseCheckoutAsync();
        scenario.Fault("GET", "/order/cart/*/summary", FaultKind.Status, 404, times: 0, nth: 2);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        ((Values.PropertyValue.List)scenario.Resource!.Outputs["contracts"]!).Items.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_preview_says_that_the_update_waits_for_a_hidden_project_and_the_update_takes_it()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":10}""");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.LoseState();
        scenario.Ovh.Configure("""{"projectMissingMs":300000}""");

        (await scenario.PreviewAsync()).Warnings()
            .ShouldContain(w => w.Contains("The update will first wait up to ten minutes", StringComparison.Ordinal));
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task Orders_that_were_not_compared_because_there_are_too_many_are_named_in_a_warning()
    {
        await using var scenario = await Scenario.BeginAsync();
        foreach (var number in Enumerable.Range(1, 12))
        {
            await scenario.OrderByHandAsync($"by hand {number}", "project.2018", "FR");
        }

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.Output.ShouldContain("2 of them were not compared with this resource");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_of_another_stack_is_not_taken_where_the_own_one_was_cancelled(bool us)
    {
        await using var scenario = us ? await Scenario.BeginUsAsync() : await Scenario.BeginAsync();
        await scenario.LoseCheckoutAsync();
        scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, "cancelled");
        scenario.Clock.Advance(TimeSpan.FromHours(1));
        var ours = scenario.TestEnvironment.State;
        scenario.LoseState();
        (await scenario.UpAsync(Other(us ? "{description: Something else}" : "{description: Website}"))).ShouldSucceed(scenario);
        var theirs = scenario.TestEnvironment.State.Load().Resources.Single(r => r.Name == "other").Id;
        scenario.TestEnvironment.State = ours;

        await scenario.UpAsync();

        scenario.Resource?.Id.ShouldNotBe(theirs, scenario.Output);
        await scenario.DestroyAsync();
        scenario.Ovh.Orders().Single(o => o.ProjectId == theirs).ShouldNotBeNull();
        scenario.Ovh.Summary().Projects.ShouldBe(1, scenario.Output);
    }

    /// <summary>An order of the US site does not record its description, but the cart of that stack does.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_of_another_stack_for_something_else_does_not_stop_a_create(bool us)
    {
        await using var scenario = us ? await Scenario.BeginUsAsync() : await Scenario.BeginAsync();
        (await scenario.UpAsync(Other("{description: Something else}"))).ShouldSucceed(scenario);
        scenario.LoseState();
        scenario.Clock.Advance(TimeSpan.FromHours(1));

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 2, projects: 2);
    }

    [Fact]
    public async Task The_first_order_that_is_listed_is_not_taken_where_orders_record_nothing()
    {
        await using var scenario = await Scenario.BeginUsAsync("""{"priceWithTax":12}""");
        scenario.Fault("POST", "/order/cart/*/checkout", FaultKind.DropAfter);
        scenario.Fault("GET", "/cloud/order", FaultKind.Status, 200, nth: 2,
            body: """[{"orderId":100002,"planCode":"project","date":"2026-01-01T00:00:00+00:00","status":"unpaid"}]""");
        var placed = 0;
        scenario.On(FaultMoment.After, "POST", "/order/cart/*/checkout", _ => Interlocked.Increment(ref placed) == 1
            ? scenario.OrderByHandAsync("a colleague's", "project", "US")
            : Task.CompletedTask);

        (await scenario.UpAsync()).ShouldFail("several orders could be its own", "100001", "100002");

        scenario.Ovh.Summary().Payments.ShouldBe(0, scenario.Output);
    }

    [Theory]
    [InlineData("up")]
    [InlineData("refresh")]
    [InlineData("destroy")]
    public async Task An_order_that_a_preview_found_is_found_again(string command)
    {
        await using var scenario = await Scenario.BeginAsync();
        await scenario.LoseCheckoutAsync();
        scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, "delivered");
        scenario.Clock.Advance(TimeSpan.FromMinutes(20));
        (await scenario.PreviewAsync()).ShouldSucceed(scenario);

        var result = command switch
        {
            "up" => await scenario.UpAsync(),
            "refresh" => await scenario.RefreshAsync(),
            _ => await scenario.DestroyAsync()
        };

        result.ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 0, projects: command == "destroy" ? 0 : 1);
    }

    [Fact]
    public async Task An_order_is_found_from_the_state_of_the_run_before()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(Scenario.Program("checkout: false"))).ShouldSucceed(scenario);
        var old = scenario.TestEnvironment.State.Load();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.TestEnvironment.State.Save(old);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task An_order_that_the_state_had_and_lost_is_adopted()
    {
        var program = Scenario.Program("waitForDelivery: false");
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":600000}""");
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        scenario.LoseState();
        scenario.Clock.Advance(TimeSpan.FromMinutes(1));

        var result = await scenario.UpAsync(program);

        result.ShouldSucceed(scenario);
        result.Words().ShouldContain(
            $"Found order 100001 (cart {scenario.Order.CartId}) of an interrupted run. This run resumes it. Nothing is ordered again.");
        scenario.Resource!.Outputs["adoptedAt"].ShouldNotBeNull();
        scenario.Ovh.Summary().Orders.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60_000)]
    public async Task An_order_of_another_stack_with_the_same_description_does_not_stop_a_run(int deliveryDelayMs)
    {
        await using var scenario = await Scenario.BeginAsync($$"""{"deliveryDelayMs":{{deliveryDelayMs}}}""");
        (await scenario.UpAsync(Other("{description: Website, waitForDelivery: false}"))).ShouldSucceed(scenario);
        scenario.LoseState();
        scenario.Clock.Advance(TimeSpan.FromSeconds(10));

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 2, projects: 2);
        await scenario.ShouldBeSettledAsync();
        scenario.Resource!.Outputs["adoptedAt"].ShouldBeNull();
    }

    [Fact]
    public async Task An_order_is_told_from_one_that_was_cancelled_before()
    {
        await using var scenario = await Scenario.BeginAsync("""{"maxCartLifeMs":86400000,"priceWithTax":12}""");
        scenario.Fault("POST", "/me/order/*/pay", FaultKind.Status, 403, times: 0);
        (await scenario.UpAsync()).Succeeded.ShouldBeFalse();
        scenario.HealAll();
        scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, "cancelled");
        scenario.Clock.Advance(TimeSpan.FromHours(1));
        (await scenario.RefreshAsync()).ShouldSucceed(scenario);
        (await scenario.UpInterruptedAsync("POST", "/order/cart/*/checkout")).Succeeded.ShouldBeFalse();

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 1, projects: 1);
        await scenario.ShouldBeSettledAsync();
    }

    [Theory]
    [InlineData(true, "{description: Two, payment: manual, waitForDelivery: false}")]
    [InlineData(false, Unpaid)]
    public async Task An_order_that_another_resource_has_does_not_stop_a_run(bool us, string second)
    {
        await using var scenario = us ? await Scenario.BeginUsAsync() : await Scenario.BeginAsync();
        (await scenario.UpAsync(Other(Unpaid))).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromMinutes(10));

        (await scenario.UpAsync(Two(second, Unpaid))).ShouldSucceed(scenario);

        scenario.Ovh.Summary().Orders.ShouldBe(2);
    }

    /// <summary>One lists the account's orders once the other's is among them, and the other's checkout is not answered yet.</summary>
    [Fact]
    public async Task An_order_that_the_same_run_is_placing_for_another_resource_does_not_stop_it()
    {
        await using var scenario = await Scenario.BeginAsync();
        var ordered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var listed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lists = 0;
        scenario.Ovh.Watcher = async (call, at) =>
        {
            switch ((at, call.Method, call.Path))
            {
                case (FaultMoment.Before, "GET", "/me/order") when Interlocked.Increment(ref lists) == 2:
                    await ordered.Task;
                    break;
                case (FaultMoment.After, "GET", "/me/order") when ordered.Task.IsCompleted:
                    listed.TrySetResult();
                    break;
                case (FaultMoment.After, "POST", var path) when path.EndsWith("/checkout", StringComparison.Ordinal)
                    && ordered.TrySetResult():
                    await listed.Task;
                    break;
            }
        };
        var program = Two("{description: Website}", "{description: Website}");

        (await scenario.UpAsync(program, new RunOptions { SkipPreview = true })).ShouldSucceed(scenario);

        listed.Task.IsCompleted.ShouldBeTrue();
        scenario.ShouldHave(orders: 2, payments: 2, projects: 2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_found_order_is_not_paid_for_a_program_that_asks_for_a_cart(bool isInState)
    {
        var pending = Scenario.Program("checkout: false");
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        if (isInState)
        {
            (await scenario.UpAsync(pending)).ShouldSucceed(scenario);
        }

        var state = scenario.TestEnvironment.State;
        scenario.LoseState();
        scenario.Fault("POST", "/me/order/*/pay", FaultKind.Status, 403, times: 0);
        (await scenario.UpAsync()).Succeeded.ShouldBeFalse();
        scenario.HealAll();
        scenario.LoseState();
        scenario.TestEnvironment.State = isInState ? state : scenario.TestEnvironment.State;

        (await scenario.PreviewAsync(pending)).Warnings()
            .ShouldContain(w => w.Contains("The update will stop: the program says `checkout: false`", StringComparison.Ordinal));
        (await scenario.UpAsync(pending))
            .ShouldFail("the program says `checkout: false`, but order 100001 of this resource is placed already", "Nothing is paid now");
        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);

        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    private static Task Raised(Scenario scenario)
    {
        scenario.Ovh.Configure("""{"priceWithTax":100}""");
        return Task.CompletedTask;
    }

    private static string Other(string properties) => $"""
        name: website
        runtime: yaml
        resources:
          other:
            type: ovh-order:CloudProject
            properties: {properties}

        """;

    private static string Two(string first, string second) => Other(second) + $"""
          cloud-project:
            type: ovh-order:CloudProject
            properties: {first}

        """;
}
