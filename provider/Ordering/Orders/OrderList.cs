using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// The account's orders. <c>GET /me/order</c> lists every order of any product, by its number alone; <c>GET /cloud/order</c> says more, of
/// cloud orders, of which it may list only the pending ones, on the sites and to the keys that have it.
/// </summary>
internal sealed class OrderList(OvhApi api)
{
    private const string DeliveredWord = "delivered";

    /// <summary>Since when a cart that was checked out can still be found. A full hour, so that previews share one answer.</summary>
    public static DateTimeOffset RecentFrom(TimeProvider time)
    {
        var from = time.GetUtcNow() - PollingSchedule.CheckedOutCartLife;
        return from - TimeSpan.FromTicks(from.Ticks % TimeSpan.TicksPerHour);
    }

    /// <summary>The orders since <see cref="RecentFrom"/>.</summary>
    public async Task<ImmutableHashSet<OrderId>> RecentIdsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return [.. await api.Orders.ListAsync(RecentFrom(api.Time), cancellationToken)];
        }
        catch (OvhApiException e) when (e.IsUnavailable)
        {
            if (await IfCloudOrdersAsync(cancellationToken) is not { } orders)
            {
                throw;
            }

            return [.. orders.Select(o => o.OrderId)];
        }
    }

    /// <summary>The orders since then, newest first, with whatever the lists say of them.</summary>
    public async Task<ImmutableArray<CloudOrder>> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var cloud = IfCloudOrdersAsync(cancellationToken);
        var billed = api.Orders.ListAsync(since, cancellationToken).OrNullIfUnavailableAsync();
        await Task.WhenAll(cloud, billed);
        var known = await cloud ?? [];
        return
        [
            .. known.Where(o => o.Date is null || o.Date >= since)
                .Concat((await billed ?? []).Except(known.Select(o => o.OrderId)).Select(id => new CloudOrder { OrderId = id }))
                .OrderByDescending(o => o.OrderId.Value),
        ];
    }

    /// <summary>Orders of any product after this one; null where they cannot be listed.</summary>
    /// <param name="placed">When this one was placed, in whatever time zone; null where that is not known.</param>
    public async Task<IReadOnlyCollection<OrderId>?> IfLaterIdsAsync(
        OrderId order, DateTimeOffset? placed, CancellationToken cancellationToken) =>
        await api.Orders.ListAsync(placed - TimeSpan.FromDays(1), cancellationToken).OrNullIfUnavailableAsync() is { } ids
            ? [.. ids.Where(id => id.Value > order.Value)]
            : null;

    /// <summary>Each order once; null where the route does not exist or is not granted.</summary>
    public async Task<IReadOnlyList<CloudOrder>?> IfCloudOrdersAsync(CancellationToken cancellationToken) =>
        await api.Projects.OrdersAsync(cancellationToken).OrNullIfUnavailableAsync() is { } lines
            ? [.. lines.GroupBy(o => o.OrderId).Select(order => OfLines([.. order]))]
            : null;

    /// <summary>An order of several plans may be listed once for each: it is that of its project, if it has one.</summary>
    private static CloudOrder OfLines(ImmutableArray<CloudOrder> lines) =>
        (lines.FirstOrDefault(l => OfferSelection.IsProjectPlan(l.PlanCode)) ?? lines[0]) with
        {
            Date = lines.Min(l => l.Date),
            ServiceName = lines.Select(l => l.ServiceName).FirstOrDefault(name => ProjectId.TryParse(name, out _)),
            Status = lines.FirstOrDefault(l => !IsDelivered(l))?.Status ?? lines[0].Status,
        };

    public static bool IsDelivered(CloudOrder order) => order.Status == DeliveredWord;
}
