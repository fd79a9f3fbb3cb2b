using PulumiOvhOrder.Faults.Cells;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>Refresh and destroy when something is wrong: nothing leaves the state, and nothing is billed on, by mistake.</summary>
public sealed class BadDayTests
{
    private const string OnItsWay = """{"deliveryDelayMs":60000}""";

    private static string Pending { get; } = Story.Program("checkout: false");

    [Theory]
    [InlineData(401, "make a new one and set it in the configuration")]
    [InlineData(403, "add the rule `GET /cloud/project/*` to the consumer key")]
    public async Task A_refresh_without_rights_keeps_the_project_and_says_what_is_missing(int status, string help)
    {
        await using var story = await DeliveredAsync();
        story.Fault("GET", "/cloud/**", FaultKind.Status, status, times: 0, body: Body(status));

        (await story.RefreshAsync()).ShouldFail(help, $"HTTP {status}");

        await ShouldBeThereAfterAllAsync(story);
    }

    [Theory]
    [InlineData(FaultKind.DropBefore, null, "could not be reached: check the network")]
    [InlineData(FaultKind.Status, 500, "The trouble is on OVHcloud's side")]
    [InlineData(FaultKind.Status, 429, "Try again in some minutes")]
    [InlineData(FaultKind.Html, 503, "The trouble is on OVHcloud's side")]
    public async Task A_refresh_while_the_API_is_down_keeps_the_project(FaultKind kind, int? status, string help)
    {
        await using var story = await DeliveredAsync();
        story.Fault("*", "/**", kind, status, times: 0);

        (await story.RefreshAsync()).ShouldFail(help);

        await ShouldBeThereAfterAllAsync(story);
    }

    [Fact]
    public async Task A_project_that_is_answered_404_but_is_listed_stays_in_the_state()
    {
        await using var story = await DeliveredAsync();
        story.Fault("GET", "/cloud/project/*", FaultKind.Status, 404, times: 0);

        (await story.RefreshAsync()).ShouldFail("cannot be read, although it is among the account's projects. Try again later");
        (await story.DestroyAsync()).ShouldFail("cannot be read, although it is among the account's projects. Try again later");

        await ShouldBeThereAfterAllAsync(story);
    }

    [Fact]
    public async Task A_project_that_is_answered_404_stays_in_the_state_while_the_list_cannot_be_read()
    {
        await using var story = await DeliveredAsync();
        story.Fault("GET", "/cloud/project/*", FaultKind.Status, 404, times: 0);
        story.Fault("GET", "/cloud/project", FaultKind.Status, 500, times: 0);

        (await story.RefreshAsync()).ShouldFail("HTTP 500");

        await ShouldBeThereAfterAllAsync(story);
    }

