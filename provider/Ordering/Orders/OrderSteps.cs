using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>Reads an order that exists, for a run that goes on with it.</summary>
internal sealed class OrderSteps(OvhApi api, Account account, OrderReader orders)
{
    public async Task ReadAsync(OrderRun run, CancellationToken cancellationToken)
    {
        // One whose status was never read is not said to have lapsed.
        var known = run.Facts.Status is null ? run.Facts with { OrderExpirationDate = null } : run.Facts;
        var status = orders.StatusAsync(known, cancellationToken);
        var billing = run.Knowledge.OrderRead ? Task.CompletedTask : ReadBillingAsync(run, cancellationToken);
        await Task.WhenAll(status, billing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Why there is no status says more than why there is no price.
        var word = await status;
        await billing;
        if (run.Facts.OvhSubsidiary is null)
        {
            // An order that was found again does not say where it was placed; it was where this program places orders.
            var subsidiary = run.Request.OvhSubsidiary ?? await account.SubsidiaryAsync(cancellationToken);
            run.Ledger.Update(f => f with { OvhSubsidiary = subsidiary });
        }

        run.Ledger.Update((facts, knowledge) => (facts with { Status = word }, knowledge with { StatusRead = true }));
    }

    /// <summary>What an order tells beside its status: link, dates, and what it costs, where that is not known for certain.</summary>
    public async Task ReadBillingAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var order = await api.Orders.GetAsync(run.OrderId, cancellationToken);
        run.Ledger.Update((facts, knowledge) => (
            facts with
            {
                OrderUrl = order.Url?.Reveal() ?? facts.OrderUrl,
                OrderDate = order.Date ?? facts.OrderDate,
                OrderExpirationDate = order.ExpirationDate ?? facts.OrderExpirationDate,
            },
            knowledge with { OrderRead = true }));
        if (run.Facts.Quote is null || run.Knowledge.PriceUncertain)
        {
            var quote = await orders.PriceAsync(order, run.Facts, cancellationToken);
            run.Ledger.Update(f => f with { Quote = quote ?? f.Quote });
        }
    }
}
