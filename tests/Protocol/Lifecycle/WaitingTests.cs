using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>The wait for delivery: what the user is told, what outlasts it, and what is in the state when it ends.</summary>
public sealed class WaitingTests
{
    private const string Status = "/me/order/*/status";

    private static string Patient { get; } = Scenario.WithOptions(Scenario.Program(), "customTimeouts: {create: 3m}");

    [Theory]
    [InlineData("checking", "being checked")]
    [InlineData("delivering", "delivering")]
    [InlineData("unknown", "has status \"unknown\"")]
    [InlineData("cancelling", "being cancelled")]
    [InlineData("documentsRequested", "waits for documents that OVHcloud requested by e-mail")]
    [InlineData("notPaid", "waiting for the payment")]
    public async Task Every_status_is_shown_while_it_lasts_and_kept_when_the_time_is_up(string status, string shown)
    {
        await using var scenario = await PaidOrderAsync(status);

        (await scenario.UpAsync(Patient)).ShouldFail(
            "it took longer than the timeout of 3 minutes (`customTimeouts`)", $"(status: {status})",
            "continues with it and orders nothing again");

        scenario.Output.ShouldContain($"order {scenario.Order.OrderId} ");
        scenario.Output.ShouldContain(shown);
        scenario.ShouldBeUnfinishedAs($"order/{scenario.Order.OrderId}");
        await ShouldGoOnAsync(scenario);
    }

