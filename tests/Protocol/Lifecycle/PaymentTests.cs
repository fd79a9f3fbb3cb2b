using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>What one payment refuses the account's other way may do; each order is paid once.</summary>
public sealed class PaymentTests
{
    private const string Fidelity = "/me/order/*/payWithRegisteredPaymentMean";
    private const string Method = "/me/order/*/pay";

    [Fact]
    public async Task A_total_of_zero_is_settled_by_the_default_payment_method_where_there_is_no_fidelity_account()
    {
        await using var scenario = await Scenario.BeginAsync("""{"fidelityAccount":false}""");

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
        (scenario.CallsTo("POST", Fidelity), scenario.CallsTo("POST", Method)).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_total_of_zero_is_settled_by_whatever_the_order_accepts(bool isChosen)
    {
        await using var scenario = await Scenario.BeginAsync("""{"fidelityAccount":false}""");
        scenario.Ovh.Configure(s => s.PaymentMethods =
        [
            new PaymentMethod { Id = 7, Type = "CREDIT_CARD", Status = isChosen ? "VALID" : "EXPIRED", Default = true },
            new PaymentMethod { Id = 8, Type = "SEPA_DIRECT_DEBIT" },
        ]);
        if (isChosen)
        {
            scenario.Fault("POST", Method, FaultKind.Status, 400);
        }

        (await scenario.UpAsync(Scenario.Program(isChosen ? "paymentMethodId: 7" : "maxPrice: 0"))).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task A_total_of_zero_is_settled_by_a_payment_mean_that_is_no_payment_method()
    {
        await using var scenario =
            await Scenario.BeginAsync("""{"fidelityAccount":false,"defaultPaymentMethod":false,"paymentMeans":["ovhAccount"]}""");

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
        (scenario.CallsTo("POST", Fidelity), scenario.CallsTo("POST", Method)).ShouldBe((2, 0));
    }

    [Fact]
    public async Task A_total_of_zero_stays_unpaid_with_the_reason_where_there_is_no_way_to_settle_it()
    {
        await using var scenario = await Scenario.BeginAsync("""{"fidelityAccount":false,"defaultPaymentMethod":false}""");

        (await scenario.UpAsync()).ShouldFail("paying the order", "paymentMean not found");

        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
        scenario.ShouldBeUnfinishedAs("order/100001");
        scenario.Ovh.Configure("""{"defaultPaymentMethod":true}""");
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(5, false)]
    public async Task An_imported_unpaid_order_is_paid_once_its_preview_has_told_the_amount(int ceiling, bool isPaid)
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        await scenario.OrderByHandAsync("Website", "project.2018", "FR");
        await scenario.ImportAsync("order/100001");
        var program = Scenario.Program($"maxPrice: {ceiling}");

        var preview = await scenario.PreviewAsync(program);
        var update = await scenario.UpAsync(program, new RunOptions { SkipPreview = true });

        (preview.Succeeded, update.Succeeded).ShouldBe((isPaid, isPaid), scenario.Output);
        preview.Words().ShouldContain(isPaid
            ? "Order 100001 is placed and not paid. The update pays 12.00 EUR (incl. tax). Within maxPrice (50.00 EUR)."
            : "maxPrice: order 100001 costs 12.00 EUR including tax, and maxPrice is 5.00 EUR");
        scenario.ShouldHave(orders: 1, payments: isPaid ? 1 : 0, projects: isPaid ? 1 : 0);
    }

    [Fact]
    public async Task An_order_that_was_to_be_paid_by_hand_is_paid_once_payment_is_automatic()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");
        (await scenario.UpAsync(Scenario.Program("payment: manual", "waitForDelivery: false"))).ShouldSucceed(scenario);

        (await scenario.PreviewAsync()).Words()
            .ShouldContain("Order 100001 is placed and not paid. The update pays 12.00 EUR (incl. tax).");
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }
}
