using PulumiOvhOrder.Faults.Stands;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>The failures after which other tools lost an order or made a second one.</summary>
public sealed class PeerFailureTests
{
    [Fact]
    public async Task A_checkout_that_was_answered_500_and_not_processed_is_made_once_more_with_the_same_cart()
    {
        await using var story = await Story.BeginAsync();
        story.Fault("POST", "/order/cart/*/checkout", FaultKind.Status, 500);

        (await story.UpAsync()).ShouldSucceed(story);

        story.Ovh.Summary().Carts.ShouldBe(1);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_checkout_that_is_always_answered_500_leaves_the_cart_and_the_next_run_orders_it()
    {
        await using var story = await Story.BeginAsync();
        story.Fault("POST", "/order/cart/*/checkout", FaultKind.Status, 500, times: 0);

        (await story.UpAsync()).ShouldFail(
            "placing the order", "It is not known whether cart ", "was ordered. The next `pulumi up` finds out, and never orders twice", "HTTP 500");
        story.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);
        story.Resource!.Id.ShouldStartWith("cart/");

        story.HealAll();
        (await story.UpAsync()).ShouldSucceed(story);
        story.Ovh.Summary().Carts.ShouldBe(1);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_checkout_that_was_processed_and_answered_500_is_found_again()
    {
        await using var story = await Story.BeginAsync();
        story.Fault("POST", "/order/cart/*/checkout", FaultKind.StatusAfter, 500);

        (await story.UpAsync()).ShouldSucceed(story);

        story.CallsTo("POST", "/order/cart/*/checkout").ShouldBe(1);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_checkout_whose_connection_broke_after_it_was_processed_is_found_again()
    {
        await using var story = await Story.BeginAsync();
        story.Fault("POST", "/order/cart/*/checkout", FaultKind.DropAfter);

        (await story.UpAsync()).ShouldSucceed(story);

        story.CallsTo("POST", "/order/cart/*/checkout").ShouldBe(1);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_checkout_whose_answer_was_lost_together_with_the_API_is_found_again_by_the_next_run()
    {
        await using var story = await Story.BeginAsync();
        story.Then("POST", "/order/cart/*/checkout", _ => story.Fault("*", "/**", FaultKind.DropBefore, times: 0));
        story.Fault("POST", "/order/cart/*/checkout", FaultKind.DropAfter);

        (await story.UpAsync()).ShouldFail(
            "placing the order", "It is not known whether cart ", "was ordered. The next `pulumi up` finds out, and never orders twice");
        story.ShouldHave(orders: 1, payments: 0, projects: 0);

        story.HealAll();
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(0, "payWithRegisteredPaymentMean")]
    [InlineData(12, "pay")]
    public async Task A_payment_whose_connection_broke_after_it_was_processed_is_not_made_again(int price, string route)
    {
        await using var story = await Story.BeginAsync($$"""{"priceWithTax":{{price}}}""");
        story.Fault("POST", $"/me/order/*/{route}", FaultKind.DropAfter);

        (await story.UpAsync()).ShouldSucceed(story);

        story.CallsTo("POST", $"/me/order/*/{route}").ShouldBe(1);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_payment_whose_answer_was_lost_and_that_the_status_does_not_show_yet_is_not_made_again()
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":12}""");
        story.Then("POST", "/me/order/*/pay", _ => story.Ovh.ForceOrderStatus(story.Order.OrderId, "notPaid"));
        story.Fault("POST", "/me/order/*/pay", FaultKind.DropAfter);

        (await story.UpAsync(Brief)).ShouldFail("waiting for delivery", "it took longer", "(status: notPaid)");
        story.Ovh.ForceOrderStatus(story.Order.OrderId, null);
        (await story.UpAsync(Brief)).ShouldSucceed(story);

        story.CallsTo("POST", "/me/order/*/pay").ShouldBe(1);
        await story.ShouldBeWholeAsync(Brief);
    }

    [Fact]
    public async Task A_payment_that_was_answered_500_and_not_processed_is_made_once_more_for_the_same_order()
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":12}""");
        story.Fault("POST", "/me/order/*/pay", FaultKind.Status, 500);

        (await story.UpAsync()).ShouldSucceed(story);

        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_payment_that_is_always_answered_500_leaves_the_order_and_the_next_run_pays_it()
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":12}""");
        story.Fault("POST", "/me/order/*/pay", FaultKind.Status, 500, times: 0);

