using PulumiOvhOrder.Faults.Cases;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>Refresh and destroy when something is wrong: nothing leaves the state, and nothing is billed on, by mistake.</summary>
public sealed class RefreshAndDestroyFailureTests
{
    private const string OnItsWay = """{"deliveryDelayMs":60000}""";

    private static string Pending { get; } = Scenario.Program("checkout: false");

    [Theory]
    [InlineData(401, "Create a new one and set it in the configuration")]
    [InlineData(403, "Add the rule `GET /cloud/project/*` to the consumer key")]
    public async Task A_refresh_without_rights_keeps_the_project_and_says_what_is_missing(int status, string help)
    {
        await using var scenario = await DeliveredAsync();
        scenario.Fault("GET", "/cloud/**", FaultKind.Status, status, times: 0, body: Body(status));

        (await scenario.RefreshAsync()).ShouldFail(help, $"HTTP {status}");

        await ShouldBeThereAfterAllAsync(scenario);
    }

    [Theory]
    [InlineData(FaultKind.DropBefore, null, "could not be reached. Check the network")]
    [InlineData(FaultKind.Status, 500, "The error is on OVHcloud's side")]
    [InlineData(FaultKind.Status, 429, "Try again in a few minutes")]
    [InlineData(FaultKind.Html, 503, "The error is on OVHcloud's side")]
    public async Task A_refresh_while_the_API_is_down_keeps_the_project(FaultKind kind, int? status, string help)
    {
        await using var scenario = await DeliveredAsync();
        scenario.Fault("*", "/**", kind, status, times: 0);

        (await scenario.RefreshAsync()).ShouldFail(help);

        await ShouldBeThereAfterAllAsync(scenario);
    }

    [Fact]
    public async Task A_project_that_is_answered_404_but_is_listed_stays_in_the_state()
    {
        await using var scenario = await DeliveredAsync();
        scenario.Fault("GET", "/cloud/project/*", FaultKind.Status, 404, times: 0);

        (await scenario.RefreshAsync()).ShouldFail("cannot be read, although it is among the account's projects. Try again later");
        (await scenario.DestroyAsync()).ShouldFail("cannot be read, although it is among the account's projects. Try again later");

        await ShouldBeThereAfterAllAsync(scenario);
    }

    [Fact]
    public async Task A_project_that_is_answered_404_stays_in_the_state_while_the_list_cannot_be_read()
    {
        await using var scenario = await DeliveredAsync();
        scenario.Fault("GET", "/cloud/project/*", FaultKind.Status, 404, times: 0);
        scenario.Fault("GET", "/cloud/project", FaultKind.Status, 500, times: 0);

        (await scenario.RefreshAsync()).ShouldFail("HTTP 500");

        await ShouldBeThereAfterAllAsync(scenario);
    }

