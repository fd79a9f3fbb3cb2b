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
    public async Task<ImmutableArray<OptionRequest>?> OptionsAsync(OrderId order, CancellationToken cancellationToken) =>
        await RecordedLinesAsync(order, cancellationToken) is { Length: > 0 } lines && Array.TrueForAll(lines, l => l is not null)
            ? OptionsOf(lines.OfType<RecordedLine>())
            : null;

    /// <summary>The options of an order that was delivered to this project: none where it was not.</summary>
    /// <returns>Null where that cannot be told.</returns>
    public async Task<ImmutableArray<OptionRequest>?> OptionsForAsync(
        OrderId order, ProjectId project, CancellationToken cancellationToken)
    {
        return await LinesAsync().OrNullIfUnavailableAsync() is not { } lines ? null
            : Array.Exists(lines, l => ProjectId.OfServiceName(l.Domain) == project) ? await OptionsAsync(order, cancellationToken)
            : [];

        async Task<OrderDetail[]> LinesAsync()
        {
            var ids = await api.Orders.DetailsAsync(order, cancellationToken);
            return await Task.WhenAll(ids.Select(id => api.Orders.GetDetailAsync(order, id, cancellationToken)));
        }
    }

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
