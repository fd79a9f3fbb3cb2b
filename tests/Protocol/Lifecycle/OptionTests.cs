using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>
/// Options of a project that is delivered: what is added is ordered for it, once; nothing is taken back, and nothing is replaced.
/// </summary>
public sealed class OptionTests
{
    private static readonly string WithCredit = Scenario.Program("options: [{planCode: credit}]");
    private static readonly string WithTwo = Scenario.Program("options: [{planCode: credit}, {planCode: cloud.credit, quantity: 25}]");

    [Fact]
    public async Task An_added_option_is_priced_in_the_preview_and_ordered_once_in_place()
    {
        await using var scenario = await DeliveredAsync();
        var project = scenario.Order.ProjectId!;

        var preview = await scenario.PreviewAsync(WithTwo);

        preview.ShouldSucceed(scenario);
        preview.Steps.ShouldContain(s => s.Urn == Scenario.Urn && s.Op == StepOp.Update);
        preview.Words().ShouldContain($"Options for project {project} (credit, cloud.credit): due now 42.00 EUR (incl. tax).");
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);

        var result = await scenario.UpAsync(WithTwo);

        result.ShouldSucceed(scenario);
        result.Words().ShouldContain("Order 100002 (42.00 EUR incl. tax) of options for the project (credit, cloud.credit) is delivered.");
        await ShouldBeOrderedAsync(scenario, WithTwo, "credit", "cloud.credit");
        scenario.Resource!.Id.ShouldBe(project);
        var order = scenario.Resource.Outputs["optionOrders"]!.Plain().ShouldBeOfType<PropertyValue.List>().Items.ShouldHaveSingleItem()
            .ShouldBeOfType<PropertyValue.Map>();
        order["orderId"].ShouldBe(PropertyValue.Of(100002.0));
        order["orderStatus"].ShouldBe(PropertyValue.Of("delivered"));
        order["finished"].ShouldBe(PropertyValue.Of(true));
        scenario.Resource.Outputs["orderId"].ShouldBe(PropertyValue.Of(100001.0), "the project's own order");
        var resolved = scenario.Resource.Outputs["options"]!.ShouldBeOfType<PropertyValue.List>().Items[1]
            .ShouldBeOfType<PropertyValue.Map>();
        (resolved["duration"], resolved["quantity"]).ShouldBe((PropertyValue.Of("P1M"), PropertyValue.Of(25.0)));
    }

    [Fact]
    public async Task One_option_after_the_other_is_an_order_each()
    {
        await using var scenario = await DeliveredAsync();
        (await scenario.UpAsync(WithCredit)).ShouldSucceed(scenario);

        (await scenario.UpAsync(WithTwo)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 3, payments: 3, projects: 1);
        scenario.Ovh.Projects().Single().Options.ShouldBe(["credit", "cloud.credit"]);
        await scenario.ShouldBeSettledAsync(WithTwo);
    }

    [Theory]
    [InlineData("POST", "/order/cart", 0)]
    [InlineData("POST", "/order/cartServiceOption/cloud/*", 0)]
    [InlineData("POST", "/order/cart/*/checkout", 1)]
    [InlineData("POST", "/me/order/*/pay", 1)]
    public async Task An_update_that_is_interrupted_is_continued_and_never_orders_twice(string method, string path, int ordered)
    {
        await using var scenario = await DeliveredAsync();
        (await scenario.UpInterruptedAsync(method, path, program: WithCredit)).Succeeded.ShouldBeFalse();
        scenario.Ovh.Orders().Count.ShouldBe(1 + ordered);

        (await scenario.UpAsync(WithCredit)).ShouldSucceed(scenario);

        await ShouldBeOrderedAsync(scenario, WithCredit, "credit");
    }

    [Theory]
    [InlineData("POST", "/order/cartServiceOption/cloud/*")]
    [InlineData("POST", "/order/cart/*/checkout")]
    [InlineData("POST", "/me/order/*/pay")]
    public async Task An_update_whose_state_is_lost_is_found_again(string method, string path)
    {
        await using var scenario = await DeliveredAsync();
        var before = scenario.TestEnvironment.State.Load();
        (await scenario.UpInterruptedAsync(method, path, program: WithCredit)).Succeeded.ShouldBeFalse();
        scenario.TestEnvironment.State.Save(before);

        (await scenario.UpAsync(WithCredit)).ShouldSucceed(scenario);

        await ShouldBeOrderedAsync(scenario, WithCredit, "credit");
    }

    [Fact]
    public async Task A_lost_checkout_of_options_is_found_again()
    {
        await using var scenario = await DeliveredAsync();
        await scenario.LoseCheckoutAsync(WithCredit);
        scenario.Resource!.InitErrors.ShouldHaveSingleItem().ShouldContain("It is not known whether cart");

        await scenario.RefreshAsync(WithCredit);
        scenario.Resource!.InitErrors.ShouldHaveSingleItem().ShouldContain("Order 100002 of options for project");
        (await scenario.UpAsync(WithCredit)).ShouldSucceed(scenario);

        await ShouldBeOrderedAsync(scenario, WithCredit, "credit");
    }

    [Fact]
    public async Task Options_above_the_ceiling_are_refused_in_the_preview_and_in_the_update()
    {
        await using var scenario = await DeliveredAsync();
        var program = Scenario.Program("options: [{planCode: credit}]", "maxPrice: 5");

        (await scenario.PreviewAsync(program))
            .ShouldFail("maxPrice: the order would cost 12.00 EUR including tax, and maxPrice is 5.00 EUR");
        (await scenario.UpAsync(program, new RunOptions { SkipPreview = true }))
            .ShouldFail("maxPrice", "12.00 EUR", "Nothing was ordered.");

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        await scenario.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task An_option_that_is_not_offered_is_named_by_its_place_in_the_program()
    {
        await using var scenario = await DeliveredAsync(WithCredit);

        var preview = await scenario.PreviewAsync(Scenario.Program("options: [{planCode: credit}, {planCode: moon}]"));

        preview.ShouldFail("options[1].planCode: option \"moon\" is not offered with project");
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Theory]
    [InlineData("maxPrice: 50")]
    [InlineData("options: [{planCode: credit, quantity: 2}]")]
    [InlineData("options: [{planCode: cloud.credit}]")]
    public async Task An_option_that_is_removed_or_changed_is_refused_and_never_a_replacement(string change)
    {
        await using var scenario = await DeliveredAsync(WithCredit);
        var program = Scenario.Program(change);

        (await scenario.PreviewAsync(program)).ShouldFail("options: \"credit\" cannot be removed or changed", "Set it back");
        (await scenario.UpAsync(program, new RunOptions { SkipPreview = true }))
            .ShouldFail("options: \"credit\" cannot be removed or changed");

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        await scenario.ShouldBeSettledAsync(WithCredit);
    }

    [Fact]
    public async Task Options_in_another_order_are_the_same_options()
    {
        await using var scenario = await DeliveredAsync(WithTwo);

        (await scenario.UpAsync(Scenario.Program("options: [{planCode: cloud.credit, quantity: 25}, {planCode: credit}]")))
            .ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task While_the_project_is_on_its_way_a_change_of_options_is_refused()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":600000}""");
        (await scenario.UpAsync(Scenario.Program("waitForDelivery: false"))).ShouldSucceed(scenario);

        (await scenario.PreviewAsync(WithCredit))
            .ShouldFail("options: cannot be changed now, because order 100001 is placed and not delivered yet");
        (await scenario.UpAsync(WithCredit, new RunOptions { SkipPreview = true })).ShouldFail("options: cannot be changed now");

        scenario.ShouldHave(orders: 1, payments: 1, projects: 0);
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        (await scenario.UpAsync(WithCredit)).ShouldSucceed(scenario);
        await ShouldBeOrderedAsync(scenario, WithCredit, "credit");
    }

    [Fact]
    public async Task Options_that_are_not_waited_for_are_followed_by_the_next_update()
    {
        await using var scenario = await DeliveredAsync();
        scenario.Ovh.Configure("""{"deliveryDelayMs":60000}""");
        var accepted = await scenario.UpAsync(Scenario.Program("options: [{planCode: credit}]", "waitForDelivery: false"));
        accepted.ShouldSucceed(scenario);
        accepted.Words()
            .ShouldContain("Order 100002 (12.00 EUR incl. tax) of options for the project (credit) is placed and not delivered yet");
        scenario.Ovh.Projects().Single().Options.ShouldBeEmpty();

        (await scenario.UpAsync(WithTwo)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 3, payments: 3, projects: 1);
        scenario.Ovh.Projects().Single().Options.ShouldBe(["credit", "cloud.credit"]);
        await scenario.ShouldBeSettledAsync(WithTwo);
    }

    [Fact]
    public async Task An_order_of_options_that_is_not_paid_lapses_and_can_be_placed_again()
    {
        await using var scenario = await DeliveredAsync();
        var program = Scenario.Program("options: [{planCode: credit}]", "payment: manual");
        (await scenario.UpInterruptedAsync("GET", "/me/order/*/status", program: program)).Succeeded.ShouldBeFalse();

        (await scenario.UpAsync()).ShouldFail("options: cannot be changed now, because order 100002 of \"credit\"");
        scenario.Clock.Advance(TimeSpan.FromDays(30));
        (await scenario.UpAsync(WithCredit)).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 3, payments: 2, projects: 1);
        scenario.Ovh.Projects().Single().Options.ShouldBe(["credit"]);
        await scenario.ShouldBeSettledAsync(WithCredit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("options: [{planCode: cloud.credit, quantity: 25}]")]
    public async Task An_order_of_options_that_was_not_waited_for_and_lapsed_is_placed_again_or_left_out(string before)
    {
        await using var scenario = await DeliveredAsync();
        (await scenario.UpAsync(Scenario.Program(before))).ShouldSucceed(scenario);
        var orders = scenario.Ovh.Orders().Count;
        var accepted = before.Length == 0
            ? "options: [{planCode: credit}]"
            : before.Replace("[", "[{planCode: credit}, ", StringComparison.Ordinal);
        var program = Scenario.Program(accepted, "payment: manual", "waitForDelivery: false");
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        scenario.Clock.Advance(TimeSpan.FromDays(30));

        (await scenario.PreviewAsync(program)).Words().ShouldContain("(credit): due now 12.00 EUR");
        (await scenario.RefreshAsync(program)).Words()
            .ShouldContain($"Order {100001 + orders} of options was cancelled, or expired unpaid, and nothing was delivered.");
        (await scenario.UpAsync(Scenario.Program(before))).ShouldSucceed(scenario);
        scenario.Ovh.Orders().Count.ShouldBe(orders + 1, "left out, it is not missed");
        var paid = Scenario.Program(accepted);
        (await scenario.UpAsync(paid)).ShouldSucceed(scenario);

        scenario.Ovh.Orders().Count.ShouldBe(orders + 2);
        scenario.Ovh.Projects().Single().Options.ShouldBe(before.Length == 0 ? ["credit"] : ["cloud.credit", "credit"]);
        await scenario.ShouldBeSettledAsync(paid);
    }

    [Fact]
    public async Task A_cart_of_options_that_the_program_does_not_ask_for_any_more_is_deleted()
    {
        await using var scenario = await DeliveredAsync();
        (await scenario.UpInterruptedAsync("POST", "/order/cartServiceOption/cloud/*", program: WithCredit)).Succeeded.ShouldBeFalse();
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1, openCarts: 1);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        await scenario.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task An_order_of_options_that_the_program_does_not_ask_for_any_more_is_not_forgotten()
    {
        await using var scenario = await DeliveredAsync();
        await scenario.LoseCheckoutAsync(WithCredit);

        (await scenario.UpAsync(null, new RunOptions { SkipPreview = true, RunProgram = true })).ShouldFail(
            "order 100002 of options for project", "is placed (status: notPaid), and the program does not ask for them any more");
        (await scenario.UpAsync()).ShouldFail("options: cannot be changed now, because order 100002 of \"credit\"");
        (await scenario.UpAsync(WithCredit)).ShouldSucceed(scenario);

        await ShouldBeOrderedAsync(scenario, WithCredit, "credit");
    }

    [Fact]
    public async Task A_destroy_takes_the_cart_of_options_along()
    {
        await using var scenario = await DeliveredAsync();
        (await scenario.UpInterruptedAsync("POST", "/order/cartServiceOption/cloud/*", program: WithCredit)).Succeeded.ShouldBeFalse();

        (await scenario.DestroyAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 0);
    }

    [Fact]
    public async Task An_unpaid_order_of_options_that_was_not_waited_for_is_paid_once_the_preview_has_told()
    {
        await using var scenario = await DeliveredAsync();
        const string Credit = "options: [{planCode: credit}]";
        (await scenario.UpAsync(Scenario.Program(Credit, "payment: manual", "waitForDelivery: false"))).ShouldSucceed(scenario);

        (await scenario.PreviewAsync(Scenario.Program(Credit, "maxPrice: 5")))
            .ShouldFail("maxPrice: order 100002 costs 12.00 EUR including tax, and maxPrice is 5.00 EUR");
        (await scenario.PreviewAsync(WithCredit)).Words().ShouldContain("12.00 EUR");
        scenario.ShouldHave(orders: 2, payments: 1, projects: 1);

        (await scenario.UpAsync(WithCredit)).ShouldSucceed(scenario);
        await ShouldBeOrderedAsync(scenario, WithCredit, "credit");
    }

    [Theory]
    [InlineData("automatic", "Order 100002 of options for project {0} is paid and not delivered (status: ")]
    [InlineData("manual", "Order 100002 is not paid, and OVHcloud's API cannot cancel it.")]
    public async Task A_destroy_tells_of_options_that_are_not_delivered(string payment, string told)
    {
        await using var scenario = await DeliveredAsync();
        scenario.Ovh.Configure("""{"deliveryDelayMs":3600000}""");
        (await scenario.UpAsync(Scenario.Program("options: [{planCode: credit}]", $"payment: {payment}", "waitForDelivery: false")))
            .ShouldSucceed(scenario);

        var result = await scenario.DestroyAsync();

        result.ShouldSucceed(scenario);
        result.Words().ShouldContain(string.Format(null, told, scenario.Ovh.Projects().Single().ProjectId));
    }

    [Fact]
    public async Task Two_updates_at_once_never_order_the_same_options_twice()
    {
        await using var scenario = await DeliveredAsync();
        var state = scenario.TestEnvironment.State.Load();

        await scenario.UpTwiceAtOnceAsync(WithCredit, ("GET", "/order/cart/*/checkout"));
        scenario.Ovh.Orders().Count.ShouldBeLessThanOrEqualTo(2);
        if (scenario.Ovh.Orders().Count < 2)
        {
            scenario.TestEnvironment.State.Save(state);
        }

        (await scenario.UpAsync(WithCredit)).ShouldSucceed(scenario);
        await ShouldBeOrderedAsync(scenario, WithCredit, "credit");
    }

    [Fact]
    public async Task An_order_of_options_that_no_cart_explains_is_left_to_the_user_and_can_be_taken_over()
    {
        await using var scenario = await DeliveredAsync(account: """{"listCheckedOutCarts":false}""");
        var before = scenario.TestEnvironment.State.Load();
        (await scenario.UpAsync(WithCredit)).ShouldSucceed(scenario);
        scenario.TestEnvironment.State.Save(before);

        (await scenario.PreviewAsync(WithCredit)).Warnings()
            .ShouldContain(w => w.Contains("The update will stop", StringComparison.Ordinal));
        (await scenario.UpAsync(WithCredit)).ShouldFail("order 100002", "pulumi import");
        (await scenario.ImportAsync(scenario.Ovh.Projects().Single().ProjectId, WithCredit)).ShouldSucceed(scenario);

        await ShouldBeOrderedAsync(scenario, WithCredit, "credit");
    }

    [Fact]
    public async Task What_was_ordered_for_a_project_is_none_of_its_replacement()
    {
        await using var scenario = await DeliveredAsync();
        (await scenario.UpAsync(WithCredit)).ShouldSucceed(scenario);
        var other = "configuration: {infrastructure: production}";
        (await scenario.UpAsync(Scenario.Program(other, "options: [{planCode: credit}]"))).ShouldSucceed(scenario);

        (await scenario.UpAsync(Scenario.Program(other, "options: [{planCode: credit}, {planCode: credit}]"))).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 4, payments: 4, projects: 1);
        scenario.Ovh.Projects().Single(p => !p.Terminated).Options.ShouldBe(["credit", "credit"]);
    }

    private static async Task<Scenario> DeliveredAsync(string? program = null, string account = "{}")
    {
        var scenario = await Scenario.BeginAsync(account);
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        return scenario;
    }

    /// <summary>One order more than the project's, paid once; the project has the options, and there is nothing left to do.</summary>
    private static async Task ShouldBeOrderedAsync(Scenario scenario, string program, params string[] options)
    {
        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
        scenario.Ovh.Projects().Single().Options.ShouldBe(options);
        await scenario.ShouldBeSettledAsync(program);
    }
}
