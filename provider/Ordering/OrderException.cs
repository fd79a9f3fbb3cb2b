namespace PulumiOvhOrder.Ordering;

/// <summary>
/// An order cannot go on, for a reason that this provider knows. What exists by then is in the ledger; the words are made in Resources.
/// </summary>
internal sealed class OrderException(OrderFailure failure, Exception? cause = null) : Exception(failure.ToString(), cause)
{
    public OrderFailure Failure { get; } = failure;
}

internal static class OrderExceptions
{
    /// <summary>What ends an order of options alone is told for them: other advice holds than for a project.</summary>
    public static async Task ToldForAsync(this Task work, OrderRequest request)
    {
        try
        {
            await work;
        }
        catch (OrderException e)
        {
            throw new OrderException(request.Told(e.Failure), e.InnerException);
        }
    }
}
