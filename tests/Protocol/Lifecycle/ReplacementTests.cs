using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>
/// A Create is a retry, which must find what there is, or a replacement, which must not take the old project for its own. The engine does
/// not say which.
/// </summary>
public sealed class ReplacementTests
{
    private const string OnItsWay = """{"deliveryDelayMs":60000}""";

    private static readonly RunOptions ReplaceIt = new() { SkipPreview = true, Replace = [Scenario.Urn] };

    private static string Replacing { get; } = Scenario.Program("configuration: {infrastructure: production}");

    [Fact]
    public async Task A_change_that_replaces_orders_a_new_project_and_ends_the_old_one()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        var old = scenario.Resource!.Id;

        (await scenario.UpAsync(Replacing)).ShouldSucceed(scenario);

        scenario.Resource!.Id.ShouldNotBe(old);
        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
        await scenario.ShouldBeSettledAsync(Replacing);
    }

    [Fact]
    public async Task A_replacement_that_was_interrupted_resumes_its_own_order_and_then_ends_the_old_project()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        var old = scenario.Resource!.Id;
        scenario.Ovh.Configure(OnItsWay);

        (await scenario.UpInterruptedAsync("GET", "/me/order/*/status", nth: 2, Replacing)).ShouldFail(
            "waiting for delivery: cancelled");
        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
        (await scenario.UpAsync(Replacing)).ShouldSucceed(scenario);

        scenario.Resource!.Id.ShouldNotBe(old);
        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
        await scenario.ShouldBeSettledAsync(Replacing);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_replacement_does_not_take_up_an_order_that_is_older_than_what_it_replaces(bool wasDisowned)
    {
        await using var scenario = await Scenario.BeginAsync();
        if (wasDisowned)
        {
            (await scenario.UpInterruptedAsync("GET", "/cloud/order")).Succeeded.ShouldBeFalse();
            scenario.LoseState();
            scenario.Set("adoptEarlierOrders", "false");
            (await scenario.UpAsync()).ShouldSucceed(scenario);
            scenario.Set("adoptEarlierOrders", "true");
        }
        else
        {
            (await scenario.UpAsync(Retained())).ShouldSucceed(scenario);
            (await scenario.UpAsync(Retained("configuration: {infrastructure: production}"))).ShouldSucceed(scenario);
        }

        var second = scenario.Resource!.Id;
        (await scenario.PreviewAsync(Scenario.Program("planCode: project.legacy"))).Words().ShouldNotContain("Resumes order");
        (await scenario.UpAsync(Scenario.Program("planCode: project.legacy"))).ShouldSucceed(scenario);

        scenario.Ovh.Orders().Count.ShouldBe(3, scenario.Output);
        Terminated().ShouldBe(wasDisowned ? [second] : [], scenario.Output);
        var third = scenario.Resource!.Id;
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        Terminated().ShouldBe(wasDisowned ? [second, third] : [third], ignoreOrder: true, scenario.Output);

        IEnumerable<string?> Terminated() => scenario.Ovh.Projects().Where(p => p.Terminated).Select(p => p.ProjectId);
    }

    private static string Retained(params string[] properties) =>
        Scenario.WithOptions(Scenario.Program(properties), "retainOnDelete: true");

    [Theory]
    [InlineData("checkout: false")]
    [InlineData("checkout: true")]
    public async Task A_new_resource_of_an_old_name_does_not_take_the_cart_of_the_one_that_was_renamed(string checkout)
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(Scenario.Program(checkout))).ShouldSucceed(scenario);
        (await scenario.UpAsync(Scenario.WithAlias(Scenario.Program(checkout)))).ShouldSucceed(scenario);
        var renamed = Ids().Single();

        var both = Scenario.Program(checkout).Replace("cloud-project", "platform", StringComparison.Ordinal)
            + Scenario.Program(checkout).Split("resources:\n")[1];
        (await scenario.UpAsync(both)).ShouldSucceed(scenario);

        Ids().Distinct().Count().ShouldBe(2, scenario.Output);
        (await scenario.UpAsync(Scenario.Program(checkout))).ShouldSucceed(scenario);
        Ids().ShouldHaveSingleItem().ShouldNotBe(renamed, scenario.Output);
        (await scenario.RefreshAsync()).ShouldSucceed(scenario);
        Ids().ShouldHaveSingleItem(scenario.Output);

        List<string?> Ids() =>
            [.. scenario.TestEnvironment.State.Load().Resources.Where(r => r.Urn.Contains("CloudProject")).Select(r => r.Id)];
    }

    [Fact]
    public async Task An_order_that_is_in_no_state_is_resumed()
    {
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        await scenario.OrderUnfinishedAsync();
        scenario.LoseState();

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task An_order_in_no_state_that_was_delivered_meanwhile_is_adopted()
    {
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        await scenario.OrderUnfinishedAsync();
        scenario.LoseState();
        scenario.Clock.Advance(TimeSpan.FromHours(1));

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_cart_that_is_in_no_state_is_completed()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpInterruptedAsync("GET", "/order/cart/*/checkout")).Succeeded.ShouldBeFalse();
        scenario.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);
        scenario.LoseState();

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.Ovh.Summary().Carts.ShouldBe(1);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Replace_on_the_command_line_orders_a_new_project()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        var old = scenario.Resource!.Id;

        (await scenario.UpAsync(run: ReplaceIt)).ShouldSucceed(scenario);

        scenario.Resource!.Id.ShouldNotBe(old);
        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
        await scenario.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task A_tainted_project_is_replaced_by_a_new_order()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        var old = scenario.Resource!.Id;
        scenario.ChangeState(resource => resource with { Taint = resource.Urn == Scenario.Urn });

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.Resource!.Id.ShouldNotBe(old);
        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
        await scenario.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task A_project_is_kept_where_nothing_tells_its_replacement_from_an_interrupted_run()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        var old = scenario.Resource!.Id;
        scenario.ForgetRefreshBeforeUpdate();

        var kept = await scenario.UpAsync(run: ReplaceIt);

        kept.ShouldSucceed(scenario);
        kept.Warnings().ShouldHaveSingleItem().ShouldContain(
            $"Project {old} was kept: its replacement adopted order {scenario.Order.OrderId}, which could not be distinguished from an "
                + $"interrupted run");
        scenario.Resource!.Outputs["adoptedAt"].ShouldNotBeNull();
        await scenario.ShouldBeWholeAsync();

        (await scenario.UpAsync(run: ReplaceIt)).ShouldSucceed(scenario);
        scenario.Resource!.Id.ShouldNotBe(old);
        scenario.Resource.Outputs["adoptedAt"].ShouldBeNull();
        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
    }

    [Fact]
    public async Task A_project_that_was_adopted_twice_is_kept_twice()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.ForgetRefreshBeforeUpdate();
        (await scenario.UpAsync(run: ReplaceIt)).ShouldSucceed(scenario);
        scenario.ForgetRefreshBeforeUpdate();
        scenario.Clock.Advance(TimeSpan.FromMinutes(1));

        (await scenario.UpAsync(run: ReplaceIt)).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 0);
    }

    [Fact]
    public async Task A_pending_cart_that_its_replacement_adopted_is_kept()
    {
        var pending = Scenario.Program("checkout: false");
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(pending)).ShouldSucceed(scenario);
        var cart = scenario.Resource!.Id;
        scenario.ForgetRefreshBeforeUpdate();

        var kept = await scenario.UpAsync(pending, ReplaceIt);

        kept.ShouldSucceed(scenario);
        kept.Warnings().ShouldHaveSingleItem().ShouldContain("was kept: its replacement continues with it. Nothing was deleted.");
        scenario.Resource!.Id.ShouldBe(cart);
        scenario.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);
    }

    [Fact]
    public async Task A_project_that_an_interrupted_replacement_adopted_is_kept_by_the_next_run()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.ForgetRefreshBeforeUpdate();
        scenario.Fault("GET", "/me/order/*", FaultKind.Status, 403, times: 0);
        (await scenario.UpAsync(run: ReplaceIt)).Succeeded.ShouldBeFalse();
        scenario.HealAll();

        var kept = await scenario.UpAsync();

        kept.ShouldSucceed(scenario);
        kept.Warnings().ShouldContain(w => w.Contains("was kept", StringComparison.Ordinal), scenario.Output);
        await scenario.ShouldBeWholeAsync();
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 0);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(70)]
    public async Task An_order_whose_cart_has_expired_stops_the_run_whatever_other_carts_there_are(int hours)
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":60000,"maxCartLifeMs":86400000}""");
        await scenario.OrderUnfinishedAsync();
        scenario.LoseState();
        scenario.Clock.Advance(TimeSpan.FromHours(hours));
        scenario.Ovh.Configure("""{"deliveryDelayMs":0}""");
        (await scenario.UpAsync(Scenario.Program().Replace("Website", "Something else", StringComparison.Ordinal)
            .Replace("cloud-project", "other", StringComparison.Ordinal))).ShouldSucceed(scenario);
        scenario.LoseState();
        scenario.Clock.Advance(TimeSpan.FromHours(1));

        (await scenario.UpAsync()).ShouldFail("a delivered order with the same plan and description", "order 100001");

        scenario.Ovh.Summary().Orders.ShouldBe(2);
    }

    [Fact]
    public async Task A_replacement_that_was_interrupted_before_checkout_goes_on()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        (await scenario.UpInterruptedAsync("GET", "/order/cart/*/checkout", program: Replacing)).Succeeded.ShouldBeFalse();

        (await scenario.UpAsync(Replacing)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
        await scenario.ShouldBeSettledAsync(Replacing);
    }

    [Fact]
    public async Task A_project_that_was_taken_out_of_the_state_is_adopted_and_not_ordered_again()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.LoseState();

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.Resource!.Outputs["adoptedAt"].ShouldNotBeNull();
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_delivered_project_with_another_description_stops_the_run_that_finds_it()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.LoseState();

        (await scenario.UpAsync(Scenario.Program().Replace("Website", "Shop", StringComparison.Ordinal))).ShouldFail(
            $"found order {scenario.Order.OrderId} (cart {scenario.Order.CartId}, delivered) for this resource that is not in the state",
            "it is not what the program asks for now", "Nothing was ordered",
            $"`pulumi import ovh-order:index:CloudProject NAME order/{scenario.Order.OrderId}`",
            "`pulumi config set ovh-order:adoptEarlierOrders false` and `pulumi up`");

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task A_project_that_was_taken_out_of_the_state_days_ago_is_ordered_again()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.LoseState();
        scenario.Clock.Advance(TimeSpan.FromDays(4));

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 2, projects: 2);
    }

    [Theory]
    [InlineData(false, "a pending order with the same plan and description")]
    [InlineData(true, "a delivered order with the same plan and description")]
    public async Task An_order_whose_cart_is_not_listed_stops_the_run_and_can_be_imported(bool delivered, string what)
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":60000,"listCheckedOutCarts":false}""");
        await scenario.OrderUnfinishedAsync();
        scenario.LoseState();
        scenario.Clock.Advance(delivered ? TimeSpan.FromHours(1) : TimeSpan.FromSeconds(30));

        var order = $"order/{scenario.Order.OrderId}";
        (await scenario.UpAsync()).ShouldFail(
            what, "Nothing was ordered",
            $"`pulumi import ovh-order:index:CloudProject NAME {order}`", "`pulumi config set ovh-order:adoptEarlierOrders false`");
        scenario.Ovh.Summary().Orders.ShouldBe(1);
        scenario.Ovh.Summary().OpenCarts.ShouldBe(0);

        (await scenario.ImportAsync(order)).ShouldSucceed(scenario);
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task An_order_whose_cart_is_not_listed_is_left_alone_without_adoption()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":60000,"listCheckedOutCarts":false}""");
        await scenario.OrderUnfinishedAsync();
        scenario.LoseState();
        scenario.Clock.Advance(TimeSpan.FromSeconds(30));
        (await scenario.UpAsync()).ShouldFail("Nothing was ordered");

        scenario.Set("adoptEarlierOrders", "false");
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 2, projects: 2);
        await scenario.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task Two_runs_that_made_a_cart_each_step_back_and_the_next_run_orders()
    {
        await using var scenario = await Scenario.BeginAsync();

        // Neither sees the other's cart when it begins, and both can be seen before either is checked out.
        var (first, second) = await scenario.UpTwiceAtOnceAsync(("POST", "/order/cart"), ("GET", "/order/cart/*/checkout"));

        var refused = new[] { first, second }.Where(r => !r.Succeeded).ToList();
        refused.ShouldNotBeEmpty(scenario.Output);
        refused.ForEach(r => r.ShouldFail("run to end, then run `pulumi up` again"));
        scenario.Ovh.Summary().Orders.ShouldBe(2 - refused.Count, scenario.Output);
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    /// <summary>The stop is the only time that a person is told: repeating the update must not go past it.</summary>
    [Fact]
    public async Task A_pending_cart_is_not_ordered_beside_an_order_of_its_resource_however_often_it_is_tried()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(Scenario.Program("checkout: false"))).ShouldSucceed(scenario);
        var tag = (await scenario.SendAsync(HttpMethod.Get, "/order/cart/" + scenario.Resource!.Id!.Split('/')[1]))
            .GetProperty("description").GetString();
        scenario.Clock.Advance(TimeSpan.FromHours(1));
        await scenario.OrderByHandAsync("Website", "project.2018", "FR", tag);

        for (var attempt = 0; attempt < 3; attempt++)
        {
            scenario.Clock.Advance(TimeSpan.FromHours(1));
            (await scenario.UpAsync()).ShouldFail("100001");
        }

        scenario.ShouldHave(orders: 1, payments: 0, projects: 0, openCarts: 1);
    }

    [Fact]
    public async Task Two_runs_that_fill_the_same_cart_order_once()
    {
        await using var scenario = await Scenario.BeginAsync();

        await scenario.UpTwiceAtOnceAsync(("GET", "/order/cart/*/checkout"));

        scenario.Ovh.Summary().Orders.ShouldBeLessThanOrEqualTo(1, scenario.Output);
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Two_runs_that_pay_the_same_order_pay_once()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Fault("POST", "/me/order/*/pay", FaultKind.Status, 500, times: 0);
        (await scenario.UpAsync()).ShouldFail("paying the order");
        scenario.HealAll();
        scenario.LoseState();

        var (first, second) = await scenario.UpTwiceAtOnceAsync(("POST", "/me/order/*/pay"));

        first.ShouldSucceed(scenario);
        second.ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_run_that_begins_while_another_waits_for_delivery_waits_for_the_same_order()
    {
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        await scenario.OrderUnfinishedAsync();
        scenario.LoseState();

        var (first, second) = await scenario.UpTwiceAtOnceAsync();

        first.ShouldSucceed(scenario);
        second.ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_project_that_is_renamed_with_an_alias_stays_and_nothing_is_ordered()
    {
        var program = Scenario.WithAlias(Scenario.Program());
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        var result = await scenario.UpAsync(program);

        result.ShouldSucceed(scenario);
        result.Steps.ShouldAllBe(s => s.Op == StepOp.Same || s.Op == StepOp.Refresh);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        (await scenario.DestroyAsync(program)).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 0);
    }

    [Fact]
    public async Task An_order_that_is_renamed_with_an_alias_before_it_is_delivered_is_resumed()
    {
        var program = Scenario.WithAlias(Scenario.Program());
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        await scenario.OrderUnfinishedAsync();

        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        (await scenario.UpAsync(program)).Steps.ShouldAllBe(s => s.Op == StepOp.Same || s.Op == StepOp.Refresh);
    }

    [Fact]
    public async Task A_project_that_was_renamed_with_an_alias_can_be_replaced()
    {
        var program = Scenario.WithAlias(Scenario.Program());
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        var replaceIt = ReplaceIt with { Replace = [Scenario.Urn.Replace("cloud-project", "platform", StringComparison.Ordinal)] };
        (await scenario.UpAsync(program, replaceIt)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
    }

    [Fact]
    public async Task A_resource_with_another_name_orders_its_own_project_where_the_state_was_lost()
    {
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        await scenario.OrderUnfinishedAsync();
        var first = scenario.Order;
        scenario.LoseState();
        scenario.Clock.Advance(TimeSpan.FromSeconds(30));

        (await scenario.UpAsync(Scenario.WithAlias(Scenario.Program()))).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 2, projects: 2);
        var theirs = scenario.Ovh.Orders().Single(o => o.OrderId == first.OrderId).ProjectId.ShouldNotBeNull();
        scenario.TestEnvironment.State.Load().Resources.ShouldNotContain(r => r.Id == theirs);
    }
}
