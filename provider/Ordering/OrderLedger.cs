namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Holds the progress of one run while its calls are under way, side by side ones included. Every answer is entered before the next call
/// is made, so that whatever happens then, the ledger says what exists.
/// </summary>
internal sealed class OrderLedger(OrderProgress start)
{
    private readonly Lock _lock = new();
    private OrderProgress _progress = start;

    public OrderProgress Progress
    {
        get
        {
            lock (_lock)
            {
                return _progress;
            }
        }
    }

    /// <summary>What is being done, or was when it failed; null before the first step.</summary>
    public OrderStep? Step { get; set; }

    public void Enter(Func<OrderProgress, OrderProgress> change)
    {
        lock (_lock)
        {
            _progress = change(_progress);
        }
    }
}
