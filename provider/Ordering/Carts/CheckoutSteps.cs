using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>The steps from a filled cart to an order: OVHcloud confirms the price, and the order is placed.</summary>
internal sealed class CheckoutSteps(
    OvhApi api, Account account, OrderList orders, OwnershipRegistry registry, CheckoutGate gate, Reconciler reconciler)
{
    private const int MaxUnexpectedItems = 6;

    /// <summary>
    /// Asks OVHcloud to judge the cart. Beside it: no other run may have made a cart for the same resource meanwhile, and the cart has to
    /// outlive an interruption, because it is what leads the next run to the order.
    /// </summary>
    public async Task PreviewAsync(OrderRun run, OrderStep.PreviewCheckout step, CancellationToken cancellationToken)
    {
        var preview = api.IsAnonymous
            ? api.Carts.SummaryAsync(run.CartId, cancellationToken)
            : api.Carts.PreviewCheckoutAsync(run.CartId, cancellationToken);
        var (concurrentRunCheck, extendExpiry) = CheckAndExtend(run, step, cancellationToken);
        var ordersBefore = run.Goal == OrderGoal.Cart || run.Knowledge.OrdersBefore is not null
            ? Task.CompletedTask
            : ReadOrdersBeforeAsync(run, cancellationToken);
        await Task.WhenAll(concurrentRunCheck, preview, extendExpiry, ordersBefore);
        var answer = await preview;
        if (Unexpected(run, Named(answer).Concat(await extendExpiry)).Union(Missing(run, answer)) is { IsEmpty: false } unexpected)
        {
            // Another client changes this cart as well: its content is read again and corrected.
            if (run.Knowledge.UnexpectedItems.Count > MaxUnexpectedItems)
            {
                throw new OrderException(new OrderFailure.CartChanges(run.CartId));
            }

            run.Ledger.Learn(k => k with { Cart = null, UnexpectedItems = k.UnexpectedItems.Union(unexpected) });
            return;
        }

        var quote = QuoteMapping.From(answer);
        run.Ledger.Update((facts, knowledge) => (
            facts with { Quote = quote, CartExpirationDate = knowledge.GrantedExpiry ?? facts.CartExpirationDate }, knowledge));
        if (run.Goal != OrderGoal.Cart)
        {
            PriceCeiling.Check(run.Request, quote, order: null);
            await CheckPaymentAsync(run, quote, cancellationToken);
        }

        run.Ledger.LearnOfCart(c => c with { PriceConfirmed = true });
    }

    /// <summary>
    /// From the first byte on the outcome is unknown until it is told: whatever ends this call, even Ctrl-C, may end it after the order was
    /// placed. The order's number and URL are recorded before anything else of the answer is looked at.
    /// </summary>
    public async Task CheckoutAsync(OrderRun run, CancellationToken cancellationToken)
    {
        using var checkout = await gate.EnterCheckoutAsync(cancellationToken);
        run.Ledger.Learn(k => k with { Cart = null, CheckoutTried = true });
        var request = new CheckoutRequest(run.Request.WaiveRetractationPeriod ? true : null);
        var answer = await api.Carts.CheckoutAsync(run.CartId, request, cancellationToken);
        if (answer.OrderId is not { IsPlausible: true } id)
        {
            throw new OvhApiException(
                HttpMethod.Post, "/order/cart/{cartId}/checkout", CallOutcome.Unknown, "the answer names no order");
        }

        registry.RecordOrder(run.Request.Tag, run.CartId, id);
        run.Ledger.Update((facts, knowledge) => (
            facts with
            {
                OrderId = id,
                OrderUrl = answer.Url?.Reveal(),
                OrderDate = api.Time.GetUtcNow(),
                Status = OrderStatus.NotPaid,
            },
            knowledge with { StatusRead = true, PriceUncertain = !IsConfirmed(answer.Prices?.WithTax, facts.Quote) }));
        if (!Unexpected(run, Named(answer)).IsEmpty)
        {
            throw new OrderException(new OrderFailure.OrderHoldsMore(id));
        }

        if (!run.Knowledge.PriceUncertain)
        {
            var quote = QuoteMapping.From(answer);
            run.Ledger.Update(f => f with { Quote = quote });
        }
    }

    /// <summary>Whether the cart tells that its checkout was carried out.</summary>
    public async Task<bool> LooksCheckedOutAsync(OrderRun run, CancellationToken cancellationToken) =>
        await api.Carts.GetAsync(run.CartId, cancellationToken).OrNullIfMissingAsync() is null or { ReadOnly: true };

    /// <summary>
    /// Side by side, but for a cart that is in the state: its expiry tells since when it has been the resource's only one, and is kept
    /// until it is found to be so again.
    /// </summary>
    private (Task Check, Task<IReadOnlyList<ItemId>> Extended) CheckAndExtend(
        OrderRun run, OrderStep.PreviewCheckout step, CancellationToken cancellationToken)
    {
        var began = api.Time.GetTimestamp();
        if (registry.IsInState(run.Request.Tag, run.CartId))
        {
            var check = reconciler.CheckBeforeCheckoutAsync(run, Task.CompletedTask, cancellationToken);
            return (check, ExtendAsync(after: check));
        }

        var extended = ExtendAsync(after: Task.CompletedTask);
        return (reconciler.CheckBeforeCheckoutAsync(run, extended, cancellationToken), extended);

        async Task<IReadOnlyList<ItemId>> ExtendAsync(Task after)
        {
            await after;
            return step.ExtendExpiry ? await ExtendExpiryAsync(run, began, cancellationToken) : [];
        }
    }

    /// <summary>A life that OVHcloud refuses is no reason not to order: a shorter one is asked for, or the cart keeps its own.</summary>
    /// <param name="since">The timestamp from which the cart's life counts.</param>
    /// <returns>What the cart holds; nothing where that is not told.</returns>
    private async Task<IReadOnlyList<ItemId>> ExtendExpiryAsync(OrderRun run, long since, CancellationToken cancellationToken)
    {
        var granted = await IfGrantedAsync(run, since, run.CartLife, cancellationToken)
            ?? await IfGrantedAsync(run, since, PollingSchedule.UsualCartLife, cancellationToken);
        run.Ledger.Learn(k => k with { ExpiryExtended = true, GrantedExpiry = granted?.Expire });
        return granted?.Items ?? [];
    }

    /// <summary>Null where OVHcloud refuses this length of life; where it grants one and does not say which, the cart tells.</summary>
    private async Task<Cart?> IfGrantedAsync(OrderRun run, long since, TimeSpan life, CancellationToken cancellationToken)
    {
        try
        {
            return await api.Carts.UpdateAsync(
                run.CartId, new CartUpdate(run.Request.Tag, CartTimes.Expiry(since, life, api.Time)), cancellationToken);
        }
        catch (OvhApiException e) when (e.IsNull)
        {
            return await api.Carts.GetAsync(run.CartId, cancellationToken);
        }
        catch (OvhApiException e) when (e is { Outcome: CallOutcome.NotProcessed, Status: not (401 or 403 or 429) })
        {
            return null;
        }
    }

    private async Task ReadOrdersBeforeAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var before = await orders.RecentIdsAsync(cancellationToken);
        run.Ledger.Learn(k => k with { OrdersBefore = before });
    }

    private async Task CheckPaymentAsync(OrderRun run, Quote quote, CancellationToken cancellationToken)
    {
        if (run.Request.Payment == PaymentKind.Automatic && (quote.Prices.WithTax > 0 || run.Request.PaymentMethodId is not null))
        {
            var method = await account.PaymentMethodAsync(run.Request.PaymentMethodId, cancellationToken);
            run.Ledger.Learn(k => k with { PaymentMethod = method });
        }
    }

    /// <summary>The order costs what the preview of its checkout said, in the same currency.</summary>
    private static bool IsConfirmed(Price? price, Quote? quote) =>
        price is not null && quote is not null && (price.Value, price.CurrencyCode) == (quote.Prices.WithTax, quote.Prices.CurrencyCode);

    /// <summary>Items that answers name and that this run did not add, unless they were looked for before.</summary>
    private static ImmutableHashSet<ItemId> Unexpected(OrderRun run, IEnumerable<ItemId> named) =>
        [.. named.Except(Added(run)).Except(run.Knowledge.UnexpectedItems)];

    /// <summary>
    /// Items that this run added and that the answer, which names others, does not name, unless they were looked for before.
    /// </summary>
    private static ImmutableHashSet<ItemId> Missing(OrderRun run, Order answer) =>
        Named(answer) is [_, ..] named ? [.. Added(run).Except(named).Except(run.Knowledge.UnexpectedItems)] : [];

    private static ImmutableArray<ItemId> Named(Order answer) => [.. answer.Details.Select(d => d.CartItemId).OfType<ItemId>()];

    private static ImmutableArray<ItemId> Added(OrderRun run) =>
        [.. run.Facts.Options.Append(run.Facts.Item).Select(i => i?.Id).OfType<ItemId>()];
}
