using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What exists outside, whether or not anybody knows.</summary>
internal readonly record struct Outside(bool Cart, bool Assigned, bool Item, bool Described, bool Ordered, bool Paid, bool Delivered);

/// <summary>What a run knows with what exists outside: what each step may make of the two, whatever becomes of its answer.</summary>
internal sealed record OrderModel(OrderFacts Facts, RunKnowledge Knowledge, Outside Outside)
{
    private static readonly CartId Cart = new("7adbfca2-6847-4997-9960-af02fbaa015f");
    private static readonly OrderId Order = new(123456);
    private static readonly ProjectId Project = ProjectId.Of("38eeed09bb244025a1ac2fce9534ab10");
    private static readonly OfferChoice Choice = new(new ItemSettings("project.2018", "P1M", "default", 1), [], null);
    private static readonly OfferChoice OptionChoice = new(null, [new ItemSettings("hds", "P1M", "default", 1)], null);

    /// <summary>Equal for models that go on equally.</summary>
    public string Key =>
        $"{Outside} {Facts.CartId} {Facts.Item?.Configurations.Length} "
            + $"{(Facts.Options is [var option] ? option?.Configurations.Length : null)} {Facts.Choice is null} {Facts.OrderId} "
            + $"{Facts.Status} {Facts.ProjectId} {Facts.Project} "
        + $"{Knowledge with { UnexpectedItems = [], OrdersBefore = null, Cart = null }} {Knowledge.Cart is null} "
        + $"{Knowledge.Cart?.Assigned} {Knowledge.Cart?.ReadOnly} {Knowledge.Cart?.RequirementsRead} {Knowledge.Cart?.PriceConfirmed}";

    public void Check(OrderStep step, OrderRequest request, OrderGoal goal)
    {
        switch (step)
        {
            case OrderStep.CreateCart:
                Outside.Ordered.ShouldBeFalse("a cart is made although there is an order");
                break;
            case OrderStep.Checkout:
                goal.ShouldNotBe(OrderGoal.Cart);
                (Knowledge.Cart is { PriceConfirmed: true, RequirementsRead: true } && !Facts.IsOrdered)
                    .ShouldBeTrue("an order is placed on a guess");
                Outside.Ordered.ShouldBeFalse("an order is placed twice");
                break;
            case OrderStep.Pay:
                request.Payment.ShouldBe(PaymentKind.Automatic);
                Knowledge.PaymentAccepted.ShouldBeFalse();
                (Outside.Paid && !Knowledge.PaymentUncertain).ShouldBeFalse("an order is paid twice");
                break;
            case OrderStep.Done when goal != OrderGoal.Cart:
                Outside.Ordered.ShouldBeTrue();
                (Outside.Paid || request.Payment == PaymentKind.Manual).ShouldBeTrue("it ends with an order that no one pays");
                (goal == OrderGoal.Delivered && (request.ForProject is null ? Facts.Project is null : !Outside.Delivered)).ShouldBeFalse();
                break;
            case OrderStep.Done:
                (Outside.Item && Outside.Described && !Outside.Ordered).ShouldBeTrue();
                break;
        }
    }

    /// <summary>
    /// What may come of a step: done and told, done and not told, not done; and each time the run may end there, and another one resume it.
    /// An order that is paid may say for a while that it is not.
    /// </summary>
    public IEnumerable<OrderModel> After(OrderStep step, OrderRequest request)
    {
        OrderModel[] ends = step switch
        {
            OrderStep.Done or OrderStep.OrderCancelled => [this],
            OrderStep.ReadOrder => [Told(step, request), Read(OrderStatus.NotPaid, Outside)],
            _ => [Told(step, request), Unanswered(step, isDone: true), Unanswered(step, isDone: false)],
        };
        foreach (var end in ends)
        {
            yield return end;
            yield return end with { Knowledge = RunKnowledge.Resuming(end.Facts) };
            yield return end with { Facts = new OrderFacts(), Knowledge = new RunKnowledge() };
        }
    }

    private OrderModel Unanswered(OrderStep step, bool isDone) => step switch
    {
        // A cart whose creation was not answered is never found: it belongs to no account.
        OrderStep.CreateCart when isDone => this with { Knowledge = Knowledge.AfterLostAnswer(step) },
        OrderStep.Checkout => new(Facts, Knowledge.AfterLostAnswer(step) with { CheckoutTried = true }, isDone ? Done(step) : Outside),
        OrderStep.Pay or OrderStep.CreateCart or OrderStep.AddItem or OrderStep.AddOption or OrderStep.Configure =>
            new(Facts, Knowledge.AfterLostAnswer(step), isDone ? Done(step) : Outside),
        _ => this with { Outside = isDone ? Done(step) : Outside },
    };

