using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Pays an order once: at a price that the order itself confirms, and only after it was looked whether it is paid already.
/// </summary>
internal sealed class Payment(OvhApi api, Account account, CartReader carts, OrderReader orders)
{
    public async Task PayAsync(OrderRun run, CancellationToken cancellationToken)
    {
        if (run.Knowledge.PaymentUncertain)
        {
            if (await orders.HasPaymentAsync(run.OrderId, cancellationToken))
            {
                run.Ledger.Learn(k => k with { PaymentAccepted = true });
                return;
            }

            await CheckContentsAsync(run, cancellationToken);
        }

        var quote = run is { Knowledge: { PaymentUncertain: false, PriceUncertain: false }, Facts.Quote: { } confirmed }
            ? confirmed
            : await ReadPriceAsync(run, cancellationToken);
        PriceCeiling.Check(run.Request, quote, run.OrderId);
        await SendAsync(run, quote, cancellationToken);
        run.Ledger.Learn(k => k with { PaymentAccepted = true, StatusRead = false });
    }

    public async Task<bool> LooksPaidAsync(OrderRun run, CancellationToken cancellationToken, bool wasRefused = false) =>
        await api.Orders.StatusAsync(run.OrderId, cancellationToken) != OrderStatus.NotPaid
        || await orders.HasPaymentAsync(run.OrderId, cancellationToken, wasRefused);

    /// <summary>The run that placed the order would have said so, and did not live to.</summary>
    private async Task CheckContentsAsync(OrderRun run, CancellationToken cancellationToken)
    {
        if (run.Facts.CartId is { } cart && await carts.ReadAsync(cart, cancellationToken) is { } contents
            && contents.HoldsMoreThan(run.Request))
        {
            throw new OrderException(new OrderFailure.OrderHoldsMore(run.OrderId));
        }
    }

    private async Task<Quote> ReadPriceAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var order = await api.Orders.GetAsync(run.OrderId, cancellationToken);
        var quote = await orders.PriceAsync(order, run.Facts.Quote, run.Facts.CartId, cancellationToken)
            ?? throw new OrderException(new OrderFailure.PriceUnknown(run.OrderId));
        run.Ledger.Update((facts, knowledge) => (facts with { Quote = quote }, knowledge with { PriceUncertain = false }));
        return quote;
    }

    /// <summary>
    /// A total of zero is settled from the fidelity account. An account without one answers "paymentMean not found" (seen on several
    /// sites): then the payment method settles it, as for any other order.
    /// </summary>
    private async Task SendAsync(OrderRun run, Quote quote, CancellationToken cancellationToken)
    {
        if (quote.Prices.WithTax == 0 && run.Request.PaymentMethodId is null)
        {
            try
            {
                await api.Orders.PayWithRegisteredPaymentMeanAsync(run.OrderId, PaymentMean.FidelityAccount, cancellationToken);
                return;
            }
            catch (OvhApiException refusal) when (refusal is { Outcome: CallOutcome.NotProcessed, Status: not (401 or 429) })
            {
                // A refusal may come of a payment that was carried out before: money is looked for before another way is tried.
                if (await LooksPaidAsync(run, cancellationToken, wasRefused: true)
                    || await IfMethodAsync(run, cancellationToken) is not { } registered)
                {
                    throw;
                }

                await api.Orders.PayAsync(run.OrderId, registered, cancellationToken);
                return;
            }
        }

        var method = run.Knowledge.PaymentMethod ?? await account.PaymentMethodAsync(run.Request.PaymentMethodId, cancellationToken);
        await api.Orders.PayAsync(run.OrderId, method, cancellationToken);
    }

    /// <summary>Null where the account has none that is valid.</summary>
    private async Task<PaymentMethodId?> IfMethodAsync(OrderRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await account.PaymentMethodAsync(run.Request.PaymentMethodId, cancellationToken);
        }
        catch (OrderException)
        {
            return null;
        }
    }
}
