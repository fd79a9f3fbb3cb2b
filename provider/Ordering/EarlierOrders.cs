using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Finds what an interrupted run of the same resource left: an open cart is completed, a checked-out one leads to its order. What the
/// engine showed in its state is not interrupted but about to be replaced. What cannot be told apart stops, and orders nothing.
/// </summary>
internal sealed class EarlierOrders(OvhApi api, KnownOrders known, TimeProvider time)
{
    private readonly CartOrders _orders = new(api, known, time);
    private readonly DeliveredProject _delivered = new(api);
    private readonly ProjectPresence _presence = new(api);

    public async Task AdoptAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var mark = run.Request.Mark;
        if (!run.Request.AdoptEarlierOrders || run.IsQuote || api.IsAnonymous)
        {
            run.Ledger.Enter(p => p with { Searched = true });
            return;
        }

        var marked = MarkedCartsAsync(mark, cancellationToken);
        var listed = CloudOrders.IfListedAsync(api, cancellationToken);
        await Task.WhenAll(marked, listed);
        await Task.WhenAll((await marked).Where(c => c.ReadOnly).Select(c => TakeMarkOffAsync(mark, c, cancellationToken)));
        var carts = (await marked).Where(c => !known.IsInState(mark, c.CartId)).ToList();
        var open = carts.Where(c => !c.ReadOnly).OrderBy(c => c.CartId.Value, StringComparer.Ordinal).ToList();
        var lost = new List<StandingOrder>();
        foreach (var cart in carts.Where(c => c.ReadOnly))
        {
            if (await StandingOrderAsync(run, cart, Waits.ProjectGrace, cancellationToken) is { } standing)
            {
                lost.Add(standing);
            }

            known.Claim(cart.CartId, mark);
        }

        if (lost.Count > 1)
        {
            throw EarlierOrderText.CannotTell($"{lost.Count} earlier orders of this resource", string.Join(", ", lost), lost[0].Order, known.IsInState(mark));
        }

        if (lost is [{ IsDelivered: true } delivered] && !await CanBeDescribedAsync(delivered.Cart, cancellationToken))
        {
            throw EarlierOrderText.CannotTell(
                "an earlier order of this resource that is delivered already", delivered.ToString(), delivered.Order, known.IsInState(mark));
        }

        if (lost.Count == 0 && open.Count == 0)
        {
            await RefuseTwinsAsync(run, await listed, cancellationToken);
        }

        var adopted = lost.Count == 1 ? lost[0].Cart : open.FirstOrDefault();
        foreach (var spare in open.Where(c => c != adopted))
        {
            await CartSteps.DeleteCartAsync(api, spare.CartId, cancellationToken);
        }

        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        if (lost.Count == 1)
        {
            known.TakeOver(mark, lost[0].Order, now);
        }

