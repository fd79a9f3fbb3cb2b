using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>When it is asked whose a cart or an order is.</summary>
internal enum Moment
{
    /// <summary>A Create begins: its state has nothing, or what it replaces.</summary>
    CreateBegins,

    /// <summary>The run's own cart is filled, and is about to be ordered.</summary>
    BeforeCheckout,

    /// <summary>The run's own cart was checked out, and the answer was lost.</summary>
    CheckoutOutcomeUnknown,

    /// <summary>What the state has was deleted.</summary>
    Delete,
}

/// <summary>
/// What the evidence means at a moment: a pure function. The law behind it: while the cart of a resource can be found, the engine hands
/// over the resource's state before any Create, so that a tagged cart which is not in the state is what an interrupted run left. Not so
/// with <c>--run-program</c>, a changed provider configuration or an old engine: then an order is resumed only because it is what the
/// program asks for (<see cref="IsRequested"/>), and a later Delete of the former state leaves it alone.
/// </summary>
internal abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>There is nothing to go on with: make a new cart.</summary>
    public sealed record MakeCart : Decision;

    /// <summary>Go on with this open cart.</summary>
    /// <param name="Surplus">Open carts that no run needs.</param>
    public sealed record ContinueCart(TaggedCart Cart, ImmutableArray<CartId> Surplus) : Decision;

    /// <summary>Go on with this order.</summary>
    public sealed record ResumeOrder(TaggedCart Cart, CartFate.Ordered Found, ImmutableArray<CartId> Surplus) : Decision
    {
        public OrderId Order => Found.Order;
    }

    /// <summary>No other run is at work: check out.</summary>
    /// <inheritdoc cref="ContinueCart"/>
    public sealed record CheckOut(ImmutableArray<CartId> Surplus) : Decision;

    /// <summary>What is left beside what was deleted.</summary>
    /// <param name="Surplus">Open carts, to be deleted as well.</param>
    /// <param name="Reported">What a person has to know.</param>
    public sealed record Swept(ImmutableArray<CartId> Surplus, ImmutableArray<OrderFailure> Reported) : Decision;

    /// <summary>Look again in a moment: the order's project may still appear.</summary>
    public sealed record Wait(OrderId Order) : Decision;

    /// <summary>It cannot be determined, or it is another run's: a person decides.</summary>
    public sealed record Stop(OrderFailure Reason) : Decision;

    public static Decision Decide(Moment moment, Evidence evidence, OrderRequest request) => moment switch
    {
        Moment.CreateBegins => CreateBegins(evidence, request),
        Moment.BeforeCheckout => BeforeCheckout(evidence),
        Moment.CheckoutOutcomeUnknown => CheckoutOutcomeUnknown(evidence, request),
        _ => new Swept(OpenCarts(evidence), OrdersLeft(evidence)),
    };

    private static Decision CreateBegins(Evidence evidence, OrderRequest request)
    {
        if (Undetermined(evidence) is { } undetermined)
        {
            return undetermined;
        }

        var orders = OrderedCarts(evidence);
        var hidden = orders.Where(o => o.Found.Fate == OrderFate.Hidden).Select(o => o.Found.Order)
            .Concat(evidence.Lookalikes.Where(l => l.Fate == OrderFate.Hidden).Select(l => l.Order)).ToList();
        var active = orders.Where(o => o.Found.Fate is not (OrderFate.Ended or OrderFate.Hidden)).ToList();

        // The order of the arms is the argument: what may be an order comes before a cart, and a cart that is there before a new one.
        return (hidden, active) switch
        {
            // Delivered, and its project is not visible: it may appear.
            ([var order, ..], _) => new Wait(order),

            (_, [_, _, ..]) => new Stop(new OrderFailure.SeveralOrdersFound(
                [.. active.Select(a => new FoundOrder(a.Found.Order, a.Cart.Id))], evidence.IsReplacement)),

            // One order of a cart with our tag: what a run left that was killed after its checkout.
            (_, [var only]) => ResumeIfRequested(only.Cart, only.Found, evidence, request),

            // An order that no cart explains may be ours: it is neither taken nor repeated.
            _ when evidence.Lookalikes.FirstOrDefault(l => l.Fate != OrderFate.Ended) is { } lookalike =>
                new Stop(new OrderFailure.PossibleDuplicate(
                    lookalike.Order, !IsPending(lookalike.Fate), evidence.OtherTagInSight, evidence.IsReplacement)),

            // Not checked out when it was read. A checkout that is still under way cannot lead to a second order: OVHcloud makes one order
            // of a cart at most, and this run goes on with the same cart.
            _ when OpenCarts(evidence) is [_, .. var surplus] =>
                new ContinueCart(evidence.Carts.First(c => c.Fate is CartFate.Open), [.. surplus]),

            // Nothing that is an order, or can become one.
            _ => new MakeCart(),
        };
    }

    /// <summary>
    /// An order under way is resumed, and its project renamed. What it was ordered as has to be what the program asks for; a delivered one
    /// may be another thing that was bought under the same name, and then its name counts too. A suspended one may have been terminated.
    /// </summary>
    private static Decision ResumeIfRequested(TaggedCart cart, CartFate.Ordered found, Evidence evidence, OrderRequest request)
    {
        var (order, fate, contents) = found;
        if (fate == OrderFate.Unpaid && contents.HoldsMoreThan(request))
        {
            return new Stop(new OrderFailure.OrderHoldsMore(order));
        }

        if (fate == OrderFate.Suspended && request.ForProject is null)
        {
            return new Stop(new OrderFailure.SuspendedOrderFound(cart.Id, order, evidence.IsReplacement));
        }

        return IsRequested(contents, request, withDescription: !IsPending(fate))
            ? new ResumeOrder(cart, found, OpenCarts(evidence))
            : new Stop(new OrderFailure.OtherOrderFound(
                cart.Id, order, IsPending(fate) ? "under way" : "delivered", evidence.IsReplacement));
    }

    private static bool IsPending(OrderFate fate) => fate is OrderFate.Unpaid or OrderFate.UnderWay;

    /// <summary>An open cart that no run can be at work on any more is deleted, which also keeps it from ever being ordered.</summary>
    private static Decision BeforeCheckout(Evidence evidence)
    {
        if (Undetermined(evidence) is { } undetermined)
        {
            return undetermined;
        }

        var concurrent =
            evidence.Carts.FirstOrDefault(c => c.Fate is CartFate.Open { Age: var age } && !(age > PollingSchedule.MaxRunInCart));
        var beside = OrderedCarts(evidence).FirstOrDefault(o => o.Found.Fate != OrderFate.Ended);
        return concurrent is not null ? new Stop(new OrderFailure.ConcurrentRun(concurrent.Id))
            : beside.Cart is not null ? (beside.Found.Fate == OrderFate.Hidden
                ? new Wait(beside.Found.Order)
                : new Stop(new OrderFailure.OrderBeside(beside.Cart.Id, beside.Found.Order)))
            : new CheckOut(OpenCarts(evidence));
    }

    /// <summary>What options were ordered is asked again: the program may ask for others since, and nothing replaces them.</summary>
    private static Decision CheckoutOutcomeUnknown(Evidence evidence, OrderRequest request) => evidence.Carts switch
    {
        [{ Fate: CartFate.Ordered ordered } cart] when request.ForProject is not null
            && !IsRequested(ordered.Contents, request, withDescription: false) =>
            new Stop(new OrderFailure.OtherOrderFound(cart.Id, ordered.Order, "placed", IsReplacement: false)),
        [{ Fate: CartFate.Ordered ordered } cart] => new ResumeOrder(cart, ordered, []),
        _ => Undetermined(evidence) ?? throw new InvalidOperationException("the run's own cart is the evidence"),
    };

    private static Stop? Undetermined(Evidence evidence) => evidence.Carts.FirstOrDefault(c => c.Fate is CartFate.Undetermined) is { } cart
        ? new Stop(ReasonOf(cart.Id, (CartFate.Undetermined)cart.Fate, evidence))
        : null;

    private static OrderFailure ReasonOf(CartId cart, CartFate.Undetermined fate, Evidence evidence) => fate.Candidates.IsEmpty
        ? new OrderFailure.OrderOfCartMissing(cart)
        : new OrderFailure.OrderOfCartAmbiguous(cart, fate.Candidates, evidence.OtherTagInSight);

    /// <summary>An interrupted run ordered beside what the state has. It may have been meant; it must not be billed unseen.</summary>
    private static ImmutableArray<OrderFailure> OrdersLeft(Evidence evidence) =>
    [
        .. OrderedCarts(evidence).Where(o => o.Found.Fate != OrderFate.Ended)
            .Select(o => new OrderFailure.OrderLeft(o.Cart.Id, o.Found.Order)),
        .. evidence.Carts.Where(c => c.Fate is CartFate.Undetermined).Select(c => ReasonOf(c.Id, (CartFate.Undetermined)c.Fate, evidence)),
    ];

    /// <summary>Whether the cart was ordered as the program asks for now. What cannot be read of it counts as asked for.</summary>
    private static bool IsRequested(CartContents contents, OrderRequest request, bool withDescription) => request.ForProject is not null
        ? contents.Options.IsEmpty || AreRequested(contents, request)
        : contents.Project is not { } project
        || ((request.PlanCode is null || request.PlanCode == project.Settings.PlanCode)
            && (request.Duration is null || request.Duration == project.Settings.Duration)
            && (request.PricingMode is null || request.PricingMode == project.Settings.PricingMode)
            && (request.Quantity ?? 1) == project.Settings.Quantity
            && (request.CatalogName is null || project.Settings.CatalogName is null || request.CatalogName == project.Settings.CatalogName)
            && AreRequested(contents, request)
            && IsConfiguredAs(project, request.ItemConfiguration, withDescription));

    private static bool AreRequested(CartContents contents, OrderRequest request) => OptionChanges.Of(
        RecordedOrder.OptionsOf(contents), [.. request.Options.Select(o => o with { Quantity = o.Quantity ?? 1 })]).AreNone;

    private static bool IsConfiguredAs(
        PlacedItem item, ImmutableSortedDictionary<string, string> requested, bool withDescription) =>
        item.Configurations.IsEmpty || requested.Keys.Concat(item.Configurations.Select(c => c.Label)).Distinct()
            .Where(label => withDescription || label != Labels.Description)
            .All(label => item.Configurations.FirstOrDefault(c => c.Label == label) is { } there
                ? there.Value is null || there.Value == requested.GetValueOrDefault(label)
                : label == Labels.Description);

    private static ImmutableArray<CartId> OpenCarts(Evidence evidence) =>
        [.. evidence.Carts.Where(c => c.Fate is CartFate.Open).Select(c => c.Id)];

    private static ImmutableArray<(TaggedCart Cart, CartFate.Ordered Found)> OrderedCarts(Evidence evidence) =>
        [.. evidence.Carts.Where(c => c.Fate is CartFate.Ordered).Select(c => (c, (CartFate.Ordered)c.Fate))];
}