    private Outside Done(OrderStep step) => step switch
    {
        OrderStep.CreateCart => Outside with { Cart = true, Assigned = false },
        OrderStep.Prepare { Assign: true } => Outside with { Assigned = true },
        OrderStep.AddItem or OrderStep.AddOption => Outside with { Item = true, Described = false },
        OrderStep.Configure => Outside with { Described = true },
        OrderStep.Checkout => Outside with { Ordered = true },
        OrderStep.Pay => Outside with { Paid = true },
        OrderStep.AwaitDelivery => Outside with { Delivered = Outside.Paid },
        _ => Outside,
    };

    private OrderModel Told(OrderStep step, OrderRequest request)
    {
        var (f, k, now) = (Facts, Knowledge, Done(step));
        return step switch
        {
            OrderStep.Reconcile when !now.Cart || !now.Assigned => new(f, k with { Reconciled = true }, now),
            OrderStep.Reconcile when now.Ordered =>
                new(f with { CartId = Cart, OrderId = Order }, k with { Reconciled = true, PaymentUncertain = true }, now),
            OrderStep.Reconcile => new(f with { CartId = Cart }, k with { Reconciled = true, Cart = null }, now),
            OrderStep.CreateCart => new(
                new OrderFacts { CartId = Cart, OvhSubsidiary = "FR" },
                new RunKnowledge { Reconciled = true, Cart = new CartKnowledge() },
                now),
            OrderStep.InspectCart => new(
                request.ForProject is null
                    ? f with { Item = now.Item ? Item(now.Described, request) : null }
                    : f with { Options = now.Item ? [Option(now.Described)] : [] },
                k with { Cart = new CartKnowledge { Assigned = now.Assigned, ReadOnly = now.Ordered } },
                now),
            OrderStep.FindOrder => new(f with { OrderId = Order }, k with { StatusRead = false, PaymentUncertain = true }, now),
            OrderStep.Prepare => new(
                f with { Choice = request.ForProject is null ? Choice : OptionChoice },
                InCart(c => c with { Assigned = true }) with { OffersRead = true },
                now),
            OrderStep.AddItem => new(f with { Item = Item(described: false, request) }, InCart(c => c.Changed()), now),
            OrderStep.AddOption => new(f with { Options = [Option(described: false)] }, InCart(c => c.Changed()), now),
            OrderStep.ReadRequirements => new(f, InCart(c => c with { RequirementsRead = true }), now),
            OrderStep.Configure configure when request.ForProject is not null =>
                new(f with { Options = [Option(described: true)] }, InCart(c => Configured(c, configure)), now),
            OrderStep.Configure configure =>
                new(f with { Item = Item(described: true, request) }, InCart(c => Configured(c, configure)), now),
            OrderStep.PreviewCheckout => new(f, InCart(c => c with { PriceConfirmed = true }) with { ExpiryExtended = true }, now),
            OrderStep.Checkout => new(
                f with { OrderId = Order, Status = OrderStatus.NotPaid },
                k with { CheckoutTried = true, Cart = null, StatusRead = true },
                now),
            OrderStep.Pay => new(f, k with { PaymentAccepted = true, StatusRead = false }, now),
            OrderStep.ReadOrder => Read(StatusOf(now), now),
            OrderStep.AwaitDelivery => new(f with { Status = now.Paid ? OrderStatus.Delivered : OrderStatus.Cancelled }, k, now),
            OrderStep.FindProject => new(f with { ProjectId = Project }, k, now),
            OrderStep.ReadProject =>
                new(f with { Project = new ProjectFacts("old", "old", "ok", null, null, null, null) }, k with { ProjectRead = true }, now),
            OrderStep.RenameProject => new(f with { Project = f.Project! with { Description = request.Description } }, k, now),
            _ => throw new NotSupportedException($"{step} does not come up here"),
        };

        RunKnowledge InCart(Func<CartKnowledge, CartKnowledge> change) => k with { Cart = change(k.Cart!) };

        static CartKnowledge Configured(CartKnowledge cart, OrderStep.Configure step) =>
            cart.Changed() with { RequirementsRead = cart.RequirementsRead || step.WithRequirements };
    }

    private OrderModel Read(string status, Outside now) =>
        new(Facts with { Status = status }, Knowledge with { OrderRead = true, StatusRead = true }, now);

    private static string StatusOf(Outside now) => now switch
    {
        { Delivered: true } => OrderStatus.Delivered,
        { Paid: true } => OrderStatus.Delivering,
        _ => OrderStatus.NotPaid,
    };

    private static PlacedItem Item(bool described, OrderRequest request) => new(
        new ItemId(1),
        Choice.Item!,
        described ? [new PlacedConfiguration(new ConfigurationId(10), "description", request.Description)] : []);

    private static PlacedItem Option(bool described) => new(
        new ItemId(1), OptionChoice.Options[0], described ? [new PlacedConfiguration(new ConfigurationId(10), "zone", "1")] : []);
}
