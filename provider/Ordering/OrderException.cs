namespace PulumiOvhOrder.Ordering;

/// <summary>An order could not go on. What exists by then is in the ledger, not here.</summary>
/// <param name="property">The input that it is about, in the user's spelling; null when it is about none.</param>
internal sealed class OrderException(string message, string? property = null, Exception? cause = null) : Exception(message, cause)
{
    public string? Property { get; } = property;

    /// <summary>The next run would come to the same end.</summary>
    public bool IsFinal { get; init; }
}