    [Fact]
    public async Task A_project_that_someone_else_ended_leaves_the_state_and_the_next_run_orders_a_new_one()
    {
        await using var scenario = await DeliveredAsync();
        await EndUnseenAsync(scenario);

        (await scenario.RefreshAsync()).ShouldSucceed(scenario);
        scenario.Resource.ShouldBeNull();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
        await scenario.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task A_project_that_expired_stays_in_the_state_with_a_warning_until_it_is_destroyed()
    {
        await using var scenario = await DeliveredAsync("""{"goneStatus":460}""");
        var project = scenario.Order.ProjectId;
        await EndUnseenAsync(scenario);

        var refreshed = await scenario.RefreshAsync();

        refreshed.ShouldSucceed(scenario);
        refreshed.Warnings().ShouldHaveSingleItem()
            .ShouldContain($"Project {project} is expired or suspended at OVHcloud, and still exists");
        scenario.Resource!.Id.ShouldBe(project);
        scenario.Resource.Outputs["projectStatus"].ShouldBe(PropertyValue.Of("suspended"));
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        ShouldBeNothingLeft(scenario);
    }

    [Fact]
    public async Task A_project_that_is_suspended_for_debts_stays_in_the_state_with_a_warning()
    {
        await using var scenario = await DeliveredAsync();
        scenario.Ovh.Configure("""{"projectState":"suspended"}""");

        var refreshed = await scenario.RefreshAsync();

        refreshed.ShouldSucceed(scenario);
        refreshed.Warnings().ShouldHaveSingleItem()
            .ShouldContain($"Project {scenario.Order.ProjectId} is expired or suspended at OVHcloud, and still exists");
        scenario.Resource!.Id.ShouldBe(scenario.Order.ProjectId);
    }

    [Fact]
    public async Task A_project_that_someone_else_ended_before_a_change_of_the_program_is_ordered_again()
    {
        await using var scenario = await DeliveredAsync("{}");
        await EndUnseenAsync(scenario);

        (await scenario.UpAsync(Scenarios.Program("description: Renamed"))).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
    }

    [Fact]
    public async Task A_project_that_is_hidden_again_minutes_after_its_delivery_stays_in_the_state_and_is_not_ordered_again()
    {
        await using var scenario = await DeliveredAsync("{}");
        scenario.Ovh.Configure("""{"projectMissingMs":300000}""");

        (await scenario.RefreshAsync()).ShouldSucceed(scenario);
        scenario.Resource!.Id.ShouldBe(scenario.Order.ProjectId);

        scenario.Clock.Advance(TimeSpan.FromMinutes(6));
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_destroy_waits_for_a_project_that_is_hidden_minutes_after_its_delivery_and_ends_it()
    {
        await using var scenario = await DeliveredAsync("{}");
        scenario.Ovh.Configure("""{"projectMissingMs":300000}""");

        (await scenario.DestroyAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 0);
        ShouldBeNothingLeft(scenario);
    }

    [Fact]
    public async Task An_order_that_is_hidden_minutes_after_it_was_placed_is_not_placed_again()
    {
        var program = Scenario.Program("waitForDelivery: false");
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        scenario.Fault("GET", "/me/order/*/status", FaultKind.Status, 404);
        scenario.Fault("GET", "/me/order", FaultKind.Status, 200, body: "[]");

        (await scenario.RefreshAsync(program)).ShouldFail("order 100001 was placed minutes ago, but OVHcloud does not show it now");
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.Ovh.Summary().Orders.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_project_that_was_ended_minutes_after_its_delivery_is_gone(bool us)
    {
        await using var scenario = us ? await Scenario.BeginUsAsync() : await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await EndUnseenAsync(scenario);
        await EndUnseenAsync(scenario);
        var before = scenario.Clock.GetUtcNow();

        (await scenario.RefreshAsync()).ShouldSucceed(scenario);

        scenario.Resource.ShouldBeNull(scenario.Output);
        (scenario.Clock.GetUtcNow() - before).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cart_that_could_not_be_assigned_can_be_removed(bool byAnotherSubsidiary)
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("POST", "/order/cart/*/assign", FaultKind.Status, 403, times: 0);
        (await scenario.UpAsync()).Succeeded.ShouldBeFalse();
        scenario.HealAll();

        (byAnotherSubsidiary ? await scenario.UpAsync(Scenario.Program("ovhSubsidiary: DE")) : await scenario.DestroyAsync())
            .ShouldSucceed(scenario);

        scenario.Ovh.Summary().StrayCarts.ShouldBe(0);
        scenario.Ovh.Summary().OpenCarts.ShouldBe(0);
    }

    [Fact]
    public async Task An_order_that_is_answered_404_but_is_listed_stays_in_the_state()
    {
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        await scenario.OrderUnfinishedAsync();
        scenario.Fault("GET", "/me/order/*/status", FaultKind.Status, 404, times: 0);

        (await scenario.RefreshAsync()).ShouldFail("cannot be read, although it is among the account's orders. Try again later");

        scenario.HealAll();
        scenario.Resource!.Id.ShouldBe($"order/{scenario.Order.OrderId}");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task An_order_that_was_delivered_meanwhile_is_its_project_after_a_refresh()
    {
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        await scenario.OrderUnfinishedAsync();
        scenario.Clock.Advance(TimeSpan.FromMinutes(5));

        (await scenario.RefreshAsync()).ShouldSucceed(scenario);

        scenario.Resource!.Id.ShouldBe(scenario.Order.ProjectId);
        scenario.Resource.InitErrors.ShouldBeEmpty();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_cart_that_expired_leaves_the_state_and_the_next_run_makes_another()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(Pending)).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromDays(8));

        (await scenario.RefreshAsync(Pending)).ShouldSucceed(scenario);
        scenario.Resource.ShouldBeNull();
        (await scenario.UpAsync(Pending)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);
    }

    [Fact]
    public async Task A_cart_that_expired_is_no_error_when_it_is_destroyed()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(Pending)).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromDays(8));

