namespace PulumiOvhOrder.Ordering;

/// <summary><c>maxPrice</c>: judged in the preview, just before checkout, and before an order is paid.</summary>
internal static class PriceCeiling
{
    public const string Property = "maxPrice";

    public static bool IsExceeded(OrderRequest request, Quote quote) => request.MaxPrice is { } most && quote.Prices.WithTax > most;

    /// <param name="what">What costs it, such as "the order would cost".</param>
    /// <param name="consequence">What follows, as a sentence without its full stop.</param>
    /// <exception cref="OrderException">The price is above the ceiling; names both amounts.</exception>
    public static void Check(OrderRequest request, Quote quote, string what, string consequence)
    {
        if (IsExceeded(request, quote))
        {
            throw new OrderException(
                $"{what} {quote.WithTax} with tax, and {Property} allows {Allowed(request, quote)}. {consequence}; raise {Property} if that is what you want to spend", Property);
        }
    }

    /// <summary>The ceiling in the order's currency.</summary>
    public static Money Allowed(OrderRequest request, Quote quote) => new(request.MaxPrice ?? 0, quote.Prices.CurrencyCode);
}
