using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>The account's cloud orders, pending ones included.</summary>
internal static class CloudOrders
{
    private const string DeliveredWord = "delivered";

    /// <summary>Empty where they cannot be listed: it helps to find an order, and nothing depends on it alone.</summary>
    public static async Task<IReadOnlyList<CloudOrder>> ListAsync(OvhApi api, CancellationToken cancellationToken) =>
        await IfListedAsync(api, cancellationToken) ?? [];

    /// <summary>Null where the route does not exist or is not granted.</summary>
    public static async Task<IReadOnlyList<CloudOrder>?> IfListedAsync(OvhApi api, CancellationToken cancellationToken)
    {
        try
        {
            return await api.Projects.OrdersAsync(planCode: null, cancellationToken);
        }
        catch (OvhApiException e) when (e.IsMissing || e.Status is 403)
        {
            return null;
        }
    }

    /// <summary>The account's orders of any kind since then, of which the list says nothing but that they exist.</summary>
    public static async Task<IReadOnlyList<CloudOrder>> BilledAsync(OvhApi api, DateTimeOffset since, CancellationToken cancellationToken) =>
        [.. (await api.Orders.ListAsync(since, cancellationToken)).Select(id => new CloudOrder { OrderId = id })];

    public static bool IsPending(CloudOrder order) => order.Status != DeliveredWord;
}
