using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// What exists at OVHcloud, as far as it is known. Saved in the state; what a run has made sure of is <see cref="RunKnowledge"/>.
/// </summary>
internal sealed record OrderFacts
{
    public CartId? CartId { get; init; }

    public string? OvhSubsidiary { get; init; }

    /// <summary>Until the price of the cart is known: as it was made, although it may have been asked to live on since.</summary>
    public DateTimeOffset? CartExpirationDate { get; init; }

    /// <summary>The program that the cart was made for asked for no order, so that it was to live for long.</summary>
    public bool IsCartToStay { get; init; }

    public PlacedItem? Item { get; init; }

    /// <summary>In the order of the request's options; an entry is null until it is placed.</summary>
    public ImmutableArray<PlacedItem?> Options { get; init; } = [];

    /// <summary>What the offers decided for the item and its options.</summary>
    public OfferChoice? Choice { get; init; }

    public Quote? Quote { get; init; }

    public OrderId? OrderId { get; init; }

    public string? OrderUrl { get; init; }

    /// <summary>The order's status in the API's own word, as it was last read.</summary>
    public string? Status { get; init; }

    public DateTimeOffset? OrderDate { get; init; }

    public DateTimeOffset? OrderExpirationDate { get; init; }

    public ProjectId? ProjectId { get; init; }

    /// <summary>The project as it was last seen; null when it never was.</summary>
    public ProjectFacts? Project { get; init; }

    /// <summary>
    /// When a Create took over the cart or order of an interrupted run; null where it made its own. Two states may name the same order: the
    /// one that adopted it last has it.
    /// </summary>
    public DateTimeOffset? AdoptedAt { get; init; }

    /// <summary>The order of options for the project that no update has got through with; null when there is none.</summary>
    public OrderFacts? UnfinishedOptionOrder { get; init; }

    /// <summary>The orders of options that updates have got through with, in their order; not all of them need be delivered.</summary>
    public ImmutableArray<OrderFacts> FinishedOptionOrders { get; init; } = [];

    /// <summary>The one that the next update goes on with.</summary>
    public OrderFacts? OpenOptionOrder =>
        UnfinishedOptionOrder is { Status: OrderStatus.Cancelled } ? null : UnfinishedOptionOrder;

    public ImmutableArray<OrderFacts> AllOptionOrders =>
        UnfinishedOptionOrder is { } order ? FinishedOptionOrders.Add(order) : FinishedOptionOrders;

    public string Stage => this switch
    {
        { ProjectId: not null } => Stages.Delivered,
        { OrderId: not null, Status: OrderStatus.Cancelled } => Stages.Cancelled,
        { OrderId: not null } => Stages.Ordered,
        _ => Stages.Cart,
    };

    /// <summary>What was ordered is not there, and may come yet.</summary>
    public bool IsAwaited => Status is not (OrderStatus.Delivered or OrderStatus.Cancelled);

    public bool IsOrdered => OrderId is not null || ProjectId is not null;

    /// <summary>The id of the resource as far as it has come; null while nothing exists.</summary>
    public ResourceId? Id => this switch
    {
        { ProjectId: { } project } => new ResourceId.Project(project),
        { OrderId: { } order } => new ResourceId.Order(order),
        { CartId: { } cart } => new ResourceId.Cart(cart),
        _ => null,
    };

    /// <param name="options">What the project's options are now; null where that is not known of every one.</param>
    public OrderFacts WithOptions(ImmutableArray<ItemSettings>? options) => this with
    {
        Choice = options is { } known ? new OfferChoice(Choice?.Item, known, Choice?.PerPeriod) : null,
    };

    /// <summary>A project this young may be hidden for a moment: OVHcloud shows it some time after it was delivered.</summary>
    public bool IsYoung(DateTimeOffset now) => (Project?.CreationDate ?? OrderDate) > now - PollingSchedule.ProjectGrace;

    /// <summary>
    /// Whether the engine is to refresh this resource before each update. While its cart can still be found, always: whatever is in the
    /// state is then handed over before any Create of the same run, so that a tagged cart which was not is what an interrupted run left.
    /// Before delivery too, also of options, because the order comes on without this provider. Whatever failed is refreshed in any case.
    /// </summary>
    public bool NeedsRefreshBeforeUpdate(DateTimeOffset now) => ProjectId is null || IsCartFindable(now)
        || FinishedOptionOrders.Any(o => o is { OrderId: not null, IsAwaited: true });

    /// <summary>The cart of an imported order is not known: it may be there as long as that of an order of this provider is.</summary>
    private bool IsCartFindable(DateTimeOffset now) =>
        (CartId is null ? OrderDate + PollingSchedule.CheckedOutCartLife : CartExpirationDate ?? DateTimeOffset.MaxValue)
            > now - PollingSchedule.ClockTolerance
        || AllOptionOrders.Any(o => o.IsCartFindable(now));

    /// <summary>
    /// What the state knows, with what the engine's id says beyond it: of an import the state knows nothing, and of one that was edited
    /// perhaps not all.
    /// </summary>
    public OrderFacts OrFrom(string id) => (ResourceId.Parse(id), this) switch
    {
        (ResourceId.Project project, { ProjectId: null }) => this with { ProjectId = project.Value },

        // Edited by hand: what is ended is what the engine says, and all else that is known is of the other one.
        (ResourceId.Project project, _) when project.Value != ProjectId => new OrderFacts { ProjectId = project.Value },
        (ResourceId.Order order, { IsOrdered: false }) => this with { OrderId = order.Value },
        (ResourceId.Cart cart, { Id: null }) => this with { CartId = cart.Value },
        _ => this,
    };
}

/// <param name="Settings">As the cart has them.</param>
/// <param name="Configurations">Label to what is recorded; a label that is there twice is refused at checkout, so both are kept.</param>
internal sealed record PlacedItem(ItemId Id, ItemSettings Settings, ImmutableArray<PlacedConfiguration> Configurations)
{
    /// <summary>An answer without a catalogue is none against the one that was sent with the same order.</summary>
    public PlacedItem WithCatalogOf(PlacedItem? sent) => Settings.CatalogName is not null || sent is null
        ? this
        : this with { Settings = Settings with { CatalogName = sent.Settings.CatalogName } };

    public string? Value(string label) => Configurations.FirstOrDefault(c => c.Label == label)?.Value;
}

internal sealed record PlacedConfiguration(ConfigurationId Id, string Label, string? Value);

/// <param name="CatalogName">Null: the public catalogue, or not told.</param>
internal sealed record ItemSettings(string PlanCode, string Duration, string PricingMode, long Quantity, string? CatalogName = null);

/// <summary>The item and its options as the offers allow them, in the order of the request.</summary>
/// <param name="Item">Null where options alone are ordered.</param>
/// <param name="PerPeriod">What they cost in each following period, without tax; null where the offers do not say.</param>
internal sealed record OfferChoice(ItemSettings? Item, ImmutableArray<ItemSettings> Options, Money? PerPeriod);

internal sealed record ProjectFacts(string? Name, string? Description, string? Status, string? Access, DateTimeOffset? CreationDate,
    string? PlanCode, OrderId? Order)
{
    /// <summary>The name by which IAM policies know it; null where the site tells none.</summary>
    public string? Urn { get; init; }
}

internal static class Stages
{
    public const string Cart = "cart";
    public const string Ordered = "ordered";
    public const string Delivered = "delivered";
    public const string Cancelled = "cancelled";
}
