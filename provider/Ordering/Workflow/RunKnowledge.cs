using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// What this run has made sure of. Empty when a run begins and never saved, so that a run that resumes looks at everything again. A lost
/// answer takes the certainty away (<see cref="AfterLostAnswer"/>), and the next step looks.
/// </summary>
internal sealed record RunKnowledge
{
    /// <summary>What an interrupted run of this resource may have left was looked for.</summary>
    public bool Reconciled { get; init; }

    /// <summary>
    /// The timestamp at which this run last began to look for what other runs left: what is ordered later may be missing in what it found.
    /// </summary>
    public long? LookedAt { get; init; }

    /// <summary>This run made the cart: no earlier one can have ordered it. Errors say so; no step depends on it.</summary>
    public bool CartMade { get; init; }

    /// <summary>What the cart holds; null while it is not known.</summary>
    public CartKnowledge? Cart { get; init; }

    public bool OffersRead { get; init; }

    /// <summary>The cart was asked to outlive this run.</summary>
    public bool ExpiryExtended { get; init; }

    /// <summary>What it was granted; null where nothing was, or that is not told.</summary>
    public DateTimeOffset? GrantedExpiry { get; init; }

    /// <summary>
    /// Items that a price named although this run did not add them, or did not name although it did. The cart was read again because of
    /// each.
    /// </summary>
    public ImmutableHashSet<ItemId> UnexpectedItems { get; init; } = [];

    /// <summary>The account's orders as they were before this run tried to place one; null until they were read.</summary>
    public ImmutableHashSet<OrderId>? OrdersBefore { get; init; }

    /// <summary>This run tried to place the order: a cart that is gone then is no reason to make another.</summary>
    public bool CheckoutTried { get; init; }

    /// <summary>The order's status was read, or told by its checkout.</summary>
    public bool StatusRead { get; init; }

    public bool OrderRead { get; init; }

    /// <summary>What the order costs is not what was confirmed, or not known: the order itself has to tell before it is paid.</summary>
    public bool PriceUncertain { get; init; }

    /// <summary>The payment method that was found to be valid.</summary>
    public PaymentMethodId? PaymentMethod { get; init; }

    /// <summary>A payment was accepted, so that <c>notPaid</c> now means "being processed".</summary>
    public bool PaymentAccepted { get; init; }

    /// <summary>A payment may have been made before; it is looked for before another is sent.</summary>
    public bool PaymentUncertain { get; init; }

    public bool ProjectRead { get; init; }

    /// <summary>Where a run begins that goes on from what the state has.</summary>
    public static RunKnowledge Resuming(OrderFacts facts) => new() { Reconciled = facts.Id is not null, PaymentUncertain = true };

    /// <summary>What the step may have changed has to be looked at before anything else is done.</summary>
    public RunKnowledge AfterLostAnswer(OrderStep step) => step switch
    {
        OrderStep.CreateCart => this with { Reconciled = false },
        OrderStep.Pay => this with { StatusRead = false, PaymentUncertain = true },
        _ => this with { Cart = null },
    };
}

/// <summary>What is known of an open or checked-out cart in this run; any change of the cart ends what was confirmed of it.</summary>
internal sealed record CartKnowledge
{
    public bool Assigned { get; init; }

    /// <summary>The cart was checked out: it has become an order.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Items that do not match the request, or that it does not ask for.</summary>
    public ImmutableArray<ItemId> SurplusItems { get; init; } = [];

    public bool RequirementsRead { get; init; }

    /// <summary>OVHcloud has confirmed the price of the cart as it is now.</summary>
    public bool PriceConfirmed { get; init; }

    public CartKnowledge Changed() => this with { PriceConfirmed = false };
}
