using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Simulator.Orders;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Tests.Unit.Ordering.Laws;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What is found when a cart, an order or a project is read back.</summary>
public sealed class OrderRefreshTests
{
    private const string Hds = "certification.hds.2018";
    private const string Status = "GET /me/order/*/status";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Nothing_is_asked_where_nothing_is_known()
    {
        using var sut = new OrdersUnderTest();

        (await sut.ReadBackAsync(sut.Run())).ShouldBe(new OrderFinding.Absent());

        sut.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, false, false, null)]
    [InlineData(true, false, false, Unfinished.CartIncomplete)]
    [InlineData(false, true, false, Unfinished.CartIncomplete)]
    [InlineData(false, false, true, Unfinished.CartIncomplete)]
    public async Task A_pending_cart_is_complete_if_it_is_priced_assigned_and_holds_what_is_asked_for(
        bool isUnpriced, bool isUnassigned, bool isOtherwise, object? pending)
    {
        using var sut = new OrdersUnderTest();
        var run = sut.Run(goal: OrderGoal.Cart);
        (await sut.WorkAsync(run)).ShouldBeNull();
        run.Ledger.Update(f => isUnpriced ? f with { Quote = null } : f);
        sut.Simulation.Locked(w => w.Carts[0].IsAssigned = !isUnassigned);
        var read = sut.Run(run.Facts, isOtherwise ? run.Request with { Description = "other" } : run.Request, OrderGoal.Cart);

        var found = (await sut.ReadBackAsync(read)).ShouldBeOfType<OrderFinding.Present>();

        found.Pending.ShouldBe((Unfinished?)pending);
        found.Recorded.Description.ShouldBe("shop");
        found.Facts.CartId.ShouldBe(run.Facts.CartId);
    }

    [Fact]
    public async Task A_cart_that_is_gone_is_absent()
    {
        using var sut = new OrdersUnderTest();

        (await sut.ReadBackAsync(sut.Run(new OrderFacts { CartId = new CartId(Guid.NewGuid().ToString()) })))
            .ShouldBe(new OrderFinding.Absent());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_an_import_asks_a_cart_for_its_price(bool isImport)
    {
        using var sut = new OrdersUnderTest();
        var run = sut.Run(new OrderFacts { CartId = new CartId(sut.AddCart(Day).Id) });

        var found = (await sut.ReadBackAsync(run, isImport)).ShouldBeOfType<OrderFinding.Present>();

        (found.Facts.Quote is not null).ShouldBe(isImport);
        sut.CountOf("GET /order/cart/*/summary").ShouldBe(isImport ? 1 : 0);
        found.Pending.ShouldBe(Unfinished.CartIncomplete);
    }

    [Fact]
    public async Task A_cart_that_was_checked_out_leads_to_its_order()
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(PollingSchedule.CheckedOutCartLife, isCheckedOut: true);
        var order = sut.AddOrder(sut.Now, cart);

        var found = (await sut.ReadBackAsync(sut.Run(new OrderFacts { CartId = new CartId(cart.Id) })))
            .ShouldBeOfType<OrderFinding.Present>();

        found.Facts.OrderId.ShouldBe(new OrderId(order.OrderId));
        found.Pending.ShouldBe(Unfinished.NotPaid);
    }

    [Theory]
    [InlineData(OrderStatus.NotPaid, false, Unfinished.NotPaid)]
    [InlineData(OrderStatus.NotPaid, true, Unfinished.NotDelivered)]
    [InlineData(OrderStatus.Checking, false, Unfinished.NotDelivered)]
    public async Task An_order_that_is_not_delivered_is_to_be_paid_or_waited_for(string status, bool isManual, object pending)
    {
        using var sut = new OrdersUnderTest();
        var order = sut.AddOrder(sut.Now);
        sut.Simulation.ForceOrderStatus(order.OrderId, status, null);
        var request = OrdersUnderTest.Request with { Payment = isManual ? PaymentKind.Manual : PaymentKind.Automatic };
        var run = sut.Run(OrdersUnderTest.Known(order), request);

        var found = (await sut.ReadBackAsync(run)).ShouldBeOfType<OrderFinding.Present>();

        found.Pending.ShouldBe((Unfinished)pending);
        found.Recorded.ShouldBe(RecordedOrder.Nothing);
        (found.Facts.Status, found.Facts.OrderDate, found.Facts.OrderExpirationDate, found.Facts.OrderUrl)
            .ShouldBe((status, order.Date, order.ExpirationDate, order.Url));
        run.Knowledge.StatusRead.ShouldBeTrue();
    }

    [Fact]
    public async Task An_unpaid_order_with_a_payment_is_waited_for()
    {
        using var sut = new OrdersUnderTest();
        var order = sut.AddOrder(sut.Now);
        sut.Pay(order, Day);
        sut.Simulation.ForceOrderStatus(order.OrderId, OrderStatus.NotPaid, null);

        (await sut.ReadBackAsync(sut.Run(OrdersUnderTest.Known(order)))).ShouldBeOfType<OrderFinding.Present>().Pending
            .ShouldBe(Unfinished.NotDelivered);
    }

    [Fact]
    public async Task A_cancelled_order_is_absent_and_told()
    {
        using var sut = new OrdersUnderTest();
        var order = sut.AddOrder(sut.Now);
        sut.Simulation.ForceOrderStatus(order.OrderId, OrderStatus.Cancelled, null);
        var run = sut.Run(OrdersUnderTest.Known(order));

        (await sut.ReadBackAsync(run)).ShouldBe(new OrderFinding.Absent());
        sut.Notices.ShouldBe([new OrderNotice.Ended(run.OrderId)]);
    }

    [Fact]
    public async Task The_import_of_a_cancelled_order_is_of_something_absent()
    {
        using var sut = new OrdersUnderTest();
        var order = sut.AddOrder(sut.Now);
        sut.Simulation.ForceOrderStatus(order.OrderId, OrderStatus.Cancelled, null);

        (await sut.ReadBackAsync(sut.Run(OrdersUnderTest.Known(order)), isImport: true)).ShouldBe(new OrderFinding.Absent());
        sut.Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_that_is_not_there_is_absent_where_it_has_lapsed_or_nothing_else_is_known()
    {
        using var sut = new OrdersUnderTest();
        var missing = new OrderFacts { OrderId = new OrderId(1) };

        (await sut.ReadBackAsync(sut.Run(missing), isImport: true)).ShouldBe(new OrderFinding.Absent());
        (await sut.ReadBackAsync(sut.Run(missing with { OrderExpirationDate = sut.Now - Day }))).ShouldBe(new OrderFinding.Absent());
        (await FailureAsync(sut, sut.Run(missing))).ShouldBe(new OrderFailure.OrderNotOfAccount(new OrderId(1)));
        (await FailureAsync(sut, sut.Run(missing with { OrderDate = sut.Now })))
            .ShouldBe(new OrderFailure.OrderHiddenWhileYoung(new OrderId(1)));
    }

    /// <summary>It is paid for, and would be ordered again.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(2, true)]
    public async Task A_project_that_was_never_seen_may_still_appear_after_a_late_payment(int paidDaysAgo, bool isGone)
    {
        using var sut = new OrdersUnderTest();
        sut.Simulation.Configure(s => (s.ProjectMissingMs, s.FollowUpAllTodo) = (1_000_000, true));
        var order = sut.AddOrder(sut.Now - (3 * Day));
        sut.Pay(order);
        order.PaidAt = sut.Now - (paidDaysAgo * Day);

        var found = await sut.ReadBackAsync(sut.Run(OrdersUnderTest.Known(order)));

        (found is OrderFinding.Absent).ShouldBe(isGone);
        (found as OrderFinding.Present)?.Pending.ShouldBe(Unfinished.ProjectHidden);
    }

    [Theory]
    [InlineData(Hds, false)]
    [InlineData("project.2018", true)]
    public async Task An_import_takes_orders_of_projects_alone(string plan, bool isTaken)
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(Day, "any", isCheckedOut: true, description: plan == Hds ? null : "shop", options: [Hds]);
        var order = sut.AddOrder(sut.Now, cart);
        var run = sut.Run(OrdersUnderTest.Known(order));

        if (!isTaken)
        {
            (await FailureAsync(sut, run, isImport: true)).ShouldBe(new OrderFailure.OrderOfOtherPlan(new OrderId(order.OrderId), plan));
            return;
        }

        var recorded = (await sut.ReadBackAsync(run, isImport: true)).ShouldBeOfType<OrderFinding.Present>().Recorded;
        (recorded.Settings?.PlanCode, recorded.Description).ShouldBe((plan, "shop"));
        recorded.Options!.Value.Select(o => o.PlanCode).ShouldBe([Hds]);
    }

    [Fact]
    public async Task A_delivered_order_leads_to_its_project()
    {
        using var sut = new OrdersUnderTest();
        var order = sut.AddDelivered();

        var found = (await sut.ReadBackAsync(sut.Run(OrdersUnderTest.Known(order)))).ShouldBeOfType<OrderFinding.Present>();

        found.Pending.ShouldBeNull();
        found.Facts.ProjectId.ToString().ShouldBe(order.ProjectId);
        (found.Facts.Project?.Description, found.Facts.Status).ShouldBe(("shop", OrderStatus.Delivered));
    }

    [Theory]
    [InlineData(ProjectState.Suspended)]
    [InlineData(ProjectState.Expired)]
    public async Task A_project_that_has_expired_is_kept_and_told(object state)
    {
        using var sut = new OrdersUnderTest();
        var run = sut.Run(OrdersUnderTest.OfProject(sut.AddDelivered()));
        sut.Simulation.Configure(s => s.ProjectState = (ProjectState)state);

        var found = (await sut.ReadBackAsync(run)).ShouldBeOfType<OrderFinding.Present>();

        (found.Facts.Project?.Status, found.Pending).ShouldBe(("suspended", null));
        sut.Notices.ShouldBe([new OrderNotice.ProjectExpired(run.ProjectId)]);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_project_whose_order_may_not_be_read_is_there_all_the_same(int status)
    {
        using var sut = new OrdersUnderTest(("GET /me/order/* #1", new Fate(FaultKind.Status, status)));
        var order = sut.AddDelivered();

        var found = (await sut.ReadBackAsync(sut.Run(OrdersUnderTest.OfProject(order)))).ShouldBeOfType<OrderFinding.Present>();

        (found.Facts.OrderId, found.Facts.OrderDate, found.Pending).ShouldBe((new OrderId(order.OrderId), null, null));
    }

    [Fact]
    public async Task A_project_learns_what_the_state_does_not_have_of_its_order()
    {
        using var sut = new OrdersUnderTest();
        var order = sut.AddDelivered();

        var facts = (await sut.ReadBackAsync(sut.Run(OrdersUnderTest.OfProject(order)))).ShouldBeOfType<OrderFinding.Present>().Facts;

        (facts.OrderId?.Value, facts.Status, facts.OrderDate).ShouldBe((order.OrderId, OrderStatus.Delivered, order.Date));
        facts.Quote.ShouldNotBeNull();
        sut.CountOf(Status).ShouldBe(1);
        sut.CountOf("GET /me/order/*").ShouldBe(1);
        (await sut.ReadBackAsync(sut.Run(facts))).ShouldBeOfType<OrderFinding.Present>().Facts.ShouldBe(facts);
        sut.CountOf("GET /me/order/*").ShouldBe(1, "the state has it");
    }


    private static async Task<OrderFailure> FailureAsync(OrdersUnderTest sut, OrderRun run, bool isImport = false) =>
        (await Should.ThrowAsync<OrderException>(() => sut.ReadBackAsync(run, isImport))).Failure;
}
