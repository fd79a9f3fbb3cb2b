using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Everything that was found and may belong to a resource. What the engine's state has, and what explains itself by it, is not in here: it
/// is in the state, and no interrupted run's.
/// </summary>
/// <param name="Carts">Carts that carry the resource's tag and are not in the state.</param>
/// <param name="Lookalikes">Recent orders with the same plan and description that nothing explains.</param>
/// <param name="OtherTagInSight">A cart of another resource holds the same: it may be that resource's order.</param>
internal sealed record Evidence(ImmutableArray<TaggedCart> Carts, ImmutableArray<Lookalike> Lookalikes, bool OtherTagInSight)
{
    public static Evidence Nothing { get; } = new([], [], OtherTagInSight: false);

    /// <summary>How many recent orders were not compared with what is asked for, because the account has too many.</summary>
    public int OrdersNotExamined { get; init; }

    /// <summary>This evidence, once hidden projects were waited for in vain.</summary>
    public Evidence WithHiddenEnded() => this with
    {
        Carts = [.. Carts.Select(c =>
            c is TaggedCart.Ordered { Fate: OrderFate.Hidden } hidden ? hidden with { Fate = OrderFate.Ended } : c)],
        Lookalikes = [.. Lookalikes.Select(l => l.Fate == OrderFate.Hidden ? l with { Fate = OrderFate.Ended } : l)],
    };

    /// <summary>The state has anything of this resource: what is found then is beside it, and a new order replaces it.</summary>
    public bool IsReplacement { get; init; }
}

/// <summary>A cart that carries the resource's tag, and what became of it.</summary>
/// <param name="Expires">Null where OVHcloud does not say.</param>
internal abstract record TaggedCart(CartId Id, DateTimeOffset? Expires)
{
    /// <summary>It was not checked out.</summary>
    /// <param name="Age">How long it was not touched, at least; null where that cannot be told, because OVHcloud granted less life than it
    /// was asked for.</param>
    public sealed record Open(CartId Id, DateTimeOffset? Expires, TimeSpan? Age) : TaggedCart(Id, Expires);

    public sealed record Ordered(CartId Id, DateTimeOffset? Expires, OrderId Order, OrderFate Fate, CartContents Contents)
        : TaggedCart(Id, Expires);

    /// <summary>It was checked out, and no order fits, or several do.</summary>
    public sealed record Undetermined(CartId Id, DateTimeOffset? Expires, ImmutableArray<OrderId> Candidates) : TaggedCart(Id, Expires);
}

/// <summary>How far an order has come.</summary>
internal enum OrderFate
{
    Unpaid,
    UnderWay,
    Delivered,

    /// <summary>
    /// Delivered, and its project has expired or is suspended: for debts, and then it can be reopened, or because it was terminated.
    /// </summary>
    Suspended,

    /// <summary>Delivered, and its project is hidden: it may appear, or be gone.</summary>
    Hidden,

    /// <summary>Cancelled, no longer there, or its project is gone or being deleted.</summary>
    Ended,
}

internal sealed record Lookalike(OrderId Order, OrderFate Fate);
