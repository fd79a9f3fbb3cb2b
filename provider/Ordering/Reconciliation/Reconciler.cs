using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>Evidence, decision, action: goes on with what an interrupted run left, or makes sure that there is nothing.</summary>
internal sealed class Reconciler(EvidenceCollector collector, CartReader carts, OrderReader orders, OwnershipRegistry registry, TimeProvider time)
{
    /// <summary>Before a Create makes a cart.</summary>
    public async Task BeforeCartAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        for (var attempt = 0; run.Request.AdoptEarlierOrders; attempt++)
        {
            var waited = time.GetElapsedTime(began);
            var evidence = await collector.BeforeCartAsync(run, waited, cancellationToken);
            var decision = Decision.Decide(Moment.BeforeCart, evidence, run.Request);
            if (decision is Decision.Wait wait)
            {
                await run.Listener.OnActivityAsync(new OrderActivity.AwaitingFoundProject(wait.Order, waited));
                await Task.Delay(PollingSchedule.DelayBeforeAttempt(attempt, waited), time, cancellationToken);
                continue;
            }

            await ActAsync(run, decision, cancellationToken);
            break;
        }

        run.Ledger.Learn(k => k with { Reconciled = true });
    }

    /// <summary>After a checkout whose answer was lost.</summary>
    /// <exception cref="OrderException">It cannot be determined.</exception>
    public async Task FindOrderAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var evidence = await collector.OwnCartAsync(run, cancellationToken);
        switch (Decision.Decide(Moment.CheckoutOutcomeUnknown, evidence, run.Request))
        {
            case Decision.ResumeOrder resume:
                registry.Matched(run.CartId, resume.Order, run.Request.Tag);
                run.Ledger.Update((facts, knowledge) => (
                    facts with { OrderId = resume.Order }, knowledge with { StatusRead = false, PaymentUncertain = true, PriceUncertain = true }));
                break;
            case Decision.Stop stop:
                throw new OrderException(stop.Reason);
        }
    }

    /// <summary>After a deletion: open carts that failed or interrupted runs left are deleted, and orders that they placed are reported.</summary>
    public async Task<ImmutableArray<OrderFailure>> SweepAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var evidence = await collector.BesideAsync(run, since: null, Task.CompletedTask, PollingSchedule.ProjectGrace, cancellationToken);
        var decision = (Decision.Proceed)Decision.Decide(Moment.Delete, evidence, run.Request);
        await Task.WhenAll(decision.Surplus.Select(cart => carts.DeleteAsync(cart, cancellationToken)));
        return decision.Reported;
    }

    private async Task ActAsync(OrderRun run, Decision decision, CancellationToken cancellationToken)
    {
        switch (decision)
        {
            case Decision.Stop stop:
                throw new OrderException(stop.Reason);
            case Decision.ContinueCart go:
                await DeleteAsync(go.Surplus, cancellationToken);
                await AdoptAsync(run, new OrderFacts { CartId = go.Cart.Id, CartExpirationDate = go.Cart.Expires }, uncertain: false);
                break;
            case Decision.ResumeOrder { Cart: { Fate: CartFate.Ordered { Contents: var contents } } cart } resume:
                await DeleteAsync(resume.Surplus, cancellationToken);
                var quote = await orders.CartPriceAsync(cart.Id, cancellationToken);
                await AdoptAsync(run, new OrderFacts
                {
                    CartId = cart.Id,
                    CartExpirationDate = cart.Expires,
                    OrderId = resume.Order,
                    Item = contents.Project,
                    Options = contents.Options,
                    Quote = quote,
                }, uncertain: true);
                break;
        }
    }

    private Task DeleteAsync(ImmutableArray<CartId> surplus, CancellationToken cancellationToken) =>
        Task.WhenAll(surplus.Select(cart => carts.DeleteAsync(cart, cancellationToken)));

    private async Task AdoptAsync(OrderRun run, OrderFacts found, bool uncertain)
    {
        // In whole milliseconds, as the state keeps it: two states of one order are told apart by it.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        registry.Adopted(run.Request.Tag, found.CartId, found.OrderId, now);
        run.Ledger.Update((_, knowledge) => (
            found with { AdoptedAt = now }, knowledge with { Cart = null, PaymentUncertain = uncertain, PriceUncertain = uncertain }));
        await run.Listener.OnNoticeAsync(new OrderNotice.Adopted(found.CartId!.Value, found.OrderId));
    }
}
