using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>The one crossing from the API's order to what it costs.</summary>
internal static class QuoteMapping
{
    /// <exception cref="OrderException">The answer names no price, or none that can be one: what is not known is not zero.</exception>
    public static Quote From(Order order)
    {
        if (order.Prices is not { WithTax: { Value: >= 0 } withTax } prices)
        {
            throw new OrderException(new OrderFailure.PriceUnknown(order.OrderId));
        }

        var withoutTax = prices.WithoutTax?.Value ?? withTax.Value - (prices.Tax?.Value ?? 0);
        var tax = prices.Tax?.Value ?? withTax.Value - withoutTax;
        return new Quote(
            new QuotePrices(withTax.CurrencyCode, withTax.Value, withoutTax, tax, prices.Reduction?.Value ?? 0),
            [.. order.Details.Select(Detail)],
            [.. order.Contracts.Select(c => new QuoteContract(c.Name, c.Url))]);
    }

    private static QuoteDetail Detail(OrderLine line)
    {
        var total = line.TotalPrice?.Value;
        return new QuoteDetail(
            line.Description ?? "", line.DetailType, line.Quantity ?? 1, line.UnitPrice?.Value ?? total ?? 0, total ?? 0);
    }

    /// <summary>
    /// What an order of the account costs, as it tells itself: without contracts, and in points once the fidelity account settled it.
    /// </summary>
    /// <returns>Null where it names no price.</returns>
    public static Quote? From(BillingOrder order, IEnumerable<OrderDetail> details) => order.PriceWithTax is not { Value: >= 0 }
        ? null
        : From(new Order
        {
            OrderId = order.OrderId,
            Prices = new OrderPrices { WithTax = order.PriceWithTax, WithoutTax = order.PriceWithoutTax, Tax = order.Tax },
            Details =
            [
                .. details.Select(d => new OrderLine
                {
                    Description = d.Description,
                    DetailType = d.DetailType,
                    Quantity = d.Quantity,
                    UnitPrice = d.UnitPrice,
                    TotalPrice = d.TotalPrice,
                }),
            ],
        });
}
