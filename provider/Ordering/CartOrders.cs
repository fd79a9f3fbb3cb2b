using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>What became of a cart that was checked out.</summary>
internal abstract record CartOrder
{
    private CartOrder()
    {
    }

    public sealed record Found(OrderId Order) : CartOrder;

    /// <summary>Its order is one that the engine has in its state.</summary>
    public sealed record InState : CartOrder;

    /// <summary>No order fits, although there must be one.</summary>
    public sealed record Missing : CartOrder;

    public sealed record Several(ImmutableArray<OrderId> Orders) : CartOrder;
}

/// <summary>
/// Finds the order that a cart became, by what it recorded of plan and description and by when it can have been placed: the API ties
/// neither to the other. Only for a checkout whose answer nobody has.
/// </summary>
internal sealed class CartOrders(OvhApi api, KnownOrders known, TimeProvider time)
{
    private const int MostLooks = 6;

    /// <summary>Asks for a while: an order may take a moment to be listed.</summary>
    public async Task<CartOrder> OfAsync(OrderRequest request, OrderProgress progress, CancellationToken cancellationToken)
    {
        var wanted = Wanted.In(progress, request);
        for (var look = 0; look < MostLooks; look++)
        {
            await Task.Delay(look == 0 ? TimeSpan.Zero : Waits.BetweenLooks(look, TimeSpan.Zero), time, cancellationToken);
            var orders = await SinceAsync(EarliestOrderOf(progress), everywhere: look > 0, cancellationToken);
            var fitting = await FittingAsync(request.Mark, wanted, orders, mustBeRecorded: false, cancellationToken);
            var placed = fitting.Where(o => progress.OrdersBefore?.Contains(o.Order) != true).ToImmutableArray();
            var free = await WithoutDoneAsync(
                [.. placed.Where(o => !known.IsInState(request.Mark, o.Order))], others: c => c.CartId != progress.Cart, cancellationToken);
            if (free.Length > 1 && (free.Any(o => o.IsRecorded) || look == MostLooks - 1))
            {
                return new CartOrder.Several([.. free.Select(o => o.Order)]);
            }

            // What recorded nothing may be anybody's: its own may only be late, and must be given the time to show.
            if (free is [var only] && (only.IsRecorded || (look == MostLooks - 1 && await CostsAsync(only.Order, progress.Quote, cancellationToken))))
            {
                return new CartOrder.Found(only.Order);
            }

            if (free.IsEmpty && placed.Any(o => known.IsInState(request.Mark, o.Order)))
            {
                return new CartOrder.InState();
            }
        }

        return new CartOrder.Missing();
    }

    /// <summary>Orders that recorded the wanted plan and description, and which nobody else here has.</summary>
    /// <param name="mustBeRecorded">Whether an order that recorded nothing but its plan does not fit, instead of perhaps.</param>
    public async Task<ImmutableArray<FittingOrder>> FittingAsync(
        string mark, Wanted wanted, IEnumerable<CloudOrder> orders, bool mustBeRecorded, CancellationToken cancellationToken)
    {
        var fitting = ImmutableArray.CreateBuilder<FittingOrder>();
        foreach (var order in orders.Where(o => !known.IsClaimedByAnother(o.OrderId, mark) && (wanted.Plan is null || o.PlanCode is null || o.PlanCode == wanted.Plan)))
        {
            switch (await IsForAsync(order.OrderId, wanted, cancellationToken))
            {
                case true:
                    fitting.Add(new FittingOrder(order.OrderId, IsRecorded: true));
                    break;
                case null when !mustBeRecorded && order.PlanCode is not null:
                    fitting.Add(new FittingOrder(order.OrderId, IsRecorded: false));
                    break;
            }
        }

        return fitting.ToImmutable();
    }

    /// <summary>Without those that carts say are done: they are other resources', or what this one replaced.</summary>
    /// <param name="others">The carts that are listened to.</param>
    public async Task<ImmutableArray<FittingOrder>> WithoutDoneAsync(ImmutableArray<FittingOrder> orders, Func<Cart, bool> others, CancellationToken cancellationToken)
    {
        if (orders.IsEmpty)
        {
            return orders;
        }

        var ids = await api.Carts.ListAsync(null, cancellationToken);
        var carts = await Task.WhenAll(ids.Select(id => CartContent.CartAsync(api, id, cancellationToken)));
        var done = carts.OfType<Cart>().Where(others).Select(c => CartMark.OrderIn(c.Description)).ToHashSet();
        return [.. orders.Where(o => !done.Contains(o.Order))];
    }

    /// <summary>A cart is asked to live on just before it is checked out, so that its expiry tells when that was.</summary>
    private DateTimeOffset EarliestOrderOf(OrderProgress progress)
    {
        var oldest = time.GetUtcNow() - Waits.OldestCart;
        var kept = progress.CartExpirationDate - Waits.KeptCartLife - Waits.ClockTolerance;
        return kept is { } since && since > oldest && since < time.GetUtcNow() ? since : oldest;
    }

    /// <summary>Whether an order costs what its cart was judged to cost.</summary>
    private async Task<bool> CostsAsync(OrderId order, Quote? quote, CancellationToken cancellationToken) =>
        quote is null || (await api.Orders.GetAsync(order, cancellationToken)).PriceWithTax is not { } price || price.Value == quote.Prices.WithTax;

    /// <param name="everywhere">Whether the billing's list is asked too: the list of cloud orders may be late, or not granted.</param>
    private async Task<IReadOnlyList<CloudOrder>> SinceAsync(DateTimeOffset since, bool everywhere, CancellationToken cancellationToken)
    {
        var orders = await CloudOrders.ListAsync(api, cancellationToken);
        var billed = everywhere || orders.Count == 0 ? await CloudOrders.BilledAsync(api, since, cancellationToken) : [];
        return
        [
            .. orders.Concat(billed.ExceptBy(orders.Select(o => o.OrderId), o => o.OrderId))
                .Where(o => o.Date is null || o.Date >= since)
                .OrderByDescending(o => o.OrderId.Value),
        ];
    }

    /// <returns>Null where nothing was recorded.</returns>
    private async Task<bool?> IsForAsync(OrderId order, Wanted wanted, CancellationToken cancellationToken)
    {
        foreach (var detail in await api.Orders.DetailsAsync(order, cancellationToken))
        {
            try
            {
                var recorded = (await api.Orders.GetExtensionAsync(order, detail, cancellationToken)).Order;
                if (recorded is null || (wanted.Plan is not null && recorded.Plan?.Code != wanted.Plan))
                {
                    continue;
                }

                return recorded.Configurations.Any(c => c.Label == Labels.Description && c.Value == wanted.Description);
            }
            catch (OvhApiException e) when (e.IsMissing)
            {
                // The US site records no configuration: plan, age and price are all there is to tell it by.
                return null;
            }
        }

        return false;
    }
}

/// <param name="IsRecorded">It says what it was ordered as, and not only its plan.</param>
internal sealed record FittingOrder(OrderId Order, bool IsRecorded);

/// <summary>What an order is recognized by.</summary>
internal sealed record Wanted(string? Plan, string Description)
{
    /// <summary>What the cart holds, where that is known; the program may have changed since.</summary>
    public static Wanted In(OrderProgress progress, OrderRequest request) => new(
        progress.Item?.Settings.PlanCode ?? request.PlanCode,
        progress.Item?.Configurations.FirstOrDefault(c => c.Label == Labels.Description)?.Value ?? request.Description);
}
