using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>The failures after which other tools lost an order or made a second one.</summary>
public sealed class ApiFailureTests
{
    [Fact]
    public async Task A_checkout_that_was_answered_500_and_not_processed_is_made_once_more_with_the_same_cart()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("POST", "/order/cart/*/checkout", FaultKind.Status, 500);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.Ovh.Summary().Carts.ShouldBe(1);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_checkout_that_is_always_answered_500_leaves_the_cart_and_the_next_run_orders_it()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("POST", "/order/cart/*/checkout", FaultKind.Status, 500, times: 0);

        (await scenario.UpAsync()).ShouldFail(
            "placing the order", "It is not known whether cart ", "was ordered. The next `pulumi up` finds out, and never orders twice",
            "HTTP 500");
        scenario.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);
        scenario.Resource!.Id.ShouldStartWith("cart/");

        scenario.HealAll();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Ovh.Summary().Carts.ShouldBe(1);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_checkout_that_was_processed_and_answered_500_is_found_again()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("POST", "/order/cart/*/checkout", FaultKind.StatusAfter, 500);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.CallsTo("POST", "/order/cart/*/checkout").ShouldBe(1);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_checkout_whose_connection_broke_after_it_was_processed_is_found_again()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("POST", "/order/cart/*/checkout", FaultKind.DropAfter);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.CallsTo("POST", "/order/cart/*/checkout").ShouldBe(1);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_checkout_whose_answer_was_lost_together_with_the_API_is_found_again_by_the_next_run()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Then("POST", "/order/cart/*/checkout", _ => scenario.Fault("*", "/**", FaultKind.DropBefore, times: 0));
        scenario.Fault("POST", "/order/cart/*/checkout", FaultKind.DropAfter);

        (await scenario.UpAsync()).ShouldFail(
            "placing the order", "It is not known whether cart ", "was ordered. The next `pulumi up` finds out, and never orders twice");
        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);

        scenario.HealAll();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(0, "payWithRegisteredPaymentMean")]
    [InlineData(12, "pay")]
    public async Task A_payment_whose_connection_broke_after_it_was_processed_is_not_made_again(int price, string route)
    {
        await using var scenario = await Scenario.BeginAsync($$"""{"priceWithTax":{{price}}}""");
        scenario.Fault("POST", $"/me/order/*/{route}", FaultKind.DropAfter);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.CallsTo("POST", $"/me/order/*/{route}").ShouldBe(1);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_payment_whose_answer_was_lost_and_that_the_status_does_not_show_yet_is_not_made_again()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Then("POST", "/me/order/*/pay", _ => scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, "notPaid"));
        scenario.Fault("POST", "/me/order/*/pay", FaultKind.DropAfter);

        (await scenario.UpAsync(Brief)).ShouldFail("waiting for delivery", "it took longer", "(status: notPaid)");
        scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, null);
        (await scenario.UpAsync(Brief)).ShouldSucceed(scenario);

        scenario.CallsTo("POST", "/me/order/*/pay").ShouldBe(1);
        await scenario.ShouldBeWholeAsync(Brief);
    }

    [Fact]
    public async Task A_payment_that_was_answered_500_and_not_processed_is_made_once_more_for_the_same_order()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Fault("POST", "/me/order/*/pay", FaultKind.Status, 500);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_payment_that_is_always_answered_500_leaves_the_order_and_the_next_run_pays_it()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Fault("POST", "/me/order/*/pay", FaultKind.Status, 500, times: 0);

        (await scenario.UpAsync()).ShouldFail("paying the order", $"Order {scenario.Order.OrderId} is placed", "orders nothing again");
        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
        scenario.ShouldBeUnfinishedAs($"order/{scenario.Order.OrderId}");

        scenario.HealAll();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData("/order/cart")]
    [InlineData("/order/cart/*/checkout")]
    public async Task A_429_with_Retry_After_is_waited_out(string path)
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("POST", path, FaultKind.Status, 429, retryAfter: 7);
        var began = scenario.Clock.GetUtcNow();

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        (scenario.Clock.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
        scenario.Ovh.Summary().Carts.ShouldBe(1);
        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(429, 3)]
    [InlineData(500, 1)]
    public async Task A_status_that_is_refused_for_a_while_is_asked_for_again(int status, int times)
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":2000}""");
        scenario.Fault("GET", "/me/order/*/status", FaultKind.Status, status, times);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_status_that_is_refused_with_429_for_ever_leaves_the_order_and_the_next_run_follows_it()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("GET", "/me/order/*/status", FaultKind.Status, 429, times: 0);

        (await scenario.UpAsync()).ShouldFail("limits the rate of requests", "orders nothing again", "HTTP 429");
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        scenario.ShouldBeUnfinishedAs($"order/{scenario.Order.OrderId}");

        scenario.HealAll();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData("notPaid")]
    [InlineData("documentsRequested")]
    public async Task A_paid_order_that_hangs_is_waited_for_and_the_next_run_goes_on_with_it(string status)
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12,"deliveryDelayMs":5000}""");
        scenario.Then("POST", "/me/order/*/pay", _ => scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, status));

        (await scenario.UpAsync(Brief)).ShouldFail(
            "waiting for delivery", "it took longer than", $"(status: {status})", "orders nothing again");
        scenario.ShouldBeUnfinishedAs($"order/{scenario.Order.OrderId}");

        scenario.Ovh.Watcher = null;
        scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, null);
        (await scenario.UpAsync(Brief)).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync(Brief);
    }

    [Fact]
    public async Task An_order_that_outlasts_its_custom_timeout_is_in_the_state_and_the_next_run_goes_on_with_it()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":60000}""");

        (await scenario.UpAsync(Brief)).ShouldFail(
            "it took longer than the timeout of 25 seconds (`customTimeouts`)", "(status: delivering)");
        scenario.ShouldHave(orders: 1, payments: 1, projects: 0);
        scenario.ShouldBeUnfinishedAs($"order/{scenario.Order.OrderId}");

        (await scenario.UpAsync(Brief)).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync(Brief);
    }

    [Fact]
    public async Task A_plugin_that_is_killed_while_it_waits_loses_nothing_because_the_next_run_finds_its_order()
    {
        await using var scenario = await Scenario.BeginInRealTimeAsync();
        var plugin = new MortalPlugin(Path.Combine(AppContext.BaseDirectory, "pulumi-resource-ovh-order"));
        scenario.TestEnvironment.Plugin = plugin;
        scenario.On(FaultMoment.Before, "GET", "/me/order/*/status", async _ =>
        {
            scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, "delivering");
            await plugin.KillAsync();
        });

        (await scenario.UpAsync()).Succeeded.ShouldBeFalse();
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        scenario.Resource.ShouldBeNull();

        scenario.TestEnvironment.Plugin = scenario.TestEnvironment.Healthy;
        scenario.Ovh.Watcher = null;
        scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, null);
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Ctrl_C_during_the_wait_ends_it_and_the_next_run_goes_on_with_the_order()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":60000}""");

        var result = await scenario.UpInterruptedAsync("GET", "/me/order/*/status", nth: 3);

        result.ShouldFail("waiting for delivery: cancelled", "orders nothing again");
        scenario.ShouldHave(orders: 1, payments: 1, projects: 0);
        scenario.ShouldBeUnfinishedAs($"order/{scenario.Order.OrderId}");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Ctrl_C_while_the_order_is_placed_does_not_say_that_nothing_was_ordered_and_the_next_run_finds_it()
    {
        await using var scenario = await Scenario.BeginAsync();

        var result = await scenario.UpInterruptedAsync("POST", "/order/cart/*/checkout");

        result.ShouldFail(
            "placing the order: cancelled, because", "It is not known whether cart ",
            "was ordered. The next `pulumi up` finds out, and never orders twice");
        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Details_that_fail_once_after_delivery_are_read_again()
    {
        await using var scenario = await Scenario.BeginAsync(DetailsTell);
        scenario.Fault("GET", "/me/order/*/details", FaultKind.Status, 500);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Details_that_cannot_be_read_leave_the_order_and_the_next_run_finds_its_project()
    {
        await using var scenario = await Scenario.BeginAsync(DetailsTell);
        scenario.Fault("GET", "/me/order/*/details", FaultKind.Status, 500, times: 0);

        (await scenario.UpAsync()).ShouldFail("does not name its project after 10 minutes", "The order is kept");
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        scenario.ShouldBeUnfinishedAs($"order/{scenario.Order.OrderId}");

        scenario.HealAll();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_description_that_cannot_be_set_after_delivery_keeps_the_project_and_is_set_by_the_next_run()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":60000}""");
        (await scenario.UpAsync(Brief)).ShouldFail("it took longer");
        scenario.Fault("PUT", "/cloud/project/*", FaultKind.Status, 500, times: 0);

        (await scenario.UpAsync(Renamed)).ShouldFail("renaming the project", $"is delivered as project {scenario.Order.ProjectId}");
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);

        scenario.HealAll();
        (await scenario.UpAsync(Renamed)).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync(Renamed);
    }

    [Fact]
    public async Task A_project_that_is_not_found_for_a_while_after_delivery_is_waited_for()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("GET", "/cloud/project/*", FaultKind.Status, 404, times: 5);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_deletion_with_an_empty_mail_history_says_what_to_do_and_the_next_one_ends_the_project()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Fault("GET", "/me/notification/email/history", FaultKind.Status, 200, times: 0, body: "[]");

        (await scenario.DestroyAsync()).ShouldFail(
            "the confirmation e-mail has not arrived after 30 minutes",
            "Run `pulumi destroy` again later, or open the link in that e-mail");
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        scenario.Resource!.Id.ShouldBe(scenario.Order.ProjectId);

        scenario.HealAll();
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 0);
        scenario.Resource.ShouldBeNull();
    }

    [Fact]
    public async Task A_project_that_was_imported_is_no_difference_to_the_program_that_ordered_it()
    {
        var program = Scenario.Program("ovhSubsidiary: FR", "planCode: project.2018");
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        (await scenario.ImportAsync(scenario.Order.ProjectId!, program)).ShouldSucceed(scenario);
        var preview = await scenario.PreviewAsync(program);

        preview.Steps.Where(s => s.Urn == Scenario.Urn && s.Op != StepOp.Refresh).ShouldHaveSingleItem().Op.ShouldBe(StepOp.Same);
        await scenario.ShouldBeWholeAsync(program);
    }

    private static string Brief { get; } = Scenario.WithOptions(Scenario.Program(), "customTimeouts: {create: 25s}");

    private static string Renamed { get; } = Scenario.Program().Replace("Website", "Renamed", StringComparison.Ordinal);

    /// <summary>Only an order's details name its project.</summary>
    private const string DetailsTell = """{"deniedRoutes":["GET /cloud/order"]}""";
}
