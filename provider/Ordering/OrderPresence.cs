using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>Whether an order exists. One answer is not enough to say that it does not: the listing has to agree.</summary>
internal static class OrderPresence
{
    /// <summary>The order's status; null when there is no such order.</summary>
    /// <exception cref="OvhApiException">It cannot be told.</exception>
    public static async Task<string?> StatusAsync(OvhApi api, OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            return await api.Orders.StatusAsync(order, cancellationToken);
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            var all = await api.Orders.ListAsync(from: null, cancellationToken);
            return all.Contains(order)
                ? throw new OrderException($"the status of order {order} cannot be read, yet it is among the account's orders. Try again later", null, e)
                : null;
        }
    }
}
