using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <param name="Decision">Null where it is not known.</param>
/// <param name="Failure">Why it is not; not said yet.</param>
internal sealed record FoundAnswer(Decision? Decision, Exception? Failure)
{
    public static FoundAnswer None { get; } = new(null, null);
}

/// <summary>What a preview says of orders that exist: which the update will resume, and what it will pay for them.</summary>
internal sealed class PreviewOfOrders(OrderServices services)
{
    /// <summary>What the update will make of what an interrupted run left.</summary>
    public async Task<FoundAnswer> DecideAsync(CloudProjectInputs inputs, OrderRequest request, Operation operation)
    {
        if (services.Api.IsAnonymous || !services.Settings.AdoptEarlierOrders)
        {
            return FoundAnswer.None;
        }

        var run = new OrderRun(request, inputs.Goal, new OrderLedger(new OrderFacts()), new OperationListener(operation));
        try
        {
            var evidence =
                await services.PreviewEvidence.LeftByInterruptedRunsAsync(run, operation.CancellationToken);
            if (evidence.OrdersNotExamined > 0)
            {
                await run.Listener.OnNoticeAsync(new OrderNotice.OrdersNotExamined(evidence.OrdersNotExamined));
            }

            return new FoundAnswer(Decision.CreateBegins(evidence, request), null);
        }
        catch (Exception e) when (e is OvhApiException or OrderException)
        {
            return new FoundAnswer(null, e);
        }
    }

    /// <summary>Whether the update goes on with an order that an interrupted run placed; told, with what it will pay.</summary>
    public async Task<bool> ResumedAsync(Decision? decision, CloudProjectInputs inputs, OrderRequest request, Operation operation)
    {
        switch (decision)
        {
            case Decision.ResumeOrder { Cart.Fate: var fate } resume:
                var facts = new OrderFacts { OrderId = resume.Order, CartId = resume.Cart.Id };
                facts = facts with { Quote = await IfPriceAsync(facts, resume.Order, operation.CancellationToken) };
                var pays = fate == OrderFate.Unpaid && request.Payment == PaymentKind.Automatic && inputs.Checkout;
                await operation.InfoAsync(PriceMessages.Resumes(facts, request, pays));
                CheckCeiling(request, facts.Quote, pays, resume.Order);
                if (!inputs.Checkout && fate is OrderFate.Unpaid or OrderFate.UnderWay)
                {
                    var status = fate == OrderFate.Unpaid ? OrderStatus.NotPaid : null;
                    await operation.WarnAsync(WillStop(new OrderFailure.OrderNotRequested(resume.Order, status)));
                }

                return true;
            case Decision.Stop stop:
                await operation.WarnAsync(WillStop(request.FailureOf(stop.Reason)));
                return false;
            case Decision.Wait wait:
                await operation.WarnAsync(OwnershipMessages.Waits(wait.Order));
                return false;
            default:
                return false;
        }
    }

    /// <summary>
    /// Where it is not known what an interrupted run left, the update may do something else. Why the price is not known tells enough.
    /// </summary>
    public static Task TellFailureAsync(FoundAnswer found, QuoteAnswer quote, Operation operation) =>
        found.Failure is { } failure && quote.Failure is null
            ? operation.WarnAsync($"The provider could not look for an order of an interrupted run: {ErrorMessages.OfQuote(failure)}. The "
                + "update looks again before it orders.")
            : Task.CompletedTask;

    public static string WillStop(OrderFailure reason) => $"The update will stop: {FailureMessages.Of(reason)}.";

    public async Task TellPlacedAsync(OrderRequest request, OrderFacts open, OrderId order, Operation operation)
    {
        await operation.InfoAsync(PriceMessages.Resumes(open, request, pays: false));
        await TellDueAsync(request, open, order, operation);
    }

    /// <summary>What the update pays for an order that is not paid; nothing where it pays none.</summary>
    public async Task TellDueAsync(OrderRequest request, OrderFacts facts, OrderId order, Operation operation)
    {
        if (request.Payment != PaymentKind.Automatic || services.Api.IsAnonymous)
        {
            return;
        }

        Quote? quote;
        try
        {
            if (await services.Orders.FindStatusAsync(order, operation.CancellationToken) != OrderStatus.NotPaid
                || await services.Orders.HasPaymentAsync(order, operation.CancellationToken))
            {
                return;
            }

            if (await services.Contents.HoldMoreAsync(facts, request, operation.CancellationToken))
            {
                await operation.WarnAsync(WillStop(request.FailureOf(new OrderFailure.OrderHoldsMore(order))));
                return;
            }

            quote = await PriceOfAsync(facts, order, operation.CancellationToken);
        }
        catch (Exception e) when (e is OvhApiException or OrderException)
        {
            await operation.WarnAsync($"The price of order {order} is not known: {ErrorMessages.OfQuote(e)}.");
            return;
        }

        if (quote is null)
        {
            await operation.WarnAsync($"Order {order} is not paid, and OVHcloud returned no price for it.");
            return;
        }

        await operation.InfoAsync(PriceMessages.Due(facts with { Quote = quote }, request));
        CheckCeiling(request, quote, pays: true, order);
    }

    /// <summary>Null where it cannot be read; the update reads it again before it pays.</summary>
    private async Task<Quote?> IfPriceAsync(OrderFacts facts, OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            return await PriceOfAsync(facts, order, cancellationToken);
        }
        catch (Exception e) when (e is OvhApiException or OrderException)
        {
            return null;
        }
    }

    private async Task<Quote?> PriceOfAsync(OrderFacts facts, OrderId order, CancellationToken cancellationToken)
    {
        var billing = await services.Api.Orders.GetAsync(order, cancellationToken);
        return await services.Orders.PriceAsync(billing, facts, cancellationToken);
    }

    public static void CheckCeiling(OrderRequest request, Quote? quote, bool pays, OrderId? order)
    {
        if (pays && quote is not null && PriceCeiling.IsExceeded(request, quote))
        {
            throw Failed(new OrderFailure.PriceAboveCeiling(quote.WithTax, PriceCeiling.Allowed(request, quote), order));
        }
    }

    public static ProviderException Failed(OrderFailure failure, Exception? cause = null) =>
        new(FailureKind.FailedPrecondition, FailureMessages.WithProperty(failure), cause);
}
