using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>A voucher is part of an order or credited to its project, once.</summary>
public sealed class VoucherTests
{
    private const string Credit = "/cloud/project/*/credit";

    private static string WithVoucher { get; } = Scenario.Program("voucher: V-1");

    [Fact]
    public async Task A_voucher_that_the_order_was_placed_with_is_not_credited_again_after_an_import()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(WithVoucher)).ShouldSucceed(scenario);

        (await scenario.ImportAsync(scenario.Order.ProjectId!, WithVoucher)).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync(WithVoucher);
        scenario.CallsTo("POST", "/cloud/project/*/credit").ShouldBe(0);
        scenario.Resource!.Inputs["voucher"].ShouldBeOfType<PropertyValue.Secret>();

        var other = WithVoucher.Replace("V-1", "FREE", StringComparison.Ordinal);
        (await scenario.UpAsync(other)).ShouldSucceed(scenario);
        scenario.CallsTo("POST", "/cloud/project/*/credit").ShouldBe(1);
        await scenario.ShouldBeWholeAsync(other);
    }

    [Fact]
    public async Task An_imported_order_under_way_keeps_the_voucher_that_it_has()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":60000}""");
        (await scenario.UpInterruptedAsync("GET", "/me/order/*/status", nth: 2, WithVoucher)).Succeeded.ShouldBeFalse();
        scenario.LoseState();

        await scenario.ImportAsync($"order/{scenario.Order.OrderId}", WithVoucher);
        (await scenario.UpAsync(WithVoucher)).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync(WithVoucher);
        scenario.CallsTo("POST", "/cloud/project/*/credit").ShouldBe(0);
    }

    [Fact]
    public async Task A_voucher_that_the_project_shows_is_credited_whatever_became_of_the_answer()
    {
        await using var scenario = await Scenario.BeginAsync("""{"vouchersReusable":true}""");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Fault("POST", Credit, FaultKind.DropAfter);

        (await scenario.UpAsync(WithVoucher)).ShouldSucceed(scenario);

        scenario.CallsTo("POST", Credit).ShouldBe(1);
        await scenario.ShouldBeSettledAsync(WithVoucher);
    }

    [Fact]
    public async Task A_voucher_is_not_credited_where_the_order_of_an_imported_project_may_have_had_it()
    {
        await using var scenario = await Scenario.BeginUsAsync("""{"usDetailExtension":false}""");
        (await scenario.UpAsync(WithVoucher)).ShouldSucceed(scenario);
        (await scenario.ImportAsync(scenario.Order.ProjectId!, WithVoucher)).ShouldSucceed(scenario);

        (await scenario.UpAsync(WithVoucher)).ShouldFail("voucher: it is not known whether project", "The voucher is not credited");

        scenario.CallsTo("POST", Credit).ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_voucher_whose_credit_is_not_confirmed_is_not_credited_again_unless_it_is_set_again(bool isInterrupted)
    {
        await using var scenario = await Scenario.BeginAsync("""{"vouchersReusable":true}""");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Fault("POST", Credit, FaultKind.DropAfter);
        scenario.Fault("GET", Credit, FaultKind.Status, 403, times: 0);
        var failed = await FailAsync(scenario, isInterrupted);
        failed.Words().ShouldContain("it is not known whether the voucher was credited", Case.Insensitive);
        failed.Words().ShouldContain("This provider does not credit it again");

        (await scenario.UpAsync(WithVoucher)).ShouldSucceed(scenario);
        await scenario.ShouldBeSettledAsync(WithVoucher);
        scenario.CallsTo("POST", Credit).ShouldBe(1);

        (await scenario.UpAsync()).ShouldSucceed(scenario);
        (await scenario.UpAsync(WithVoucher)).ShouldSucceed(scenario);
        scenario.CallsTo("POST", Credit).ShouldBe(2);
    }

    [Fact]
    public async Task A_voucher_whose_credit_was_refused_is_credited_by_the_next_update()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Fault("POST", Credit, FaultKind.Status, 403);
        (await scenario.UpAsync(WithVoucher)).Succeeded.ShouldBeFalse();

        (await scenario.UpAsync(WithVoucher)).ShouldSucceed(scenario);

        scenario.CallsTo("POST", Credit).ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_credit_that_the_project_does_not_show_is_made_by_the_next_update(bool isInterrupted)
    {
        await using var scenario = await Scenario.BeginAsync("""{"vouchersReusable":true}""");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Fault("POST", Credit, FaultKind.DropBefore);
        var failed = await FailAsync(scenario, isInterrupted);
        failed.Words().ShouldContain("it credits the voucher only if the project still does not show it");

        (await scenario.UpAsync(WithVoucher)).ShouldSucceed(scenario);

        await scenario.ShouldBeSettledAsync(WithVoucher);
        var project = scenario.Order.ProjectId;
        (await scenario.SendAsync(HttpMethod.Get, $"/cloud/project/{project}/credit")).GetArrayLength().ShouldBe(1);
    }

    /// <summary>Taken out before the next update: the state has it, and the program has not.</summary>
    [Fact]
    public async Task A_voucher_that_was_tried_and_is_taken_out_at_once_can_be_set_again()
    {
        await using var scenario = await Scenario.BeginAsync("""{"vouchersReusable":true}""");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Fault("POST", Credit, FaultKind.DropAfter);
        scenario.Fault("GET", Credit, FaultKind.Status, 403, times: 0);
        (await scenario.UpAsync(WithVoucher)).Succeeded.ShouldBeFalse();

        (await scenario.UpAsync()).ShouldSucceed(scenario);
        (await scenario.UpAsync(WithVoucher)).ShouldSucceed(scenario);

        scenario.CallsTo("POST", Credit).ShouldBe(2);
        await scenario.ShouldBeSettledAsync(WithVoucher);
    }

    private static Task<RunResult> FailAsync(Scenario scenario, bool isInterrupted) => isInterrupted
        ? scenario.UpInterruptedAsync("POST", Credit, program: WithVoucher)
        : scenario.UpAsync(WithVoucher);
}