    [Fact]
    public async Task A_status_that_is_not_known_yet_is_shown_as_it_is_and_waited_for()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("GET", Status, FaultKind.Status, 200, times: 5, body: "\"polishing\"");

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.Output.ShouldContain("has status \"polishing\"");
        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData("documentsRequested",
        "waits for documents. OVHcloud requested them by e-mail. Send them. This run, or the next `pulumi up`, then continues")]
    [InlineData("cancelling", "OVHcloud is cancelling order 100001. The reason is in the account's e-mails.")]
    [InlineData("notPaid", "is still not paid although its payment was sent. Check the payment method")]
    public async Task A_problem_that_only_a_person_can_solve_is_reported_once(string status, string warning)
    {
        await using var scenario = await PaidOrderAsync(status);

        var result = await scenario.UpAsync(Patient);

        result.Warnings().ShouldHaveSingleItem().ShouldContain(warning);
        await ShouldGoOnAsync(scenario);
    }

    [Theory]
    [InlineData("FRAUD_MANUAL_REVIEW", "OVHcloud reviews order 100001 by hand (FRAUD_MANUAL_REVIEW). This can take days. Ctrl-C is safe")]
    [InlineData("FRAUD_DOCS_REQUESTED", "OVHcloud requests documents for order 100001 (FRAUD_DOCS_REQUESTED)")]
    [InlineData("FRAUD_REFUSED", "OVHcloud's fraud check refused order 100001 (FRAUD_REFUSED)")]
    public async Task A_review_that_can_take_days_is_told_once_in_a_line_that_stays(string label, string told)
    {
        await using var scenario = await PaidOrderAsync("checking");
        scenario.Fault("GET", "/me/order/*/followUp", FaultKind.Status, 200, times: 0, body: $$"""
            [{"step":"VALIDATING","status":"DOING",
              "history":[{"date":"{{scenario.Clock.GetUtcNow():O}}","label":"{{label}}","description":"Looked at."}]}]
            """);

        var result = await scenario.UpAsync(Patient);

        result.Diagnostics.Where(d => d.Message.Contains(label, StringComparison.Ordinal))
            .ShouldHaveSingleItem().Message.ShouldContain(told);
        scenario.HealAll();
        await ShouldGoOnAsync(scenario);
    }

    [Fact]
    public async Task An_order_that_OVHcloud_cancels_ends_the_wait_and_the_next_run_places_a_new_order()
    {
        await using var scenario = await PaidOrderAsync("cancelled");

        (await scenario.UpAsync())
            .ShouldFail("OVHcloud cancelled order 100001 and delivered nothing", "The next `pulumi up` places a new order");
        scenario.ShouldBeUnfinishedAs($"order/{scenario.Order.OrderId}");

        scenario.Ovh.Watcher = null;
        ShouldTellOfTheEnd(await scenario.PreviewAsync());
        var next = await scenario.UpAsync();
        next.ShouldSucceed(scenario);
        ShouldTellOfTheEnd(next);
        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
        await scenario.ShouldBeSettledAsync();

        static void ShouldTellOfTheEnd(RunResult run) => run.Warnings().ShouldContain(
            w => w.Contains("Order 100001 was cancelled", StringComparison.Ordinal) && w.Contains("quota", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manual_payment_is_asked_for_with_its_link_kept_secret()
    {
        var manual = Scenario.WithOptions(Scenario.Program("payment: manual"), "customTimeouts: {create: 3m}");
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");

        var result = await scenario.UpAsync(manual);

        result.ShouldFail("waiting for delivery", "(status: notPaid)");
        result.Warnings().ShouldHaveSingleItem()
            .ShouldContain("is not paid. Pay it in the OVHcloud Control Panel (Billing, Orders), or at its URL, the secret output "
                + "`orderUrl`. If it is not paid, it expires on");
        scenario.Output.ShouldNotContain("orderPassword");
        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
        scenario.Resource!.Outputs["orderUrl"]!.ContainsSecret.ShouldBeTrue();
    }

    [Fact]
    public async Task An_order_that_was_paid_by_hand_is_not_asked_to_be_paid_while_its_status_lags_behind()
    {
        var manual = Scenario.WithOptions(Scenario.Program("payment: manual"), "customTimeouts: {create: 3m, update: 3m}");
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        (await scenario.UpAsync(manual)).ShouldFail("(status: notPaid)");
        var methods = await scenario.SendAsync(HttpMethod.Get, "/me/payment/method");
        await scenario.PostAsync("/me/order/100001/pay", new { paymentMethod = new { id = methods[0].GetInt64() } });
        scenario.Ovh.ForceOrderStatus(100001, "notPaid");

        var result = await scenario.UpAsync(manual);

        result.ShouldFail("waiting for delivery", "(status: notPaid)");
        result.Words().ShouldNotContain("Pay it");
        (scenario.Counts.Orders, scenario.Counts.Payments).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_project_that_is_neither_found_nor_listed_for_a_while_after_delivery_is_waited_for()
    {
        await using var scenario = await Scenario.BeginAsync("""{"projectMissingMs":300000}""");

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.Output.ShouldContain("is delivered, not visible yet");
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_project_that_stays_invisible_for_ten_minutes_is_kept_and_looked_for_by_the_next_run()
    {
        await using var scenario = await Scenario.BeginAsync("""{"projectMissingMs":900000}""");

        (await scenario.UpAsync()).ShouldFail(
            "is delivered, but is still not visible after 10 minutes. The order is kept in the state. Run `pulumi up` again later");
        scenario.ShouldBeUnfinishedAs(scenario.Order.ProjectId!);

        (await scenario.RefreshAsync()).ShouldSucceed(scenario);
        scenario.Resource.ShouldNotBeNull("a refresh must not drop a project that was just delivered");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_delivered_order_whose_lines_still_have_placeholders_is_asked_again()
    {
        await using var scenario = await Scenario.BeginAsync("""{"domainLateMs":30000,"deniedRoutes":["GET /cloud/order"]}""");
        scenario.Fault("GET", "/me/order/*/details/*/operations", FaultKind.Status, 404, times: 0);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.Output.ShouldContain("is delivered, its project is not named yet");
        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(FaultKind.Status, 408)]
    [InlineData(FaultKind.Status, 500)]
    [InlineData(FaultKind.Status, 503)]
    [InlineData(FaultKind.Html, 502)]
    [InlineData(FaultKind.Html, 200)]
    [InlineData(FaultKind.DropBefore, null)]
    [InlineData(FaultKind.Truncate, null)]
    public async Task An_API_that_is_down_for_minutes_is_waited_for(FaultKind kind, int? status)
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":2000}""");
        scenario.Fault("GET", Status, kind, status, times: 60, nth: 2);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    /// <summary>OVHcloud processes a payment for days, and may not show it as one until then.</summary>
    [Theory]
    [InlineData("PAYMENT_INITIATED")]
    [InlineData("REGISTERED_PAYMENT_INITIATED")]
    [InlineData("PAYMENT_RECEIVED")]
    public async Task A_payment_that_only_the_follow_up_shows_is_not_sent_again_by_the_next_run(string label)
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12,"deliveryDelayMs":60000}""");
        await scenario.OrderUnfinishedAsync();
        scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, "notPaid", label);
        scenario.Fault("GET", "/me/order/*/payment", FaultKind.Status, 404, times: 0);

        await scenario.UpInterruptedAsync("GET", Status, nth: 4);

        scenario.CallsTo("POST", "/me/order/*/pay").ShouldBe(1);
        scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, null);
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    /// <summary>A card that is declined has begun a payment too.</summary>
    [Fact]
    public async Task A_payment_that_was_begun_some_time_ago_and_is_not_there_is_sent_by_the_next_run()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Fault("POST", "/me/order/*/pay", FaultKind.Status, 400);
        (await scenario.UpAsync()).ShouldFail("paying the order");
        scenario.Fault("GET", "/me/order/*/followUp", FaultKind.Status, 200, times: 0, body: $$"""
            [{"step":"VALIDATING","status":"DOING",
              "history":[{"date":"{{scenario.Clock.GetUtcNow():O}}","label":"PAYMENT_INITIATED","description":"Begun."}]}]
            """);

        scenario.Clock.Advance(TimeSpan.FromMinutes(15));
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.CallsTo("POST", "/me/order/*/pay").ShouldBe(2);
        await scenario.ShouldBeWholeAsync();
    }

    /// <summary>With a short timeout the same checkout would be sent while OVHcloud is at work on the first.</summary>
    [Theory]
    [InlineData("/order/cart/*/checkout")]
    [InlineData("/me/order/*/pay")]
    public async Task What_must_not_be_sent_twice_is_waited_for_longer_than_a_short_timeout(string path)
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Set("requestTimeout", "1");
        scenario.Ovh.AddFaults(new Fault { Method = "POST", Path = path, Kind = FaultKind.Delay, DelayMs = 30_000 });

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.CallsTo("POST", path).ShouldBe(1);
        await scenario.ShouldBeWholeAsync();
    }

    /// <summary>The cart does not show at once that it was checked out: the same call is not made again at once.</summary>
    [Fact]
    public async Task A_checkout_that_names_no_order_is_looked_at_and_repeated_only_a_few_times()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Replace("POST", "/order/cart/*/checkout", "/orderId", "null", times: 0);
        scenario.Replace("GET", "/order/cart/*", "/readOnly", "null", times: 0);

        var result = await scenario.UpAsync();

        result.Succeeded.ShouldBeFalse();
        scenario.CallsTo("POST", "/order/cart/*/checkout").ShouldBeInRange(1, 7);
        scenario.Ovh.Orders().Count.ShouldBe(1);
        scenario.HealAll();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("9223372036854775807")]
    public async Task A_checkout_that_names_no_possible_order_leads_to_the_order_of_its_cart(string number)
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Replace("POST", "/order/cart/*/checkout", "/orderId", number);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.CallsTo("POST", "/order/cart/*/checkout").ShouldBe(1);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_429_in_the_wait_is_obeyed()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":2000}""");
        scenario.Fault("GET", Status, FaultKind.Status, 429, nth: 2, retryAfter: 40);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        var asked = scenario.Ovh.Calls().Where(c => c.Path.EndsWith("/status", StringComparison.Ordinal)).Select(c => c.At).ToList();
        (asked[2] - asked[1]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(40));
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_refusal_in_the_wait_ends_it_and_leaves_the_order()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":2000}""");
        scenario.Fault("GET", Status, FaultKind.Status, 403, times: 0, nth: 2);

        (await scenario.UpAsync()).ShouldFail("waiting for delivery", "HTTP 403", "orders nothing again");
        scenario.ShouldBeUnfinishedAs($"order/{scenario.Order.OrderId}");

        scenario.HealAll();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_token_that_expires_in_the_wait_is_replaced(int refusal)
    {
        await using var scenario = await Scenario.BeginAsync(
            $$"""{"deliveryDelayMs":600000,"tokenLifetimeSeconds":200,"invalidTokenStatus":{{refusal}}}""");
        scenario.UseServiceAccount();

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_token_that_is_revoked_in_the_wait_is_replaced(int refusal)
    {
        await using var scenario = await Scenario.BeginAsync($$"""{"deliveryDelayMs":10000,"invalidTokenStatus":{{refusal}}}""");
        scenario.UseServiceAccount();
        var asked = 0;
        scenario.Then("GET", Status, _ =>
        {
            if (++asked == 3)
            {
                scenario.Ovh.Configure("""{"revokeTokens":true}""");
            }
        });

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(600_000)]
    [InlineData(-600_000)]
    public async Task A_clock_that_is_set_in_the_wait_is_measured_again(int skewMs)
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":10000}""");
        var asked = 0;
        scenario.Then("GET", Status, _ =>
        {
            if (++asked == 3)
            {
                scenario.Ovh.Configure($$"""{"clockSkewMs":{{skewMs}}}""");
            }
        });

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Cancel_in_the_wait_is_answered_at_once_and_so_is_the_creation_with_what_exists()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":60000}""");

        var result = await scenario.UpInterruptedAsync("GET", Status, nth: 3);

        scenario.WaitedAfterInterrupt.ShouldBe(TimeSpan.Zero);
        result.Words().ShouldNotContain("exited prematurely");
        result.ShouldFail(
            "waiting for delivery: cancelled, because the provider was told to stop: by Pulumi (Ctrl-C), by a signal, or by the end of its "
                + "stdin. Order ",
            "orders nothing again");
        scenario.ShouldBeUnfinishedAs($"order/{scenario.Order.OrderId}");
    }

    [Fact]
    public async Task Without_waiting_the_run_ends_when_the_order_is_accepted_and_a_refresh_follows_it()
    {
        var program = Scenario.Program("waitForDelivery: false");
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":60000}""");

        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        scenario.Resource!.Id.ShouldBe($"order/{scenario.Order.OrderId}");
        scenario.Resource.InitErrors.ShouldBeEmpty();

        scenario.Clock.Advance(TimeSpan.FromMinutes(2));
        (await scenario.RefreshAsync(program)).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync(program);
    }

    /// <summary>An order whose status is forced as soon as it is paid.</summary>
    private static async Task<Scenario> PaidOrderAsync(string status)
    {
        var scenario = await Scenario.BeginAsync("""{"priceWithTax":12,"deliveryDelayMs":5000}""");
        scenario.Then("POST", "/me/order/*/pay", _ => scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, status));
        return scenario;
    }

    private static async Task ShouldGoOnAsync(Scenario scenario)
    {
        scenario.Ovh.Watcher = null;
        scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, null);
        (await scenario.UpAsync(Patient)).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync(Patient);
    }
}
