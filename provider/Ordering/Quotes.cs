using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>The one crossing from the API's order to what it costs.</summary>
internal static class Quotes
{
    /// <exception cref="OrderException">The API named no price: what is not known is not zero.</exception>
    public static Quote From(Order order)
    {
        if (order.Prices is not { WithTax: { } withTax } prices)
        {
            throw new OrderException("OVHcloud's answer names no price, and what is not known is not ordered");
        }

        var withoutTax = prices.WithoutTax?.Value ?? withTax.Value - (prices.Tax?.Value ?? 0);
        return new Quote(
            new QuotePrices(withTax.CurrencyCode, withTax.Value, withoutTax, prices.Tax?.Value ?? withTax.Value - withoutTax, prices.Reduction?.Value ?? 0),
            [.. order.Details.Select(d => new QuoteDetail(
                d.Description ?? "", d.DetailType, d.Quantity ?? 1, d.UnitPrice?.Value ?? d.TotalPrice?.Value ?? 0, d.TotalPrice?.Value ?? 0))],
            [.. order.Contracts.Select(c => new QuoteContract(c.Name, c.Url))]);
    }
}
