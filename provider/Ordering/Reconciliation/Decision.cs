using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// What the evidence means: a pure function for each moment at which that is asked. The law behind it: while the cart of a resource can be
/// found, the engine hands over the resource's state before any Create, so that a tagged cart which is not in the state is what an
/// interrupted run left. Not so with <c>--run-program</c>, a changed provider configuration or an old engine: then an order is resumed only
/// because it is what the program asks for (<see cref="IsRequested"/>), and a later Delete of the former state leaves it alone.
/// </summary>
internal abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>There is nothing to go on with: make a new cart.</summary>
    public sealed record MakeCart : Decision;

    /// <summary>
    /// Go on with this open cart. Others stay: a run may be about to check one of them out, and <see cref="BeforeCheckout"/> looks at them.
    /// </summary>
    public sealed record ContinueCart(TaggedCart.Open Cart) : Decision;

    /// <summary>Go on with this cart's order.</summary>
    /// <param name="Surplus">Open carts that no run needs.</param>
    public sealed record ResumeOrder(TaggedCart.Ordered Cart, ImmutableArray<CartId> Surplus) : Decision
    {
        public OrderId Order => Cart.Order;
    }

    /// <summary>No other run is at work: check out.</summary>
    /// <inheritdoc cref="ResumeOrder"/>
    public sealed record CheckOut(ImmutableArray<CartId> Surplus) : Decision;

    /// <summary>Look again in a moment: the order's project may still appear.</summary>
    public sealed record Wait(OrderId Order) : Decision;

    /// <summary>It cannot be determined, or it is another run's: a person decides.</summary>
    public sealed record Stop(OrderFailure Reason) : Decision;

    /// <summary>A Create begins: its state has nothing, or what it replaces.</summary>
    public static Decision CreateBegins(Evidence evidence, OrderRequest request)
    {
        if (Undetermined(evidence) is { } undetermined)
        {
            return undetermined;
        }

        var orders = evidence.Carts.OfType<TaggedCart.Ordered>().ToList();
        var hidden = orders.Where(o => o.Fate == OrderFate.Hidden).Select(o => o.Order)
            .Concat(evidence.Lookalikes.Where(l => l.Fate == OrderFate.Hidden).Select(l => l.Order)).ToList();
        var active = orders.Where(o => o.Fate is not (OrderFate.Ended or OrderFate.Hidden)).ToList();
        var open = evidence.Carts.OfType<TaggedCart.Open>().ToList();

        // The order of the arms is the argument: what may be an order comes before a cart, and a cart that is there before a new one.
        return (hidden, active) switch
        {
            // Delivered, and its project is not visible: it may appear.
            ([var order, ..], _) => new Wait(order),

            (_, [_, _, ..]) => new Stop(new OrderFailure.SeveralOrdersFound(
                [.. active.Select(a => new FoundOrder(a.Order, a.Id))], evidence.IsReplacement)),

            // One order of a cart with our tag: what a run left that was killed after its checkout.
            (_, [var only]) => ResumeIfRequested(only, evidence, request),

            // An order that no cart explains may be ours: it is neither taken nor repeated.
            _ when evidence.Lookalikes.FirstOrDefault(l => l.Fate != OrderFate.Ended) is { } lookalike =>
                new Stop(new OrderFailure.PossibleDuplicate(
                    lookalike.Order, !IsPending(lookalike.Fate), evidence.OtherTagInSight, evidence.IsReplacement)),

            // Not checked out when it was read. A checkout that is still under way cannot lead to a second order: OVHcloud makes one order
            // of a cart at most, and this run goes on with the same cart.
            _ when open is [var first, ..] => new ContinueCart(first),

            // Nothing that is an order, or can become one.
            _ => new MakeCart(),
        };
    }

    /// <summary>
    /// An order under way is resumed, and its project renamed. What it was ordered as has to be what the program asks for; a delivered one
    /// may be another thing that was bought under the same name, and then its name counts too. A suspended one may have been terminated.
    /// </summary>
    private static Decision ResumeIfRequested(TaggedCart.Ordered cart, Evidence evidence, OrderRequest request)
    {
        if (cart.Fate == OrderFate.Unpaid && cart.Contents.HoldsMoreThan(request))
        {
            return new Stop(new OrderFailure.OrderHoldsMore(cart.Order));
        }

        if (cart.Fate == OrderFate.Suspended && request.ForProject is null)
        {
            return new Stop(new OrderFailure.SuspendedOrderFound(cart.Id, cart.Order, evidence.IsReplacement));
        }

        return IsRequested(cart.Contents, request, withDescription: !IsPending(cart.Fate))
            ? new ResumeOrder(cart, OpenCarts(evidence))
            : new Stop(new OrderFailure.OtherOrderFound(
                cart.Id, cart.Order, IsPending(cart.Fate) ? "under way" : "delivered", evidence.IsReplacement));
    }

    private static bool IsPending(OrderFate fate) => fate is OrderFate.Unpaid or OrderFate.UnderWay;

    /// <summary>
    /// The run's own cart is filled, and is about to be ordered. Another open cart that no run can be at work on any more is deleted, which
    /// also keeps it from ever being ordered.
    /// </summary>
    public static Decision BeforeCheckout(Evidence evidence)
    {
        if (Undetermined(evidence) is { } undetermined)
        {
            return undetermined;
        }

        var concurrent = evidence.Carts.OfType<TaggedCart.Open>().FirstOrDefault(c => !(c.Age > PollingSchedule.MaxRunInCart));
        var beside = evidence.Carts.OfType<TaggedCart.Ordered>().FirstOrDefault(c => c.Fate != OrderFate.Ended);
        return concurrent is not null ? new Stop(new OrderFailure.ConcurrentRun(concurrent.Id))
            : beside is null ? new CheckOut(OpenCarts(evidence))
            : beside.Fate == OrderFate.Hidden ? new Wait(beside.Order)
            : new Stop(new OrderFailure.OrderBeside(beside.Id, beside.Order));
    }

    /// <summary>
    /// The cart that the run has was checked out, and the answer was lost. What options were ordered is asked again: the program may ask
    /// for others since, and nothing replaces them.
    /// </summary>
    /// <param name="asRequested">An earlier run checked it out, perhaps for an earlier program, and this one is to go on with it.</param>
    public static Decision CheckoutOutcomeUnknown(Evidence evidence, OrderRequest request, bool asRequested = false) =>
        evidence.Carts switch
        {
            [TaggedCart.Ordered cart] when (asRequested || request.ForProject is not null)
                && !IsRequested(cart.Contents, request, withDescription: false) =>
                new Stop(request.ForProject is null
                    ? new OrderFailure.CartOrderedOtherwise(cart.Id, cart.Order)
                    : new OrderFailure.OtherOrderFound(cart.Id, cart.Order, "placed", IsReplacement: false)),
            [TaggedCart.Ordered cart] => new ResumeOrder(cart, []),
            _ => Undetermined(evidence) ?? throw new InvalidOperationException("the run's own cart is the evidence"),
        };

    /// <summary>
    /// What the state has was deleted: open carts are deleted as well. An order that an interrupted run placed beside may have been meant;
    /// it must not be billed unseen.
    /// </summary>
    /// <returns>The open carts, and what a person has to know.</returns>
    public static (ImmutableArray<CartId> Surplus, ImmutableArray<OrderFailure> Reported) AfterDelete(Evidence evidence) => (
        OpenCarts(evidence),
        [
            .. evidence.Carts.OfType<TaggedCart.Ordered>().Where(c => c.Fate != OrderFate.Ended)
                .Select(c => new OrderFailure.OrderLeft(c.Id, c.Order)),
            .. evidence.Carts.OfType<TaggedCart.Undetermined>().Select(c => ReasonOf(c, evidence)),
        ]);

    private static Stop? Undetermined(Evidence evidence) =>
        evidence.Carts.OfType<TaggedCart.Undetermined>().FirstOrDefault() is { } cart ? new Stop(ReasonOf(cart, evidence)) : null;

    private static OrderFailure ReasonOf(TaggedCart.Undetermined cart, Evidence evidence) => cart.Candidates.IsEmpty
        ? new OrderFailure.OrderOfCartMissing(cart.Id, evidence.OtherTagInSight)
        : new OrderFailure.OrderOfCartAmbiguous(cart.Id, cart.Candidates, evidence.OtherTagInSight);

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
        RecordedOrder.OptionsOf(contents.Options), [.. request.Options.Select(o => o with { Quantity = o.Quantity ?? 1 })]).AreNone;

    private static bool IsConfiguredAs(
        PlacedItem item, ImmutableSortedDictionary<string, string> requested, bool withDescription) =>
        item.Configurations.IsEmpty || requested.Keys.Concat(item.Configurations.Select(c => c.Label)).Distinct()
            .Where(label => withDescription || label != Labels.Description)
            .All(label => item.Configurations.FirstOrDefault(c => c.Label == label) is { } there
                ? there.Value is null || there.Value == requested.GetValueOrDefault(label)
                : label == Labels.Description);

    private static ImmutableArray<CartId> OpenCarts(Evidence evidence) => [.. evidence.Carts.OfType<TaggedCart.Open>().Select(c => c.Id)];
}
