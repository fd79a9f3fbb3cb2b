using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Tests.Unit.Ordering.Laws;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What a run makes of answers that are lost and of refusals, and what it leaves when it fails.</summary>
public sealed class OrderWorkflowTests
{
    private const string AddItem = "POST /order/cart/*/cloud";
    private const string Checkout = "POST /order/cart/*/checkout";
    private const string Pay = "POST /me/order/*/payWithRegisteredPaymentMean";
    private const string PayByMethod = "POST /me/order/*/pay";
    private const string ReadCart = "GET /order/cart/*";

    private static readonly TimeSpan[] Looks = [.. new[] { 0, 200, 600, 1400, 3000 }.Select(ms => TimeSpan.FromMilliseconds(ms))];

    [Fact]
    public async Task A_run_without_faults_tells_each_step_once_in_its_order()
    {
        using var sut = new OrdersUnderTest();
        var run = sut.Run();

        (await sut.WorkAsync(run)).ShouldBeNull();

        sut.Steps.Select(s => s.GetType().Name).ShouldBe(
        [
            "Reconcile", "CreateCart", "Prepare", "AddItem", "Configure", "PreviewCheckout", "Checkout", "Pay", "ReadOrder",
            "FindProject", "ReadProject",
        ]);
        run.Facts.ProjectId.ToString().ShouldBe(sut.Simulation.Projects().ShouldHaveSingleItem().ProjectId);
    }

    [Fact]
    public async Task A_checkout_that_was_carried_out_unanswered_is_looked_for_and_not_repeated()
    {
        using var sut = new OrdersUnderTest(($"{Checkout} #1", new Fate(FaultKind.DropAfter)));
        var run = sut.Run();

        (await sut.WorkAsync(run)).ShouldBeNull();

        sut.CountOf(Checkout).ShouldBe(1);
        After(sut, Checkout).Take(2).ShouldBe([ReadCart, ReadCart], "one look tells, and the next reads what the cart holds");
        run.Facts.OrderId!.Value.Value.ShouldBe(sut.Simulation.Orders().ShouldHaveSingleItem().OrderId);
        sut.Simulation.Summary().Payments.ShouldBe(1);
    }

    [Fact]
    public async Task A_checkout_that_never_arrived_is_looked_for_five_times_in_three_seconds_and_then_sent_again()
    {
        using var sut = new OrdersUnderTest(($"{Checkout} #1", new Fate(FaultKind.DropBefore)));

        (await sut.WorkAsync(sut.Run())).ShouldBeNull();

        sut.CountOf(Checkout).ShouldBe(2);
        After(sut, Checkout).TakeWhile(c => c == ReadCart).Count().ShouldBe(6, "five looks, and one to read what the cart holds");
        sut.TimesOf("GET", p => p.Split('/') is [_, "order", "cart", _]).ShouldBe([.. Looks, Looks[^1]]);
        sut.Simulation.Summary().Orders.ShouldBe(1);
    }

    [Fact]
    public async Task A_payment_that_never_arrived_is_looked_for_five_times_in_three_seconds_and_then_sent_again()
    {
        using var sut = new OrdersUnderTest(($"{Pay} #1", new Fate(FaultKind.DropBefore)));

        (await sut.WorkAsync(sut.Run())).ShouldBeNull();

        sut.CountOf(Pay).ShouldBe(2);
        sut.TimesOf("GET", p => p.EndsWith("/status", StringComparison.Ordinal)).Take(5).ShouldBe(Looks);
        sut.CountOf(ReadCart).ShouldBe(1, "the cart tells nothing of a payment, only whether it holds what was ordered");
        sut.Simulation.Summary().Payments.ShouldBe(1);
    }

    [Fact]
    public async Task A_payment_that_was_carried_out_unanswered_is_not_repeated()
    {
        using var sut = new OrdersUnderTest(($"{Pay} #1", new Fate(FaultKind.DropAfter)));

        (await sut.WorkAsync(sut.Run())).ShouldBeNull();

        sut.CountOf(Pay).ShouldBe(1);
        sut.Simulation.Summary().Payments.ShouldBe(1);
    }

    [Theory]
    [InlineData(Checkout, 0)]
    [InlineData(PayByMethod, 1)]
    public async Task What_spends_and_is_refused_is_looked_for_and_the_refusal_told_where_it_is_due_again(string call, int orders)
    {
        using var sut = new OrdersUnderTest(($"{call} #1", new Fate(FaultKind.Status, 400)));
        sut.Simulation.Configure(s => s.PriceWithTax = 12);

        var failure = (await sut.WorkAsync(sut.Run())).ShouldBeOfType<OvhApiException>();

        (failure.Status, failure.Outcome).ShouldBe((400, CallOutcome.NotProcessed));
        sut.CountOf(call).ShouldBe(1);
        After(sut, call).ShouldNotBeEmpty();
        (sut.Simulation.Summary().Orders, sut.Simulation.Summary().Payments).ShouldBe((orders, 0));
    }