        (await scenario.DestroyAsync(Pending)).ShouldSucceed(scenario);

        ShouldBeNothingLeft(scenario);
    }

    [Fact]
    public async Task A_cart_that_cannot_be_deleted_stays_in_the_state()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(Pending)).ShouldSucceed(scenario);
        scenario.Fault("DELETE", "/order/cart/*", FaultKind.Status, 500, times: 0);

        (await scenario.DestroyAsync(Pending)).ShouldFail("deleting cart/", "The error is on OVHcloud's side", "HTTP 500");
        scenario.Resource!.Id.ShouldStartWith("cart/");

        scenario.HealAll();
        (await scenario.DestroyAsync(Pending)).ShouldSucceed(scenario);
        ShouldBeNothingLeft(scenario);
    }

    [Theory]
    [InlineData(FaultKind.Status, 401, "Create a new one and set it in the configuration")]
    [InlineData(FaultKind.Status, 403, "Add the rule `GET /cloud/project/*` to the consumer key")]
    [InlineData(FaultKind.DropBefore, null, "could not be reached. Check the network")]
    [InlineData(FaultKind.Status, 500, "The error is on OVHcloud's side")]
    public async Task A_destroy_that_cannot_read_the_project_keeps_it_in_the_state(FaultKind kind, int? status, string help)
    {
        await using var scenario = await DeliveredAsync();
        scenario.Fault("*", "/cloud/**", kind, status, times: 0, body: Body(status));

        (await scenario.DestroyAsync()).ShouldFail($"reading {scenario.Order.ProjectId}", help);

        await ShouldBeThereAfterAllAsync(scenario);
    }

    [Theory]
    [InlineData(FaultKind.Status, 401, "Create a new one and set it in the configuration")]
    [InlineData(FaultKind.Status, 403, "Add the rule `POST /cloud/project/*/terminate` to the consumer key")]
    [InlineData(FaultKind.DropBefore, null, "could not be reached. Check the network")]
    [InlineData(FaultKind.Status, 500, "The error is on OVHcloud's side")]
    public async Task A_destroy_that_cannot_terminate_the_project_keeps_it_in_the_state(FaultKind kind, int? status, string help)
    {
        await using var scenario = await DeliveredAsync();
        scenario.Clock.Advance(TimeSpan.FromDays(4));
        (await scenario.RefreshAsync()).ShouldSucceed(scenario);
        scenario.Resource!.RefreshBeforeUpdate.ShouldBeFalse();
        scenario.Fault("*", "/cloud/**", kind, status, times: 0, body: Body(status));

        (await scenario.DestroyAsync()).ShouldFail($"deleting {scenario.Order.ProjectId}", help);

        scenario.HealAll();
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        scenario.Resource!.Id.ShouldBe(scenario.Order.ProjectId);
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        ShouldBeNothingLeft(scenario);
    }

    [Fact]
    public async Task A_termination_that_OVHcloud_refuses_keeps_the_project_and_has_its_words()
    {
        await using var scenario = await DeliveredAsync();
        scenario.Fault("POST", "/cloud/project/*/terminate", FaultKind.Status, 400, times: 0,
            body: """{"class":"Client::BadRequest","message":"You have unpaid debts"}""");

        (await scenario.DestroyAsync())
            .ShouldFail($"OVHcloud refused to terminate project {scenario.Order.ProjectId} (You have unpaid debts)", "HTTP 400");

        scenario.HealAll();
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_termination_whose_mail_may_not_be_read_says_where_the_link_is_and_a_later_destroy_confirms_it()
    {
        await using var scenario = await DeliveredAsync();
        scenario.Ovh.Configure("""{"mailReadable":false}""");

        (await scenario.DestroyAsync()).ShouldFail(
            "OVHcloud sent a confirmation link to the account's contact", "(GET /me/notification/email/history/*)",
            "Open the link in that e-mail, or grant that right. Then run `pulumi destroy` again");
        scenario.Resource!.Id.ShouldBe(scenario.Order.ProjectId);

        scenario.Ovh.Configure("""{"mailReadable":true}""");
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        scenario.CallsTo("POST", "/cloud/project/*/confirmTermination").ShouldBe(1);
        ShouldBeNothingLeft(scenario);
    }

    [Fact]
    public async Task A_termination_whose_mail_is_late_is_confirmed_by_the_next_destroy()
    {
        await using var scenario = await DeliveredAsync("""{"mailDelayMs":2400000}""");

        (await scenario.DestroyAsync())
            .ShouldFail("the confirmation e-mail has not arrived after 30 minutes", "Run `pulumi destroy` again later");
        scenario.Resource!.Id.ShouldBe(scenario.Order.ProjectId);

        scenario.Clock.Advance(TimeSpan.FromMinutes(20));
        scenario.Ovh.Configure("""{"mailDelayMs":300000}""");
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        scenario.CallsTo("POST", "/cloud/project/*/confirmTermination").ShouldBe(2, "the token of the first request is tried as well");
        ShouldBeNothingLeft(scenario);
    }

    [Theory]
    [InlineData("terminate", FaultKind.StatusAfter)]
    [InlineData("terminate", FaultKind.DropAfter)]
    [InlineData("confirmTermination", FaultKind.StatusAfter)]
    [InlineData("confirmTermination", FaultKind.DropAfter)]
    [InlineData("confirmTermination", FaultKind.Status)]
    public async Task A_termination_whose_answer_was_lost_ends_the_project_all_the_same(string call, FaultKind kind)
    {
        await using var scenario = await DeliveredAsync();
        scenario.Fault("POST", $"/cloud/project/*/{call}", kind);

        await UntilDestroyedAsync(scenario);

        ShouldBeNothingLeft(scenario);
    }

    [Fact]
    public async Task A_project_that_is_suspended_already_is_destroyed()
    {
        await using var scenario = await DeliveredAsync("""{"suspendedMs":600000}""");
        await EndUnseenAsync(scenario);

        (await scenario.DestroyAsync()).ShouldSucceed(scenario);

        ShouldBeNothingLeft(scenario);
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("cancelling")]
    public async Task An_order_that_OVHcloud_refused_is_destroyed_without_a_call(string status)
    {
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        await scenario.OrderUnfinishedAsync();
        scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, status);

        (await scenario.DestroyAsync()).ShouldSucceed(scenario);

        ShouldBeNothingLeft(scenario);
    }

    [Fact]
    public async Task An_order_that_is_not_paid_is_destroyed_with_the_day_on_which_it_lapses()
    {
        var manual = Scenario.Program("payment: manual", "waitForDelivery: false");
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        (await scenario.UpAsync(manual)).ShouldSucceed(scenario);

        var result = await scenario.DestroyAsync(manual);

        result.ShouldSucceed(scenario);
        result.Words().ShouldContain("It expires on 2026-01-08 00:00 UTC. Do not pay it");
        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
        scenario.Resource.ShouldBeNull();
    }

    [Theory]
    [InlineData("delivering")]
    [InlineData("documentsRequested")]
    [InlineData("notPaid")]
    public async Task An_order_that_is_paid_is_not_destroyed_before_it_is_delivered(string status)
    {
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        await scenario.OrderUnfinishedAsync();
        scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, status);

        (await scenario.DestroyAsync()).ShouldFail(
            $"is paid and not delivered yet (status: {status})",
            "Run `pulumi destroy` again once it is delivered, or ask OVHcloud's support to cancel it");
        scenario.Resource!.Id.ShouldBe($"order/{scenario.Order.OrderId}");

        scenario.Ovh.ForceOrderStatus(scenario.Order.OrderId, null);
        scenario.Clock.Advance(TimeSpan.FromMinutes(5));
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        ShouldBeNothingLeft(scenario);
    }

    [Fact]
    public async Task An_order_that_was_delivered_unseen_is_not_billed_on_after_a_destroy()
    {
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        await scenario.OrderUnfinishedAsync();
        scenario.Clock.Advance(TimeSpan.FromMinutes(5));

        (await scenario.DestroyAsync()).ShouldSucceed(scenario);

        ShouldBeNothingLeft(scenario);
    }

    [Fact]
    public async Task A_destroy_waits_for_a_project_that_no_run_has_seen_and_ends_it()
    {
        var program = Scenario.WithOptions(Scenario.Program(), "customTimeouts: {create: 30s}");
        await using var scenario = await Scenario.BeginAsync("""{"projectMissingMs":500000}""");
        (await scenario.UpAsync(program)).Succeeded.ShouldBeFalse();
        scenario.Resource.ShouldNotBeNull();

        (await scenario.DestroyAsync(program)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 0);
        ShouldBeNothingLeft(scenario);
    }

    [Fact]
    public async Task An_order_whose_checkout_was_interrupted_is_found_and_reported_by_a_destroy()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        (await scenario.UpInterruptedAsync("POST", "/order/cart/*/checkout"))
            .ShouldFail("It is not known whether cart ", "was ordered. The next `pulumi up` finds out");

        var result = await scenario.DestroyAsync();

        result.ShouldSucceed(scenario);
        result.Words().ShouldContain($"order {scenario.Order.OrderId} is not paid");
        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
        scenario.Resource.ShouldBeNull();
    }

    [Fact]
    public async Task A_refresh_that_cannot_read_an_ordered_cart_does_not_say_that_it_was_not_ordered()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        (await scenario.UpInterruptedAsync("POST", "/order/cart/*/checkout")).Succeeded.ShouldBeFalse();
        scenario.Fault("GET", "/order/cart/*", FaultKind.Status, 500, times: 0);

        (await scenario.RefreshAsync())
            .ShouldFail("It is not known whether cart ", "was ordered. The next `pulumi up` finds out, and never orders twice");

        scenario.HealAll();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_destroy_that_has_too_little_time_keeps_the_project_in_the_state()
    {
        var program = Scenario.WithOptions(Scenario.Program(), "customTimeouts: {delete: 90s}");
        await using var scenario = await Scenario.BeginAsync("""{"mailDelayMs":600000}""");
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        (await scenario.DestroyAsync(program)).ShouldFail(
            $"deleting {scenario.Order.ProjectId}: it took longer than the timeout of 90 seconds (`customTimeouts`)");

        scenario.Resource!.Id.ShouldBe(scenario.Order.ProjectId);
        scenario.Ovh.Configure("""{"mailDelayMs":30000}""");
        (await scenario.DestroyAsync(program)).ShouldSucceed(scenario);
        ShouldBeNothingLeft(scenario);
    }

    private static async Task<Scenario> DeliveredAsync(string account = "{}")
    {
        var scenario = await Scenario.BeginAsync(account);
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        return scenario;
    }

    /// <summary>Ends the project from another machine: the state does not know.</summary>
    private static async Task EndUnseenAsync(Scenario scenario)
    {
        var state = scenario.TestEnvironment.State.Load();
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        scenario.TestEnvironment.State.Save(state);
    }

    /// <summary>It was there all the time, and the state never forgot it.</summary>
    private static async Task ShouldBeThereAfterAllAsync(Scenario scenario)
    {
        scenario.HealAll();
        scenario.Resource.ShouldNotBeNull();
        scenario.CallsTo("POST", "/cloud/project/*/terminate").ShouldBe(0);
        await scenario.ShouldBeWholeAsync();
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        ShouldBeNothingLeft(scenario);
    }

    /// <summary>As a user does who reads that it is to be run again.</summary>
    private static async Task UntilDestroyedAsync(Scenario scenario)
    {
        RunResult result;
        for (var run = 0; !(result = await scenario.DestroyAsync()).Succeeded; run++)
        {
            run.ShouldBeLessThan(3, scenario.Output);
            result.ShouldFail(["again"]);
            scenario.Resource.ShouldNotBeNull();
        }
    }

    private static void ShouldBeNothingLeft(Scenario scenario)
    {
        scenario.Resource.ShouldBeNull();
        scenario.Ovh.Summary().Projects.ShouldBe(0);
        scenario.Ovh.Summary().OpenCarts.ShouldBe(0);
    }

    private static string? Body(int? status) => status switch
    {
        401 => """{"class":"Client::Unauthorized","message":"This credential is not valid"}""",
        403 => """{"class":"Client::Forbidden","message":"This call has not been granted"}""",
        _ => null,
    };
}
