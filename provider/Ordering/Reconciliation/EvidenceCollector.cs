using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>Gathers what can be found that may belong to a resource. Reads only.</summary>
internal sealed class EvidenceCollector(
    OvhApi api, CartReader carts, OrderList list, OrderReader orders, OrderMatcher matcher, DeliveredProject delivered,
    ProjectReader projects, OwnershipRegistry registry, CheckoutGate gate)
{
    /// <summary>
    /// Carts of this resource's tag; and, where none of them is an order that still counts, orders that look like its own: their carts may
    /// be gone. A run that is still at work on an open cart is found before checkout.
    /// </summary>
    public async Task<Evidence> LeftByInterruptedRunsAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var recent = list.RecentIdsAsync(cancellationToken);
        var tagged = carts.TaggedAsync(run.Request.Tag, registry.IsInState, cancellationToken);
        await Task.WhenAll(recent, tagged);
        var before = await recent;
        run.Ledger.Learn(k => k with { OrdersBefore = before });
        var evidence = await OfAsync(run, await tagged, cancellationToken);
        return evidence.Carts.Any(c => c is not (TaggedCart.Open or TaggedCart.Ordered { Fate: OrderFate.Ended or OrderFate.Hidden }))
            ? evidence
            : await WithLookalikesAsync(evidence, run.Request, before, cancellationToken);
    }

    /// <summary>What carries this resource's tag beside the run's own cart and what is in the state.</summary>
    /// <param name="since">What was ordered before is left out; null where it is not.</param>
    /// <param name="known">Tells what life carts are granted, once it is done.</param>
    public async Task<Evidence> OtherCartsOfResourceAsync(
        OrderRun run, DateTimeOffset? since, Task known, CancellationToken cancellationToken)
    {
        var tag = run.Request.Tag;
        var beside = await carts.TaggedAsync(
            tag, id => id == run.Facts.CartId || registry.IsMade(id) || registry.IsInState(id), cancellationToken);
        beside = beside.RemoveAll(c => c.ReadOnly && CartTimes.ConfirmedAt(c, api.Time.GetUtcNow()) <= since);
        if (beside.IsEmpty)
        {
            return Evidence.Nothing;
        }

        await known;
        return await OfAsync(run, beside, cancellationToken);
    }

    /// <summary>
    /// Whether the account has no carts but those that this process made, or that are in the state. Credentials that may not list carts
    /// never made one.
    /// </summary>
    public async Task<bool> AreAllCartsKnownAsync(CancellationToken cancellationToken) =>
        (await api.Carts.ListAsync(null, cancellationToken).OrNullIfUnavailableAsync() ?? [])
            .All(id => registry.IsMade(id) || registry.IsInState(id));

    /// <summary>The order that the run's own cart became.</summary>
    public async Task<Evidence> OwnCartAsync(OrderRun run, CancellationToken cancellationToken)
    {
        // A cart that is gone since, or that does not tell any more what this run ordered, tells by what the run knows of it.
        var read = await carts.ReadAsync(run.CartId, run.Facts.CartExpirationDate, cancellationToken);
        var gone = new Cart
        {
            CartId = run.CartId,
            Description = run.Request.Tag,
            Expire = run.Facts.CartExpirationDate,
            ReadOnly = true,
        };
        var contents = read is not null && !run.Knowledge.CheckoutTried ? read
            : (read ?? CartContents.Of(gone, [])).OrKnown(run.Facts);
        var before = run.Knowledge.OrdersBefore ?? [];
        var earlier = before.IsEmpty ? await EarlierCartsAsync(run, contents, cancellationToken) : [];
        using var search = await gate.EnterSearchAsync(cancellationToken);
        var match = await matcher.MatchAsync(run.Request.Tag, run.Request.ForProject, [contents, .. earlier], before, cancellationToken);
        TaggedCart cart = match.Carts[run.CartId] is { Order: { } order }
            ? new TaggedCart.Ordered(run.CartId, contents.Cart.Expire, order, OrderFate.UnderWay, contents)
            : new TaggedCart.Undetermined(run.CartId, contents.Cart.Expire, match.Carts[run.CartId].Candidates);
        return new Evidence([cart], [], match.OtherTagInSight);
    }

    /// <summary>
    /// Other checked-out carts of this resource that hold the same: each takes its order out of the way. In the run that checked out, the
    /// orders that were there before are known instead.
    /// </summary>
    private async Task<IEnumerable<CartContents>> EarlierCartsAsync(OrderRun run, CartContents own, CancellationToken cancellationToken)
    {
        var tag = run.Request.Tag;
        var tagged = await carts.TaggedAsync(tag, id => id == own.Cart.CartId || registry.IsInState(id), cancellationToken);
        var earlier = tagged.Where(c => c.ReadOnly);
        return (await Task.WhenAll(earlier.Select(c => carts.ContentsOfAsync(c, cancellationToken)))).Where(c =>
            c.Plan == own.Plan && c.Description == own.Description);
    }

    private async Task<Evidence> OfAsync(OrderRun run, ImmutableArray<Cart> tagged, CancellationToken cancellationToken)
    {
        var tag = run.Request.Tag;
        var now = api.Time.GetUtcNow();
        List<TaggedCart> found =
            [.. tagged.Where(c => !c.ReadOnly).Select(c => new TaggedCart.Open(c.CartId, c.Expire, CartTimes.AgeOf(c, run, now)))];
        var contents = await Task.WhenAll(tagged.Where(c => c.ReadOnly).Select(c => carts.ContentsOfAsync(c, cancellationToken)));
        var isOtherTagInSight = false;

        // Carts that hold the same are matched together: each takes its order out of the others' way.
        foreach (var same in contents.GroupBy(c => (c.Plan, c.Description)))
        {
            using var search = await gate.EnterSearchAsync(cancellationToken);
            var match = await matcher.MatchAsync(tag, run.Request.ForProject, [.. same], [], cancellationToken);
            isOtherTagInSight |= match.OtherTagInSight;
            foreach (var held in same)
            {
                var (id, expires) = (held.Cart.CartId, held.Cart.Expire);
                if (match.Carts[id] is not { Order: { } order })
                {
                    found.Add(new TaggedCart.Undetermined(id, expires, match.Carts[id].Candidates));
                }
                else if (!registry.IsInState(tag, order) && !registry.IsSuperseded(tag, order))
                {
                    registry.RecordOrder(tag, id, order);
                    var fate = await FateAsync(order, placed: null, cancellationToken);
                    found.Add(new TaggedCart.Ordered(id, expires, order, fate, held));
                }
            }
        }

        return new Evidence([.. found], [], isOtherTagInSight) { IsReplacement = registry.IsInState(tag) };
    }

    private async Task<Evidence> WithLookalikesAsync(
        Evidence evidence, OrderRequest request, ImmutableHashSet<OrderId> recent, CancellationToken cancellationToken)
    {
        var tag = request.Tag;
        var unknown = recent.Where(id =>
            !registry.IsAnothers(id, tag) && !registry.IsInState(tag, id) && !registry.IsSuperseded(tag, id)).ToHashSet();
        unknown.ExceptWith(evidence.Carts.OfType<TaggedCart.Ordered>().Select(c => c.Order));
        if (unknown.Count == 0)
        {
            return evidence;
        }

        using var search = await gate.EnterSearchAsync(cancellationToken);
        var cloud = await list.IfCloudOrdersAsync(cancellationToken);
        var now = api.Time.GetUtcNow();
        var oldest = now - PollingSchedule.CheckedOutCartLife;
        var latest = registry.Started + PollingSchedule.StartTolerance;
        // A date that is still to come cannot be right (a time zone, perhaps), and excludes nothing.
        var possible = unknown.Select(id => cloud?.FirstOrDefault(o => o.OrderId == id) ?? new CloudOrder { OrderId = id })
            .Where(o => !(o.Date <= oldest) && !(o.Date >= latest && o.Date <= now + PollingSchedule.StartTolerance))
            .OrderByDescending(o => o.OrderId.Value).ToList();
        var unexplained = await matcher.UnexplainedAsync(request, possible, cancellationToken);
        var lookalikes = await Task.WhenAll(unexplained.Orders.Select(async o =>
            new Lookalike(o.OrderId, await FateAsync(o.OrderId, o.Date, cancellationToken))));
        return evidence with
        {
            Lookalikes = [.. lookalikes],
            OtherTagInSight = evidence.OtherTagInSight || unexplained.OtherTagInSight,
            OrdersNotExamined = unexplained.NotExamined,
        };
    }

    private async Task<OrderFate> FateAsync(OrderId order, DateTimeOffset? placed, CancellationToken cancellationToken) =>
        await orders.FindStatusAsync(order, cancellationToken) switch
        {
            // It was listed a moment ago, and orders stay in the history of their account: it is hidden, not gone.
            null => throw new OrderException(new OrderFailure.OrderListedButUnreadable(order)),
            OrderStatus.Cancelled => OrderFate.Ended,
            OrderStatus.NotPaid when !await orders.HasPaymentAsync(order, cancellationToken) => OrderFate.Unpaid,
            OrderStatus.Delivered when await delivered.OfAsync(order, cancellationToken) is { } project =>
                await ProjectFateAsync(order, placed, project, cancellationToken),
            OrderStatus.Delivered => OrderFate.Delivered,
            _ => OrderFate.UnderWay,
        };

    private async Task<OrderFate> ProjectFateAsync(
        OrderId order, DateTimeOffset? placed, ProjectId project, CancellationToken cancellationToken)
    {
        var presence = await projects.FindAsync(project, cancellationToken);
        return presence switch
        {
            ProjectPresence.Absent => await projects.WasEndRequestedAsync(project, cancellationToken)
                || !await projects.MayAppearAsync(order, placed, cancellationToken)
                    ? OrderFate.Ended
                    : OrderFate.Hidden,
            _ when await projects.IsEndingAsync(presence, project, cancellationToken) => OrderFate.Ended,
            ProjectPresence.Present { Facts.Status: not ProjectStatus.Suspended } => OrderFate.Delivered,
            _ => OrderFate.Suspended,
        };
    }
}
