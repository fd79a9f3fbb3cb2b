using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>Whatever a preview says is so, is so afterwards.</summary>
public sealed class PreviewTests
{
    private static readonly string[] Quoted =
        ["contracts", "details", "duration", "ovhSubsidiary", "planCode", "prices", "pricingMode", "quantity"];

    [Fact]
    public async Task Preview_of_a_create_matches_its_result()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");

        var said = await PreviewedAsync(scenario, Scenario.Program());

        said.Items.Keys.ShouldBeSubsetOf(scenario.Resource!.Outputs.Items.Keys);
        Quoted.ShouldBeSubsetOf(said.Items.Keys);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Theory]
    [InlineData(true, "18.00")]
    [InlineData(false, "17.85")]
    public async Task A_subsidiary_that_a_program_does_not_name_any_more_is_the_account_s_own(bool wasNamed, string price)
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Set("ovhSubsidiary", wasNamed ? "" : "DE");
        string[] named = wasNamed ? ["ovhSubsidiary: DE"] : [];
        (await scenario.UpAsync(Scenario.Program(["checkout: false", "planCode: project.legacy", .. named]))).ShouldSucceed(scenario);
        scenario.Set("ovhSubsidiary", "");

        var program = Scenario.Program("planCode: project.legacy");
        (await scenario.PreviewAsync(program)).Words().ShouldContain($"Due now {price} EUR");
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.Output.ShouldContain($"Order 100001 ({price} EUR incl. tax) is delivered");
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task Every_action_that_a_service_account_lacks_is_named_before_anything_is_ordered()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.UseServiceAccount();
        scenario.Ovh.Configure(s => s.DeniedRoutes =
            ["POST /order/cart/*/checkout", "GET /me/order/*/status", "POST /me/order/*/pay", "GET /me/payment/method/*"]);

        var preview = await scenario.PreviewAsync(Scenario.Program("paymentMethodId: 1001"));

        preview.Words().ShouldContain("rights: the credentials lack `account:apiovh:order/cart/checkout/create`, "
            + "`account:apiovh:me/order/status/get`, `account:apiovh:me/order/pay`, `account:apiovh:me/payment/method/get`, "
            + "which the order needs. Add these actions to the IAM policy");
        preview.Words().Split("the credentials lack").Length.ShouldBe(2, preview.Words());
        scenario.CallsTo("POST", "/v2/iam/authorization/check").ShouldBe(1);
        scenario.CallsTo("POST", "/order/cart/*/checkout").ShouldBe(0);
        scenario.ShouldHave(orders: 0, payments: 0, projects: 0);
    }

    [Fact]
    public async Task Preview_of_a_create_with_options_and_a_voucher_matches_its_result()
    {
        await using var scenario = await Scenario.BeginAsync();

        var said = await PreviewedAsync(scenario, Scenario.Program(
            "planCode: project.legacy", "voucher: V-1", "configuration: {infrastructure: production}",
            "options: [{planCode: credit, quantity: 2}]", "maxPrice: 100"));

        Quoted.Append("options").ShouldBeSubsetOf(said.Items.Keys);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task Preview_of_a_free_project_has_its_price_in_the_currency()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":0,"fidelityOrdersInPoints":true}""");

        var said = await PreviewedAsync(scenario, Scenario.Program());

        said["prices"]!.ShouldBeOfType<PropertyValue.Map>()["currencyCode"].ShouldBe(PropertyValue.Of("EUR"));
        (await scenario.RefreshAsync()).ShouldSucceed(scenario);
        ShouldHold(said, scenario);
    }

    [Fact]
    public async Task Previews_of_a_pending_cart_and_then_of_its_order_match_their_results()
    {
        await using var scenario = await Scenario.BeginAsync();

        var pending = await PreviewedAsync(scenario, Scenario.Program("checkout: false"));
        scenario.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);
        var ordered = await PreviewedAsync(scenario, Scenario.Program());

        Quoted.ShouldBeSubsetOf(pending.Items.Keys);
        Quoted.ShouldBeSubsetOf(ordered.Items.Keys);
        ordered["prices"].ShouldBe(pending["prices"]);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task Preview_of_an_order_has_the_price_that_changed_since_the_cart_was_filled()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        (await scenario.UpAsync(Scenario.Program("checkout: false"))).ShouldSucceed(scenario);
        scenario.Ovh.Configure("""{"priceWithTax":24}""");

        var said = await PreviewedAsync(scenario, Scenario.Program());

        said["prices"]!.ShouldBeOfType<PropertyValue.Map>()["withTax"].ShouldBe(PropertyValue.Of(24.0));
    }

    [Fact]
    public async Task Preview_of_an_undelivered_order_knows_its_numbers_and_not_its_status()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":60000}""");
        (await scenario.UpAsync(Scenario.WithOptions(Scenario.Program(), "customTimeouts: {create: 25s}"))).Succeeded.ShouldBeFalse();

        var said = await PreviewedAsync(scenario, Scenario.Program());

        foreach (var passing in new[] { "stage", "orderStatus", "projectId", "projectName", "projectStatus", "access", "creationDate" })
        {
            said.Items.Keys.ShouldNotContain(passing);
        }

        Quoted.Append("orderId").Append("cartId").Append("orderDate").Append("orderUrl").ShouldBeSubsetOf(said.Items.Keys);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Preview_of_an_accepted_order_that_is_waited_for_does_not_know_its_stage()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":2000}""");
        (await scenario.UpAsync(Scenario.Program("waitForDelivery: false"))).ShouldSucceed(scenario);

        var said = await PreviewedAsync(scenario, Scenario.Program());

        said.Items.Keys.ShouldNotContain("stage");
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Preview_of_a_rename_matches_its_result()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        var said = await PreviewedAsync(scenario, Scenario.Program().Replace("Website", "Renamed", StringComparison.Ordinal));

        said["projectName"].ShouldBe(PropertyValue.Of("Renamed"));
        said["projectId"].ShouldBe(PropertyValue.Of(scenario.Order.ProjectId!));
        said["stage"].ShouldBe(PropertyValue.Of("delivered"));
    }

    [Fact]
    public async Task Preview_of_a_project_that_is_being_created_does_not_know_its_status()
    {
        await using var scenario = await Scenario.BeginAsync("""{"projectCreatingMs":60000}""");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Resource!.Outputs["projectStatus"].ShouldBe(PropertyValue.Of("creating"));
        scenario.Clock.Advance(TimeSpan.FromMinutes(2));

        await PreviewedAsync(scenario, Scenario.Program().Replace("Website", "Renamed", StringComparison.Ordinal));

        scenario.Resource!.Outputs["projectStatus"].ShouldBe(PropertyValue.Of("ok"));
    }

    [Fact]
    public async Task Preview_of_a_replacement_matches_its_result_and_has_nothing_of_the_old_project()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        var said = await PreviewedAsync(scenario, Scenario.Program("configuration: {infrastructure: production}"));

        Quoted.ShouldBeSubsetOf(said.Items.Keys);
        new[] { "projectId", "orderId", "cartId", "stage" }.ShouldAllBe(output => !said.Items.ContainsKey(output));
        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
    }

    [Fact]
    public async Task Preview_of_a_create_says_that_it_resumes_an_interrupted_order()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12,"deliveryDelayMs":60000}""");
        await scenario.OrderUnfinishedAsync();
        scenario.LoseState();

        var preview = await scenario.PreviewAsync();

        preview.ShouldSucceed(scenario);
        preview.Words().ShouldContain(
            $"Resumes order {scenario.Order.OrderId} of an interrupted run. Nothing is ordered again. It cost 12.00 EUR (incl. tax).");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Preview_of_an_unpaid_order_says_what_the_update_pays()
    {
        await using var scenario = await UnpaidAsync();

        var preview = await scenario.PreviewAsync(Scenario.Program("maxPrice: 20"));

        preview.ShouldSucceed(scenario);
        preview.Words()
            .ShouldContain("Order 100001 is placed and not paid. The update pays 12.00 EUR (incl. tax). Within maxPrice (20.00 EUR).");
        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Preview_of_an_unpaid_order_above_the_ceiling_fails(bool isInState)
    {
        await using var scenario = await UnpaidAsync();
        if (!isInState)
        {
            scenario.LoseState();
        }

        (await scenario.PreviewAsync(Scenario.Program("maxPrice: 5")))
            .ShouldFail("order 100001 costs 12.00 EUR including tax, and maxPrice is 5.00 EUR");

        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    private static async Task<Scenario> UnpaidAsync()
    {
        var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        scenario.Fault("POST", "/me/order/*/pay", FaultKind.Status, 403, times: 0);
        (await scenario.UpAsync()).Succeeded.ShouldBeFalse();
        scenario.HealAll();
        return scenario;
    }

    /// <summary>Previews, updates, and compares.</summary>
    /// <returns>The outputs that the preview knew.</returns>
    private static async Task<PropertyValue.Map> PreviewedAsync(Scenario scenario, string program)
    {
        var before = scenario.Counts;
        var preview = await scenario.PreviewAsync(program);
        preview.ShouldSucceed(scenario);
        scenario.Counts.ShouldBe(before, "a preview leaves nothing behind");

        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        var said = Known(preview);
        ShouldHold(said, scenario);
        return said;
    }

    private static void ShouldHold(PropertyValue.Map said, Scenario scenario)
    {
        foreach (var (output, value) in said.Items)
        {
            scenario.Resource!.Outputs[output].ShouldBe(value, $"the preview knew {output} as something else\n{scenario.Output}");
        }
    }

    private static PropertyValue.Map Known(RunResult preview) =>
        preview.Steps.Last(s => s.Urn == Scenario.Urn && s.Op is StepOp.Create or StepOp.Update or StepOp.CreateReplacement)
            .New!.Outputs.Items.Where(o => !o.Value.ContainsUnknown)
            .Aggregate(PropertyValue.Map.Empty, (map, o) => map.With(o.Key, o.Value));
}