        (await story.UpAsync()).ShouldFail("paying the order", $"Order {story.Order.OrderId} is placed", "orders nothing again");
        story.ShouldHave(orders: 1, payments: 0, projects: 0);
        story.ShouldBeUnfinishedAs($"order/{story.Order.OrderId}");

        story.HealAll();
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData("/order/cart")]
    [InlineData("/order/cart/*/checkout")]
    public async Task A_429_with_Retry_After_is_waited_out(string path)
    {
        await using var story = await Story.BeginAsync();
        story.Fault("POST", path, FaultKind.Status, 429, retryAfter: 7);
        var began = story.Clock.GetUtcNow();

        (await story.UpAsync()).ShouldSucceed(story);

        (story.Clock.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
        story.Ovh.Summary().Carts.ShouldBe(1);
        await story.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(429, 3)]
    [InlineData(500, 1)]
    public async Task A_status_that_is_refused_for_a_while_is_asked_for_again(int status, int times)
    {
        await using var story = await Story.BeginAsync("""{"deliveryDelayMs":2000}""");
        story.Fault("GET", "/me/order/*/status", FaultKind.Status, status, times);

        (await story.UpAsync()).ShouldSucceed(story);

        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_status_that_is_refused_with_429_for_ever_leaves_the_order_and_the_next_run_follows_it()
    {
        await using var story = await Story.BeginAsync();
        story.Fault("GET", "/me/order/*/status", FaultKind.Status, 429, times: 0);

        (await story.UpAsync()).ShouldFail("limits how many calls", "orders nothing again", "HTTP 429");
        story.ShouldHave(orders: 1, payments: 1, projects: 1);
        story.ShouldBeUnfinishedAs($"order/{story.Order.OrderId}");

        story.HealAll();
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData("notPaid")]
    [InlineData("documentsRequested")]
    public async Task A_paid_order_that_hangs_is_waited_for_and_the_next_run_goes_on_with_it(string status)
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":12,"deliveryDelayMs":5000}""");
        story.Then("POST", "/me/order/*/pay", _ => story.Ovh.ForceOrderStatus(story.Order.OrderId, status));

        (await story.UpAsync(Brief)).ShouldFail(
            "waiting for delivery", "it took longer than", $"(status: {status})", "orders nothing again");
        story.ShouldBeUnfinishedAs($"order/{story.Order.OrderId}");

        story.Ovh.Watcher = null;
        story.Ovh.ForceOrderStatus(story.Order.OrderId, null);
        (await story.UpAsync(Brief)).ShouldSucceed(story);
        await story.ShouldBeWholeAsync(Brief);
    }

    [Fact]
    public async Task An_order_that_outlasts_its_custom_timeout_is_in_the_state_and_the_next_run_goes_on_with_it()
    {
        await using var story = await Story.BeginAsync("""{"deliveryDelayMs":60000}""");

        (await story.UpAsync(Brief)).ShouldFail(
            "it took longer than the timeout of 25 seconds (`customTimeouts`)", "(status: delivering)");
        story.ShouldHave(orders: 1, payments: 1, projects: 0);
        story.ShouldBeUnfinishedAs($"order/{story.Order.OrderId}");

        (await story.UpAsync(Brief)).ShouldSucceed(story);
        await story.ShouldBeWholeAsync(Brief);
    }

    [Fact]
    public async Task A_plugin_that_is_killed_while_it_waits_loses_nothing_because_the_next_run_finds_its_order()
    {
        await using var story = await Story.BeginInRealTimeAsync();
        var plugin = new MortalPlugin(Path.Combine(AppContext.BaseDirectory, "pulumi-resource-ovh-order"), story.Stand.Healthy);
        story.Stand.Plugin = plugin;
        story.On(FaultMoment.Before, "GET", "/me/order/*/status", async _ =>
        {
            story.Ovh.ForceOrderStatus(story.Order.OrderId, "delivering");
            await plugin.KillAsync();
        });

        (await story.UpAsync()).Succeeded.ShouldBeFalse();
        story.ShouldHave(orders: 1, payments: 1, projects: 1);
        story.Resource.ShouldBeNull();

        story.Stand.Plugin = story.Stand.Healthy;
        story.Ovh.Watcher = null;
        story.Ovh.ForceOrderStatus(story.Order.OrderId, null);
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Ctrl_C_during_the_wait_ends_it_and_the_next_run_goes_on_with_the_order()
    {
        await using var story = await Story.BeginAsync("""{"deliveryDelayMs":60000}""");

        var result = await story.UpInterruptedAsync("GET", "/me/order/*/status", nth: 3);

        result.ShouldFail("waiting for delivery: cancelled", "orders nothing again");
        story.ShouldHave(orders: 1, payments: 1, projects: 0);
        story.ShouldBeUnfinishedAs($"order/{story.Order.OrderId}");
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Ctrl_C_while_the_order_is_placed_does_not_say_that_nothing_was_ordered_and_the_next_run_finds_it()
    {
        await using var story = await Story.BeginAsync();

        var result = await story.UpInterruptedAsync("POST", "/order/cart/*/checkout");

        result.ShouldFail(
            "placing the order: cancelled. It is not known whether cart ", "was ordered. The next `pulumi up` finds out, and never orders twice");
        story.ShouldHave(orders: 1, payments: 0, projects: 0);
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Details_that_fail_once_after_delivery_are_read_again()
    {
        await using var story = await Story.BeginAsync(DetailsTell);
        story.Fault("GET", "/me/order/*/details", FaultKind.Status, 500);

        (await story.UpAsync()).ShouldSucceed(story);

        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Details_that_cannot_be_read_leave_the_order_and_the_next_run_finds_its_project()
    {
        await using var story = await Story.BeginAsync(DetailsTell);
        story.Fault("GET", "/me/order/*/details", FaultKind.Status, 500, times: 0);

        (await story.UpAsync()).ShouldFail("does not name its project after 10 minutes", "The order is kept");
        story.ShouldHave(orders: 1, payments: 1, projects: 1);
        story.ShouldBeUnfinishedAs($"order/{story.Order.OrderId}");

        story.HealAll();
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_description_that_cannot_be_set_after_delivery_keeps_the_project_and_is_set_by_the_next_run()
    {
        await using var story = await Story.BeginAsync("""{"deliveryDelayMs":60000}""");
        (await story.UpAsync(Brief)).ShouldFail("it took longer");
        story.Fault("PUT", "/cloud/project/*", FaultKind.Status, 500, times: 0);

        (await story.UpAsync(Renamed)).ShouldFail("renaming the project", $"is delivered as project {story.Order.ProjectId}");
        story.ShouldHave(orders: 1, payments: 1, projects: 1);

        story.HealAll();
        (await story.UpAsync(Renamed)).ShouldSucceed(story);
        await story.ShouldBeWholeAsync(Renamed);
    }

    [Fact]
    public async Task A_project_that_is_not_found_for_a_while_after_delivery_is_waited_for()
    {
        await using var story = await Story.BeginAsync();
        story.Fault("GET", "/cloud/project/*", FaultKind.Status, 404, times: 5);

        (await story.UpAsync()).ShouldSucceed(story);

        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_deletion_with_an_empty_mail_history_says_what_to_do_and_the_next_one_ends_the_project()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        story.Fault("GET", "/me/notification/email/history", FaultKind.Status, 200, times: 0, body: "[]");

        (await story.DestroyAsync()).ShouldFail(
            "the confirmation e-mail has not arrived after 30 minutes", "Run `pulumi destroy` again later, or open the link in that e-mail");
        story.ShouldHave(orders: 1, payments: 1, projects: 1);
        story.Resource!.Id.ShouldBe(story.Order.ProjectId);

        story.HealAll();
        (await story.DestroyAsync()).ShouldSucceed(story);
        story.ShouldHave(orders: 1, payments: 1, projects: 0);
        story.Resource.ShouldBeNull();
    }

    [Fact]
    public async Task A_project_that_was_imported_is_no_difference_to_the_program_that_ordered_it()
    {
        var program = Story.Program("ovhSubsidiary: FR", "planCode: project.2018");
        await using var story = await Story.BeginAsync();
        (await story.UpAsync(program)).ShouldSucceed(story);

        (await story.ImportAsync(story.Order.ProjectId!, program)).ShouldSucceed(story);
        var preview = await story.PreviewAsync(program);

        preview.Steps.Where(s => s.Urn == Story.Urn).ShouldHaveSingleItem().Op.ShouldBe(StepOp.Same);
        await story.ShouldBeWholeAsync(program);
    }

    private static string Brief { get; } = Story.WithOptions(Story.Program(), "customTimeouts: {create: 25s}");

    private static string Renamed { get; } = Story.Program().Replace("Website", "Renamed", StringComparison.Ordinal);

    /// <summary>Only an order's details name its project.</summary>
    private const string DetailsTell = """{"deniedRoutes":["GET /cloud/order"]}""";
}
