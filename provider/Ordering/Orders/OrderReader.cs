using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>What an order, a cart or a project says of what was asked for; what it does not say is null.</summary>
internal sealed record RecordedOrder(
    ItemSettings? Settings, ImmutableSortedDictionary<string, string>? Configuration, ImmutableArray<OptionRequest>? Options)
{
    public static RecordedOrder Nothing { get; } = new(null, null, null);

    /// <summary>Null while the order does not name it.</summary>
    public ProjectId? Project { get; init; }

    public string? Description => Configuration?.GetValueOrDefault(Labels.Description);

    public string? Voucher => Configuration?.GetValueOrDefault(Labels.Voucher);

    public static RecordedOrder Of(CartContents cart) => cart.Project is not { } project ? Nothing : new(project.Settings, Values(project), OptionsOf(cart));

    public static ImmutableArray<OptionRequest> OptionsOf(CartContents cart) => OptionsOf(cart.Options);

    public static ImmutableArray<OptionRequest> OptionsOf(ImmutableArray<PlacedItem?> options) => [.. options.OfType<PlacedItem>().Select(o => Option(o.Settings, Values(o)))];

    public static OptionRequest Option(ItemSettings settings, ImmutableSortedDictionary<string, string> configuration) =>
        new(settings.PlanCode, settings.Duration, settings.PricingMode, settings.Quantity, configuration);

    private static ImmutableSortedDictionary<string, string> Values(PlacedItem item) => item.Configurations
        .Where(c => c.Value is not null).GroupBy(c => c.Label).ToImmutableSortedDictionary(g => g.Key, g => g.First().Value!, StringComparer.Ordinal);
}

