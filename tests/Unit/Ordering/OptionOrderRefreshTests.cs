using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Simulator.Orders;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What is found of options that were ordered for a project, when it is read back.</summary>
public sealed class OptionOrderRefreshTests
{
    private const string Hds = "certification.hds.2018";
    private const string Status = "GET /me/order/*/status";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Finished_orders_of_options_are_asked_for_until_they_are_delivered_and_dropped_once_they_are_cancelled()
    {
        using var sut = new OrdersUnderTest();
        var facts = OrdersUnderTest.OfProject(sut.AddDelivered());
        var cancelled = sut.AddOrder(sut.Now);
        var checking = sut.AddOrder(sut.Now);
        sut.Simulation.ForceOrderStatus(checking.OrderId, OrderStatus.Checking, null);
        var lapsed = new OrderFacts
        {
            OrderId = new OrderId(1),
            OrderExpirationDate = sut.Now - Day,
            Options = [new PlacedItem(default, new ItemSettings(Hds, "P1M", "default", 2), [])],
        };
        var run = sut.Run(await CompleteAsync(sut, facts) with
        {
            FinishedOptionOrders =
            [
                OrdersUnderTest.Known(cancelled) with { Status = OrderStatus.Cancelled },
                OrdersUnderTest.Known(checking) with { Status = OrderStatus.NotPaid }, lapsed,
                OrdersUnderTest.Known(checking) with { Status = OrderStatus.Delivered },
            ],
        });
        var before = sut.CountOf(Status);

        var found = (await sut.ReadBackAsync(run)).ShouldBeOfType<OrderFinding.Present>();

        found.Facts.FinishedOptionOrders.Select(o => o.Status)
            .ShouldBe([OrderStatus.Checking, OrderStatus.Delivered]);
        found.EndedOptions.Select(o => (o.PlanCode, o.Quantity)).ShouldBe([(Hds, 2L)]);
        sut.Notices.ShouldBe(
            [new OrderNotice.Ended(new OrderId(cancelled.OrderId), true), new OrderNotice.Ended(new OrderId(1), true)]);
        found.Pending.ShouldBeNull();
        (sut.CountOf(Status) - before).ShouldBe(2);
    }

    [Theory]
    [InlineData(false, false, null, true)]
    [InlineData(true, false, null, false)]
    [InlineData(false, true, OrderStatus.NotPaid, true)]
    [InlineData(false, true, OrderStatus.Cancelled, false)]
    public async Task An_unfinished_order_of_options_is_followed_from_its_cart(bool isGone, bool isCheckedOut, string? status, bool isLeft)
    {
        using var sut = new OrdersUnderTest();
        var facts = await CompleteAsync(sut, OrdersUnderTest.OfProject(sut.AddDelivered()));
        var (project, tag) = (facts.ProjectId!.Value, CartTag.ForOptions(OrdersUnderTest.Tag, facts.ProjectId!.Value));
        var cart = sut.AddCart(
            PollingSchedule.CheckedOutCartLife, tag, isCheckedOut, options: [Hds], project: project.ToString());
        cart.IsDeleted = isGone;
        var order = isCheckedOut ? sut.AddOrder(sut.Now, cart) : null;
        if (order is not null)
        {
            sut.Simulation.ForceOrderStatus(order.OrderId, status, null);
        }

        var run = sut.Run(facts with { UnfinishedOptionOrder = new OrderFacts { CartId = new CartId(cart.Id) } });
        var found = (await sut.ReadBackAsync(run))
            .ShouldBeOfType<OrderFinding.Present>();

        found.Pending.ShouldBe(isLeft ? Unfinished.OptionsUnfinished : null);
        (found.Facts.UnfinishedOptionOrder?.OrderId?.Value, found.Facts.UnfinishedOptionOrder?.Status)
            .ShouldBe(isLeft ? (order?.OrderId, status) : (null, null));
        found.Facts.UnfinishedOptionOrder?.Options.Select(o => o?.Settings.PlanCode).ShouldBe([Hds]);
        found.Facts.UnfinishedOptionOrder?.CartExpirationDate.ShouldBe(cart.Expire);
    }

    [Fact]
    public async Task A_cart_of_options_without_an_order_is_told_for_options()
    {
        using var sut = new OrdersUnderTest();
        var facts = await CompleteAsync(sut, OrdersUnderTest.OfProject(sut.AddDelivered()));
        var project = facts.ProjectId!.Value;
        var cart = sut.AddCart(
            PollingSchedule.CheckedOutCartLife, CartTag.ForOptions(OrdersUnderTest.Tag, project), isCheckedOut: true, options: [Hds],
            project: project.ToString());
        var run = sut.Run(facts with { UnfinishedOptionOrder = new OrderFacts { CartId = new CartId(cart.Id) } });

        var error = await Should.ThrowAsync<OrderException>(() => sut.ReadBackAsync(run));

        error.Failure.ShouldBe(new OrderFailure.OfOptions(project, new OrderFailure.OrderOfCartMissing(new CartId(cart.Id))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_an_import_reads_options_that_were_delivered_to_the_project_later(bool isImport)
    {
        using var sut = new OrdersUnderTest();
        var facts = OrdersUnderTest.OfProject(sut.AddDelivered());
        var cart = sut.AddCart(Day, "any", isCheckedOut: true, options: [Hds], project: facts.ProjectId.ToString());
        sut.Pay(sut.AddOrder(sut.Now, cart));
        sut.AddOrder(sut.Now, sut.AddCart(Day, "any", isCheckedOut: true, options: [Hds], project: facts.ProjectId.ToString()));
        sut.AddDelivered();

        var recorded = (await sut.ReadBackAsync(sut.Run(facts), isImport)).ShouldBeOfType<OrderFinding.Present>().Recorded;

        recorded.Options?.Select(o => o.PlanCode).ShouldBe(isImport ? [Hds] : null);
    }

    /// <summary>As a state has it once it was read back.</summary>
    private static async Task<OrderFacts> CompleteAsync(OrdersUnderTest sut, OrderFacts facts) =>
        (await sut.ReadBackAsync(sut.Run(facts))).ShouldBeOfType<OrderFinding.Present>().Facts;
}
