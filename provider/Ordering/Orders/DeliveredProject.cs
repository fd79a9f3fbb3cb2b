using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>Which project an order delivered.</summary>
internal sealed class DeliveredProject(OvhApi api, OrderList orders)
{
    /// <summary>
    /// Null while the order does not name it: before, and for a moment after delivery, its lines carry placeholders such as <c>*001</c>.
    /// </summary>
    public async Task<ProjectId?> OfAsync(OrderId order, CancellationToken cancellationToken) =>
        await FromCloudOrdersAsync(order, cancellationToken) ?? await FromDetailsAsync(order, cancellationToken);

    /// <summary>One call, where the account's cloud orders can be listed; where they cannot, the order's own lines tell.</summary>
    private async Task<ProjectId?> FromCloudOrdersAsync(OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            var listed = await orders.IfCloudOrdersAsync(cancellationToken);
            return ProjectId.OfServiceName(listed?.FirstOrDefault(o => o.OrderId == order)?.ServiceName);
        }
        catch (OvhApiException)
        {
            return null;
        }
    }

    private async Task<ProjectId?> FromDetailsAsync(OrderId order, CancellationToken cancellationToken)
    {
        var ids = await api.Orders.DetailsAsync(order, cancellationToken);
        foreach (var id in ids)
        {
            var detail = await api.Orders.GetDetailAsync(order, id, cancellationToken);
            if (ProjectId.OfServiceName(detail.Domain) is { } named)
            {
                return named;
            }
        }

        foreach (var id in api.Site is not (Ovh.Http.Site.Eu or Ovh.Http.Site.Ca) ? ids : [])
        {
            if (await FromOperationsAsync(order, id, cancellationToken) is { } named)
            {
                return named;
            }
        }

        return null;
    }

    /// <summary>The US site names what it delivered in an operation.</summary>
    private async Task<ProjectId?> FromOperationsAsync(OrderId order, OrderDetailId detail, CancellationToken cancellationToken)
    {
        foreach (var id in await api.Orders.OperationsAsync(order, detail, cancellationToken).OrNullIfMissingAsync() ?? [])
        {
            var operation = await api.Orders.GetOperationAsync(order, detail, id, cancellationToken);
            if (ProjectId.OfServiceName(operation.Resource?.Name) is { } named)
            {
                return named;
            }
        }

        return null;
    }
}
