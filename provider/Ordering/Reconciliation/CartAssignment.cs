using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <param name="ConfirmedAt">When its price was confirmed, just before checkout; earlier than that where OVHcloud granted less life than it
/// was asked for.</param>
/// <param name="IsUnclaimed">
/// It is of a resource of this stack that the engine has mentioned, and no state that it handed over has its order: an interrupted run
/// left it. With <c>--target</c> or <c>--run-program</c> its order may be in the state of a resource that was not mentioned; then times
/// alone tell it from ours.
/// </param>
internal sealed record CheckedOutCart(CartId Id, string? Plan, string? Description, DateTimeOffset ConfirmedAt, bool IsUnclaimed = false);

/// <param name="Date">When it was placed; null where that is not known.</param>
/// <param name="Description">What it records; null where it records nothing of itself.</param>
internal sealed record OrderCandidate(OrderId Id, DateTimeOffset? Date, string? Description = null);

/// <param name="Order">The order that the cart became; null where it cannot be determined.</param>
/// <param name="Candidates">The orders that may be the cart's.</param>
internal sealed record CartMatch(OrderId? Order, ImmutableArray<OrderId> Candidates);

/// <summary>
/// Which order each checked-out cart became, among carts and orders that hold the same: a pure function. The API ties neither to the other,
/// but a cart is checked out moments after its price was confirmed, and never before.
/// </summary>
internal static class CartAssignment
{
    public static ImmutableDictionary<CartId, CartMatch> Assign(
        IReadOnlyCollection<CheckedOutCart> carts, IReadOnlyCollection<OrderCandidate> orders)
    {
        var result = ImmutableDictionary.CreateBuilder<CartId, CartMatch>();
        var unassigned = carts.ToList();
        var free = orders.ToList();
        AssignDetermined(IsLikely);
        AssignDetermined(IsPossible);
        var interchangeable = Interchangeable(unassigned, free);
        foreach (var cart in unassigned)
        {
            result[cart.Id] = interchangeable?[cart.Id] ?? new CartMatch(null, CandidatesOf(cart, free, IsPossible));
        }

        return result.ToImmutable();

        void AssignDetermined(Func<CheckedOutCart, OrderCandidate, bool> fits)
        {
            while (Determined(unassigned, free, fits) is var (cart, order))
            {
                result[cart.Id] = new CartMatch(order, [order]);
                unassigned.Remove(cart);
                free.RemoveAll(o => o.Id == order);
            }
        }
    }

    /// <summary>
    /// One interrupted run left several carts and as many orders that hold the same: which became which makes no difference, as long as
    /// every run that looks decides alike. Null where that is not so.
    /// </summary>
    private static Dictionary<CartId, CartMatch>? Interchangeable(List<CheckedOutCart> carts, List<OrderCandidate> orders)
    {
        var sorted = carts.OrderBy(c => c.ConfirmedAt).ThenBy(c => c.Id.Value, StringComparer.Ordinal);
        var possible = orders.Where(o => carts.TrueForAll(c => IsPossible(c, o))).OrderBy(o => o.Date).ThenBy(o => o.Id.Value).ToList();
        return carts.Count > 1 && carts.TrueForAll(c => c.IsUnclaimed) && possible.Count == carts.Count && possible.Count == orders.Count
            ? sorted.Zip(possible).ToDictionary(pair => pair.First.Id, pair => new CartMatch(pair.Second.Id, [pair.Second.Id]))
            : null;
    }

    /// <summary>A cart that can have become one order alone, which no other cart needs as much.</summary>
    private static (CheckedOutCart Cart, OrderId Order)? Determined(
        List<CheckedOutCart> carts, List<OrderCandidate> orders, Func<CheckedOutCart, OrderCandidate, bool> fits)
    {
        var single = carts.Select(c => (Cart: c, Orders: CandidatesOf(c, orders, fits))).Where(o => o.Orders.Length == 1).ToList();
        foreach (var (cart, only) in single)
        {
            if (single.Count(s => s.Orders[0] == only[0]) == 1)
            {
                return (cart, only[0]);
            }
        }

        return null;
    }

    private static ImmutableArray<OrderId> CandidatesOf(
        CheckedOutCart cart, IReadOnlyCollection<OrderCandidate> orders, Func<CheckedOutCart, OrderCandidate, bool> fits) =>
        [.. orders.Where(o => fits(cart, o)).Select(o => o.Id)];

    private static bool IsPossible(CheckedOutCart cart, OrderCandidate order) =>
        (order.Description is null || order.Description == (cart.Description ?? ""))
        && (order.Date is not { } date || date >= cart.ConfirmedAt - PollingSchedule.MatchTolerance);

    private static bool IsLikely(CheckedOutCart cart, OrderCandidate order) =>
        order.Date is { } date && IsPossible(cart, order) && date <= cart.ConfirmedAt + PollingSchedule.MaxRunInCart;
}
