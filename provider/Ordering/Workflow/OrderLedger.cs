namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Holds what one run knows while its calls are under way, side by side ones included. Every answer is recorded before the next call is
/// made, so that whatever happens then, the ledger says what exists.
/// </summary>
/// <param name="start">What the state has when the run begins.</param>
internal sealed class OrderLedger(OrderFacts start)
{
    private readonly Lock _lock = new();
    private (OrderFacts Facts, RunKnowledge Knowledge) _content = (start, RunKnowledge.Resuming(start));

    public OrderFacts Facts => Content.Facts;

    public RunKnowledge Knowledge => Content.Knowledge;

    /// <summary>Both, of one moment.</summary>
    public (OrderFacts Facts, RunKnowledge Knowledge) Content
    {
        get
        {
            lock (_lock)
            {
                return _content;
            }
        }
    }

    /// <summary>What is being done, or was when it failed; null before the first step.</summary>
    public OrderStep? Step { get; set; }

    /// <summary>That of the order of options that is being made, or was when it failed; null while there is none.</summary>
    public OrderLedger? Options { get; set; }

    /// <summary>Something exists, or is known to be otherwise.</summary>
    public void Update(Func<OrderFacts, OrderFacts> change) => Update((facts, knowledge) => (change(facts), knowledge));

    /// <summary>There is no cart any more, nor was it ordered: the run is where a Create begins.</summary>
    public void Clear() => Update((_, _) => (new OrderFacts(), new RunKnowledge()));

    /// <summary>This run has made sure of something.</summary>
    public void Learn(Func<RunKnowledge, RunKnowledge> change) => Update((facts, knowledge) => (facts, change(knowledge)));

    /// <summary>The same, of the cart; nothing where the cart is not known any more.</summary>
    public void LearnOfCart(Func<CartKnowledge, CartKnowledge> change) =>
        Learn(knowledge => knowledge.Cart is { } cart ? knowledge with { Cart = change(cart) } : knowledge);

    public void Update(Func<OrderFacts, RunKnowledge, (OrderFacts Facts, RunKnowledge Knowledge)> change)
    {
        lock (_lock)
        {
            _content = change(_content.Facts, _content.Knowledge);
        }
    }
}
