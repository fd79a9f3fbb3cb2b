using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Simulator.Carts;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Tests.Unit.Ordering.Laws;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What is done about carts and orders beside a run's own: before its checkout and after a deletion.</summary>
public sealed class ReconcilerTests
{
    private const string ListCarts = "GET /order/cart";

    private static readonly TimeSpan New = TimeSpan.FromMinutes(59);
    private static readonly TimeSpan CheckedOut = TimeSpan.FromDays(3);

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public async Task A_run_steps_back_from_another_and_deletes_its_cart_only_if_nothing_can_come_of_it(
        bool isInState, bool wasCheckoutTried, bool isDeleted)
    {
        using var sut = new OrdersUnderTest();
        var (own, other) = (sut.AddCart(New), sut.AddCart(New - TimeSpan.FromMinutes(29)));
        var run = Owning(sut, own, isInState);
        run.Ledger.Learn(k => k with { CheckoutTried = wasCheckoutTried });

        var failure = await Should.ThrowAsync<OrderException>(() => BeforeCheckoutAsync(sut, run));

        failure.Failure.ShouldBe(new OrderFailure.ConcurrentRun(new CartId(other.Id)));
        (own.IsDeleted, other.IsDeleted).ShouldBe((isDeleted, false));
        run.Facts.ShouldBe(isDeleted ? new OrderFacts() : run.Facts);
        (run.Facts.CartId is null).ShouldBe(isDeleted);
        run.Knowledge.CheckoutTried.ShouldBe(wasCheckoutTried);
    }

    [Fact]
    public async Task A_cart_that_no_run_can_be_at_work_on_is_deleted_before_checkout()
    {
        using var sut = new OrdersUnderTest();
        var (own, old) = (sut.AddCart(New), sut.AddCart(New - TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1)));

        await BeforeCheckoutAsync(sut, Owning(sut, own, isInState: false));

