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

    private static readonly RunOptions ReplaceIt = new() { SkipPreview = true, Replace = [Story.Urn] };

    private static string Replacing { get; } = Story.Program("configuration: {infrastructure: production}");

    [Fact]
    public async Task A_change_that_replaces_orders_a_new_project_and_ends_the_old_one()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        var old = story.Resource!.Id;

        (await story.UpAsync(Replacing)).ShouldSucceed(story);

        story.Resource!.Id.ShouldNotBe(old);
        story.ShouldHave(orders: 2, payments: 2, projects: 1);
        await story.ShouldBeSettledAsync(Replacing);
    }

    [Fact]
    public async Task A_replacement_that_was_interrupted_resumes_its_own_order_and_then_ends_the_old_project()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        var old = story.Resource!.Id;
        story.Ovh.Configure(OnItsWay);

        (await story.UpInterruptedAsync("GET", "/me/order/*/status", nth: 2, Replacing)).ShouldFail(
            "waiting for delivery: cancelled");
        story.ShouldHave(orders: 2, payments: 2, projects: 1);
        (await story.UpAsync(Replacing)).ShouldSucceed(story);

        story.Resource!.Id.ShouldNotBe(old);
        story.ShouldHave(orders: 2, payments: 2, projects: 1);
        await story.ShouldBeSettledAsync(Replacing);
    }

    [Fact]
    public async Task An_order_that_is_in_no_state_is_resumed()
    {
        await using var story = await Story.BeginAsync(OnItsWay);
        await story.OrderUnfinishedAsync();
        story.LoseState();

        (await story.UpAsync()).ShouldSucceed(story);

        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task An_order_in_no_state_that_was_delivered_meanwhile_is_adopted()
    {
        await using var story = await Story.BeginAsync(OnItsWay);
        await story.OrderUnfinishedAsync();
        story.LoseState();
        story.Clock.Advance(TimeSpan.FromHours(1));

        (await story.UpAsync()).ShouldSucceed(story);

        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_cart_that_is_in_no_state_is_completed()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpInterruptedAsync("GET", "/order/cart/*/checkout")).Succeeded.ShouldBeFalse();
        story.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);
        story.LoseState();

        (await story.UpAsync()).ShouldSucceed(story);

        story.Ovh.Summary().Carts.ShouldBe(1);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Replace_on_the_command_line_orders_a_new_project()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        var old = story.Resource!.Id;

        (await story.UpAsync(run: ReplaceIt)).ShouldSucceed(story);

        story.Resource!.Id.ShouldNotBe(old);
        story.ShouldHave(orders: 2, payments: 2, projects: 1);
        await story.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task A_tainted_project_is_replaced_by_a_new_order()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        var old = story.Resource!.Id;
        story.Stand.Engine(Story.Program()).Taint(Story.Urn);

        (await story.UpAsync()).ShouldSucceed(story);

        story.Resource!.Id.ShouldNotBe(old);
        story.ShouldHave(orders: 2, payments: 2, projects: 1);
        await story.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task A_project_is_kept_where_nothing_tells_its_replacement_from_an_interrupted_run()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        var old = story.Resource!.Id;
        story.ForgetRefreshBeforeUpdate();

        var kept = await story.UpAsync(run: ReplaceIt);

        kept.ShouldSucceed(story);
        kept.Warnings().ShouldHaveSingleItem().ShouldContain(
            $"Project {old} was kept: its replacement adopted order {story.Order.OrderId}, which could not be distinguished from an interrupted run");
        story.Resource!.Outputs["adoptedAt"].ShouldNotBeNull();
        await story.ShouldBeWholeAsync();

        (await story.UpAsync(run: ReplaceIt)).ShouldSucceed(story);
        story.Resource!.Id.ShouldNotBe(old);
        story.Resource.Outputs["adoptedAt"].ShouldBeNull();
        story.ShouldHave(orders: 2, payments: 2, projects: 1);
    }

    [Fact]
    public async Task A_project_that_was_adopted_twice_is_kept_twice()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        story.ForgetRefreshBeforeUpdate();
        (await story.UpAsync(run: ReplaceIt)).ShouldSucceed(story);
        story.ForgetRefreshBeforeUpdate();
        story.Clock.Advance(TimeSpan.FromMinutes(1));

        (await story.UpAsync(run: ReplaceIt)).ShouldSucceed(story);

        await story.ShouldBeWholeAsync();
        (await story.DestroyAsync()).ShouldSucceed(story);
        story.ShouldHave(orders: 1, payments: 1, projects: 0);
    }

    [Fact]
    public async Task A_pending_cart_that_its_replacement_adopted_is_kept()
    {
        var pending = Story.Program("checkout: false");
        await using var story = await Story.BeginAsync();
        (await story.UpAsync(pending)).ShouldSucceed(story);
        var cart = story.Resource!.Id;
        story.ForgetRefreshBeforeUpdate();

        var kept = await story.UpAsync(pending, ReplaceIt);

        kept.ShouldSucceed(story);
        kept.Warnings().ShouldHaveSingleItem().ShouldContain("was kept: its replacement continues with it. Nothing was deleted.");
        story.Resource!.Id.ShouldBe(cart);
        story.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);
    }

    [Fact]
    public async Task A_project_that_an_interrupted_replacement_adopted_is_kept_by_the_next_run()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        story.ForgetRefreshBeforeUpdate();
        story.Fault("GET", "/me/order/*", FaultKind.Status, 403, times: 0);
        (await story.UpAsync(run: ReplaceIt)).Succeeded.ShouldBeFalse();
        story.HealAll();

        var kept = await story.UpAsync();

        kept.ShouldSucceed(story);
        kept.Warnings().ShouldContain(w => w.Contains("was kept", StringComparison.Ordinal), story.Output);
        await story.ShouldBeWholeAsync();
        (await story.DestroyAsync()).ShouldSucceed(story);
        story.ShouldHave(orders: 1, payments: 1, projects: 0);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(70)]
    public async Task An_order_whose_cart_has_expired_stops_the_run_whatever_other_carts_there_are(int hours)
    {
        await using var story = await Story.BeginAsync("""{"deliveryDelayMs":60000,"maxCartLifeMs":86400000}""");
        await story.OrderUnfinishedAsync();
        story.LoseState();
        story.Clock.Advance(TimeSpan.FromHours(hours));
        story.Ovh.Configure("""{"deliveryDelayMs":0}""");
        (await story.UpAsync(Story.Program().Replace("Website", "Something else", StringComparison.Ordinal).Replace("cloud-project", "other", StringComparison.Ordinal))).ShouldSucceed(story);
        story.LoseState();
        story.Clock.Advance(TimeSpan.FromHours(1));

        (await story.UpAsync()).ShouldFail("a delivered order with the same plan and description", "order 100001");

        story.Ovh.Summary().Orders.ShouldBe(2);
    }

    [Fact]
    public async Task A_replacement_that_was_interrupted_before_checkout_stops_beside_the_order_that_it_replaces()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        var old = story.Order;
        (await story.UpInterruptedAsync("GET", "/order/cart/*/checkout", program: Replacing)).Succeeded.ShouldBeFalse();

        (await story.UpAsync(Replacing)).ShouldFail(
            $"found another order ({old.OrderId}, cart {old.CartId}) for this resource", "Nothing was ordered by this run",
            "If it is the order that this resource replaces", "`pulumi config set ovh-order:adoptEarlierOrders false` for one run");
        story.ShouldHave(orders: 1, payments: 1, projects: 1, openCarts: 1);

        story.Set("adoptEarlierOrders", "false");
        (await story.UpAsync(Replacing)).ShouldSucceed(story);
        story.ShouldHave(orders: 2, payments: 2, projects: 1);
        await story.ShouldBeSettledAsync(Replacing);
    }

    [Fact]
    public async Task A_project_that_was_taken_out_of_the_state_is_adopted_and_not_ordered_again()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        story.LoseState();

        (await story.UpAsync()).ShouldSucceed(story);

        story.Resource!.Outputs["adoptedAt"].ShouldNotBeNull();
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_delivered_project_with_another_description_stops_the_run_that_finds_it()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        story.LoseState();

        (await story.UpAsync(Story.Program().Replace("Website", "Shop", StringComparison.Ordinal))).ShouldFail(
            $"found order {story.Order.OrderId} (cart {story.Order.CartId}, delivered) for this resource that is not in the state",
            "it is not what the program asks for now", "Nothing was ordered",
            $"`pulumi import ovh-order:index:CloudProject NAME order/{story.Order.OrderId}`",
            "`pulumi config set ovh-order:adoptEarlierOrders false` for one run");

        story.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task A_project_that_was_taken_out_of_the_state_days_ago_is_ordered_again()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        story.LoseState();
        story.Clock.Advance(TimeSpan.FromDays(4));

        (await story.UpAsync()).ShouldSucceed(story);

        story.ShouldHave(orders: 2, payments: 2, projects: 2);
    }

    [Theory]
    [InlineData(false, "a pending order with the same plan and description")]
    [InlineData(true, "a delivered order with the same plan and description")]
    public async Task An_order_whose_cart_is_not_listed_stops_the_run_and_can_be_imported(bool delivered, string what)
    {
        await using var story = await Story.BeginAsync("""{"deliveryDelayMs":60000,"listCheckedOutCarts":false}""");
        await story.OrderUnfinishedAsync();
        story.LoseState();
        story.Clock.Advance(delivered ? TimeSpan.FromHours(1) : TimeSpan.FromSeconds(30));

        var order = $"order/{story.Order.OrderId}";
        (await story.UpAsync()).ShouldFail(
            what, "Nothing was ordered",
            $"`pulumi import ovh-order:index:CloudProject NAME {order}`", "`pulumi config set ovh-order:adoptEarlierOrders false`");
        story.Ovh.Summary().Orders.ShouldBe(1);
        story.Ovh.Summary().OpenCarts.ShouldBe(0);

        (await story.ImportAsync(order)).ShouldSucceed(story);
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task An_order_whose_cart_is_not_listed_is_left_alone_without_adoption()
    {
        await using var story = await Story.BeginAsync("""{"deliveryDelayMs":60000,"listCheckedOutCarts":false}""");
        await story.OrderUnfinishedAsync();
        story.LoseState();
        story.Clock.Advance(TimeSpan.FromSeconds(30));
        (await story.UpAsync()).ShouldFail("Nothing was ordered");

        story.Set("adoptEarlierOrders", "false");
        (await story.UpAsync()).ShouldSucceed(story);

        story.ShouldHave(orders: 2, payments: 2, projects: 2);
        await story.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task Two_runs_that_made_a_cart_each_step_back_and_the_next_run_orders()
    {
        await using var story = await Story.BeginAsync();

        var (first, second) = await story.UpTwiceAtOnceAsync(meetAt: ("POST", "/order/cart"));

        var refused = new[] { first, second }.Where(r => !r.Succeeded).ToList();
        refused.ShouldNotBeEmpty(story.Output);
        refused.ForEach(r => r.ShouldFail("another run is ordering the same resource", "Nothing was ordered by this run"));
        story.Ovh.Summary().Orders.ShouldBe(2 - refused.Count, story.Output);
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Two_runs_that_fill_the_same_cart_order_once()
    {
        await using var story = await Story.BeginAsync();

        await story.UpTwiceAtOnceAsync(meetAt: ("GET", "/order/cart/*/checkout"));

        story.Ovh.Summary().Orders.ShouldBeLessThanOrEqualTo(1, story.Output);
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Two_runs_that_pay_the_same_order_pay_once()
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":12}""");
        story.Fault("POST", "/me/order/*/pay", FaultKind.Status, 500, times: 0);
        (await story.UpAsync()).ShouldFail("paying the order");
        story.HealAll();
        story.LoseState();

        var (first, second) = await story.UpTwiceAtOnceAsync(meetAt: ("POST", "/me/order/*/pay"));

        first.ShouldSucceed(story);
        second.ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_run_that_begins_while_another_waits_for_delivery_waits_for_the_same_order()
    {
        await using var story = await Story.BeginAsync(OnItsWay);
        await story.OrderUnfinishedAsync();
        story.LoseState();

        var (first, second) = await story.UpTwiceAtOnceAsync();

        first.ShouldSucceed(story);
        second.ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_project_that_is_renamed_with_an_alias_stays_and_nothing_is_ordered()
    {
        var program = Story.WithAlias(Story.Program());
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);

        var result = await story.UpAsync(program);

        result.ShouldSucceed(story);
        result.Steps.ShouldAllBe(s => s.Op == StepOp.Same || s.Op == StepOp.Refresh);
        story.ShouldHave(orders: 1, payments: 1, projects: 1);
        (await story.DestroyAsync(program)).ShouldSucceed(story);
        story.ShouldHave(orders: 1, payments: 1, projects: 0);
    }

    [Fact]
    public async Task An_order_that_is_renamed_with_an_alias_before_it_is_delivered_is_resumed()
    {
        var program = Story.WithAlias(Story.Program());
        await using var story = await Story.BeginAsync(OnItsWay);
        await story.OrderUnfinishedAsync();

        (await story.UpAsync(program)).ShouldSucceed(story);

        story.ShouldHave(orders: 1, payments: 1, projects: 1);
        (await story.UpAsync(program)).Steps.ShouldAllBe(s => s.Op == StepOp.Same || s.Op == StepOp.Refresh);
    }

    [Fact]
    public async Task A_project_that_was_renamed_with_an_alias_can_be_replaced()
    {
        var program = Story.WithAlias(Story.Program());
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);

        var replaceIt = ReplaceIt with { Replace = [Story.Urn.Replace("cloud-project", "platform", StringComparison.Ordinal)] };
        (await story.UpAsync(program, replaceIt)).ShouldSucceed(story);

        story.ShouldHave(orders: 2, payments: 2, projects: 1);
    }

    [Fact]
    public async Task A_resource_with_another_name_orders_its_own_project_where_the_state_was_lost()
    {
        await using var story = await Story.BeginAsync(OnItsWay);
        await story.OrderUnfinishedAsync();
        var first = story.Order;
        story.LoseState();
        story.Clock.Advance(TimeSpan.FromSeconds(30));

        (await story.UpAsync(Story.WithAlias(Story.Program()))).ShouldSucceed(story);

        story.ShouldHave(orders: 2, payments: 2, projects: 2);
        var theirs = story.Ovh.Orders().Single(o => o.OrderId == first.OrderId).ProjectId.ShouldNotBeNull();
        story.Stand.State.Load().Resources.ShouldNotContain(r => r.Id == theirs);
    }
}
