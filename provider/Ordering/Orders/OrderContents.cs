namespace PulumiOvhOrder.Ordering;

/// <summary>Whether an order that a cart of this provider became is what was asked for, and no more.</summary>
internal sealed class OrderContents(CartReader carts, OrderRecords records)
{
    /// <summary>
    /// The cart tells; once it is gone, the order's own lines do, as far as the site records them. Of an imported order it is not known
    /// what was asked for.
    /// </summary>
    public async Task<bool> HoldMoreAsync(OrderFacts facts, OrderRequest request, CancellationToken cancellationToken)
    {
        if (facts is not { CartId: { } cart, OrderId: { } order })
        {
            return false;
        }

        return await carts.ReadAsync(cart, expires: null, cancellationToken) is { IsUntold: false } contents
            ? contents.HoldsMoreThan(request)
            : await records.CountItemsAsync(order, cancellationToken) > Asked(request);
    }

    /// <summary>Each of a quantity may be an item of the order.</summary>
    private static long Asked(OrderRequest request) =>
        (request.ForProject is null ? request.Quantity ?? 1 : 0) + request.Options.Sum(o => o.Quantity ?? 1);
}
