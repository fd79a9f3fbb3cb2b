namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Keeps a search for an order whose number was lost apart from the checkouts of this process: while one is under way, its order exists
/// and its owner is unknown. Many checkouts may run side by side, but none while an order is looked for.
/// </summary>
internal sealed class CheckoutGate : IDisposable
{
    private readonly SemaphoreSlim _search = new(1, 1);
    private readonly Lock _lock = new();
    private int _checkouts;
    private TaskCompletionSource _noCheckouts = Completed();

    /// <summary>Held while a checkout is under way.</summary>
    public async Task<IDisposable> EnterCheckoutAsync(CancellationToken cancellationToken)
    {
        await _search.WaitAsync(cancellationToken);
        lock (_lock)
        {
            if (_checkouts++ == 0)
            {
                _noCheckouts = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        _search.Release();
        return new Exit(LeaveCheckout);
    }

    /// <summary>Held while an order is looked for: every order that this process placed is known by then.</summary>
    public async Task<IDisposable> EnterSearchAsync(CancellationToken cancellationToken)
    {
        await _search.WaitAsync(cancellationToken);
        try
        {
            Task noCheckouts;
            lock (_lock)
            {
                noCheckouts = _noCheckouts.Task;
            }

            await noCheckouts.WaitAsync(cancellationToken);
        }
        catch
        {
            _search.Release();
            throw;
        }

        return new Exit(() => _search.Release());
    }

    public void Dispose() => _search.Dispose();

    private void LeaveCheckout()
    {
        lock (_lock)
        {
            if (--_checkouts == 0)
            {
                _noCheckouts.SetResult();
            }
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private sealed class Exit(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