    [Fact]
    public async Task A_project_that_somebody_else_ended_leaves_the_state_and_the_next_run_orders_a_new_one()
    {
        await using var story = await DeliveredAsync();
        await EndUnseenAsync(story);

        (await story.RefreshAsync()).ShouldSucceed(story);
        story.Resource.ShouldBeNull();
        (await story.UpAsync()).ShouldSucceed(story);
        story.ShouldHave(orders: 2, payments: 2, projects: 1);
        await story.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task A_project_that_expired_stays_in_the_state_with_a_warning_until_it_is_destroyed()
    {
        await using var story = await DeliveredAsync("""{"goneStatus":460}""");
        var project = story.Order.ProjectId;
        await EndUnseenAsync(story);

        var refreshed = await story.RefreshAsync();

        refreshed.ShouldSucceed(story);
        refreshed.Warnings().ShouldHaveSingleItem().ShouldContain($"Project {project} is expired or suspended at OVHcloud, and still exists");
        story.Resource!.Id.ShouldBe(project);
        story.Resource.Outputs["projectStatus"].ShouldBe(PropertyValue.Of("suspended"));
        (await story.DestroyAsync()).ShouldSucceed(story);
        ShouldBeNothingLeft(story);
    }

    [Fact]
    public async Task A_project_that_somebody_else_ended_before_a_change_of_the_program_is_ordered_again()
    {
        await using var story = await DeliveredAsync("{}");
        await EndUnseenAsync(story);

        (await story.UpAsync(Scenarios.Program("description: Renamed"))).ShouldSucceed(story);

        story.ShouldHave(orders: 2, payments: 2, projects: 1);
    }

    [Fact]
    public async Task A_project_that_is_hidden_again_minutes_after_its_delivery_stays_in_the_state_and_is_not_ordered_again()
    {
        await using var story = await DeliveredAsync("{}");
        story.Ovh.Configure("""{"projectMissingMs":300000}""");

        (await story.RefreshAsync()).ShouldSucceed(story);
        story.Resource!.Id.ShouldBe(story.Order.ProjectId);

        story.Clock.Advance(TimeSpan.FromMinutes(6));
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_destroy_waits_for_a_project_that_is_hidden_minutes_after_its_delivery_and_ends_it()
    {
        await using var story = await DeliveredAsync("{}");
        story.Ovh.Configure("""{"projectMissingMs":300000}""");

        (await story.DestroyAsync()).ShouldSucceed(story);

        story.ShouldHave(orders: 1, payments: 1, projects: 0);
        ShouldBeNothingLeft(story);
    }

    [Fact]
    public async Task An_order_that_is_hidden_minutes_after_it_was_placed_is_not_placed_again()
    {
        var program = Story.Program("waitForDelivery: false");
        await using var story = await Story.BeginAsync(OnItsWay);
        (await story.UpAsync(program)).ShouldSucceed(story);
        story.Fault("GET", "/me/order/*/status", FaultKind.Status, 404);
        story.Fault("GET", "/me/order", FaultKind.Status, 200, body: "[]");

        (await story.RefreshAsync(program)).ShouldFail("order 100001 was placed minutes ago, and OVHcloud does not show it now");
        (await story.UpAsync(program)).ShouldSucceed(story);

        story.Ovh.Summary().Orders.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_project_that_was_ended_minutes_after_its_delivery_is_gone(bool us)
    {
        await using var story = us ? await Story.BeginUsAsync() : await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        await EndUnseenAsync(story);
        await EndUnseenAsync(story);
        var before = story.Clock.GetUtcNow();

        (await story.RefreshAsync()).ShouldSucceed(story);

        story.Resource.ShouldBeNull(story.Output);
        (story.Clock.GetUtcNow() - before).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cart_that_could_not_be_assigned_can_be_removed(bool byAnotherSubsidiary)
    {
        await using var story = await Story.BeginAsync();
        story.Fault("POST", "/order/cart/*/assign", FaultKind.Status, 403, times: 0);
        (await story.UpAsync()).Succeeded.ShouldBeFalse();
        story.HealAll();

        (byAnotherSubsidiary ? await story.UpAsync(Story.Program("ovhSubsidiary: DE")) : await story.DestroyAsync()).ShouldSucceed(story);

        story.Ovh.Summary().StrayCarts.ShouldBe(0);
        story.Ovh.Summary().OpenCarts.ShouldBe(0);
    }

    [Fact]
    public async Task An_order_that_is_answered_404_but_is_listed_stays_in_the_state()
    {
        await using var story = await Story.BeginAsync(OnItsWay);
        await story.OrderUnfinishedAsync();
        story.Fault("GET", "/me/order/*/status", FaultKind.Status, 404, times: 0);

        (await story.RefreshAsync()).ShouldFail("cannot be read, although it is among the account's orders. Try again later");

        story.HealAll();
        story.Resource!.Id.ShouldBe($"order/{story.Order.OrderId}");
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task An_order_that_was_delivered_meanwhile_is_its_project_after_a_refresh()
    {
        await using var story = await Story.BeginAsync(OnItsWay);
        await story.OrderUnfinishedAsync();
        story.Clock.Advance(TimeSpan.FromMinutes(5));

        (await story.RefreshAsync()).ShouldSucceed(story);

        story.Resource!.Id.ShouldBe(story.Order.ProjectId);
        story.Resource.InitErrors.ShouldBeEmpty();
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_cart_that_expired_leaves_the_state_and_the_next_run_makes_another()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync(Pending)).ShouldSucceed(story);
        story.Clock.Advance(TimeSpan.FromDays(8));

        (await story.RefreshAsync(Pending)).ShouldSucceed(story);
        story.Resource.ShouldBeNull();
        (await story.UpAsync(Pending)).ShouldSucceed(story);

        story.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);
    }

    [Fact]
    public async Task A_cart_that_expired_is_no_error_when_it_is_destroyed()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync(Pending)).ShouldSucceed(story);
        story.Clock.Advance(TimeSpan.FromDays(8));

        (await story.DestroyAsync(Pending)).ShouldSucceed(story);

        ShouldBeNothingLeft(story);
    }

    [Fact]
    public async Task A_cart_that_cannot_be_deleted_stays_in_the_state()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync(Pending)).ShouldSucceed(story);
        story.Fault("DELETE", "/order/cart/*", FaultKind.Status, 500, times: 0);

