using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>What is to be ordered: the user's inputs with defaults applied, in OVHcloud's words.</summary>
internal sealed record OrderRequest
{
    /// <summary>Written on the cart, so that a run that was interrupted is found again; see <see cref="CartTag"/>.</summary>
    public required string Tag { get; init; }

    public required string Description { get; init; }

    /// <summary>Null: the account's own.</summary>
    public string? OvhSubsidiary { get; init; }

    /// <summary>Null: the site's Public Cloud plan.</summary>
    public string? PlanCode { get; init; }

    /// <summary>ISO 8601; null: that of the offer's renewal price.</summary>
    public string? Duration { get; init; }

    public string? PricingMode { get; init; }

    public long? Quantity { get; init; }

    /// <summary>Null: the public catalogue.</summary>
    public string? CatalogName { get; init; }

    public string? Voucher { get; init; }

    /// <summary>Further labels of the item.</summary>
    public ImmutableSortedDictionary<string, string> Configuration { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<OptionRequest> Options { get; init; } = [];

    /// <summary>
    /// Nothing but <see cref="Options"/> is ordered, for this project that is there. Null: a project is ordered, with its options.
    /// </summary>
    public ProjectId? ForProject { get; init; }

    public PaymentKind Payment { get; init; } = PaymentKind.Automatic;

    /// <summary>The registered payment method that pays; null: the account's default.</summary>
    public PaymentMethodId? PaymentMethodId { get; init; }

    public bool WaiveRetractationPeriod { get; init; }

    /// <summary>Highest total with tax, in the order's currency; null: no ceiling.</summary>
    public decimal? MaxPrice { get; init; }

    /// <summary>False: a delivered project keeps the description that it has at OVHcloud.</summary>
    public bool RenamesProject { get; init; } = true;

    /// <summary>False: carts and orders that an earlier run may have left are not looked for.</summary>
    public bool AdoptEarlierOrders { get; init; } = true;

    /// <param name="subsidiary">Where the project was ordered; null where that is not known.</param>
    public OrderRequest ForOptions(ProjectId project, ImmutableArray<OptionRequest> options, string? subsidiary) => this with
    {
        Tag = CartTag.ForOptions(Tag, project),
        ForProject = project,
        Options = options,
        OvhSubsidiary = subsidiary ?? OvhSubsidiary,
        CatalogName = null,
    };

    /// <summary>With the project, where options are ordered for it: other advice holds than for a project.</summary>
    public OrderFailure FailureOf(OrderFailure reason) => ForProject is { } project ? new OrderFailure.OfOptions(project, reason) : reason;

    /// <summary>The labels and values that the item must carry.</summary>
    public ImmutableSortedDictionary<string, string> ItemConfiguration =>
        (Voucher is null ? Configuration : Configuration.SetItem(Labels.Voucher, Voucher)).SetItem(Labels.Description, Description);
}

internal sealed record OptionRequest(
    string PlanCode, string? Duration, string? PricingMode, long? Quantity, ImmutableSortedDictionary<string, string> Configuration)
{
    /// <summary>Its index among the options of the program.</summary>
    public int Place { get; init; }
}

internal enum PaymentKind
{
    /// <summary>By the account's preferred payment method; a total of zero needs none.</summary>
    Automatic,

    /// <summary>The order is left unpaid; its URL is where to pay.</summary>
    Manual,
}

/// <summary>How far a run is to go.</summary>
internal enum OrderGoal
{
    /// <summary>A cart that is priced and judged, and nothing more.</summary>
    Cart,

    /// <summary>The order is placed and, where payment is automatic, paid.</summary>
    Ordered,

    /// <summary>The project can be used.</summary>
    Delivered,
}
