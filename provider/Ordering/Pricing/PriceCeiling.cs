using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary><c>maxPrice</c>: compared in the preview, just before checkout, and before an order is paid.</summary>
internal static class PriceCeiling
{
    public static bool IsExceeded(OrderRequest request, Quote quote) => request.MaxPrice is { } max && quote.Prices.WithTax > max;

    /// <param name="order">The order that would be paid; null before checkout.</param>
    /// <exception cref="OrderException">The price is above the ceiling.</exception>
    public static void Check(OrderRequest request, Quote quote, OrderId? order)
    {
        if (IsExceeded(request, quote))
        {
            throw new OrderException(new OrderFailure.PriceAboveCeiling(quote.WithTax, Allowed(request, quote), order));
        }
    }

    /// <summary>The ceiling in the order's currency.</summary>
    public static Money Allowed(OrderRequest request, Quote quote) => new(request.MaxPrice ?? 0, quote.Prices.CurrencyCode);
}
