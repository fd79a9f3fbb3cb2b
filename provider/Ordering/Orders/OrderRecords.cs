using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>Reads what orders record of what was asked for, by the extensions of their lines.</summary>
internal sealed class OrderRecords(OvhApi api)
{
    /// <summary>
    /// What was ordered, with its options. The project's line is told by its plan: OVHcloud does not say in which order it lists the
    /// lines, and an option taken for the project would end it. The US site does not record it, and a key for projects may not reach to
    /// their orders. A line that does not tell what it is for may be any.
    /// </summary>
    public async Task<RecordedOrder> OfAsync(OrderId order, CancellationToken cancellationToken)
    {
        var lines = await IfLinesAsync(order, cancellationToken) ?? [];
        var told = lines.Where(l => l.Settings is not null).ToList();
        var isWhole = told.Count == lines.Length;
        return (told.Find(l => OfferSelection.IsProjectPlan(l.Settings!.PlanCode)) ?? (isWhole ? told.FirstOrDefault() : null))
            is not { Settings: { } settings } project
            ? RecordedOrder.Nothing
            : new RecordedOrder(
                settings, project.Configuration, isWhole ? OptionsOf(told.Where(l => l.Settings!.PlanCode != settings.PlanCode)) : null)
            {
                Project = project.Project,
            };
    }

    /// <summary>The options that an order bought for this project: none where it bought none.</summary>
    /// <param name="isNamed">The order is known to be for the project; else its lines name the project once they are delivered.</param>
    /// <returns>Null where that cannot be told, or not of every line.</returns>
    public async Task<ImmutableArray<OptionRequest>?> OptionsForAsync(
        OrderId order, ProjectId project, bool isNamed, CancellationToken cancellationToken)
    {
        if (await IfLinesAsync(order, cancellationToken) is not { } lines)
        {
            return null;
        }

        var bought = lines.Where(l => (isNamed || l.Project == project) && l.IsBought).ToList();
        return bought.Exists(l => l.Settings is null) || (isNamed && bought.Count == 0) ? null
            : OptionsOf(bought.Where(l => !OfferSelection.IsProjectPlan(l.Settings!.PlanCode)));
    }

    /// <summary>
    /// How many plans and options were ordered; 0 where the site has no such record. An item has several lines, even of one kind, and each
    /// of them has its place in the order.
    /// </summary>
    public async Task<int> CountItemsAsync(OrderId order, CancellationToken cancellationToken) =>
        (await IfLinesAsync(order, cancellationToken) ?? []).Where(l => l.Settings is not null)
            .DistinctBy(l => (l.Settings!.PlanCode, l.Place)).Count();

    /// <summary>
    /// Whether the order was placed for this plan and description. OVHcloud does not say in which order it lists the lines, nor that each
    /// records its configuration: the first that records a description tells.
    /// </summary>
    /// <param name="plan">Null: any plan of a project.</param>
    /// <returns>Null where the order records nothing of itself: on the US site, or because its lines are not there yet.</returns>
    public async Task<bool?> IsForAsync(OrderId order, string? plan, string description, CancellationToken cancellationToken)
    {
        var (isRecorded, isOfPlan, isUntold) = (false, false, false);
        foreach (var id in await api.Orders.DetailsAsync(order, cancellationToken))
        {
            if (await IfExtensionAsync(order, id, cancellationToken) is not { Order: { Plan.Code: { } code } recorded })
            {
                isUntold = true;
                continue;
            }

            isRecorded = true;
            if (plan is null ? OfferSelection.IsProjectPlan(code) : code == plan)
            {
                isOfPlan = true;
                if (recorded.Configurations.FirstOrDefault(c => c.Label == Labels.Description) is { } named)
                {
                    return named.Value == description;
                }
            }
        }

        return isRecorded && !(isOfPlan && isUntold) ? false : null;
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

    /// <summary>Null where the order cannot be read.</summary>
    private Task<RecordedLine[]?> IfLinesAsync(OrderId order, CancellationToken cancellationToken)
    {
        return ReadAsync().OrNullIfUnavailableAsync();

        async Task<RecordedLine[]> ReadAsync()
        {
            var ids = await api.Orders.DetailsAsync(order, cancellationToken);
            return await Task.WhenAll(ids.Select(id => LineAsync(order, id, cancellationToken)));
        }
    }

    private async Task<RecordedLine> LineAsync(OrderId order, OrderDetailId id, CancellationToken cancellationToken)
    {
        var line = api.Orders.GetDetailAsync(order, id, cancellationToken);
        var extension = IfExtensionAsync(order, id, cancellationToken);
        await Task.WhenAll(line, extension);
        var (detail, recorded) = (await line, (await extension)?.Order);
        var settings = recorded?.Plan is { Code: { } plan, Duration: { } duration, PricingMode: { } mode, Quantity: var quantity }
            ? new ItemSettings(plan, duration, mode, (long)(quantity ?? 1))
            : null;
        var configuration = (recorded?.Configurations ?? []).Where(c => c.Value is not null).GroupBy(c => c.Label)
            .ToImmutableSortedDictionary(g => g.Key, g => g.First().Value!, StringComparer.Ordinal);
        return new RecordedLine(detail.DetailType ?? "", recorded?.Action, settings, configuration, detail.Domain);
    }

    /// <summary>What a line of the order records of what was asked for; null where the site has no such record.</summary>
    private Task<OrderDetailExtension?> IfExtensionAsync(OrderId order, OrderDetailId id, CancellationToken cancellationToken) =>
        api.Orders.GetExtensionAsync(order, id, cancellationToken).OrNullIfMissingAsync();

    /// <summary>Each item has a line of several kinds (installation, duration): lines of one kind are counted.</summary>
    /// <param name="lines">Such as tell what they are for.</param>
    private static ImmutableArray<OptionRequest> OptionsOf(IEnumerable<RecordedLine> lines) =>
    [
        .. lines.GroupBy(l => l.Settings!.PlanCode).SelectMany(plan => plan.GroupBy(l => l.DetailType).MaxBy(kind => kind.Count())!)
            .Select(l => RecordedOrder.Option(l.Settings!, l.Configuration)),
    ];

    /// <param name="Settings">Null where the line does not tell what it is for.</param>
    /// <param name="Place">Of its item: such as <c>*001</c>, or the project once it is delivered.</param>
    private sealed record RecordedLine(
        string DetailType, string? Action, ItemSettings? Settings, ImmutableSortedDictionary<string, string> Configuration, string? Place)
    {
        public ProjectId? Project => ProjectId.OfServiceName(Place);

        /// <summary>Not a renewal or a bill of what is there already.</summary>
        public bool IsBought => Action is not ("consumption" or "detach" or "renew" or "revert")
            && DetailType is not ("CONSUMPTION" or "REFUND" or "RENEW" or "VOUCHER");
    }
}
