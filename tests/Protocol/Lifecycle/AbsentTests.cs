using System.Text.RegularExpressions;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>What the account does not show is hidden, another account's, or gone: only what is gone leaves the state.</summary>
public sealed class AbsentTests
{
    private const string OnItsWay = """{"deliveryDelayMs":60000}""";

    [Fact]
    public async Task An_order_that_is_hidden_just_after_its_checkout_is_not_placed_again()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Then("POST", "/me/order/*/pay", _ => HideOrders(scenario));
        (await scenario.UpAsync()).Succeeded.ShouldBeFalse();
        scenario.ShouldBeUnfinishedAs("order/100001");

        (await scenario.UpAsync()).ShouldFail("order 100001 was placed minutes ago, but OVHcloud does not show it now");
        (await scenario.DestroyAsync()).ShouldFail("order 100001 was placed minutes ago, but OVHcloud does not show it now");

        (scenario.Counts.Orders, scenario.Counts.Payments).ShouldBe((1, 1));
        scenario.Ovh.Watcher = null;
        scenario.HealAll();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    /// <summary>Credentials from the environment may be another account's: nothing shows that but what is missing.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task A_project_of_another_account_stays_in_the_state_and_is_not_ordered_again(int days)
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromDays(days) + TimeSpan.FromHours(1));
        (await scenario.RefreshAsync()).ShouldSucceed(scenario);
        HideProjects(scenario);
        HideOrders(scenario);

        (await scenario.RefreshAsync()).ShouldFail(
            $"project {scenario.Order.ProjectId} is in the state, but the account of these credentials has neither the project nor order "
                + "100001, which delivered it. They probably belong to another account or site",
            "`pulumi state delete`");
        (await scenario.DestroyAsync()).ShouldFail("has neither the project nor order 100001");
        await scenario.UpAsync();

        scenario.HealAll();
        (await scenario.RefreshAsync()).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        scenario.Resource!.Id.ShouldBe(scenario.Order.ProjectId);
    }

    /// <summary>The refresh before it may have had the credentials of the state, and the update those of a new configuration.</summary>
    [Fact]
    public async Task An_update_with_the_credentials_of_another_account_says_so()
    {
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        (await scenario.UpAsync(Scenario.Program("waitForDelivery: false"))).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromHours(1));
        HideOrders(scenario);
        scenario.ForgetRefreshBeforeUpdate();

        (await scenario.UpAsync()).ShouldFail("order 100001 is in the state, but the account of these credentials does not have it");

        scenario.ShouldBeUnfinishedAs("order/100001");
    }

    [Fact]
    public async Task A_project_stays_in_the_state_where_its_order_may_not_be_read_until_a_mail_tells_of_its_end()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        var project = scenario.Order.ProjectId!;
        scenario.Clock.Advance(TimeSpan.FromHours(1));
        HideProjects(scenario);
        scenario.Fault("GET", "/me/order/**", FaultKind.Status, 403, times: 0);

        var words = $"project {project} is in the state, but the account of these credentials does not have it, and they may not read "
            + "order 100001";
        (await scenario.RefreshAsync()).ShouldFail(words, "Grant the right GET /me/order/*", "`pulumi state delete`");
        (await scenario.DestroyAsync()).ShouldFail(words);
        scenario.Resource!.Id.ShouldBe(project);

        scenario.HealAll();
        await scenario.PostAsync($"/cloud/project/{project}/terminate", new { });
        HideProjects(scenario);
        scenario.Fault("GET", "/me/order/**", FaultKind.Status, 403, times: 0);
        (await scenario.RefreshAsync()).ShouldSucceed(scenario);
        scenario.Resource.ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task An_order_of_another_account_stays_in_the_state_and_is_not_placed_again(int days)
    {
        await using var scenario = await Scenario.BeginAsync(OnItsWay);
        await scenario.OrderUnfinishedAsync();
        scenario.Clock.Advance(TimeSpan.FromDays(days) + TimeSpan.FromHours(1));
        HideOrders(scenario);

        const string Words = "order 100001 is in the state, but the account of these credentials does not have it";
        (await scenario.RefreshAsync()).ShouldFail(Words);
        (await scenario.UpAsync()).ShouldFail(Words);
        (await scenario.DestroyAsync()).ShouldFail(Words);

        scenario.HealAll();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task An_unpaid_order_that_is_not_there_any_more_once_it_has_expired_is_gone()
    {
        var program = Scenario.Program("payment: manual", "waitForDelivery: false");
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromDays(60));
        HideOrders(scenario);

        (await scenario.RefreshAsync(program)).ShouldSucceed(scenario);

        scenario.Resource.ShouldBeNull();
    }

    [Fact]
    public async Task A_project_that_was_ended_before_any_run_saw_it_is_gone_a_day_later()
    {
        var program = Scenario.Program("waitForDelivery: false");
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":60000,"mailReadable":false}""");
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromDays(2));
        HideProjects(scenario);

        (await scenario.RefreshAsync(program)).ShouldSucceed(scenario);

        scenario.Resource.ShouldBeNull();
    }

    [Fact]
    public async Task A_project_is_gone_although_the_mails_of_the_account_cannot_be_listed()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromHours(1));
        HideProjects(scenario);
        scenario.Fault("GET", "/me/notification/email/history", FaultKind.Status, 404, times: 0);

        (await scenario.RefreshAsync()).ShouldSucceed(scenario);

        scenario.Resource.ShouldBeNull();
    }

    /// <summary>Unpaid debts suspend a project, and keep it from being ended.</summary>
    [Fact]
    public async Task A_suspended_project_whose_end_is_refused_stays_in_the_state_and_its_token_in_no_text()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Ovh.Configure("""{"projectState":"suspended"}""");
        var token = "";
        scenario.On(FaultMoment.Before, "GET", "/me/notification/email/history", async _ =>
        {
            var watcher = scenario.Ovh.Watcher;
            scenario.Ovh.Watcher = null;
            token = await NewestTokenAsync(scenario);
            scenario.Ovh.Watcher = watcher;
            scenario.HealAll();
            scenario.Fault("POST", "/cloud/project/*/confirmTermination", FaultKind.Status, 403, times: 0,
                body: $$"""{"class":"Client::Forbidden","message":"[token] ({{token}}) is of a project with unpaid debts"}""");
        });

        var result = await scenario.DestroyAsync();

        result.ShouldFail("OVHcloud refused the token from its e-mail", "[token] ([secret]) is of a project with unpaid debts");
        token.ShouldNotBeEmpty();
        scenario.Output.ShouldNotContain(token);
        scenario.Resource.ShouldNotBeNull();
        scenario.Ovh.Watcher = null;
        scenario.HealAll();
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        scenario.Ovh.Summary().Projects.ShouldBe(0);
    }

    [Fact]
    public async Task An_order_of_another_product_is_not_imported()
    {
        await using var scenario = await Scenario.BeginAsync();
        await scenario.OrderByHandAsync("Website", "project.2018", "FR");
        scenario.Replace("GET", "/me/order/*/details/*/extension", "/order/plan/code", "\"vps-2025\"", times: 0);

        (await scenario.ImportAsync("order/100001"))
            .ShouldFail("order 100001 is for the plan \"vps-2025\", which is no Public Cloud project. It cannot be imported");

        scenario.Resource.ShouldBeNull();
    }

    private static async Task<string> NewestTokenAsync(Scenario scenario)
    {
        const string Mails = "/me/notification/email/history";
        var newest = (await scenario.SendAsync(HttpMethod.Get, Mails)).EnumerateArray().Max(id => id.GetInt64());
        var body = (await scenario.SendAsync(HttpMethod.Get, $"{Mails}/{newest}")).GetProperty("body").GetString()!;
        return Regex.Match(body, "token=([A-Za-z0-9]+)").Groups[1].Value;
    }

    private static void HideOrders(Scenario scenario)
    {
        scenario.Fault("GET", "/me/order/*/status", FaultKind.Status, 404, times: 0);
        scenario.Fault("GET", "/me/order/*", FaultKind.Status, 404, times: 0);
        scenario.Fault("GET", "/me/order", FaultKind.Status, 200, times: 0, body: "[]");
        scenario.Fault("GET", "/cloud/order", FaultKind.Status, 200, times: 0, body: "[]");
    }

    private static void HideProjects(Scenario scenario)
    {
        scenario.Fault("*", "/cloud/project/**", FaultKind.Status, 404, times: 0);
        scenario.Fault("GET", "/cloud/project", FaultKind.Status, 200, times: 0, body: "[]");
    }
}
