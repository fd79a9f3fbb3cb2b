using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>An order of the account as it stands, whether placed with Pulumi or not.</summary>
internal sealed record OrderDescription(string Status, DateTimeOffset? Date, DateTimeOffset? ExpirationDate, Secret? Url, Quote? Quote,
    ProjectId? Project);

/// <summary>Finds any order of the account by its number.</summary>
internal sealed class OrderLookup(OvhApi api, DeliveredProject delivered)
{
    public async Task<OrderDescription> FindAsync(OrderId id, CancellationToken cancellationToken)
    {
        var order = OrderAsync(id, cancellationToken);
        var status = api.Orders.StatusAsync(id, cancellationToken);
        var ids = api.Orders.DetailsAsync(id, cancellationToken);
        // Of several failures the first one's is thrown: that there is no order explains the others.
        await Task.WhenAll(order, status, ids);
        var details = await Task.WhenAll((await ids).Select(d => api.Orders.GetDetailAsync(id, d, cancellationToken)));
        var project = await status == OrderStatus.Delivered ? await delivered.OfAsync(id, cancellationToken) : null;
        var billing = await order;
        return new OrderDescription(
            await status, billing.Date, billing.ExpirationDate, billing.Url, QuoteMapping.From(billing, details), project);
    }

    private async Task<BillingOrder> OrderAsync(OrderId id, CancellationToken cancellationToken)
    {
        try
        {
            return await api.Orders.GetAsync(id, cancellationToken);
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            throw new OrderException(new OrderFailure.OrderNotFound(id), e);
        }
    }
}
