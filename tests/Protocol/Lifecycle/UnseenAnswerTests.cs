using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>What OVHcloud's API may answer as well, where it is not known what it does.</summary>
public sealed class UnseenAnswerTests
{
    private const string WithCredit = "options: [{planCode: credit}]";
    private const string Unlisted = """{"listCheckedOutCarts":false}""";

    [Fact]
    public async Task A_cart_that_is_listed_before_it_is_assigned_is_assigned_by_the_next_run()
    {
        await using var scenario = await Scenario.BeginAsync("""{"listUnassignedCarts":true}""");
        (await scenario.UpInterruptedAsync("POST", "/order/cart")).Succeeded.ShouldBeFalse();
        scenario.LoseState();

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_cart_whose_assignment_is_refused_because_it_is_assigned_already_is_ordered()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpInterruptedAsync("POST", "/order/cart/*/assign")).Succeeded.ShouldBeFalse();
        scenario.LoseState();
        scenario.Fault("POST", "/order/cart/*/assign", FaultKind.Status, 400);

        (await scenario.UpAsync(run: new RunOptions { SkipPreview = true })).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    /// <summary>Others ask for a day at most.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task A_cart_that_OVHcloud_lets_live_no_longer_is_ordered_all_the_same(int refusals)
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("PUT", "/order/cart/*", FaultKind.Status, 400, times: refusals);

        (await scenario.UpInterruptedAsync("POST", "/order/cart/*/checkout")).Succeeded.ShouldBeFalse();
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task A_cart_whose_change_is_answered_with_nothing_is_ordered()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Replace("PUT", "/order/cart/*", "", "null", times: 0);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cart_that_does_not_tell_what_it_held_once_it_was_ordered_stops_the_next_run(bool isListed)
    {
        var program = Scenario.Program(WithCredit);
        await using var scenario = await Scenario.BeginAsync();
        await scenario.LoseCheckoutAsync(program);
        var cart = ((PropertyValue.Text)scenario.Resource!.Outputs["cartId"]!).Value;
        if (isListed)
        {
            scenario.Fault("GET", $"/order/cart/{cart}/item/*", FaultKind.Status, 404, times: 0);
        }
        else
        {
            scenario.Replace("GET", $"/order/cart/{cart}", "/items", "[]", times: 0);
        }

        (await scenario.UpAsync(program)).ShouldFail($"cart {cart}");
        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);

