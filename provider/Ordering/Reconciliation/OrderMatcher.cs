using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <param name="OtherTagInSight">A checked-out cart of another resource holds the same.</param>
internal sealed record MatchResult(ImmutableDictionary<CartId, CartMatch> Carts, bool OtherTagInSight);

/// <inheritdoc cref="MatchResult"/>
/// <param name="NotExamined">How many recent orders were not read, because the account has too many.</param>
internal sealed record UnexplainedOrders(ImmutableArray<CloudOrder> Orders, bool OtherTagInSight, int NotExamined);

/// <summary>
/// Finds the orders that checked-out carts became, by what orders record of plan and description and by when they were placed. What it
/// costs depends on the carts and orders that hold the same: of the others only so many are looked at, those first that were placed at the
/// time, or last. A cart whose order is not among them has none that can be determined.
/// </summary>
internal sealed class OrderMatcher(OvhApi api, CartReader carts, OrderList list, OrderRecords records, OwnershipRegistry registry)
{
    private const int MaxAttempts = 6;
    private const int MaxOtherOrders = 10;
    private const int MaxOtherCarts = 15;

    /// <summary>Asks for a while: an order may take a moment to be listed.</summary>
    /// <param name="forProject">The carts hold options for this project; null: they hold projects.</param>
    /// <param name="own">Carts that carry the tag and were checked out.</param>
    /// <param name="before">Orders that were there before the checkout; empty where that is not known.</param>
    public async Task<MatchResult> MatchAsync(
        string tag, ProjectId? forProject, IReadOnlyCollection<CartContents> own, ImmutableHashSet<OrderId> before,
        CancellationToken cancellationToken)
    {
        var wanted = own.Select(c => CheckedOut(c) with { IsUnclaimed = true }).ToList();
        var search = new Search(tag, wanted[0].Plan, wanted[0].Description ?? "", before, forProject);
        var (others, explained) = (ImmutableArray<OtherCart>.Empty, 0);
        for (var attempt = 0; ; attempt++)
        {
            var isLast = attempt == MaxAttempts - 1;
            var delay = attempt == 0 ? TimeSpan.Zero : PollingSchedule.DelayBeforeAttempt(attempt, TimeSpan.Zero);
            await Task.Delay(delay, api.Time, cancellationToken);
            var since = wanted.Concat(others.Select(o => o.Cart)).Min(c => c.ConfirmedAt) - PollingSchedule.MatchTolerance;
            var candidates =
                await CandidatesAsync(search, await list.SinceAsync(since, cancellationToken), wanted, isLast, cancellationToken);
            if (candidates.Count > explained)
            {
                // The order that came up may be of a cart that was checked out meanwhile.
                (others, explained) = (await OtherCartsAsync(search, cancellationToken), candidates.Count);
            }

            var assigned = CartAssignment.Assign(
                [.. wanted, .. others.Select(o => o.Cart with { IsUnclaimed = IsUnclaimed(o.Tag, tag) })], candidates);

            // Its own order may still come up beside that of a cart that was not read.
            if (isLast || (!search.AreCartsLeft && wanted.TrueForAll(c => assigned[c.Id].Order is not null)))
            {
                return new MatchResult(assigned, !others.IsEmpty || search.IsAnothersInSight);
            }
        }
    }

    /// <summary>Recent orders of the same that no cart of another resource explains.</summary>
    /// <param name="recent">The newest first.</param>
    public async Task<UnexplainedOrders> UnexplainedAsync(
        OrderRequest request, IReadOnlyCollection<CloudOrder> recent, CancellationToken cancellationToken)
    {
        var search = request.ForProject is { } project
            ? new Search(request.Tag, CartContents.PlansOf(request.Options.Select(o => o.PlanCode)), "", [], project)
            : new Search(request.Tag, request.PlanCode, request.Description, [], null);
        var candidates = await CandidatesAsync(search, [.. recent], [], withUnrecorded: true, cancellationToken);
        if (candidates.Count == 0)
        {
            return new UnexplainedOrders([], OtherTagInSight: false, search.NotExamined);
        }

        var others = await OtherCartsAsync(search, cancellationToken);
        var explained = CartAssignment.Assign([.. others.Select(o => o.Cart)], candidates).Values
            .Where(m => !m.Candidates.IsEmpty).ToList();
        var determined = explained.Select(m => m.Order).OfType<OrderId>().ToHashSet();

        // Each cart explains one order, even where it cannot be told which.
        var left = candidates.Where(c => !determined.Contains(c.Id)).Skip(explained.Count(m => m.Order is null)).Select(c => c.Id)
            .ToHashSet();
        return new UnexplainedOrders([.. recent.Where(o => left.Contains(o.OrderId))], !others.IsEmpty, search.NotExamined);
    }

