using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Pays an order once: at a price that the order itself confirms, and only after it was looked whether it is paid already.
/// </summary>
internal sealed class Payment(OvhApi api, Account account, OrderContents contents, OrderReader orders)
{
    private const int MaxOtherMethods = 3;

    public async Task PayAsync(OrderRun run, CancellationToken cancellationToken)
    {
        if (run.Knowledge.PaymentUncertain)
        {
            if (await orders.HasPaymentAsync(run.OrderId, cancellationToken))
            {
                run.Ledger.Learn(k => k with { PaymentAccepted = true });
                return;
            }

            // Where the answer of the checkout was lost, nothing has told yet that the order holds more.
            if (await contents.HoldMoreAsync(run.Facts, run.Request, cancellationToken))
            {
                throw new OrderException(new OrderFailure.OrderHoldsMore(run.OrderId));
            }
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

    private async Task<Quote> ReadPriceAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var order = await api.Orders.GetAsync(run.OrderId, cancellationToken);
        var quote = await orders.PriceAsync(order, run.Facts, cancellationToken)
            ?? throw new OrderException(new OrderFailure.PriceUnknown(run.OrderId));
        run.Ledger.Update((facts, knowledge) => (facts with { Quote = quote }, knowledge with { PriceUncertain = false }));
        return quote;
    }

    private async Task SendAsync(OrderRun run, Quote quote, CancellationToken cancellationToken)
    {
        if (quote.Prices.WithTax == 0)
        {
            await SettleAsync(run, cancellationToken);
            return;
        }

        var method = run.Knowledge.PaymentMethod ?? await account.PaymentMethodAsync(run.Request.PaymentMethodId, cancellationToken);
        await api.Orders.PayAsync(run.OrderId, method, cancellationToken);
    }

    /// <summary>A total of zero costs nothing, whatever settles it: where one way is refused, the next is tried.</summary>
    /// <exception cref="OvhApiException">How the first way was refused, where none is left.</exception>
    private async Task SettleAsync(OrderRun run, CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo? refused = null;
        await foreach (var settle in WaysToSettleAsync(run, cancellationToken))
        {
            try
            {
                await settle();
                return;
            }
            catch (OvhApiException e) when (e is { Outcome: CallOutcome.NotProcessed, Status: not (401 or 429) })
            {
                refused ??= ExceptionDispatchInfo.Capture(e);

                // A refusal may come of a payment that was carried out before: money is looked for before another way is tried.
                if (await LooksPaidAsync(run, cancellationToken, wasRefused: true))
                {
                    break;
                }
            }
        }

        refused!.Throw();
    }

    /// <summary>
    /// The method that was chosen; the fidelity account, which not every account has; the account's default; what else the order accepts.
    /// </summary>
    private async IAsyncEnumerable<Func<Task>> WaysToSettleAsync(
        OrderRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var order = run.OrderId;
        var chosen = run.Request.PaymentMethodId;
        if (chosen is { } id)
        {
            yield return () => api.Orders.PayAsync(order, id, cancellationToken);
        }

        yield return () => api.Orders.PayWithRegisteredPaymentMeanAsync(order, PaymentMean.FidelityAccount, cancellationToken);
        var usual = chosen is null ? await IfDefaultMethodAsync(cancellationToken) : null;
        if (usual is { } method)
        {
            yield return () => api.Orders.PayAsync(order, method, cancellationToken);
        }

        var accepted = await IfToldAsync(api.Orders.PaymentMethodsAsync(order, cancellationToken));
        foreach (var other in (accepted?.Registered ?? []).Where(m => m != chosen && m != usual).Take(MaxOtherMethods))
        {
            yield return () => api.Orders.PayAsync(order, other, cancellationToken);
        }

        var means = await IfToldAsync(api.Orders.PaymentMeansAsync(order, cancellationToken)) ?? [];
        foreach (var mean in means.Select(m => m.PaymentMean).OfType<string>().Where(PaymentMean.IsPlain).Take(MaxOtherMethods))
        {
            yield return () => api.Orders.PayWithRegisteredPaymentMeanAsync(order, mean, cancellationToken);
        }
    }

    /// <summary>Null where OVHcloud does not tell it, or not as expected: why the first way was refused says more.</summary>
    private static async Task<T?> IfToldAsync<T>(Task<T> answer)
        where T : class
    {
        try
        {
            return await answer;
        }
        catch (OvhApiException)
        {
            return null;
        }
    }

    /// <summary>Null where the account has none that is valid.</summary>
    private async Task<PaymentMethodId?> IfDefaultMethodAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await account.PaymentMethodAsync(chosen: null, cancellationToken);
        }
        catch (OrderException)
        {
            return null;
        }
    }
}
