namespace PulumiOvhOrder.Ordering;

/// <summary>Whoever watches an order: told what is going on, never asked.</summary>
internal interface IOrderListener
{
    /// <summary>What is being done right now; the next line takes its place.</summary>
    Task StatusAsync(string message);

    /// <summary>A person should act, or know; the line stays.</summary>
    Task WarnAsync(string message);
}
