using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What exists outside, whether or not anybody knows.</summary>
internal readonly record struct Outside(bool Cart, bool Assigned, bool Item, bool Described, bool Ordered, bool Paid, bool Delivered);

/// <summary>A progress with what exists outside: what each step may make of the two, whatever becomes of its answer.</summary>
internal sealed record OrderModel(OrderProgress Progress, Outside Outside)
{
    private static readonly CartId Cart = new("7adbfca2-6847-4997-9960-af02fbaa015f");
    private static readonly OrderId Order = new(123456);
    private static readonly ProjectId Project = ProjectId.Of("38eeed09bb244025a1ac2fce9534ab10");
    private static readonly OfferChoice Choice = new(new ItemSettings("project.2018", "P1M", "default", 1), [], null);

    /// <summary>Equal for models that go on equally.</summary>
    public string Key =>
        $"{Outside} {Progress.Searched} {Progress.Cart} {Progress.CartInspected} {Progress.CartAssigned} {Progress.CartReadOnly} "
        + $"{Progress.Choice is null} {Progress.Item?.Configurations.Length} {Progress.RequirementsRead} {Progress.CheckoutTried} "
        + $"{Progress.Judged} {Progress.CartKept} {Progress.Order} {Progress.Status} {Progress.OrderRead} {Progress.PaymentAccepted} "
        + $"{Progress.PaymentInDoubt} {Progress.ProjectId} {Progress.Project is null} {Progress.DescriptionAgreed}";

    public void Check(OrderStep step, OrderRequest request, OrderGoal goal)
    {
        var known = Progress.Order is not null || Progress.ProjectId is not null;
        switch (step)
        {
            case OrderStep.CreateCart:
                Outside.Ordered.ShouldBeFalse("a cart is made although there is an order");
                break;
            case OrderStep.Checkout:
                goal.ShouldNotBe(OrderGoal.Cart);
                (Progress.CartInspected && Progress.Judged && !known).ShouldBeTrue("an order is placed on a guess");
                Outside.Ordered.ShouldBeFalse("an order is placed twice");
                break;
            case OrderStep.Pay:
                request.Payment.ShouldBe(PaymentKind.Automatic);
                Progress.PaymentAccepted.ShouldBeFalse();
                (Outside.Paid && !Progress.PaymentInDoubt).ShouldBeFalse("an order is paid twice");
                break;
            case OrderStep.Done when goal != OrderGoal.Cart:
                Outside.Ordered.ShouldBeTrue();
                (Outside.Paid || request.Payment == PaymentKind.Manual).ShouldBeTrue("it ends with an order that nobody pays");
                (goal == OrderGoal.Delivered && Progress.Project is null).ShouldBeFalse();
                break;
            case OrderStep.Done:
                (Outside.Item && Outside.Described && !Outside.Ordered).ShouldBeTrue();
                break;
        }
    }

    /// <summary>
    /// What may come of a step: done and told, done and not told, not done; and each time the run may end there, and another one resume it. An
    /// order that is paid may say for a while that it is not.
    /// </summary>
    public IEnumerable<OrderModel> After(OrderStep step, OrderRequest request)
    {
        OrderModel[] ends = step switch
        {
            OrderStep.Done or OrderStep.OrderCancelled => [this],
            OrderStep.ReadOrder => [Told(step, request), this with { Progress = Progress with { OrderRead = true, Status = OrderStatus.NotPaid } }],
            _ => [Told(step, request), Unanswered(step, isDone: true), Unanswered(step, isDone: false)],
        };
        foreach (var end in ends)
        {
            yield return end;
            yield return end with { Progress = end.Progress.Resumed() };
            yield return end with { Progress = new OrderProgress() };
        }
    }

    private OrderModel Unanswered(OrderStep step, bool isDone) => step is OrderStep.CreateCart && isDone
        ? new(Progress.Doubting(step), Outside)
        : new(
            step is OrderStep.Checkout or OrderStep.Pay or OrderStep.CreateCart or OrderStep.AddItem or OrderStep.Configure
                ? Tried(step).Doubting(step)
                : Progress,
            isDone ? Done(step) : Outside);

    private OrderProgress Tried(OrderStep step) => step is OrderStep.Checkout ? Progress with { CheckoutTried = true } : Progress;

    /// <summary>A payment that is in doubt is looked for instead of made.</summary>
    private Outside Done(OrderStep step) => step switch
    {
        OrderStep.CreateCart => Outside with { Cart = true, Assigned = false },
        OrderStep.Prepare { Assign: true } => Outside with { Assigned = true },
        OrderStep.AddItem => Outside with { Item = true, Described = false },
        OrderStep.Configure => Outside with { Described = true },
        OrderStep.Checkout => Outside with { Ordered = true },
        OrderStep.Pay => Outside with { Paid = true },
        OrderStep.AwaitDelivery => Outside with { Delivered = Outside.Paid },
        _ => Outside,
    };

    private OrderModel Told(OrderStep step, OrderRequest request)
    {
        var (p, now) = (Progress, Done(step));
        return new(step switch
        {
            OrderStep.FindEarlier when !now.Cart || !now.Assigned => p with { Searched = true },
            OrderStep.FindEarlier when now.Ordered => p with { Searched = true, Cart = Cart, Order = Order, PaymentInDoubt = true },
            OrderStep.FindEarlier => p with { Searched = true, Cart = Cart, CartInspected = false },
            OrderStep.CreateCart => p with
            {
                Cart = Cart,
                OvhSubsidiary = "FR",
                CartInspected = true,
                CartAssigned = false,
                Item = null,
                Judged = false,
                RequirementsRead = false,
            },
            OrderStep.InspectCart => p with
            {
                CartInspected = true,
                CartReadOnly = now.Ordered,
                CartAssigned = now.Assigned,
                RequirementsRead = false,
                Judged = false,
                Item = now.Item ? Item(now.Described, request) : null,
            },
            OrderStep.FindOrder => p with { Order = Order, Status = null, PaymentInDoubt = true },
            OrderStep.Prepare => p with { CartAssigned = true, Choice = Choice },
            OrderStep.AddItem => p with { Item = Item(described: false, request), Judged = false },
            OrderStep.ReadBack => p with { RequirementsRead = true },
            OrderStep.Configure => p with { Item = Item(described: true, request), Judged = false },
            OrderStep.Judge => p with { Judged = true, CartKept = true },
            OrderStep.Checkout => p with { CheckoutTried = true, CartReadOnly = true, Order = Order, Status = OrderStatus.NotPaid },
            OrderStep.Pay => p with { PaymentAccepted = true, Status = null },
            OrderStep.ReadOrder => p with { OrderRead = true, Status = StatusOf(now) },
            OrderStep.AwaitDelivery => p with { Status = now.Paid ? OrderStatus.Delivered : OrderStatus.Cancelled },
            OrderStep.FindProject => p with { ProjectId = Project },
            OrderStep.ReadProject => p with { Project = new ProjectFacts("old", "old", "ok", null, null, null, null) },
            OrderStep.DescribeProject => p with { DescriptionAgreed = true },
            _ => throw new NotSupportedException($"{step} does not come up here"),
        }, now);
    }

    private static string StatusOf(Outside now) => now switch
    {
        { Delivered: true } => OrderStatus.Delivered,
        { Paid: true } => OrderStatus.Delivering,
        _ => OrderStatus.NotPaid,
    };

    private static PlacedItem Item(bool described, OrderRequest request) => new(
        new ItemId(1), Choice.Item, described ? [new PlacedConfiguration(new ConfigurationId(10), "description", request.Description)] : []);
}
