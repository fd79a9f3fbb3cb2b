using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Options that are ordered for a project that is there. Each such order is a run of its own, with a tag of its own. The project's facts
/// keep what became of it.
/// </summary>
internal sealed class OptionOrders(OrderWorkflow workflow, Reconciler reconciler, CartReader carts, OrderReader orders)
{
    /// <summary>
    /// Orders what was added to the project's options, or goes on with such an order. It stays the open one until the whole update is done:
    /// the state has the old inputs until then, and the next run would order the same again.
    /// </summary>
    /// <param name="changes">Null where they are not known, or what there was is not.</param>
    public async Task OrderAsync(OrderRun run, OptionChanges? changes, CancellationToken cancellationToken)
    {
        await FollowAsync(run, cancellationToken);
        var open = run.Facts.OpenOptionOrder;
        if (changes is { Added: { IsEmpty: false } added })
        {
            open = await PlaceAsync(run, run.ForOptions(added, open), cancellationToken);
        }
        else if (open is not null)
        {
            await WithdrawUnfinishedAsync(run, open, cancellationToken);
            open = null;
        }

        run.Ledger.Update(f => f with { UnfinishedOptionOrder = open });
        if (changes is not null)
        {
            var options = changes.Resolved(open is null ? [] : RecordedOrder.OptionsOf(open.Options));
            run.Ledger.Update(f => f.WithOptions(options));
        }
    }

    /// <summary>Those that updates have finished may still be on their way; the one that none has finished may be gone.</summary>
    /// <returns>What was ordered with those that have ended: they are dropped, as the order of a project is.</returns>
    public async Task<ImmutableArray<OptionRequest>> ReadAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var finished = await Task.WhenAll(run.Facts.FinishedOptionOrders.Select(o => o.IsAwaited
            ? WithStatusAsync(o, cancellationToken)
            : Task.FromResult(o)));
        var unfinished = run.Facts.UnfinishedOptionOrder is { } open ? await ReadUnfinishedAsync(run, open, cancellationToken) : null;
        var ended = finished.Where(o => o.Status == OrderStatus.Cancelled).ToList();
        foreach (var order in ended.Select(o => o.OrderId).OfType<OrderId>())
        {
            await run.Listener.OnNoticeAsync(new OrderNotice.Ended(order, IsOfOptions: true));
        }

        run.Ledger.Update(f => f with { FinishedOptionOrders = [.. finished.Except(ended)], UnfinishedOptionOrder = unfinished });
        return [.. ended.SelectMany(o => RecordedOrder.OptionsOf(o.Options))];
    }

    /// <summary>The project is ended, and delivered options with it. Carts are deleted; an order cannot be.</summary>
    public async Task DeleteAsync(OrderRun run, CancellationToken cancellationToken)
    {
        foreach (var options in run.Facts.AllOptionOrders.Where(o => o.IsAwaited))
        {
            await (options is { OrderId: { } order }
                ? TellOfOrderAsync(run, options, order, cancellationToken)
                : DeleteCartAsync(run, options, cancellationToken));
        }
    }

    /// <summary>Orders that an update did not wait for, or left to be paid.</summary>
    private async Task FollowAsync(OrderRun run, CancellationToken cancellationToken)
    {
        foreach (var order in run.Facts.FinishedOptionOrders.Where(o => o.IsAwaited))
        {
            var followed = run.ForOptions(RecordedOrder.OptionsOf(order.Options), order);
            try
            {
                await RethrowForOptionsAsync(followed, workflow.RunAsync(followed, cancellationToken));
            }
            finally
            {
                run.Ledger.Update(f => f with { FinishedOptionOrders = f.FinishedOptionOrders.Replace(order, followed.Facts) });
            }
        }
    }

    private async Task<OrderFacts> PlaceAsync(OrderRun run, OrderRun options, CancellationToken cancellationToken)
    {
        run.Ledger.Options = options.Ledger;
        try
        {
            await RethrowForOptionsAsync(options, workflow.RunAsync(options, cancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException && options.Knowledge.Cart is { ReadOnly: false })
        {
            // It is known not to be checked out; a cart that could not be looked into may have become an order.
            await workflow.WithdrawAsync(options);
            throw;
        }

        run.Ledger.Options = null;
        return options.Facts;
    }

    /// <summary>The program does not ask any more for the options of an order that no update has got through with.</summary>
    private async Task WithdrawUnfinishedAsync(OrderRun run, OrderFacts open, CancellationToken cancellationToken)
    {
        switch (await ReadUnfinishedAsync(run, open, cancellationToken))
        {
            case { OrderId: { } order } placed:
                var options = run.ForOptions([], placed);
                run.Ledger.Options = options.Ledger;
                throw new OrderException(options.Request.FailureOf(new OrderFailure.OrderNotRequested(order, placed.Status)));
            case { CartId: { } cart }:
                await carts.DeleteAsync(cart, cancellationToken);
                break;
        }
    }

    private async Task<OrderFacts> WithStatusAsync(OrderFacts facts, CancellationToken cancellationToken) =>
        facts with { Status = await orders.StatusAsync(facts, cancellationToken) };

    /// <param name="open">The order that no update has got through with.</param>
    /// <returns>Null when nothing of it is left.</returns>
    private async Task<OrderFacts?> ReadUnfinishedAsync(OrderRun run, OrderFacts open, CancellationToken cancellationToken)
    {
        if (open.OrderId is null)
        {
            if (open.CartId is not { } cart || await carts.ReadAsync(cart, open.CartExpirationDate, cancellationToken) is not { } contents)
            {
                return null;
            }

            open = open with
            {
                Options = contents.OrKnown(open).Options,
                CartExpirationDate = contents.ExpiryFor(open),
            };
            if (!contents.Cart.ReadOnly)
            {
                return open;
            }

            var options = run.ForOptions(RecordedOrder.OptionsOf(open.Options), open);
            await RethrowForOptionsAsync(options, reconciler.FindOrderAsync(options, cancellationToken));
            open = options.Facts;
        }

        return await WithStatusAsync(open, cancellationToken) is { Status: not OrderStatus.Cancelled } placed ? placed : null;
    }

    private async Task DeleteCartAsync(OrderRun run, OrderFacts options, CancellationToken cancellationToken)
    {
        if (options.CartId is { } cart && await carts.FindAsync(cart, cancellationToken) is { } found)
        {
            await (found.ReadOnly
                ? run.Listener.OnNoticeAsync(new OrderNotice.Left(
                    new OrderFailure.OfOptions(run.ProjectId, new OrderFailure.OrderOfCartMissing(cart))))
                : carts.DeleteAsync(cart, cancellationToken));
        }
    }

    private async Task TellOfOrderAsync(OrderRun run, OrderFacts options, OrderId order, CancellationToken cancellationToken)
    {
        switch (await orders.FindStatusAsync(order, cancellationToken))
        {
            case null or OrderStatus.Cancelled or OrderStatus.Cancelling or OrderStatus.Delivered:
                break;
            case OrderStatus.NotPaid when !await orders.HasPaymentAsync(order, cancellationToken):
                await run.Listener.OnNoticeAsync(new OrderNotice.LeftUnpaid(order, options.OrderExpirationDate));
                break;
            case var status:
                await run.Listener.OnNoticeAsync(new OrderNotice.OptionsUnderWay(order, run.ProjectId, status));
                break;
        }
    }

    private static async Task RethrowForOptionsAsync(OrderRun options, Task work)
    {
        try
        {
            await work;
        }
        catch (OrderException e)
        {
            throw new OrderException(options.Request.FailureOf(e.Failure), e.InnerException);
        }
    }
}