        (await story.DestroyAsync(Pending)).ShouldFail("deleting cart/", "The trouble is on OVHcloud's side", "HTTP 500");
        story.Resource!.Id.ShouldStartWith("cart/");

        story.HealAll();
        (await story.DestroyAsync(Pending)).ShouldSucceed(story);
        ShouldBeNothingLeft(story);
    }

    [Theory]
    [InlineData(FaultKind.Status, 401, "make a new one and set it in the configuration")]
    [InlineData(FaultKind.Status, 403, "add the rule `GET /cloud/project/*` to the consumer key")]
    [InlineData(FaultKind.DropBefore, null, "could not be reached: check the network")]
    [InlineData(FaultKind.Status, 500, "The trouble is on OVHcloud's side")]
    public async Task A_destroy_that_cannot_read_the_project_keeps_it_in_the_state(FaultKind kind, int? status, string help)
    {
        await using var story = await DeliveredAsync();
        story.Fault("*", "/cloud/**", kind, status, times: 0, body: Body(status));

        (await story.DestroyAsync()).ShouldFail($"reading {story.Order.ProjectId}", help);

        await ShouldBeThereAfterAllAsync(story);
    }

    [Theory]
    [InlineData(FaultKind.Status, 401, "make a new one and set it in the configuration")]
    [InlineData(FaultKind.Status, 403, "add the rule `POST /cloud/project/*/terminate` to the consumer key")]
    [InlineData(FaultKind.DropBefore, null, "could not be reached: check the network")]
    [InlineData(FaultKind.Status, 500, "The trouble is on OVHcloud's side")]
    public async Task A_destroy_that_cannot_terminate_the_project_keeps_it_in_the_state(FaultKind kind, int? status, string help)
    {
        await using var story = await DeliveredAsync();
        story.Clock.Advance(TimeSpan.FromDays(4));
        (await story.RefreshAsync()).ShouldSucceed(story);
        story.Resource!.RefreshBeforeUpdate.ShouldBeFalse();
        story.Fault("*", "/cloud/**", kind, status, times: 0, body: Body(status));

        (await story.DestroyAsync()).ShouldFail($"deleting {story.Order.ProjectId}", help);

        story.HealAll();
        story.ShouldHave(orders: 1, payments: 1, projects: 1);
        story.Resource!.Id.ShouldBe(story.Order.ProjectId);
        (await story.DestroyAsync()).ShouldSucceed(story);
        ShouldBeNothingLeft(story);
    }

    [Fact]
    public async Task A_termination_that_OVHcloud_refuses_keeps_the_project_and_has_its_words()
    {
        await using var story = await DeliveredAsync();
        story.Fault("POST", "/cloud/project/*/terminate", FaultKind.Status, 400, times: 0, body: """{"class":"Client::BadRequest","message":"You have unpaid debts"}""");

        (await story.DestroyAsync()).ShouldFail($"OVHcloud refused to end project {story.Order.ProjectId} (You have unpaid debts)", "HTTP 400");

        story.HealAll();
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_termination_whose_mail_may_not_be_read_says_where_the_link_is_and_a_later_destroy_confirms_it()
    {
        await using var story = await DeliveredAsync();
        story.Ovh.Configure("""{"mailReadable":false}""");

        (await story.DestroyAsync()).ShouldFail(
            "OVHcloud sent a confirmation link to the account's contact", "(GET /me/notification/email/history/*)",
            "Open the link in that e-mail, or grant that right; then run `pulumi destroy` again");
        story.Resource!.Id.ShouldBe(story.Order.ProjectId);

        story.Ovh.Configure("""{"mailReadable":true}""");
        (await story.DestroyAsync()).ShouldSucceed(story);
        story.CallsTo("POST", "/cloud/project/*/confirmTermination").ShouldBe(1);
        ShouldBeNothingLeft(story);
    }

    [Fact]
    public async Task A_termination_whose_mail_is_late_is_confirmed_by_the_next_destroy()
    {
        await using var story = await DeliveredAsync("""{"mailDelayMs":2400000}""");

        (await story.DestroyAsync()).ShouldFail("the confirmation e-mail has not arrived after 30 minutes", "Run `pulumi destroy` again later");
        story.Resource!.Id.ShouldBe(story.Order.ProjectId);

        story.Clock.Advance(TimeSpan.FromMinutes(20));
        story.Ovh.Configure("""{"mailDelayMs":300000}""");
        (await story.DestroyAsync()).ShouldSucceed(story);
        story.CallsTo("POST", "/cloud/project/*/confirmTermination").ShouldBe(2, "the token of the first request is tried as well");
        ShouldBeNothingLeft(story);
    }

    [Theory]
    [InlineData("terminate", FaultKind.StatusAfter)]
    [InlineData("terminate", FaultKind.DropAfter)]
    [InlineData("confirmTermination", FaultKind.StatusAfter)]
    [InlineData("confirmTermination", FaultKind.DropAfter)]
    [InlineData("confirmTermination", FaultKind.Status)]
    public async Task A_termination_whose_answer_was_lost_ends_the_project_all_the_same(string call, FaultKind kind)
    {
        await using var story = await DeliveredAsync();
        story.Fault("POST", $"/cloud/project/*/{call}", kind);

        await UntilDestroyedAsync(story);

        ShouldBeNothingLeft(story);
    }

    [Fact]
    public async Task A_project_that_is_suspended_already_is_destroyed()
    {
        await using var story = await DeliveredAsync("""{"suspendedMs":600000}""");
        await EndUnseenAsync(story);

        (await story.DestroyAsync()).ShouldSucceed(story);

        ShouldBeNothingLeft(story);
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("cancelling")]
    public async Task An_order_that_OVHcloud_refused_is_destroyed_without_a_call(string status)
    {
        await using var story = await Story.BeginAsync(OnItsWay);
        await story.OrderUnfinishedAsync();
        story.Ovh.ForceOrderStatus(story.Order.OrderId, status);

        (await story.DestroyAsync()).ShouldSucceed(story);

        ShouldBeNothingLeft(story);
    }

    [Fact]
    public async Task An_order_that_is_not_paid_is_destroyed_with_the_day_on_which_it_lapses()
    {
        var manual = Story.Program("payment: manual", "waitForDelivery: false");
        await using var story = await Story.BeginAsync("""{"priceWithTax":12}""");
        (await story.UpAsync(manual)).ShouldSucceed(story);

        var result = await story.DestroyAsync(manual);

        result.ShouldSucceed(story);
        result.Words().ShouldContain("It lapses on 2026-01-08 00:00 UTC if nobody pays it. Do not pay it");
        story.ShouldHave(orders: 1, payments: 0, projects: 0);
        story.Resource.ShouldBeNull();
    }

    [Theory]
    [InlineData("delivering")]
    [InlineData("documentsRequested")]
    [InlineData("notPaid")]
    public async Task An_order_that_is_paid_is_not_destroyed_before_it_is_delivered(string status)
    {
        await using var story = await Story.BeginAsync(OnItsWay);
        await story.OrderUnfinishedAsync();
        story.Ovh.ForceOrderStatus(story.Order.OrderId, status);

        (await story.DestroyAsync()).ShouldFail(
            $"is paid and not delivered yet (status: {status})",
            "Run `pulumi destroy` again once it is delivered, or ask OVHcloud's support to cancel it");
        story.Resource!.Id.ShouldBe($"order/{story.Order.OrderId}");

        story.Ovh.ForceOrderStatus(story.Order.OrderId, null);
        story.Clock.Advance(TimeSpan.FromMinutes(5));
        (await story.DestroyAsync()).ShouldSucceed(story);
        ShouldBeNothingLeft(story);
    }

    [Fact]
    public async Task An_order_that_was_delivered_unseen_is_not_billed_on_after_a_destroy()
    {
        await using var story = await Story.BeginAsync(OnItsWay);
        await story.OrderUnfinishedAsync();
        story.Clock.Advance(TimeSpan.FromMinutes(5));

        (await story.DestroyAsync()).ShouldSucceed(story);

        ShouldBeNothingLeft(story);
    }

    [Fact]
    public async Task A_destroy_waits_for_a_project_that_no_run_has_seen_and_ends_it()
    {
        var program = Story.WithOptions(Story.Program(), "customTimeouts: {create: 30s}");
        await using var story = await Story.BeginAsync("""{"projectMissingMs":500000}""");
        (await story.UpAsync(program)).Succeeded.ShouldBeFalse();
        story.Resource.ShouldNotBeNull();

        (await story.DestroyAsync(program)).ShouldSucceed(story);

        story.ShouldHave(orders: 1, payments: 1, projects: 0);
        ShouldBeNothingLeft(story);
    }

    [Fact]
    public async Task An_order_whose_checkout_was_interrupted_is_found_and_reported_by_a_destroy()
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":12}""");
        (await story.UpInterruptedAsync("POST", "/order/cart/*/checkout")).ShouldFail("It is not known whether cart ", "was ordered. The next `pulumi up` finds out");

        var result = await story.DestroyAsync();

        result.ShouldSucceed(story);
        result.Words().ShouldContain($"order {story.Order.OrderId} is not paid");
        story.ShouldHave(orders: 1, payments: 0, projects: 0);
        story.Resource.ShouldBeNull();
    }

    [Fact]
    public async Task A_destroy_that_has_too_little_time_keeps_the_project_in_the_state()
    {
        var program = Story.WithOptions(Story.Program(), "customTimeouts: {delete: 90s}");
        await using var story = await Story.BeginAsync("""{"mailDelayMs":600000}""");
        (await story.UpAsync(program)).ShouldSucceed(story);

        (await story.DestroyAsync(program)).ShouldFail(
            $"deleting {story.Order.ProjectId}: it took longer than the timeout of 90 seconds (`customTimeouts`)");

        story.Resource!.Id.ShouldBe(story.Order.ProjectId);
        story.Ovh.Configure("""{"mailDelayMs":30000}""");
        (await story.DestroyAsync(program)).ShouldSucceed(story);
        ShouldBeNothingLeft(story);
    }

    private static async Task<Story> DeliveredAsync(string account = "{}")
    {
        var story = await Story.BeginAsync(account);
        (await story.UpAsync()).ShouldSucceed(story);
        story.ShouldHave(orders: 1, payments: 1, projects: 1);
        return story;
    }

    /// <summary>Ends the project from another machine: the state does not know.</summary>
    private static async Task EndUnseenAsync(Story story)
    {
        var state = story.Stand.State.Load();
        (await story.DestroyAsync()).ShouldSucceed(story);
        story.Stand.State.Save(state);
    }

    /// <summary>It was there all the time, and the state never forgot it.</summary>
    private static async Task ShouldBeThereAfterAllAsync(Story story)
    {
        story.HealAll();
        story.Resource.ShouldNotBeNull();
        story.CallsTo("POST", "/cloud/project/*/terminate").ShouldBe(0);
        await story.ShouldBeWholeAsync();
        (await story.DestroyAsync()).ShouldSucceed(story);
        ShouldBeNothingLeft(story);
    }

    /// <summary>As a user does who reads that it is to be run again.</summary>
    private static async Task UntilDestroyedAsync(Story story)
    {
        RunResult result;
        for (var run = 0; !(result = await story.DestroyAsync()).Succeeded; run++)
        {
            run.ShouldBeLessThan(3, story.Output);
            result.ShouldFail(["again"]);
            story.Resource.ShouldNotBeNull();
        }
    }

    private static void ShouldBeNothingLeft(Story story)
    {
        story.Resource.ShouldBeNull();
        story.Ovh.Summary().Projects.ShouldBe(0);
        story.Ovh.Summary().OpenCarts.ShouldBe(0);
    }

    private static string? Body(int? status) => status switch
    {
        401 => """{"class":"Client::Unauthorized","message":"This credential is not valid"}""",
        403 => """{"class":"Client::Forbidden","message":"This call has not been granted"}""",
        _ => null,
    };
}
