using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>What is found when an order is read back, wherever it stands.</summary>
internal abstract record OrderFinding
{
    private OrderFinding()
    {
    }

    /// <summary>Nothing is left.</summary>
    public sealed record Absent : OrderFinding;

    /// <param name="Recorded">What was ordered, or what the cart holds, as far as it can be read back.</param>
    /// <param name="Pending">What keeps it from being finished; null when nothing does.</param>
    public sealed record Present(OrderFacts Facts, RecordedOrder Recorded, Unfinished? Pending) : OrderFinding
    {
        /// <summary>Options whose order was cancelled since an update got through with it: the project does not have them.</summary>
        public ImmutableArray<OptionRequest> EndedOptions { get; init; } = [];
    }
}

/// <summary>What keeps a resource from being finished.</summary>
internal enum Unfinished
{
    /// <summary>The pending cart does not hold what is asked for, or was never priced.</summary>
    CartIncomplete,
    NotPaid,
    NotDelivered,
    ProjectHidden,

    /// <summary>The project is there, and an update has not finished the options that it was to order for it.</summary>
    OptionsUnfinished,
}

/// <summary>Reads an order back, forward from whatever is known of it: cart, order, project.</summary>
internal sealed class OrderRefresh(
    OvhApi api, Reconciler reconciler, CartReader carts, OrderList list, OrderReader orders, OrderRecords records, OrderSteps steps,
    DeliveredProject delivered, ProjectReader projects, OptionOrders options)
{
    /// <summary>So many orders of any product an import reads, to find the options of its project among them.</summary>
    private const int MaxLaterOrders = 50;

    /// <param name="isImport">Nothing but the id is known: everything that can be read back is.</param>
    public Task<OrderFinding> ReadAsync(OrderRun run, bool isImport, CancellationToken cancellationToken) => run.Facts switch
    {
        { ProjectId: not null } => ReadProjectAsync(run, isImport, cancellationToken),
        { OrderId: not null } => ReadOrderAsync(run, isImport, cancellationToken),
        { CartId: not null } => ReadCartAsync(run, isImport, cancellationToken),
        _ => Task.FromResult<OrderFinding>(new OrderFinding.Absent()),
    };

    private async Task<OrderFinding> ReadProjectAsync(OrderRun run, bool isImport, CancellationToken cancellationToken)
    {
        switch (await projects.FindAsync(run.ProjectId, cancellationToken))
        {
            case ProjectPresence.Present { Facts: var facts }:
                run.Ledger.Update(f => f with { Project = facts, OrderId = f.OrderId ?? facts.Order });
                if (facts.Status == ProjectStatus.Suspended)
                {
                    await run.Listener.OnNoticeAsync(new OrderNotice.ProjectExpired(run.ProjectId));
                }

                break;
            case ProjectPresence.Expired:
                run.Ledger.Update(f => f with { Project = ProjectReader.Expired(f.Project) });
                await run.Listener.OnNoticeAsync(new OrderNotice.ProjectExpired(run.ProjectId));
                break;
            default:
                return await projects.IsGoneAsync(run.Facts, run.ProjectId, cancellationToken)
                    ? new OrderFinding.Absent()
                    : new OrderFinding.Present(run.Facts, await RecordedAsync(run, isImport, cancellationToken), Unfinished.ProjectHidden);
        }

        if (run.Facts is { OrderId: not null } and ({ OrderExpirationDate: null } or { Status: null } or { Quote: null }))
        {
            await ReadOrderFactsAsync(run, cancellationToken);
        }

        var ended = await options.ReadAsync(run, cancellationToken);
        var recorded = await RecordedAsync(run, isImport, cancellationToken);
        var pending = run.Facts.UnfinishedOptionOrder is null ? null : (Unfinished?)Unfinished.OptionsUnfinished;
        return new OrderFinding.Present(run.Facts, recorded, pending) { EndedOptions = ended };
    }

    private async Task<OrderFinding> ReadOrderAsync(OrderRun run, bool isImport, CancellationToken cancellationToken)
    {
        var status = isImport
            ? await orders.FindStatusAsync(run.OrderId, cancellationToken) ?? OrderStatus.Cancelled
            : await orders.StatusAsync(run.Facts, cancellationToken);
        if (status == OrderStatus.Cancelled)
        {
            // No run may have shown how it ended, and the next update orders again.
            await (isImport ? Task.CompletedTask : run.Listener.OnNoticeAsync(new OrderNotice.Ended(run.OrderId)));
            return new OrderFinding.Absent();
        }

        run.Ledger.Update((facts, knowledge) => (facts with { Status = status }, knowledge with { StatusRead = true }));

        await ReadOrderFactsAsync(run, cancellationToken);
        var recorded = await RecordedAsync(run, isImport, cancellationToken);
        if (recorded.Settings is { PlanCode: var plan } && !OfferSelection.IsProjectPlan(plan))
        {
            throw new OrderException(new OrderFailure.OrderOfOtherPlan(run.OrderId, plan));
        }

        if (status == OrderStatus.Delivered && await delivered.OfAsync(run.OrderId, cancellationToken) is { } project)
        {
            run.Ledger.Update(f => f with { ProjectId = project });
            return await ReadProjectAsync(run, isImport, cancellationToken);
        }

        var isDue = status == OrderStatus.NotPaid && run.Request.Payment == PaymentKind.Automatic
            && !await orders.HasPaymentAsync(run.OrderId, cancellationToken);
        return new OrderFinding.Present(run.Facts, recorded, isDue ? Unfinished.NotPaid : Unfinished.NotDelivered);
    }

    private async Task<OrderFinding> ReadCartAsync(OrderRun run, bool isImport, CancellationToken cancellationToken)
    {
        if (await carts.ReadAsync(run.CartId, run.Facts.CartExpirationDate, cancellationToken) is not { } contents)
        {
            return new OrderFinding.Absent();
        }

        var isAssigned = contents.Cart.ReadOnly || await carts.IsAssignedAsync(contents.Cart, cancellationToken);
        run.Ledger.Update((facts, knowledge) => contents.Record(facts, knowledge with { OffersRead = true }, isAssigned));
        if (contents.Cart.ReadOnly)
        {
            await reconciler.FindOrderAsync(run, cancellationToken);
            return await ReadOrderAsync(run, isImport, cancellationToken);
        }

        if (isImport && await orders.CartPriceAsync(run.CartId, cancellationToken) is { } quote)
        {
            run.Ledger.Update(f => f with { Quote = quote });
        }

        return new OrderFinding.Present(
            run.Facts, RecordedOrder.Of(contents), isAssigned && IsComplete(run) ? null : Unfinished.CartIncomplete);
    }

    /// <summary>A run over this cart would find nothing left to do.</summary>
    private static bool IsComplete(OrderRun run) => run.Facts is { Quote: not null, Choice: { } choice }
        && OrderTransitions.Fill(run.Request, run.Facts, run.Knowledge.Cart! with { RequirementsRead = true }, choice) is null;

    /// <summary>The state has what was ordered; only an import has to read it.</summary>
    private async Task<RecordedOrder> RecordedAsync(OrderRun run, bool isImport, CancellationToken cancellationToken) =>
        isImport && run.Facts.OrderId is { } order
            ? await WithLaterOptionsAsync(await records.OfAsync(order, cancellationToken), run.Facts, cancellationToken)
            : RecordedOrder.Nothing;

    private async Task<RecordedOrder> WithLaterOptionsAsync(RecordedOrder recorded, OrderFacts facts, CancellationToken cancellationToken)
    {
        if (recorded.Options is not { } options || facts is not { ProjectId: { } project, OrderId: { } order })
        {
            return recorded;
        }

        var later = await LaterOptionsAsync(order, facts.OrderDate, project, cancellationToken);
        return recorded with { Options = later is { } known ? [.. options, .. known] : null };
    }

    /// <summary>Options that were ordered for the project since, and are paid.</summary>
    /// <returns>Null where what an order holds cannot be told: nothing that may be there must be ordered again.</returns>
    private async Task<ImmutableArray<OptionRequest>?> LaterOptionsAsync(
        OrderId first, DateTimeOffset? placed, ProjectId project, CancellationToken cancellationToken)
    {
        var listed = await list.IfCloudOrdersAsync(cancellationToken) ?? [];
        var named = listed.Where(o => o.OrderId != first && o.ServiceName == project.ToString()).Select(o => o.OrderId).ToList();

        // A list without the project's own order has no delivered ones. The lines of a delivered order name its project, too.
        var others = listed.Any(o => o.OrderId == first) ? [] : await list.IfLaterIdsAsync(first, placed, cancellationToken);
        if (others is null || others.Count > MaxLaterOrders)
        {
            return null;
        }

        var ordered = await Task.WhenAll(named.Union(others).OrderBy(id => id.Value).Select(PaidAsync));
        return ordered.Any(o => o is null) ? null : [.. ordered.SelectMany(o => o!.Value)];

        async Task<ImmutableArray<OptionRequest>?> PaidAsync(OrderId order)
        {
            var bought = await records.OptionsForAsync(order, project, named.Contains(order), cancellationToken);
            return bought is { IsEmpty: true }
                || await orders.FindStatusAsync(order, cancellationToken) is null or OrderStatus.Cancelled or OrderStatus.NotPaid
                ? []
                : bought;
        }
    }

    /// <summary>What an order tells of itself is good to have; the rights for a project may not reach to its order.</summary>
    private async Task ReadOrderFactsAsync(OrderRun run, CancellationToken cancellationToken)
    {
        try
        {
            var status = run.Facts.Status is { } known ? Task.FromResult(known) : api.Orders.StatusAsync(run.OrderId, cancellationToken);
            await Task.WhenAll(steps.ReadBillingAsync(run, cancellationToken), status);
            run.Ledger.Update(f => f with { Status = status.Result });
        }
        catch (OvhApiException e) when (e.IsUnavailable)
        {
            // The state keeps what it has.
        }
    }
}
