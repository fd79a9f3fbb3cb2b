using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>What an order costs, where the answer to its checkout, which told it, is lost or was another's.</summary>
internal static class OrderPrice
{
    /// <summary>
    /// Its cart may still tell the price; the order itself tells it without the contracts, and in points once it was settled from the fidelity account.
    /// </summary>
    /// <param name="cart">Null where it is not known.</param>
    public static async Task<Quote?> ReadAsync(OvhApi api, OrderId id, CartId? cart, BillingOrder order, CancellationToken cancellationToken)
    {
        if (await OfCartAsync(api, cart, cancellationToken) is { } quote)
        {
            return quote;
        }

        var details = await api.Orders.DetailsAsync(id, cancellationToken);
        return Of(order, await Task.WhenAll(details.Select(detail => api.Orders.GetDetailAsync(id, detail, cancellationToken))));
    }

    public static Quote? Of(BillingOrder order, OrderDetail[] details) => order.PriceWithTax is null ? null : Quotes.From(new Order
    {
        Prices = new OrderPrices { WithTax = order.PriceWithTax, WithoutTax = order.PriceWithoutTax, Tax = order.Tax },
        Details = [.. details.Select(d => new OrderLine
        {
            Description = d.Description, DetailType = d.DetailType, Quantity = d.Quantity, UnitPrice = d.UnitPrice, TotalPrice = d.TotalPrice,
        })],
    });

    public static async Task<Quote?> OfCartAsync(OvhApi api, CartId? cart, CancellationToken cancellationToken)
    {
        try
        {
            return cart is { } id ? Quotes.From(await api.Carts.SummaryAsync(id, cancellationToken)) : null;
        }
        catch (Exception e) when (e is OrderException or OvhApiException { Outcome: CallOutcome.NotProcessed })
        {
            return null;
        }
    }
}
