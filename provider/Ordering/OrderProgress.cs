using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// What exists outside, as far as is known, and what this run has made sure of. It only ever says what an answer said: a lost answer
/// takes the certainty away (<see cref="Doubting"/>), and the next step looks again.
/// </summary>
internal sealed record OrderProgress
{
    // What exists: saved in the state.
    public CartId? Cart { get; init; }

    public string? OvhSubsidiary { get; init; }

    public DateTimeOffset? CartExpirationDate { get; init; }

    public PlacedItem? Item { get; init; }

    /// <summary>In the order of the request's options; an entry is null until it is placed.</summary>
    public ImmutableArray<PlacedItem?> Options { get; init; } = [];

    public Quote? Quote { get; init; }

    public OrderId? Order { get; init; }

    public string? OrderUrl { get; init; }

    public string? Status { get; init; }

    public DateTimeOffset? OrderDate { get; init; }

    public DateTimeOffset? OrderExpirationDate { get; init; }

    public ProjectId? ProjectId { get; init; }

    public ProjectFacts? Project { get; init; }

    /// <summary>
    /// When the order was found by its mark; null where this resource's own Create placed it. A former resource of the name may have the order,
    /// too: of two, the one that took it over last has it.
    /// </summary>
    public DateTimeOffset? TakenOver { get; init; }

    // What this run has made sure of: never saved.

    /// <summary>An earlier cart or order of this resource was looked for.</summary>
    public bool Searched { get; init; }

    /// <summary>What the cart holds is known.</summary>
    public bool CartInspected { get; init; }

    public bool CartAssigned { get; init; }

    /// <summary>The cart was checked out: it has become an order.</summary>
    public bool CartReadOnly { get; init; }

    /// <summary>What the offers say the item and its options must be, or what they were ordered as; null until the offers were read.</summary>
    public OfferChoice? Choice { get; init; }

    /// <summary>Items that no longer match the request, or that nobody asked for.</summary>
    public ImmutableArray<ItemId> Unwanted { get; init; } = [];

    /// <summary>Items that a price was made for although nobody here put them into the cart, or not made for although somebody did; it was looked at again because of each.</summary>
    public ImmutableHashSet<ItemId> Strangers { get; init; } = [];

    public bool RequirementsRead { get; init; }

    /// <summary>The account's orders as they were when this run had not tried to place one yet; null until they were read.</summary>
    public ImmutableHashSet<OrderId>? OrdersBefore { get; init; }

    /// <summary>This run tried to place the order: a cart that is gone then is no reason to make another.</summary>
    public bool CheckoutTried { get; init; }

    /// <summary>The order may be placed or not: its checkout was not answered, and the cart was not looked at since.</summary>
    public bool CheckoutInDoubt => CheckoutTried && !CartInspected && Order is null;

    /// <summary>The quote was given by the judge in this run, for the cart as it is now.</summary>
    public bool Judged { get; init; }

    /// <summary>The cart was asked to live on after this run.</summary>
    public bool CartKept { get; init; }

    public bool OrderRead { get; init; }

    /// <summary>A payment was accepted, so that <c>notPaid</c> now means "being processed".</summary>
    public bool PaymentAccepted { get; init; }

    /// <summary>A payment may have been made before; it is looked for before another is sent.</summary>
    public bool PaymentInDoubt { get; init; }

    /// <summary>The project was visible before, so that not seeing it is no matter of patience.</summary>
    public bool ProjectSeen => Project is not null || ProjectBefore is not null;

    /// <summary>As it was seen by an earlier run; null when it never was.</summary>
    public ProjectFacts? ProjectBefore { get; init; }

    /// <summary>It exists for so short a time that not seeing it may still be a matter of patience.</summary>
    public bool IsYoung(DateTimeOffset now) => ((Project ?? ProjectBefore)?.CreationDate ?? OrderDate) > now - Waits.ProjectGrace;

    public bool DescriptionAgreed { get; init; }

    public string Stage => this switch
    {
        { ProjectId: not null } => Stages.Delivered,
        { Order: not null, Status: OrderStatus.Cancelled } => Stages.Cancelled,
        { Order: not null } => Stages.Ordered,
        _ => Stages.Cart,
    };

    /// <summary>The cart has served: what it held is what was ordered.</summary>
    public bool IsOrdered => Order is not null || ProjectId is not null;

    /// <summary>The id of the resource as far as it has come; null while nothing exists.</summary>
    public ResourceId? Id => this switch
    {
        { ProjectId: { } project } => new ResourceId.Project(project),
        { Order: { } order } => new ResourceId.Order(order),
        { Cart: { } cart } => new ResourceId.Cart(cart),
        _ => null,
    };

    /// <summary>The same things exist, but none of this run's certainties hold: where a resumed run begins.</summary>
    public OrderProgress Resumed() => this with
    {
        Searched = Cart is not null || IsOrdered,
        CartInspected = false,
        CartAssigned = false,
        CartReadOnly = false,
        Choice = IsOrdered ? Choice : null,
        Unwanted = [],
        RequirementsRead = false,
        OrdersBefore = null,
        Strangers = [],
        CheckoutTried = false,
        Judged = false,
        CartKept = false,
        OrderRead = false,
        Status = ProjectId is null ? null : Status,
        PaymentAccepted = false,
        PaymentInDoubt = true,
        DescriptionAgreed = false,
        Project = null,
        ProjectBefore = Project ?? ProjectBefore,
    };

    /// <summary>What the state knows, or, where it knows no id at all (an import), what the engine's id says.</summary>
    public OrderProgress OrFrom(string id) => Id is not null ? this : ResourceId.Parse(id) switch
    {
        ResourceId.Cart cart => this with { Cart = cart.Value },
        ResourceId.Order order => this with { Order = order.Value },
        ResourceId.Project project => this with { ProjectId = project.Value },
        _ => this,
    };

    /// <summary>After an answer was lost: what the step may have changed has to be looked at before anything else is done.</summary>
    public OrderProgress Doubting(OrderStep step) => step switch
    {
        OrderStep.CreateCart => this with { Searched = false },
        OrderStep.Pay => this with { Status = null, PaymentInDoubt = true },
        _ => this with { CartInspected = false, Judged = false },
    };
}

/// <param name="Settings">As the cart has them.</param>
/// <param name="Configurations">Label to what is recorded; a label that is there twice is refused at checkout, so both are kept.</param>
internal sealed record PlacedItem(ItemId Id, ItemSettings Settings, ImmutableArray<PlacedConfiguration> Configurations);

internal sealed record PlacedConfiguration(ConfigurationId Id, string Label, string? Value);

internal sealed record ItemSettings(string PlanCode, string Duration, string PricingMode, long Quantity);

/// <summary>The item and its options as the offers allow them, in the order of the request.</summary>
/// <param name="PerPeriod">What they cost in each following period, without tax; null where the offers do not say.</param>
internal sealed record OfferChoice(ItemSettings Item, ImmutableArray<ItemSettings> Options, Money? PerPeriod);

internal sealed record ProjectFacts(string? Name, string? Description, string? Status, string? Access, DateTimeOffset? CreationDate, string? PlanCode, OrderId? Order);

internal static class Stages
{
    public const string Cart = "cart";
    public const string Ordered = "ordered";
    public const string Delivered = "delivered";
    public const string Cancelled = "cancelled";
}