        scenario.HealAll();
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync(program);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(410)]
    public async Task A_cart_that_has_expired_is_gone_however_that_is_refused(int status)
    {
        var program = Scenario.Program("checkout: false");
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        var cart = ((PropertyValue.Text)scenario.Resource!.Outputs["cartId"]!).Value;
        scenario.Clock.Advance(TimeSpan.FromDays(8));
        scenario.Fault("GET", $"/order/cart/{cart}", FaultKind.Status, status, times: 0);

        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);
    }

    /// <summary>As where the time of a site is told without its offset.</summary>
    [Fact]
    public async Task An_order_whose_date_seems_to_be_in_the_future_is_seen()
    {
        await using var scenario = await Scenario.BeginAsync(Unlisted);
        (await scenario.UpInterruptedAsync("POST", "/order/cart/*/checkout")).Succeeded.ShouldBeFalse();
        scenario.LoseState();
        scenario.Clock.Advance(TimeSpan.FromMinutes(10));
        var local = JsonSerializer.Serialize(scenario.Clock.GetUtcNow().AddMinutes(50).ToString("s"));
        scenario.Replace("GET", "/cloud/order", "/0/date", local, times: 0);

        (await scenario.UpAsync()).ShouldFail("order 100001");

        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    /// <summary>The program names no plan, so that any plan of a project may have been ordered.</summary>
    [Theory]
    [InlineData("lines in another order")]
    [InlineData("a line without configuration")]
    [InlineData("no lines")]
    public async Task An_order_that_no_cart_leads_to_is_seen_however_its_lines_tell_of_it(string lines)
    {
        var program = Scenario.Program(WithCredit);
        await using var scenario = await Scenario.BeginAsync(Unlisted);
        (await scenario.UpInterruptedAsync("POST", "/order/cart/*/checkout", program: program)).Succeeded.ShouldBeFalse();
        scenario.LoseState();
        var listed = (await scenario.SendAsync(HttpMethod.Get, "/me/order/100001/details")).EnumerateArray().Select(l => l.GetInt64());
        switch (lines)
        {
            case "lines in another order":
                scenario.Replace("GET", "/me/order/*/details", "", JsonSerializer.Serialize(listed.Reverse()), times: 0);
                break;
            case "a line without configuration":
                scenario.Replace("GET", $"/me/order/*/details/{listed.First()}/extension", "/order/configurations", "[]", times: 0);
                break;
            default:
                scenario.Replace("GET", "/me/order/*/details", "", "[]", times: 0);
                break;
        }

        (await scenario.UpAsync(program)).ShouldFail("order 100001");

        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    [Theory]
    [InlineData("project.2018", "project.2018")]
    [InlineData("credit", "project.2018")]
    public async Task An_order_that_is_listed_once_for_each_of_its_plans_is_one_order(string first, string second)
    {
        var program = Scenario.Program(WithCredit);
        await using var scenario = await Scenario.BeginAsync();
        await scenario.LoseCheckoutAsync(program);
        scenario.LoseState();
        await ListAsync(scenario, first, second);

        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task An_order_that_no_cart_leads_to_is_seen_where_its_option_is_listed_first()
    {
        var program = Scenario.Program("planCode: project.2018", WithCredit);
        await using var scenario = await Scenario.BeginAsync(Unlisted);
        (await scenario.UpInterruptedAsync("POST", "/order/cart/*/checkout", program: program)).Succeeded.ShouldBeFalse();
        scenario.LoseState();
        await ListAsync(scenario, "credit", "project.2018");

        (await scenario.UpAsync(program)).ShouldFail("order 100001");

        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    /// <summary>Its title says that it lists pending orders.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_option_that_an_import_cannot_see_is_not_ordered_again(bool isRouteGone)
    {
        var program = Scenario.Program(WithCredit);
        await using var scenario = await Scenario.BeginAsync("""{"cloudOrderPendingOnly":true}""");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromDays(5));
        scenario.LoseState();
        if (isRouteGone)
        {
            scenario.Fault("GET", "/cloud/order", FaultKind.Status, 404, times: 0);
        }

        (await scenario.ImportAsync(scenario.Ovh.Projects().Single().ProjectId, program)).ShouldSucceed(scenario);
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
        (await scenario.UpAsync(Scenario.Program("options: [{planCode: credit}, {planCode: certification.hds.2018}]")))
            .ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 3, payments: 3, projects: 1);
    }

    [Theory]
    [InlineData("extension", "/order/action", "\"renew\"")]
    [InlineData("", "/detailType", "\"CONSUMPTION\"")]
    public async Task What_is_billed_for_a_project_later_is_not_imported_as_its_option(string of, string field, string value)
    {
        await using var scenario = await Scenario.BeginAsync("""{"cloudOrderPendingOnly":true}""");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        (await scenario.UpAsync(Scenario.Program(WithCredit))).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromDays(5));
        scenario.LoseState();
        scenario.Replace("GET", $"/me/order/100002/details/*/{of}".TrimEnd('/'), field, value, times: 0);

        (await scenario.ImportAsync(scenario.Ovh.Projects().Single().ProjectId)).ShouldSucceed(scenario);

        scenario.Resource!.Inputs["options"].ShouldBeNull();
    }

    /// <summary>The lines of delivered orders name their project, whatever the list of cloud orders has.</summary>
    [Fact]
    public async Task All_options_are_imported_where_only_pending_orders_are_listed()
    {
        const string Hds = "{planCode: certification.hds.2018}";
        await using var scenario = await Scenario.BeginAsync("""{"cloudOrderPendingOnly":true}""");
        (await scenario.UpAsync(Scenario.Program($"options: [{Hds}]"))).ShouldSucceed(scenario);
        (await scenario.UpAsync(Scenario.Program($"options: [{Hds}, {{planCode: credit}}]"))).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromDays(5));
        scenario.LoseState();

        var project = scenario.Ovh.Projects().Single().ProjectId;
        (await scenario.ImportAsync(project, Scenario.Program($"options: [{Hds}]"))).ShouldSucceed(scenario);

        scenario.Resource!.Inputs["options"].ShouldBeOfType<PropertyValue.List>().Items
            .Select(o => o.ShouldBeOfType<PropertyValue.Map>()["planCode"])
            .ShouldBe([PropertyValue.Of("certification.hds.2018"), PropertyValue.Of("credit")]);
        foreach (var options in new[] { Hds, $"{Hds}, {{planCode: credit}}", "{planCode: credit}" })
        {
            (await scenario.UpAsync(Scenario.Program($"options: [{options}]"))).ShouldSucceed(scenario);
            scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_project_is_neither_replaced_nor_given_an_option_again_where_its_order_records_only_some_lines(bool isOfProject)
    {
        var program = Scenario.Program("planCode: project.2018", WithCredit);
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromDays(5));
        scenario.LoseState();
        var lines = (await scenario.SendAsync(HttpMethod.Get, "/me/order/100001/details")).EnumerateArray().Select(l => l.GetInt64());
        foreach (var line in isOfProject ? lines.SkipLast(1) : lines.TakeLast(1))
        {
            scenario.Replace("GET", $"/me/order/*/details/{line}/extension", "/order/plan/duration", "null", times: 0);
        }

        var project = scenario.Order.ProjectId!;
        (await scenario.ImportAsync(project, program)).ShouldSucceed(scenario);
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        scenario.Resource!.Id.ShouldBe(project);
    }

    [Fact]
    public async Task An_option_that_is_on_its_way_when_its_project_is_imported_is_not_ordered_again()
    {
        var program = Scenario.Program(WithCredit, "waitForDelivery: false");
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        var project = scenario.Order.ProjectId!;
        scenario.Ovh.Configure("""{"deliveryDelayMs":864000000}""");
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromDays(5));
        scenario.LoseState();
        var listed = JsonNode.Parse((await scenario.SendAsync(HttpMethod.Get, "/cloud/order")).GetRawText())!.AsArray();
        listed[1]!["serviceName"] = project;
        scenario.Fault("GET", "/cloud/order", FaultKind.Status, 200, times: 0, body: listed.ToJsonString());

        (await scenario.ImportAsync(project, program)).ShouldSucceed(scenario);
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
    }

    [Fact]
    public async Task An_unpaid_order_whose_payment_is_told_as_null_is_paid_once()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Fault("POST", "/me/order/*/pay", FaultKind.Status, 403);
        (await scenario.UpAsync()).Succeeded.ShouldBeFalse();
        scenario.Fault("GET", "/me/order/*/payment", FaultKind.Status, 200, times: 0, body: "null");

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task A_total_of_zero_is_settled_although_the_payment_methods_of_the_order_are_told_in_another_form()
    {
        await using var scenario =
            await Scenario.BeginAsync("""{"fidelityAccount":false,"defaultPaymentMethod":false,"paymentMeans":["ovhAccount"]}""");
        scenario.Replace("GET", "/me/order/*/paymentMethods", "/registered", """[{"id":1001}]""", times: 0);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task An_order_of_something_else_that_records_null_does_not_stop_a_run()
    {
        await using var scenario = await Scenario.BeginAsync();
        await scenario.OrderByHandAsync("by hand", "project.2018", "FR");
        scenario.Fault("GET", "/cloud/order", FaultKind.Status, 404, times: 0);
        scenario.Fault("GET", "/me/order/*/details/*/extension", FaultKind.Status, 200, times: 0, body: "null");

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 2, payments: 1, projects: 1);
    }

    [Fact]
    public async Task A_project_is_found_by_the_lines_of_its_order_where_the_list_of_cloud_orders_is_broken()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("GET", "/cloud/order", FaultKind.Status, 500, times: 0);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    /// <summary>The one order there is is listed once for each of these plans.</summary>
    private static async Task ListAsync(Scenario scenario, params string[] plans)
    {
        var order = (await scenario.SendAsync(HttpMethod.Get, "/cloud/order"))[0].GetRawText();
        var lines = plans.Select(plan => order.Replace("\"project.2018\"", $"\"{plan}\"", StringComparison.Ordinal));
        scenario.Fault("GET", "/cloud/order", FaultKind.Status, 200, times: 0, body: $"[{string.Join(',', lines)}]");
    }
}
