using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>Reads one order of the account.</summary>
internal sealed class OrderReader(OvhApi api)
{
    /// <summary>
    /// The order's status; null when there is no such order. One answer is not enough to say that: the listing has to agree.
    /// </summary>
    public async Task<string?> FindStatusAsync(OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            return await api.Orders.StatusAsync(order, cancellationToken);
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            var all = await api.Fresh.Orders.ListAsync(from: null, cancellationToken);
            return all.Contains(order) ? throw new OrderException(new OrderFailure.OrderListedButUnreadable(order), e) : null;
        }
    }

    /// <summary>
    /// The status of an order that the state has. Orders stay in the history of their account, but perhaps not unpaid ones that have
    /// expired, which are as good as cancelled: any other that is not there is young and hidden, or another account's.
    /// </summary>
    /// <exception cref="OrderException">The order is not there, and not gone.</exception>
    public async Task<string> StatusAsync(OrderFacts facts, CancellationToken cancellationToken)
    {
        var (order, now) = (facts.OrderId!.Value, api.Time.GetUtcNow());
        return await FindStatusAsync(order, cancellationToken)
            ?? (facts.Status is null or OrderStatus.NotPaid && facts.OrderExpirationDate < now ? OrderStatus.Cancelled
            : throw new OrderException(facts.IsYoung(now)
                ? new OrderFailure.OrderHiddenWhileYoung(order)
                : new OrderFailure.OrderNotOfAccount(order)));
    }

    /// <summary>Whether a payment was accepted, even if the order does not show it yet: what OVHcloud does with it tells too.</summary>
    /// <param name="wasRefused">One was just refused: that one was begun is no sign of another.</param>
    public async Task<bool> HasPaymentAsync(OrderId order, CancellationToken cancellationToken, bool wasRefused = false)
    {
        var payment = await api.Orders.PaymentAsync(order, cancellationToken).OrNullIfMissingAsync();
        return payment is { PaymentDate: not null } or { PaymentType.Length: > 0 }
            || await IsPaymentUnderWayAsync(order, wasRefused, cancellationToken);
    }

    private async Task<bool> IsPaymentUnderWayAsync(OrderId order, bool wasRefused, CancellationToken cancellationToken)
    {
        var since = api.Time.GetUtcNow() - PollingSchedule.PaymentUnderWay;
        var steps = await api.Orders.FollowUpAsync(order, cancellationToken).OrNullIfUnavailableAsync() ?? [];
        return steps.SelectMany(step => step.History).Any(e =>
            FollowUpLabel.IsPayment(e.Label) || (FollowUpLabel.IsPaymentBegun(e.Label) && !wasRefused && !(e.Date < since)));
    }

    /// <summary>When something last happened to the order, as far as OVHcloud tells.</summary>
    public async Task<DateTimeOffset?> LastMovedAsync(OrderId order, DateTimeOffset? placed, CancellationToken cancellationToken)
    {
        var payment = api.Orders.PaymentAsync(order, cancellationToken).OrNullIfUnavailableAsync();
        var steps = api.Orders.FollowUpAsync(order, cancellationToken).OrNullIfUnavailableAsync();
        await Task.WhenAll(payment, steps);
        return (await steps ?? []).SelectMany(s => s.History).Select(e => e.Date).Append((await payment)?.PaymentDate).Append(placed).Max();
    }

    /// <summary>
    /// What the order costs. The order tells its total, but no reduction and no contracts: those are what was known with the same total, or
    /// what its cart still tells.
    /// </summary>
    /// <returns>Null where the order names no price.</returns>
    public async Task<Quote?> PriceAsync(BillingOrder order, OrderFacts facts, CancellationToken cancellationToken)
    {
        if (facts.Quote?.IsOf(order) == true)
        {
            return facts.Quote;
        }

        if (facts.CartId is { } id && await CartPriceAsync(id, cancellationToken) is { } quote && quote.IsOf(order))
        {
            return quote;
        }

        var ids = await api.Orders.DetailsAsync(order.OrderId, cancellationToken);
        var told = QuoteMapping.From(order,
            await Task.WhenAll(ids.Select(detail => api.Orders.GetDetailAsync(order.OrderId, detail, cancellationToken))));
        return told is { Prices: { WithTax: 0, CurrencyCode: Price.Points } prices }
            ? told with { Prices = prices with { CurrencyCode = await CurrencyAsync(cancellationToken) } }
            : told;
    }

    /// <summary>The account's own, in which a total of zero was confirmed: once it is settled, the order itself tells points.</summary>
    private async Task<string> CurrencyAsync(CancellationToken cancellationToken) =>
        (await api.Me.GetAsync(cancellationToken).OrNullIfUnavailableAsync())?.Currency?.Code ?? Price.Points;

    /// <summary>Null where the cart tells none (any more).</summary>
    public async Task<Quote?> CartPriceAsync(CartId cart, CancellationToken cancellationToken)
    {
        try
        {
            return QuoteMapping.From(await api.Carts.SummaryAsync(cart, cancellationToken));
        }
        catch (Exception e) when (e is OrderException or OvhApiException { Outcome: CallOutcome.NotProcessed })
        {
            return null;
        }
    }
}
