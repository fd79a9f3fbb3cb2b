using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <param name="ConfirmedAt">When its price was confirmed, just before checkout; earlier than that where OVHcloud granted less life than it was asked for.</param>
internal sealed record CheckedOutCart(CartId Id, string? Plan, string? Description, DateTimeOffset ConfirmedAt);

/// <param name="Date">When it was placed; null where that is not known.</param>
internal sealed record OrderCandidate(OrderId Id, DateTimeOffset? Date);

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
        var open = carts.ToList();
        var free = orders.ToList();

        // What was placed in the minutes after the confirmation first; what is left may be anything that is not older.
        foreach (Func<CheckedOutCart, OrderCandidate, bool> fits in new[] { IsLikely, IsPossible })
        {
            while (Determined(open, free, fits) is var (cart, order))
            {
                result[cart.Id] = new CartMatch(order, [order]);
                open.Remove(cart);
                free.RemoveAll(o => o.Id == order);
            }
        }

        foreach (var cart in open)
        {
            result[cart.Id] = new CartMatch(null, Options(cart, free, IsPossible));
        }

        return result.ToImmutable();
    }

    /// <summary>A cart that can have become one order alone, which no other cart needs as much.</summary>
    private static (CheckedOutCart Cart, OrderId Order)? Determined(
        List<CheckedOutCart> carts, List<OrderCandidate> orders, Func<CheckedOutCart, OrderCandidate, bool> fits)
    {
        var single = carts.Select(c => (Cart: c, Orders: Options(c, orders, fits))).Where(o => o.Orders.Length == 1).ToList();
        foreach (var (cart, only) in single)
        {
            if (single.Count(s => s.Orders[0] == only[0]) == 1)
            {
                return (cart, only[0]);
            }
        }

        return null;
    }

    private static ImmutableArray<OrderId> Options(
        CheckedOutCart cart, IReadOnlyCollection<OrderCandidate> orders, Func<CheckedOutCart, OrderCandidate, bool> fits) =>
        [.. orders.Where(o => fits(cart, o)).Select(o => o.Id)];

    private static bool IsPossible(CheckedOutCart cart, OrderCandidate order) =>
        order.Date is not { } date || date >= cart.ConfirmedAt - PollingSchedule.MatchTolerance;

    private static bool IsLikely(CheckedOutCart cart, OrderCandidate order) =>
        order.Date is { } date && IsPossible(cart, order) && date <= cart.ConfirmedAt + PollingSchedule.MaxRunInCart;
}
