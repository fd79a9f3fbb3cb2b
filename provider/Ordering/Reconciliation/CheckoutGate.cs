using Nito.AsyncEx;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Keeps a search for an order whose number was lost apart from the checkouts of this process: while one is under way, its order exists
/// and its owner is unknown. Many checkouts may run side by side, but none while an order is looked for.
/// </summary>
internal sealed class CheckoutGate
{
    private readonly AsyncReaderWriterLock _lock = new();

    /// <summary>Held while a checkout is under way.</summary>
    public async Task<IDisposable> EnterCheckoutAsync(CancellationToken cancellationToken) =>
        await _lock.ReaderLockAsync(cancellationToken);

    /// <summary>Held while an order is looked for: every order that this process placed is known by then.</summary>
    public async Task<IDisposable> EnterSearchAsync(CancellationToken cancellationToken) =>
        await _lock.WriterLockAsync(cancellationToken);
}
