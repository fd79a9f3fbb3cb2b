using System.Collections.Immutable;
using System.Diagnostics;

namespace PulumiOvhOrder.Ordering;

/// <summary>Evidence, decision, action: goes on with what an interrupted run left, or makes sure that there is nothing.</summary>
internal sealed class Reconciler(EvidenceCollector collector, CartReader carts, OrderReader orders, OwnershipRegistry registry,
    TimeProvider time)
{
    /// <summary>Before a Create makes a cart: resumes what an interrupted run left, or makes sure that it left nothing.</summary>
    /// <exception cref="OrderException">It cannot be determined, or a person has to decide.</exception>
    public async Task ResumeOrStartAsync(OrderRun run, CancellationToken cancellationToken)
    {
        if (run.Request.AdoptEarlierOrders)
        {
            var decision = await DecideAsync(
                run, CollectAsync, evidence => Decision.CreateBegins(evidence, run.Request), cancellationToken);
            await ActAsync(run, decision, cancellationToken);
        }

        run.Ledger.Learn(k => k with { Reconciled = true });

        Task<Evidence> CollectAsync()
        {
            var began = time.GetTimestamp();
            run.Ledger.Learn(k => k with { LookedAt = began });
            return collector.LeftByInterruptedRunsAsync(run, cancellationToken);
        }
    }

    /// <summary>
    /// Keeps two runs from ordering the same resource at the same time. Each looks, once its own cart can be seen by the other and before
    /// it checks out, whether there is another cart with its tag: of two that look, at least the later one sees the other's.
    /// </summary>
    /// <param name="extendExpiry">Asks that the run's own cart may live on; what it is granted tells what others were.</param>
    /// <exception cref="OrderException">There is another run, or an order of one.</exception>
    public async Task CheckBeforeCheckoutAsync(OrderRun run, Task extendExpiry, CancellationToken cancellationToken)
    {
        if (!run.Request.AdoptEarlierOrders)
        {
            return;
        }

        // What was ordered before the cart in the state was known when that was made: the cart replaces it.
        DateTimeOffset? since =
            registry.IsInState(run.Request.Tag, run.CartId) ? CartTimes.OnlyOneSince(run.Facts, time.GetUtcNow()) : null;
        var decision = await DecideAsync(
            run, () => collector.OtherCartsOfResourceAsync(run, since, extendExpiry, cancellationToken), Decision.BeforeCheckout,
            cancellationToken);
        switch (decision)
        {
            case Decision.Stop stop:
                await StepBackAsync(run, cancellationToken);
                throw new OrderException(stop.Reason);
            case Decision.CheckOut go:
                await carts.DeleteAsync(go.Surplus, cancellationToken);
                break;
            default:
                throw new UnreachableException($"{decision} before a checkout");
        }
    }

    /// <summary>Two runs that see each other both step back, and leave nothing that would keep the next one from going on.</summary>
    private async Task StepBackAsync(OrderRun run, CancellationToken cancellationToken)
    {
        if (!run.Knowledge.CheckoutTried && !registry.IsInState(run.Request.Tag, run.CartId))
        {
            await carts.DeleteAsync(run.CartId, cancellationToken);
            run.Ledger.Clear();
        }
    }

    private async Task<Decision> DecideAsync(
        OrderRun run, Func<Task<Evidence>> collect, Func<Evidence, Decision> decide, CancellationToken cancellationToken)
    {
        var wait = new RetryWait(time);
        while (true)
        {
            var waited = wait.Waited;
            var evidence = await collect();
            var isLast = waited >= PollingSchedule.ProjectGrace;
            var decision = decide(isLast ? evidence.WithHiddenEnded() : evidence);
            if (decision is not Decision.Wait hidden)
            {
                if (evidence.OrdersNotExamined > 0)
                {
                    await run.Listener.OnNoticeAsync(new OrderNotice.OrdersNotExamined(evidence.OrdersNotExamined));
                }

                return decision;
            }

            await run.Listener.OnActivityAsync(new OrderActivity.AwaitingFoundProject(hidden.Order, waited));
            await wait.DelayAsync(cancellationToken);
        }
    }

    /// <summary>After a checkout whose answer was lost.</summary>
    /// <param name="asRequested">Whether it has to be what the program asks for, because the run goes on with it; a refresh or a deletion
    /// takes whatever was ordered.</param>
    /// <exception cref="OrderException">It cannot be determined, or is not what the run goes on with.</exception>
    public async Task FindOrderAsync(OrderRun run, CancellationToken cancellationToken, bool asRequested = false)
    {
        var evidence = await collector.OwnCartAsync(run, cancellationToken);
        var isOfEarlierRun = !run.Knowledge.CheckoutTried;
        switch (Decision.CheckoutOutcomeUnknown(evidence, run.Request, asRequested && isOfEarlierRun))
        {
            case Decision.ResumeOrder resume:
                registry.RecordOrder(run.Request.Tag, run.CartId, resume.Order);
                run.Ledger.Update((facts, knowledge) => (
                    facts with { OrderId = resume.Order },
                    knowledge with { StatusRead = false, PaymentUncertain = true, PriceUncertain = true }));
                break;
            case Decision.Stop stop:
                throw new OrderException(stop.Reason);
            case var other:
                throw new UnreachableException($"{other} after a checkout");
        }
    }

    /// <summary>
    /// After a deletion: open carts that failed or interrupted runs left are deleted, and orders that they placed are reported.
    /// </summary>
    public async Task<ImmutableArray<OrderFailure>> SweepAsync(IEnumerable<OrderRun> runs, CancellationToken cancellationToken) =>
        await collector.AreAllCartsKnownAsync(cancellationToken)
            ? []
            : [.. (await Task.WhenAll(runs.Select(run => SweepAsync(run, cancellationToken)))).SelectMany(left => left)];

    private async Task<IEnumerable<OrderFailure>> SweepAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var evidence = await collector.OtherCartsOfResourceAsync(run, since: null, Task.CompletedTask, cancellationToken);
        var (surplus, reported) = Decision.AfterDelete(evidence);
        await carts.DeleteAsync(surplus, cancellationToken);
        return reported.Select(run.Request.FailureOf);
    }

    /// <summary>What is adopted is recorded before anything else is done: a failure after that is one of a resource that exists.</summary>
    private async Task ActAsync(OrderRun run, Decision decision, CancellationToken cancellationToken)
    {
        switch (decision)
        {
            case Decision.MakeCart:
                break;
            case Decision.Stop stop:
                throw new OrderException(stop.Reason);
            case Decision.ContinueCart go:
                await AdoptAsync(run, new OrderFacts { CartId = go.Cart.Id, CartExpirationDate = go.Cart.Expires });
                break;
            case Decision.ResumeOrder { Cart: var cart } resume:
                await AdoptAsync(run, new OrderFacts
                {
                    CartId = cart.Id,
                    CartExpirationDate = cart.Expires,
                    OrderId = cart.Order,
                    Item = cart.Contents.Project,
                    Options = cart.Contents.Options,
                });
                await carts.DeleteAsync(resume.Surplus, cancellationToken);
                var quote = await orders.CartPriceAsync(cart.Id, cancellationToken);
                run.Ledger.Update(f => f with { Quote = quote });
                break;
            default:
                throw new UnreachableException($"{decision} before a cart");
        }
    }

    private async Task AdoptAsync(OrderRun run, OrderFacts found)
    {
        // In whole milliseconds, as the state keeps it: two states of one order are told apart by it.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        registry.RecordAdoption(run.Request.Tag, found, now);
        run.Ledger.Update((_, knowledge) => (
            found with { AdoptedAt = now },
            knowledge with { Cart = null, PaymentUncertain = found.IsOrdered, PriceUncertain = found.IsOrdered }));
        await run.Listener.OnNoticeAsync(new OrderNotice.Adopted(found.CartId!.Value, found.OrderId));
    }
}