    /// <summary>The orders that hold the same, as far as that is recorded.</summary>
    /// <param name="withUnrecorded">Whether an order that records nothing but its plan counts, as on the US site.</param>
    private async Task<List<OrderCandidate>> CandidatesAsync(
        Search search, ImmutableArray<CloudOrder> listed, List<CheckedOutCart> near, bool withUnrecorded,
        CancellationToken cancellationToken)
    {
        var candidates = new List<OrderCandidate>();
        search.NotExamined = 0;
        var possible = listed.Where(o => !search.Before.Contains(o.OrderId)
            && (search.Plan is null || o.PlanCode is null || search.Plans.Contains(o.PlanCode))).ToList();
        search.IsAnothersInSight = possible.Exists(o => registry.IsAnothers(o.OrderId, search.Tag));
        var eligible = possible.Where(o => !registry.IsAnothers(o.OrderId, search.Tag) && !registry.IsOfCartInState(o.OrderId));
        foreach (var order in eligible.OrderBy(o => Distance(o, near)))
        {
            // What recorded nothing may have had no lines yet.
            if (!search.Seen.TryGetValue(order.OrderId, out var isFor) || (isFor is null && withUnrecorded))
            {
                if (search.Seen.Values.Count(fits => fits == false) >= MaxOtherOrders)
                {
                    search.NotExamined++;
                    continue;
                }

                isFor = search.Seen[order.OrderId] = await (search.ForProject is { } project
                    ? records.IsForOptionsAsync(order.OrderId, search.Plan ?? "", project, cancellationToken)
                    : records.IsForAsync(order.OrderId, search.Plan, search.Description, cancellationToken));
            }

            if (isFor ?? (withUnrecorded && order.PlanCode is not null))
            {
                var date = order.Date ?? (await api.Orders.GetAsync(order.OrderId, cancellationToken)).Date;
                candidates.Add(new OrderCandidate(order.OrderId, date, isFor == true ? search.Description : null));
            }
        }

        return candidates;
    }

    /// <summary>Checked-out carts of other resources, in whatever stack, that hold the same: each explains one order.</summary>
    private async Task<ImmutableArray<OtherCart>> OtherCartsAsync(Search search, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<OtherCart>();
        var passed = 0;
        var listed = await api.Carts.ListAsync(null, cancellationToken);
        search.AreCartsLeft = false;
        foreach (var id in listed.Where(id => !registry.IsKnown(id) && !registry.IsInState(search.Tag, id)))
        {
            if (passed >= MaxOtherCarts)
            {
                search.AreCartsLeft = true;
                break;
            }

            if (await IfSameAsync(id, search, cancellationToken) is { } other)
            {
                found.Add(other);
            }
            else
            {
                passed++;
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Null where it is not another resource's cart that was checked out and holds the same.</summary>
    private async Task<OtherCart?> IfSameAsync(CartId id, Search search, CancellationToken cancellationToken)
    {
        if (await carts.FindAsync(id, cancellationToken) is not { ReadOnly: true, Description: { } tag } cart
            || !CartTag.IsAnothers(tag, search.Tag))
        {
            return null;
        }

        var other = CheckedOut(await carts.ContentsOfAsync(cart, cancellationToken));
        return (search.Plan ?? other.Plan) == other.Plan && (other.Description == search.Description || IsAnyOfKind())
            ? new OtherCart(tag, other)
            : null;

        // Where orders do not record their description, one of a cart with another is found as well.
        bool IsAnyOfKind() => search.Seen.ContainsValue(null) && CartTag.IsOfOptions(tag) == (search.ForProject is not null);
    }

    /// <summary>
    /// An interrupted run of this stack left it. The state may have the order of a resource that the engine has said nothing of so far.
    /// </summary>
    private bool IsUnclaimed(string other, string tag) =>
        CartTag.IsOfSameStack(other, tag) && registry.IsMentioned(CartTag.OfResource(other));

    private CheckedOutCart CheckedOut(CartContents contents) => new(
        contents.Cart.CartId, contents.Plan, contents.Description, CartTimes.ConfirmedAt(contents.Cart, api.Time.GetUtcNow()));

    private static TimeSpan Distance(CloudOrder order, List<CheckedOutCart> near) =>
        near.Count == 0 || order.Date is not { } date ? TimeSpan.Zero : near.Min(c => (date - c.ConfirmedAt).Duration());

    /// <summary>A checked-out cart that holds the same, of another resource, whose tag it has.</summary>
    private sealed record OtherCart(string Tag, CheckedOutCart Cart);

    /// <summary>What is looked for, and what was seen of it: no order is asked twice.</summary>
    private sealed record Search(string Tag, string? Plan, string Description, ImmutableHashSet<OrderId> Before, ProjectId? ForProject)
    {
        public ImmutableHashSet<string> Plans { get; } = ForProject is null ? [Plan ?? ""] : [.. (Plan ?? "").Split(' ')];

        /// <summary>Whether each order that was looked at holds the same; null where it records nothing.</summary>
        public Dictionary<OrderId, bool?> Seen { get; } = [];

        /// <summary>Whether another resource has an order of the plan: it may be the one.</summary>
        public bool IsAnothersInSight { get; set; }

        /// <summary>How many orders were left out, because enough others were read.</summary>
        public int NotExamined { get; set; }

        /// <summary>Whether carts were left out, because enough others were read.</summary>
        public bool AreCartsLeft { get; set; }
    }
}
