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

    /// <summary>
    /// What was ordered, with its options. The project's line is told by its plan: OVHcloud does not say in which order it lists the
    /// lines, and an option taken for the project would end it. The US site does not record it, and a key for projects may not reach to
    /// their orders. A line that does not tell what it is for may be any.
    /// </summary>
    public async Task<RecordedOrder> RecordedAsync(OrderId order, CancellationToken cancellationToken)
    {
        var lines = await RecordedLinesAsync(order, cancellationToken);
        var told = lines.OfType<RecordedLine>().ToList();
        var isWhole = told.Count == lines.Length;
        return (told.Find(l => OfferSelection.IsProjectPlan(l.Settings.PlanCode)) ?? (isWhole ? told.FirstOrDefault() : null))
            is not { } project
            ? RecordedOrder.Nothing
            : new RecordedOrder(
                project.Settings, project.Configuration,
                isWhole ? OptionsOf(told.Where(l => l.Settings.PlanCode != project.Settings.PlanCode)) : null)
            {
                Project = project.Project,
            };
    }

    /// <summary>What an order of options alone holds; null where not every line of it tells.</summary>
    public async Task<ImmutableArray<OptionRequest>?> RecordedOptionsAsync(OrderId order, CancellationToken cancellationToken) =>
        await RecordedLinesAsync(order, cancellationToken) is { Length: > 0 } lines && Array.TrueForAll(lines, l => l is not null)
            ? OptionsOf(lines.OfType<RecordedLine>())
            : null;

    /// <summary>
    /// How many plans and options were ordered; 0 where the site has no such record. An item has several lines, even of one kind, and each
    /// of them has its place in the order.
    /// </summary>
    public async Task<int> CountItemsAsync(OrderId order, CancellationToken cancellationToken) =>
        (await RecordedLinesAsync(order, cancellationToken)).OfType<RecordedLine>().DistinctBy(l => (l.Settings.PlanCode, l.Place)).Count();

    /// <summary>
    /// Whether the order was placed for this plan and description. OVHcloud does not say in which order it lists the lines, nor that each
    /// records its configuration: the first that records a description tells.
    /// </summary>
    /// <param name="plan">Null: any plan of a project.</param>
    /// <returns>Null where the order records nothing of itself: on the US site, or because its lines are not there yet.</returns>
    public async Task<bool?> IsForAsync(OrderId order, string? plan, string description, CancellationToken cancellationToken)
    {
        var isRecorded = false;
        foreach (var id in await api.Orders.DetailsAsync(order, cancellationToken))
        {
            if (await IfExtensionAsync(order, id, cancellationToken) is not { Order: { Plan.Code: { } code } recorded })
            {
                continue;
            }

            isRecorded = true;
            if ((plan is null ? OfferSelection.IsProjectPlan(code) : code == plan)
                && recorded.Configurations.FirstOrDefault(c => c.Label == Labels.Description) is { } named)
            {
                return named.Value == description;
            }
        }

        return isRecorded ? false : null;
    }

    /// <summary>Whether the order was placed for these options, and, once it says so, for this project.</summary>
    /// <returns>Null where the order records nothing of itself: on the US site, or because its lines are not there yet.</returns>
    public async Task<bool?> IsForOptionsAsync(OrderId order, string plans, ProjectId project, CancellationToken cancellationToken)
    {
        var codes = new List<string>();
        foreach (var id in await api.Orders.DetailsAsync(order, cancellationToken))
        {
            var detail = await api.Orders.GetDetailAsync(order, id, cancellationToken);
            if (ProjectId.OfServiceName(detail.Domain) is { } named && named != project)
            {
                return false;
            }

            if (await IfExtensionAsync(order, id, cancellationToken) is not { } extension)
            {
                return null;
            }

            if (extension.Order?.Plan?.Code is { } code)
            {
                codes.Add(code);
            }
        }

        return codes.Count == 0 ? null : CartContents.PlansOf(codes) == plans;
    }

    /// <returns>Null for each line that does not tell what it is for.</returns>
    private async Task<RecordedLine?[]> RecordedLinesAsync(OrderId order, CancellationToken cancellationToken)
    {
        return await ReadAsync().OrNullIfUnavailableAsync() ?? [];

        async Task<RecordedLine?[]> ReadAsync()
        {
            var ids = await api.Orders.DetailsAsync(order, cancellationToken);
            return await Task.WhenAll(ids.Select(id => LineAsync(order, id, cancellationToken)));
        }
    }

    private async Task<RecordedLine?> LineAsync(OrderId order, OrderDetailId id, CancellationToken cancellationToken)
    {
        var detail = api.Orders.GetDetailAsync(order, id, cancellationToken);
        var extension = IfExtensionAsync(order, id, cancellationToken);
        await Task.WhenAll(detail, extension);
        return (await extension)?.Order is { Plan: { Code: { } plan, Duration: { } duration, PricingMode: { } mode } } recorded
            ? new RecordedLine(
                (await detail).DetailType ?? "",
                new ItemSettings(plan, duration, mode, (long)(recorded.Plan.Quantity ?? 1)),
                recorded.Configurations.Where(c => c.Value is not null).GroupBy(c => c.Label)
                    .ToImmutableSortedDictionary(g => g.Key, g => g.First().Value!, StringComparer.Ordinal),
                (await detail).Domain)
            : null;
    }

    /// <summary>What a line of the order records of what was asked for; null where the site has no such record.</summary>
    private Task<OrderDetailExtension?> IfExtensionAsync(OrderId order, OrderDetailId id, CancellationToken cancellationToken) =>
        api.Orders.GetExtensionAsync(order, id, cancellationToken).OrNullIfMissingAsync();

    /// <summary>Each item has a line of several kinds (installation, duration): lines of one kind are counted.</summary>
    private static ImmutableArray<OptionRequest> OptionsOf(IEnumerable<RecordedLine> lines) =>
    [
        .. lines.GroupBy(l => l.Settings.PlanCode).SelectMany(plan => plan.GroupBy(l => l.DetailType).MaxBy(kind => kind.Count())!)
            .Select(l => RecordedOrder.Option(l.Settings, l.Configuration)),
    ];

    /// <param name="Place">Of its item: such as <c>*001</c>, or the project once it is delivered.</param>
    private sealed record RecordedLine(
        string DetailType, ItemSettings Settings, ImmutableSortedDictionary<string, string> Configuration, string? Place)
    {
        public ProjectId? Project => ProjectId.OfServiceName(Place);
    }
}
