using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>An order whose checkout nobody saw answered is found again: whose it is, what it costs, and whether it is wanted.</summary>
public sealed class FoundOrderTests
{
    private const string Unpaid = "{description: One, payment: manual, waitForDelivery: false}";

    [Fact]
    public async Task A_found_order_is_paid_at_its_own_price_only_within_the_ceiling()
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":10}""");
        story.Fault("POST", "/order/cart/*/checkout", FaultKind.DropAfter);
        story.On(FaultMoment.Before, "POST", "/order/cart/*/checkout", _ => Raised(story));

        (await story.UpAsync(Story.Program("maxPrice: 50"))).ShouldFail("order 100001 costs 100.00 EUR with tax, and maxPrice allows 50.00 EUR", "It is not paid");

        story.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    [Fact]
    public async Task An_order_that_a_later_run_finds_is_paid_only_within_the_ceiling_and_the_state_has_what_was_paid()
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":10}""");
        story.On(FaultMoment.Before, "POST", "/order/cart/*/checkout", _ => Raised(story));
        await story.LoseCheckoutAsync(Story.Program("maxPrice: 50"));
        story.Ovh.Watcher = null;
        story.Ovh.Configure("""{"priceWithTax":10}""");

        (await story.UpAsync(Story.Program("maxPrice: 50"))).ShouldFail("order 100001 costs 100.00 EUR with tax");
        story.ShouldHave(orders: 1, payments: 0, projects: 0);

        (await story.UpAsync(Story.Program("maxPrice: 150"))).ShouldSucceed(story);
        await story.ShouldBeWholeAsync(Story.Program("maxPrice: 150"));
        ((Values.PropertyValue.Map)story.Resource!.Outputs["prices"]!)["withTax"].ShouldBe(Values.PropertyValue.Of(100d));
    }

    [Fact]
    public async Task An_order_that_only_its_tag_leads_to_is_paid_only_within_the_ceiling()
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":100}""");
        story.Fault("POST", "/me/order/*/pay", FaultKind.Status, 403, times: 0);
        (await story.UpAsync()).Succeeded.ShouldBeFalse();
        story.HealAll();
        story.LoseState();
        story.Ovh.Configure("""{"priceWithTax":10}""");

        (await story.UpAsync(Story.Program("maxPrice: 50"))).ShouldFail("order 100001 costs 100.00 EUR with tax");

        story.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_of_another_stack_is_not_taken_where_the_own_one_was_cancelled(bool us)
    {
        await using var story = us ? await Story.BeginUsAsync() : await Story.BeginAsync();
        await story.LoseCheckoutAsync();
        story.Ovh.ForceOrderStatus(story.Order.OrderId, "cancelled");
        story.Clock.Advance(TimeSpan.FromHours(1));
        var ours = story.Stand.State;
        story.LoseState();
        (await story.UpAsync(Other(us ? "{description: Something else}" : "{description: Website}"))).ShouldSucceed(story);
        var theirs = story.Stand.State.Load().Resources.Single(r => r.Name == "other").Id;
        story.Stand.State = ours;

        await story.UpAsync();

        story.Resource?.Id.ShouldNotBe(theirs, story.Output);
        await story.DestroyAsync();
        story.Ovh.Orders().Single(o => o.ProjectId == theirs).ShouldNotBeNull();
        story.Ovh.Summary().Projects.ShouldBe(1, story.Output);
    }

    [Fact]
    public async Task The_first_order_that_is_listed_is_not_taken_where_orders_record_nothing()
    {
        await using var story = await Story.BeginUsAsync("""{"priceWithTax":12}""");
        story.Fault("POST", "/order/cart/*/checkout", FaultKind.DropAfter);
        story.Fault("GET", "/cloud/order", FaultKind.Status, 200, nth: 2, body: """[{"orderId":100002,"planCode":"project","date":"2026-01-01T00:00:00+00:00","status":"unpaid"}]""");
        var placed = 0;
        story.On(FaultMoment.After, "POST", "/order/cart/*/checkout", _ => Interlocked.Increment(ref placed) == 1 ? story.OrderByHandAsync("a colleague's", "project", "US") : Task.CompletedTask);

        (await story.UpAsync()).ShouldFail("several orders could be its own", "100001", "100002");

        story.Ovh.Summary().Payments.ShouldBe(0, story.Output);
    }

    [Theory]
    [InlineData("up")]
    [InlineData("refresh")]
    [InlineData("destroy")]
    public async Task An_order_that_a_preview_found_is_found_again(string command)
    {
        await using var story = await Story.BeginAsync();
        await story.LoseCheckoutAsync();
        story.Ovh.ForceOrderStatus(story.Order.OrderId, "delivered");
        story.Clock.Advance(TimeSpan.FromMinutes(20));
        (await story.PreviewAsync()).ShouldSucceed(story);

        var result = command switch { "up" => await story.UpAsync(), "refresh" => await story.RefreshAsync(), _ => await story.DestroyAsync() };

        result.ShouldSucceed(story);
        story.ShouldHave(orders: 1, payments: 0, projects: command == "destroy" ? 0 : 1);
    }

    [Fact]
    public async Task An_order_is_found_from_the_state_of_the_run_before()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync(Story.Program("checkout: false"))).ShouldSucceed(story);
        var old = story.Stand.State.Load();
        (await story.UpAsync()).ShouldSucceed(story);
        story.Stand.State.Save(old);

        (await story.UpAsync()).ShouldSucceed(story);

        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task An_order_that_the_state_had_and_lost_is_adopted()
    {
        var program = Story.Program("waitForDelivery: false");
        await using var story = await Story.BeginAsync("""{"deliveryDelayMs":600000}""");
        (await story.UpAsync(program)).ShouldSucceed(story);
        story.LoseState();
        story.Clock.Advance(TimeSpan.FromMinutes(1));

        var result = await story.UpAsync(program);

        result.ShouldSucceed(story);
        result.Words().ShouldContain($"Found order 100001 (cart {story.Order.CartId}) of an interrupted run. This run resumes it; nothing is ordered again.");
        story.Resource!.Outputs["adoptedAt"].ShouldNotBeNull();
        story.Ovh.Summary().Orders.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60_000)]
    public async Task An_order_of_another_stack_with_the_same_description_does_not_stop_a_run(int deliveryDelayMs)
    {
        await using var story = await Story.BeginAsync($$"""{"deliveryDelayMs":{{deliveryDelayMs}}}""");
        (await story.UpAsync(Other("{description: Website, waitForDelivery: false}"))).ShouldSucceed(story);
        story.LoseState();
        story.Clock.Advance(TimeSpan.FromSeconds(10));

        (await story.UpAsync()).ShouldSucceed(story);

        story.ShouldHave(orders: 2, payments: 2, projects: 2);
        await story.ShouldBeSettledAsync();
        story.Resource!.Outputs["adoptedAt"].ShouldBeNull();
    }

    [Fact]
    public async Task An_order_is_told_from_one_that_was_cancelled_before()
    {
        await using var story = await Story.BeginAsync("""{"maxCartLifeMs":86400000,"priceWithTax":12}""");
        story.Fault("POST", "/me/order/*/pay", FaultKind.Status, 403, times: 0);
        (await story.UpAsync()).Succeeded.ShouldBeFalse();
        story.HealAll();
        story.Ovh.ForceOrderStatus(story.Order.OrderId, "cancelled");
        story.Clock.Advance(TimeSpan.FromHours(1));
        (await story.RefreshAsync()).ShouldSucceed(story);
        (await story.UpInterruptedAsync("POST", "/order/cart/*/checkout")).Succeeded.ShouldBeFalse();

        (await story.UpAsync()).ShouldSucceed(story);

        story.ShouldHave(orders: 2, payments: 1, projects: 1);
        await story.ShouldBeSettledAsync();
    }

    [Theory]
    [InlineData(true, "{description: Two, payment: manual, waitForDelivery: false}")]
    [InlineData(false, Unpaid)]
    public async Task An_order_that_another_resource_has_does_not_stop_a_run(bool us, string second)
    {
        await using var story = us ? await Story.BeginUsAsync() : await Story.BeginAsync();
        (await story.UpAsync(Other(Unpaid))).ShouldSucceed(story);
        story.Clock.Advance(TimeSpan.FromMinutes(10));

        (await story.UpAsync(Two(second, Unpaid))).ShouldSucceed(story);

        story.Ovh.Summary().Orders.ShouldBe(2);
    }

    [Fact]
    public async Task An_order_that_the_same_run_is_placing_for_another_resource_does_not_stop_it()
    {
        await using var story = await Story.BeginAsync();
        var ordered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var listed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lists = 0;
        story.Ovh.Watcher = async (call, at) =>
        {
            switch ((at, call.Method, call.Path))
            {
                case (FaultMoment.Before, "GET", "/cloud/order") when Interlocked.Increment(ref lists) == 2:
                    await ordered.Task;
                    break;
                case (FaultMoment.After, "GET", "/cloud/order") when ordered.Task.IsCompleted:
                    listed.TrySetResult();
                    break;
                case (FaultMoment.After, "POST", var path) when path.EndsWith("/checkout", StringComparison.Ordinal) && ordered.TrySetResult():
                    await listed.Task;
                    break;
            }
        };

        (await story.UpAsync(Two("{description: Website}", "{description: Website}"))).ShouldSucceed(story);

        story.ShouldHave(orders: 2, payments: 2, projects: 2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_found_order_is_not_paid_for_a_program_that_asks_for_a_cart(bool isInState)
    {
        var pending = Story.Program("checkout: false");
        await using var story = await Story.BeginAsync("""{"priceWithTax":12}""");
        if (isInState)
        {
            (await story.UpAsync(pending)).ShouldSucceed(story);
        }

        var state = story.Stand.State;
        story.LoseState();
        story.Fault("POST", "/me/order/*/pay", FaultKind.Status, 403, times: 0);
        (await story.UpAsync()).Succeeded.ShouldBeFalse();
        story.HealAll();
        story.LoseState();
        story.Stand.State = isInState ? state : story.Stand.State;

        (await story.UpAsync(pending)).ShouldFail("the program says `checkout: false`, but order 100001 of this resource is placed already", "Nothing is paid now");
        story.ShouldHave(orders: 1, payments: 0, projects: 0);

        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    private static Task Raised(Story story)
    {
        story.Ovh.Configure("""{"priceWithTax":100}""");
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