        (own.IsDeleted, old.IsDeleted).ShouldBe((false, true));
    }

    [Fact]
    public async Task Nothing_is_looked_for_before_checkout_where_earlier_runs_do_not_count()
    {
        using var sut = new OrdersUnderTest();
        var run = Owning(sut, sut.AddCart(New), isInState: false);
        sut.AddCart(New);

        await BeforeCheckoutAsync(sut, run with { Request = run.Request with { AdoptEarlierOrders = false } });

        sut.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, -1, false)]
    [InlineData(true, 0, false)]
    [InlineData(true, 1, true)]
    [InlineData(false, -1, true)]
    public async Task An_order_beside_keeps_a_run_from_ordering_unless_it_is_older_than_the_cart_in_the_state(
        bool isInState, int secondsAfterTouch, bool stops)
    {
        using var sut = new OrdersUnderTest();
        var touched = sut.Now - TimeSpan.FromMinutes(20);
        var confirmed = touched + TimeSpan.FromSeconds(secondsAfterTouch);
        var beside = sut.AddCart(confirmed + CheckedOut - sut.Now, isCheckedOut: true);
        var order = sut.AddOrder(confirmed, beside);
        var run = Owning(sut, sut.AddCart(touched + PollingSchedule.NewCartLife - sut.Now), isInState);

        var work = BeforeCheckoutAsync(sut, run);

        if (stops)
        {
            (await Should.ThrowAsync<OrderException>(() => work)).Failure
                .ShouldBe(new OrderFailure.OrderBeside(new CartId(beside.Id), new OrderId(order.OrderId)));
        }
        else
        {
            await work;
        }

        sut.CountOf("GET /me/order/*/status").ShouldBe(stops ? 1 : 0);
    }

    [Fact]
    public async Task After_a_deletion_open_carts_are_deleted_and_orders_told()
    {
        using var sut = new OrdersUnderTest();
        var (open, ordered) = (sut.AddCart(New), sut.AddCart(CheckedOut, isCheckedOut: true));
        var order = sut.AddOrder(sut.Now, ordered);
        var foreign = sut.AddCart(New, OrdersUnderTest.OtherStack);

        var left = await sut.InTimeAsync(sut.Reconciler.SweepAsync([sut.Run()], CancellationToken.None));

        left.ShouldBe([new OrderFailure.OrderLeft(new CartId(ordered.Id), new OrderId(order.OrderId))]);
        (open.IsDeleted, ordered.IsDeleted, foreign.IsDeleted).ShouldBe((true, false, false));
    }

    [Fact]
    public async Task An_order_of_options_that_is_left_is_told_with_its_project()
    {
        using var sut = new OrdersUnderTest();
        var project = ProjectId.Of(new string('a', 32));
        var tag = CartTag.ForOptions(OrdersUnderTest.Tag, project);
        var cart = sut.AddCart(CheckedOut, tag, isCheckedOut: true, options: ["certification.hds.2018"], project: project.ToString());
        var order = sut.AddOrder(sut.Now, cart);

        var run = sut.Run(new OrderFacts { ProjectId = project }).ForOptions([], start: null);
        var left = await sut.InTimeAsync(sut.Reconciler.SweepAsync([run], CancellationToken.None));

        left.ShouldBe(
        [
            new OrderFailure.OfOptions(project, new OrderFailure.OrderLeft(new CartId(cart.Id), new OrderId(order.OrderId))),
        ]);
    }

    [Fact]
    public async Task After_a_deletion_an_account_whose_carts_are_all_known_is_asked_once()
    {
        using var sut = new OrdersUnderTest();
        sut.Services.Registry.RecordCart(new CartId(sut.AddCart(New).Id));
        sut.Services.Registry.RecordState("any", new OrderFacts { CartId = new CartId(sut.AddCart(New, "any").Id) });

        (await sut.InTimeAsync(sut.Reconciler.SweepAsync([sut.Run()], CancellationToken.None))).ShouldBeEmpty();

        sut.Calls.ShouldBe([ListCarts]);
    }

    [Fact]
    public async Task After_a_deletion_credentials_that_may_not_list_carts_made_none()
    {
        using var sut = new OrdersUnderTest(($"{ListCarts} #1", new Fate(FaultKind.Status, 403)));
        sut.AddCart(New);

        (await sut.InTimeAsync(sut.Reconciler.SweepAsync([sut.Run()], CancellationToken.None))).ShouldBeEmpty();

        sut.Calls.ShouldBe([ListCarts]);
    }

    [Fact]
    public async Task After_a_deletion_any_other_refusal_is_told()
    {
        using var sut = new OrdersUnderTest(($"{ListCarts} #1", new Fate(FaultKind.Status, 400)));

        (await Should.ThrowAsync<OvhApiException>(
            () => sut.InTimeAsync(sut.Reconciler.SweepAsync([sut.Run()], CancellationToken.None)))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task After_a_deletion_one_cart_that_is_not_known_is_enough_to_look()
    {
        using var sut = new OrdersUnderTest();
        sut.Services.Registry.RecordCart(new CartId(sut.AddCart(New, "any").Id));
        var left = sut.AddCart(New);

        await sut.InTimeAsync(sut.Reconciler.SweepAsync([sut.Run()], CancellationToken.None));

        left.IsDeleted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_create_goes_on_with_an_open_cart_and_leaves_the_others()
    {
        using var sut = new OrdersUnderTest();
        var carts = new[] { sut.AddCart(New), sut.AddCart(New) }.OrderBy(c => c.Id, StringComparer.Ordinal).ToArray();
        var (run, id) = (sut.Run(), new CartId(carts[0].Id));

        await sut.InTimeAsync(sut.Reconciler.ResumeOrStartAsync(run, CancellationToken.None));

        run.Facts.ShouldBe(new OrderFacts { CartId = id, CartExpirationDate = carts[0].Expire, AdoptedAt = sut.Now });
        (run.Knowledge.Reconciled, run.Knowledge.PaymentUncertain, run.Knowledge.PriceUncertain).ShouldBe((true, false, false));
        carts.Select(c => c.IsDeleted).ShouldBe([false, false]);
        sut.Notices.ShouldBe([new OrderNotice.Adopted(id, null)]);
        sut.Services.Registry.WasAdoptedAfter(OrdersUnderTest.Tag, new OrderFacts { CartId = id }).ShouldBeTrue();
    }

    /// <summary>Another machine checks the other one out; it looked for carts before this one could be seen.</summary>
    [Fact]
    public async Task A_create_that_finds_two_open_carts_does_not_order_beside_the_one_that_is_being_checked_out()
    {
        using var sut = new OrdersUnderTest();
        var other = new[] { sut.AddCart(New), sut.AddCart(New) }.OrderBy(c => c.Id, StringComparer.Ordinal).Last();
        var run = sut.Run();

        await sut.InTimeAsync(sut.Reconciler.ResumeOrStartAsync(run, CancellationToken.None));
        other.IsCheckedOut = true;
        sut.AddOrder(sut.Now, other);
        var failure = await sut.WorkAsync(run);

        failure.ShouldBeOfType<OrderException>().Failure.ShouldBeOfType<OrderFailure.OrderBeside>();
        sut.Simulation.Orders().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_create_goes_on_with_an_order_at_the_price_of_its_cart_and_deletes_open_carts()
    {
        using var sut = new OrdersUnderTest();
        sut.Simulation.Configure(s => s.PriceWithTax = 12);
        var (open, ordered) = (sut.AddCart(New), sut.AddCart(CheckedOut, isCheckedOut: true));
        var order = sut.AddOrder(sut.Now, ordered);
        var (run, id) = (sut.Run(), new OrderId(order.OrderId));

        await sut.InTimeAsync(sut.Reconciler.ResumeOrStartAsync(run, CancellationToken.None));

        (run.Facts.CartId, run.Facts.OrderId, run.Facts.AdoptedAt).ShouldBe((new CartId(ordered.Id), id, sut.Now));
        run.Facts.Quote.ShouldNotBeNull().WithTax.ShouldBe(new Money(12, "EUR"));
        (run.Knowledge.PaymentUncertain, run.Knowledge.PriceUncertain).ShouldBe((true, true));
        (open.IsDeleted, ordered.IsDeleted).ShouldBe((true, false));
        sut.Notices.ShouldBe([new OrderNotice.Adopted(new CartId(ordered.Id), id)]);
        sut.Services.Registry.WasAdoptedAfter(OrdersUnderTest.Tag, new OrderFacts { OrderId = id }).ShouldBeTrue();
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(12, 2)]
    public async Task Orders_that_were_not_examined_are_told(int others, int notExamined)
    {
        using var sut = new OrdersUnderTest();
        for (var i = 0; i < others; i++)
        {
            sut.AddOrder(sut.Now, description: $"other {i}");
        }

        await sut.InTimeAsync(sut.Reconciler.ResumeOrStartAsync(sut.Run(), CancellationToken.None));

        sut.Notices.ShouldBe(notExamined == 0 ? [] : [new OrderNotice.OrdersNotExamined(notExamined)]);
    }

    [Theory]
    [InlineData(9, true, true)]
    [InlineData(11, true, false)]
    [InlineData(11, false, false)]
    public async Task A_hidden_project_is_waited_for_ten_minutes_and_then_counts_as_ended(
        int hiddenMinutes, bool isCartThere, bool isResumed)
    {
        using var sut = new OrdersUnderTest();
        sut.Simulation.Configure(s => s.ProjectMissingMs = (long)TimeSpan.FromMinutes(hiddenMinutes).TotalMilliseconds);
        var order = sut.AddOrder(sut.Now, isCartThere ? sut.AddCart(CheckedOut, isCheckedOut: true) : null);
        sut.Pay(order);
        var (run, began) = (sut.Run(), sut.Now);

        await sut.InTimeAsync(sut.Reconciler.ResumeOrStartAsync(run, CancellationToken.None));

        run.Facts.OrderId.ShouldBe(isResumed ? new OrderId(order.OrderId) : null);
        (sut.Now - began).ShouldBeInRange(TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10.2));
        sut.Waits.ShouldAllBe(w => w.Order == new OrderId(order.OrderId));
        sut.Waits.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task An_order_that_looks_like_its_own_counts_beside_a_hidden_project_that_never_appears()
    {
        using var sut = new OrdersUnderTest();
        sut.Simulation.Configure(s => s.ProjectMissingMs = (long)TimeSpan.FromHours(1).TotalMilliseconds);
        var hidden = sut.AddOrder(sut.Now, sut.AddCart(CheckedOut, isCheckedOut: true));
        sut.Pay(hidden);
        var unexplained = new OrderId(sut.AddOrder(sut.Now.AddHours(-5)).OrderId);

        var work = sut.InTimeAsync(sut.Reconciler.ResumeOrStartAsync(sut.Run(), CancellationToken.None));

        (await Should.ThrowAsync<OrderException>(() => work)).Failure.ShouldBe(
            new OrderFailure.PossibleDuplicate(unexplained, IsDelivered: false, OtherTagInSight: false, IsReplacement: false));
    }

    private static OrderRun Owning(OrdersUnderTest sut, Cart cart, bool isInState)
    {
        var facts = new OrderFacts
        {
            CartId = new CartId(cart.Id),
            OvhSubsidiary = "FR",
            CartExpirationDate = cart.Expire,
        };
        if (isInState)
        {
            sut.Services.Registry.RecordState(OrdersUnderTest.Tag, facts);
        }

        return sut.Run(facts);
    }

    private static Task BeforeCheckoutAsync(OrdersUnderTest sut, OrderRun run) =>
        sut.InTimeAsync(sut.Reconciler.CheckBeforeCheckoutAsync(run, Task.CompletedTask, CancellationToken.None));
}