    [Theory]
    [InlineData(Checkout)]
    [InlineData(Pay)]
    public async Task What_spends_and_is_refused_because_it_was_carried_out_before_goes_on(string call)
    {
        using var sut = new OrdersUnderTest(($"{call} #1", new Fate(FaultKind.TwiceSecond)));

        (await sut.WorkAsync(sut.Run())).ShouldBeNull();

        sut.CountOf(call).ShouldBe(1);
        (sut.Simulation.Summary().Orders, sut.Simulation.Summary().Payments).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData(6, 7, true)]
    [InlineData(7, 7, false)]
    public async Task Six_lost_answers_are_looked_at_and_the_seventh_ends_the_run(int lost, int sent, bool succeeds)
    {
        using var sut = new OrdersUnderTest(Enumerable.Range(1, lost).Select(n => ($"{AddItem} #{n}", new Fate(FaultKind.DropBefore))));

        var failure = await sut.WorkAsync(sut.Run(goal: OrderGoal.Cart));

        (failure is null).ShouldBe(succeeds);
        (failure as OvhApiException)?.Outcome.ShouldBe(CallOutcome.Unknown);
        sut.CountOf(AddItem).ShouldBe(sent);
        sut.CountOf(ReadCart).ShouldBe(6);
        sut.Clock.GetUtcNow().ShouldBe(new ManualTimeProvider().GetUtcNow(), "only what spends is given a moment to show");
    }

    [Theory]
    [InlineData(AddItem)]
    [InlineData("POST /order/cart/*/item/*/configuration")]
    [InlineData("POST /order/cart")]
    public async Task A_refusal_of_what_spends_nothing_ends_the_run_at_once(string call)
    {
        using var sut = new OrdersUnderTest(($"{call} #1", new Fate(FaultKind.Status, 400)));

        (await sut.WorkAsync(sut.Run())).ShouldBeOfType<OvhApiException>().Status.ShouldBe(400);

        sut.CountOf(call).ShouldBe(1);
        sut.CountOf(ReadCart).ShouldBe(0);
    }

    [Theory]
    [InlineData("POST /order/cart", 2, 0)]
    [InlineData(AddItem, 1, 1)]
    [InlineData("POST /order/cart/*/cloud/options", 1, 1)]
    [InlineData("POST /order/cart/*/item/*/configuration", 1, 1)]
    public async Task What_was_done_in_a_cart_unanswered_is_found_and_not_done_again(string call, int sent, int looks)
    {
        using var sut = new OrdersUnderTest(($"{call} #1", new Fate(FaultKind.DropAfter)));
        var request = OrdersUnderTest.Request with { Options = [new("certification.hds.2018", null, null, null, NoValues)] };

        (await sut.WorkAsync(sut.Run(request: request, goal: OrderGoal.Cart))).ShouldBeNull();

        sut.CountOf(call).ShouldBe(sent);
        sut.CountOf(ReadCart).ShouldBe(looks);
        sut.Simulation.Locked(w => w.Carts[^1].Items.Count).ShouldBe(2);
    }

    [Fact]
    public async Task A_read_that_is_refused_ends_the_run_without_a_look_at_the_cart()
    {
        using var sut = new OrdersUnderTest(("GET /order/cart/*/cloud #1", new Fate(FaultKind.Status, 400)));

        (await sut.WorkAsync(sut.Run())).ShouldBeOfType<OvhApiException>().Status.ShouldBe(400);

        sut.CountOf(ReadCart).ShouldBe(0);
        sut.CountOf("GET /order/cart/*/cloud").ShouldBe(1);
    }

    [Theory]
    [InlineData(false, false, false, false, true)]
    [InlineData(true, false, false, false, false)]
    [InlineData(false, true, false, false, false)]
    [InlineData(false, false, true, false, false)]
    [InlineData(false, false, false, true, false)]
    public async Task A_failed_run_deletes_its_own_cart_if_nothing_can_have_come_of_it(
        bool isAdopted, bool isOrdered, bool wasCheckoutTried, bool isReadOnly, bool isDeleted)
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(TimeSpan.FromMinutes(59));
        var facts = new OrderFacts
        {
            CartId = new CartId(cart.Id),
            AdoptedAt = isAdopted ? sut.Now : null,
            OrderId = isOrdered ? new OrderId(1) : null,
        };
        var run = sut.Run(facts);
        run.Ledger.Learn(k => k with { CheckoutTried = wasCheckoutTried, Cart = new CartKnowledge { ReadOnly = isReadOnly } });

        await sut.InTimeAsync(sut.Services.Workflow.WithdrawAsync(run));

        cart.IsDeleted.ShouldBe(isDeleted);
        run.Facts.ShouldBe(isDeleted ? new OrderFacts() : facts);
        run.Knowledge.ShouldBe(isDeleted ? new RunKnowledge() : run.Knowledge);
        (run.Knowledge.Cart is null).ShouldBe(isDeleted);
    }

    private static ImmutableSortedDictionary<string, string> NoValues =>
        ImmutableSortedDictionary<string, string>.Empty;

    private static IEnumerable<string> After(OrdersUnderTest sut, string call) => sut.Calls.SkipWhile(c => c != call).Skip(1);
}
