using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Keeps two runs from ordering the same resource at the same time. Each looks, once its own cart can be seen by the other and before it
/// checks out, whether there is another cart with its tag: of two that look, at least the later one sees the other's.
/// </summary>
internal sealed class ConcurrentRunGuard(EvidenceCollector collector, CartReader carts, OwnershipRegistry registry, TimeProvider time)
{
    /// <param name="touchedAt">When the run's own cart was made, or its price was last confirmed.</param>
    /// <param name="extendExpiry">Asks that the run's own cart may live on; what it is granted tells what others were.</param>
    /// <exception cref="OrderException">There is another run, or an order of one.</exception>
    public async Task CheckAsync(OrderRun run, DateTimeOffset touchedAt, Task extendExpiry, CancellationToken cancellationToken)
    {
        if (!run.Request.AdoptEarlierOrders)
        {
            return;
        }

        // A cart that is in the state was made when what it replaces was known: what was ordered before it is that.
        DateTimeOffset? since = registry.IsInState(run.Request.Tag, run.CartId) ? touchedAt : null;
        var began = time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var waited = time.GetElapsedTime(began);
            var evidence = await collector.OtherCartsOfResourceAsync(run, since, extendExpiry, waited, cancellationToken);
            switch (Decision.Decide(Moment.BeforeCheckout, evidence, run.Request))
            {
                case Decision.Stop stop:
                    await StepBackAsync(run, cancellationToken);
                    throw new OrderException(stop.Reason);
                case Decision.Wait wait:
                    await run.Listener.OnActivityAsync(new OrderActivity.AwaitingFoundProject(wait.Order, waited));
                    await Task.Delay(PollingSchedule.DelayBeforeAttempt(attempt, waited), time, cancellationToken);
                    break;
                case Decision.Proceed proceed:
                    await Task.WhenAll(proceed.Surplus.Select(cart => carts.DeleteAsync(cart, cancellationToken)));
                    return;
            }
        }
    }

    /// <summary>Two runs that see each other both step back, and leave nothing that would keep the next one from going on.</summary>
    private async Task StepBackAsync(OrderRun run, CancellationToken cancellationToken)
    {
        if (!registry.IsInState(run.Request.Tag, run.CartId))
        {
            await carts.DeleteAsync(run.CartId, cancellationToken);
            run.Ledger.Update((facts, _) => (new OrderFacts { OvhSubsidiary = facts.OvhSubsidiary }, new RunKnowledge()));
        }
    }
}
