namespace PulumiOvhOrder.Ordering;

/// <summary>
/// An order cannot go on, for a reason that this provider knows. What exists by then is in the ledger; the words are made in Resources.
/// </summary>
internal sealed class OrderException(OrderFailure failure, Exception? cause = null) : Exception(failure.ToString(), cause)
{
    public OrderFailure Failure { get; } = failure;
}