        var before = (await listed)?.Select(o => o.OrderId).ToImmutableHashSet();
        run.Ledger.Enter(p => p with
        {
            Searched = true,
            Cart = adopted?.CartId,
            CartInspected = false,
            CartExpirationDate = adopted?.Expire,
            PaymentInDoubt = lost.Count == 1,
            TakenOver = lost.Count == 1 ? now : null,
            Order = lost.Count == 1 ? lost[0].Order : null,
            Item = lost.Count == 1 ? lost[0].Content.Item : null,
            Options = lost.Count == 1 ? lost[0].Content.Options : [],
            OrdersBefore = before,
        });
    }

    /// <summary>The order of a cart whose checkout was answered into the void.</summary>
    /// <exception cref="OrderException">It cannot be told.</exception>
    public async Task FindOrderOfCartAsync(OrderRun run, CancellationToken cancellationToken)
    {
        using var search = await known.EnterSearchAsync(cancellationToken);
        var order = await _orders.OfAsync(run.Request, run.Ledger.Progress, cancellationToken) switch
        {
            CartOrder.Found found => found.Order,
            CartOrder.Several several => throw EarlierOrderText.Several(run.Cart, several.Orders),
            _ => throw EarlierOrderText.Missing(run.Cart),
        };
        known.Claim(order, run.Request.Mark);
        run.Ledger.Enter(p => p with { Order = order, Status = null, PaymentInDoubt = true });
    }

    /// <summary>The order that a checked-out cart of this resource became, if it stands and the engine does not know of it.</summary>
    /// <param name="grace">How long a delivered project that is not visible is waited for before it counts as ended.</param>
    public async Task<OrderId?> StandingAsync(OrderRun run, Cart cart, TimeSpan grace, CancellationToken cancellationToken) =>
        (await StandingOrderAsync(run, cart, grace, cancellationToken))?.Order;

    /// <summary>Carts of this resource that are not known to be done; the API's filter is not relied on.</summary>
    public async Task<IReadOnlyList<Cart>> MarkedCartsAsync(string mark, CancellationToken cancellationToken)
    {
        var ids = await api.Carts.ListAsync(mark, cancellationToken);
        var carts = await Task.WhenAll(ids.Select(id => CartContent.CartAsync(api, id, cancellationToken)));
        return [.. carts.OfType<Cart>().Where(c => c.Description == mark)];
    }

    /// <summary>
    /// What this Create replaces still has its mark where the last farewell was not heard. It is taken off before anything is made: the run
    /// that resumes this one will not be shown that order, and could not tell it from a rival's.
    /// </summary>
    private async Task TakeMarkOffAsync(string mark, Cart cart, CancellationToken cancellationToken)
    {
        if (known.OrderInState(mark, cart.CartId) is { } order)
        {
            await TakeMarkOffAsync(mark, cart, order, cancellationToken);
        }
    }

    private async Task TakeMarkOffAsync(string mark, Cart cart, OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            await api.Carts.UpdateAsync(cart.CartId, new CartUpdate(CartMark.Done(mark, order), null), cancellationToken);
        }
        catch (OvhApiException e) when (e is { Outcome: CallOutcome.NotProcessed, Status: >= 400 and < 500 and not 429 })
        {
            // This API does not let a checked-out cart be described anew.
        }
    }

    /// <summary>The order of a checked-out cart, if it is one to go on with; null if it came to nothing, or the engine has it.</summary>
    private async Task<StandingOrder?> StandingOrderAsync(OrderRun run, Cart cart, TimeSpan grace, CancellationToken cancellationToken)
    {
        if (await CartContent.ReadAsync(api, cart.CartId, cancellationToken) is not { } held)
        {
            throw EarlierOrderText.Missing(cart.CartId);
        }

        var content = held.EnterInto(new OrderProgress { Cart = cart.CartId });

        OrderId order;
        using (await known.EnterSearchAsync(cancellationToken))
        {
            switch (await _orders.OfAsync(run.Request, content, cancellationToken))
            {
                case CartOrder.InState:
                    return null;
                case CartOrder.Several several:
                    throw EarlierOrderText.Several(cart.CartId, several.Orders);
                case CartOrder.Found found:
                    order = found.Order;
                    known.Claim(order, run.Request.Mark);
                    break;
                default:
                    throw EarlierOrderText.Missing(cart.CartId);
            }
        }

        var status = await api.Orders.StatusAsync(order, cancellationToken);
        if (status == OrderStatus.Cancelled)
        {
            // It explains its order from now on, which a later cart of this resource could not be told from.
            await TakeMarkOffAsync(run.Request.Mark, cart, order, cancellationToken);
            return null;
        }

        return status switch
        {
            OrderStatus.NotPaid when held.HoldsMoreThan(run.Request) && !await OrderSteps.HasPaymentAsync(api, order, cancellationToken) =>
                throw CartContent.TooMuch(order),
            OrderStatus.Delivered when await EndedAsync(run, order, time.GetTimestamp(), grace, cancellationToken) => null,
            _ => new StandingOrder(order, cart, content, IsDelivered: status == OrderStatus.Delivered),
        };
    }

    /// <summary>Whether the order's project was ended since. One that is not visible may also have been delivered a moment ago.</summary>
    /// <param name="since">When the order was seen to be delivered.</param>
    private async Task<bool> EndedAsync(OrderRun run, OrderId order, long since, TimeSpan grace, CancellationToken cancellationToken)
    {
        if (await _delivered.OfAsync(order, cancellationToken) is not { } id)
        {
            return false;
        }

        for (var look = 0; ; look++)
        {
            if (await _presence.FindAsync(id, cancellationToken) is { } project)
            {
                return project.Status is ProjectStatus.Deleting or ProjectStatus.Suspended;
            }

            var waited = time.GetElapsedTime(since);
            if (waited >= grace)
            {
                return true;
            }

            await run.Listener.StatusAsync(OrderStatusLine.WaitingForProject($"earlier order {order} is delivered, its project is not visible", waited));
            await Task.Delay(Waits.BetweenLooks(look, waited), time, cancellationToken);
        }
    }

    /// <summary>
    /// Where a checked-out cart can be described anew, the mark of a run that the engine heard the end of was taken off: one that is still
    /// there then tells of an interrupted run. Where it cannot, the mark tells nothing.
    /// </summary>
    private async Task<bool> CanBeDescribedAsync(Cart cart, CancellationToken cancellationToken)
    {
        try
        {
            await api.Carts.UpdateAsync(cart.CartId, new CartUpdate(cart.Description, cart.Expire), cancellationToken);
            return true;
        }
        catch (OvhApiException e) when (e.Outcome == CallOutcome.NotProcessed)
        {
            return false;
        }
    }

    /// <summary>
    /// An order like the wanted one was placed before this process began, and no cart tells whose it is: it may be that of an interrupted run
    /// whose cart cannot be found any more, or another program's. Nobody can know; a person decides.
    /// </summary>
    private async Task RefuseTwinsAsync(OrderRun run, IReadOnlyList<CloudOrder>? listed, CancellationToken cancellationToken)
    {
        var request = run.Request;
        var oldest = time.GetUtcNow() - Waits.OldestCart;
        var orders = listed ?? await CloudOrders.BilledAsync(api, oldest, cancellationToken);
        var recent = orders.Where(o => (o.Date is null || (o.Date < known.Started + Waits.ClockTolerance && o.Date > oldest))
            && !known.IsInState(request.Mark, o.OrderId)).ToList();
        if (!recent.TrueForAll(CloudOrders.IsPending) && await AreCheckedOutCartsListedAsync(cancellationToken))
        {
            recent.RemoveAll(o => !CloudOrders.IsPending(o) && WouldShowItsCart(o));
        }

        var delivered = new List<OrderId>();
        foreach (var twin in await TwinsAsync(request, recent, mustBeRecorded: listed is null, cancellationToken))
        {
            switch (await api.Orders.StatusAsync(twin, cancellationToken))
            {
                case OrderStatus.Cancelled or OrderStatus.Cancelling:
                    break;
                case OrderStatus.Delivered:
                    delivered.Add(twin);
                    break;
                default:
                    throw Twin("a pending", twin);
            }
        }

        var seen = time.GetTimestamp();
        foreach (var twin in delivered)
        {
            var order = recent.Find(o => o.OrderId == twin)!;
            if (WouldShowItsCart(order) && await AreCheckedOutCartsListedAsync(cancellationToken))
            {
                continue;
            }

            var isOld = order.Date < time.GetUtcNow() - Waits.LongDelivery;
            if (!await EndedAsync(run, twin, seen, isOld ? TimeSpan.Zero : Waits.ProjectGrace, cancellationToken))
            {
                throw Twin("a delivered", twin);
            }
        }

        OrderException Twin(string kind, OrderId twin) => EarlierOrderText.CannotTell(
            $"{kind} order with the same plan and description, and no cart that tells whose it is", $"order {twin}", twin, known.IsInState(run.Request.Mark));
    }

    /// <summary>Once every checkout of this process is answered: an order that another resource has just placed is no twin.</summary>
    private async Task<ImmutableArray<OrderId>> TwinsAsync(
        OrderRequest request, IReadOnlyList<CloudOrder> recent, bool mustBeRecorded, CancellationToken cancellationToken)
    {
        if (recent.All(o => known.IsClaimedByAnother(o.OrderId, request.Mark)))
        {
            return [];
        }

        using var search = await known.EnterSearchAsync(cancellationToken);
        var fitting = await _orders.FittingAsync(request.Mark, new Wanted(request.PlanCode, request.Description), recent, mustBeRecorded, cancellationToken);

        // A cart of this resource that is done names an order that the engine had, and does not have now: that is what has to be asked about.
        var unexplained = await _orders.WithoutDoneAsync(fitting, others: c => !CartMark.IsOf(request.Mark, c.Description), cancellationToken);
        return [.. unexplained.Select(o => o.Order)];
    }

    /// <summary>The API may grant a cart less life than it is asked for.</summary>
    private bool WouldShowItsCart(CloudOrder order) => order.Date > time.GetUtcNow() - Waits.SurestCartLife;

    /// <summary>Where they are, the cart of a delivered order that is this recent would have been found.</summary>
    private async Task<bool> AreCheckedOutCartsListedAsync(CancellationToken cancellationToken)
    {
        if (!known.AreCheckedOutCartsListed)
        {
            foreach (var id in await api.Carts.ListAsync(null, cancellationToken))
            {
                if (await CartContent.CartAsync(api, id, cancellationToken) is { ReadOnly: true })
                {
                    known.AreCheckedOutCartsListed = true;
                    break;
                }
            }
        }

        return known.AreCheckedOutCartsListed;
    }

    private sealed record StandingOrder(OrderId Order, Cart Cart, OrderProgress Content, bool IsDelivered)
    {
        public override string ToString() => $"order {Order} of cart {Cart.CartId}";
    }
}