/// <summary>Reads one order of the account.</summary>
internal sealed class OrderReader(OvhApi api)
{
    /// <summary>The order's status; null when there is no such order. One answer is not enough to say that: the listing has to agree.</summary>
    public async Task<string?> StatusAsync(OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            return await api.Orders.StatusAsync(order, cancellationToken);
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            var all = await api.Orders.ListAsync(from: null, cancellationToken);
            return all.Contains(order) ? throw new OrderException(new OrderFailure.OrderListedButUnreadable(order), e) : null;
        }
    }

    /// <summary>Whether a payment was accepted, even if the order does not show it yet.</summary>
    public async Task<bool> HasPaymentAsync(OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            return await api.Orders.PaymentAsync(order, cancellationToken) is { PaymentDate: not null } or { PaymentType.Length: > 0 };
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            return false;
        }
    }

    /// <summary>What the order costs. Its cart may still tell it, contracts included; the order itself tells it without them.</summary>
    /// <param name="cart">Null where it is not known.</param>
    public async Task<Quote?> PriceAsync(BillingOrder order, CartId? cart, CancellationToken cancellationToken)
    {
        if (cart is { } id && await CartPriceAsync(id, cancellationToken) is { } quote && quote.Prices.WithTax == order.PriceWithTax?.Value)
        {
            return quote;
        }

        var ids = await api.Orders.DetailsAsync(order.OrderId, cancellationToken);
        return QuoteMapping.From(order, await Task.WhenAll(ids.Select(detail => api.Orders.GetDetailAsync(order.OrderId, detail, cancellationToken))));
    }

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

    /// <summary>What was ordered, with its options. The US site does not record it, and a key for projects may not reach to their orders.</summary>
    public async Task<RecordedOrder> RecordedAsync(OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            var ids = await api.Orders.DetailsAsync(order, cancellationToken);
            var lines = await Task.WhenAll(ids.Select(id => LineAsync(order, id, cancellationToken)));
            return Recorded([.. lines.OfType<RecordedLine>()]);
        }
        catch (OvhApiException e) when (e.IsMissing || e.Status is 403)
        {
            return RecordedOrder.Nothing;
        }
    }

    /// <summary>What an order of options alone holds; none where that is not recorded.</summary>
    public async Task<ImmutableArray<OptionRequest>> RecordedOptionsAsync(OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            var ids = await api.Orders.DetailsAsync(order, cancellationToken);
            var lines = await Task.WhenAll(ids.Select(id => LineAsync(order, id, cancellationToken)));
            return OptionsOf(lines.OfType<RecordedLine>());
        }
        catch (OvhApiException e) when (e.IsMissing || e.Status is 403)
        {
            return [];
        }
    }

    /// <summary>Whether the order was placed for this plan and description.</summary>
    /// <returns>Null where the order records nothing of itself, as on the US site.</returns>
    public async Task<bool?> IsForAsync(OrderId order, string? plan, string description, CancellationToken cancellationToken)
    {
        foreach (var detail in await api.Orders.DetailsAsync(order, cancellationToken))
        {
            try
            {
                var recorded = (await api.Orders.GetExtensionAsync(order, detail, cancellationToken)).Order;
                if (recorded is not null && (plan is null || recorded.Plan?.Code == plan))
                {
                    return recorded.Configurations.Any(c => c.Label == Labels.Description && c.Value == description);
                }
            }
            catch (OvhApiException e) when (e.IsMissing)
            {
                return null;
            }
        }

        return false;
    }

    /// <summary>Whether the order was placed for these options, and, once it says so, for this project.</summary>
    /// <returns>Null where the order records nothing of itself, as on the US site.</returns>
    public async Task<bool?> IsForOptionsAsync(OrderId order, string plans, ProjectId project, CancellationToken cancellationToken)
    {
        var codes = new List<string>();
        foreach (var id in await api.Orders.DetailsAsync(order, cancellationToken))
        {
            var domain = (await api.Orders.GetDetailAsync(order, id, cancellationToken)).Domain;
            if (ProjectId.IsServiceName(domain) && ProjectId.Of(domain!) != project)
            {
                return false;
            }

            try
            {
                codes.Add((await api.Orders.GetExtensionAsync(order, id, cancellationToken)).Order?.Plan?.Code ?? "");
            }
            catch (OvhApiException e) when (e.IsMissing)
            {
                return null;
            }
        }

        return CartContents.PlansOf(codes) == plans;
    }

    private async Task<RecordedLine?> LineAsync(OrderId order, OrderDetailId detail, CancellationToken cancellationToken)
    {
        var line = api.Orders.GetDetailAsync(order, detail, cancellationToken);
        var extension = api.Orders.GetExtensionAsync(order, detail, cancellationToken);
        await Task.WhenAll(line, extension);
        return (await extension).Order is { Plan: { Code: { } plan, Duration: { } duration, PricingMode: { } mode } } recorded
            ? new RecordedLine(
                (await line).DetailType ?? "",
                new ItemSettings(plan, duration, mode, (long)(recorded.Plan.Quantity ?? 1)),
                recorded.Configurations.GroupBy(c => c.Label).ToImmutableSortedDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal),
                ProjectId.IsServiceName((await line).Domain) ? ProjectId.Of((await line).Domain!) : null)
            : null;
    }

    /// <summary>The first line is the project's; each item has a line of several kinds (installation, duration), so lines of one kind are counted.</summary>
    private static RecordedOrder Recorded(ImmutableArray<RecordedLine> lines)
    {
        if (lines is not [var first, ..])
        {
            return RecordedOrder.Nothing;
        }

        return new RecordedOrder(first.Settings, first.Configuration, OptionsOf(lines.Where(l => l.Settings.PlanCode != first.Settings.PlanCode)))
        {
            Project = first.Project,
        };
    }

    private static ImmutableArray<OptionRequest> OptionsOf(IEnumerable<RecordedLine> lines) =>
    [
        .. lines.GroupBy(l => l.Settings.PlanCode).SelectMany(plan => plan.GroupBy(l => l.DetailType).MaxBy(kind => kind.Count())!)
            .Select(l => RecordedOrder.Option(l.Settings, l.Configuration)),
    ];

    private sealed record RecordedLine(
        string DetailType, ItemSettings Settings, ImmutableSortedDictionary<string, string> Configuration, ProjectId? Project);
}
