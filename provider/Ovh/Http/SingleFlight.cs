namespace PulumiOvhOrder.Ovh.Http;

/// <summary>Who asks while an answer is on its way shares it. The work stops when the last of them has gone.</summary>
internal sealed class SingleFlight<T>
{
    private readonly Lock _lock = new();
    private Flight? _current;

    public async Task<T> RunAsync(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        Flight flight;
        bool isFirst;
        lock (_lock)
        {
            isFirst = _current is null;
            flight = _current ??= new Flight();
            flight.Passengers++;
        }

        if (isFirst)
        {
            _ = FlyAsync(flight, work);
        }

        try
        {
            return await flight.Landing.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(flight);
        }
    }

    private async Task FlyAsync(Flight flight, Func<CancellationToken, Task<T>> work)
    {
        try
        {
            var result = await work(flight.Stop.Token);
            Close(flight);
            flight.Landing.SetResult(result);
        }
        catch (OperationCanceledException e)
        {
            Close(flight);
            flight.Landing.SetCanceled(e.CancellationToken);
        }
        catch (Exception e)
        {
            Close(flight);
            flight.Landing.SetException(e);
        }
    }

    private void Leave(Flight flight)
    {
        lock (_lock)
        {
            if (--flight.Passengers > 0)
            {
                return;
            }

            Close(flight);
        }

        flight.Stop.Cancel();
    }

    /// <summary>From here on, the next caller starts again.</summary>
    private void Close(Flight flight)
    {
        lock (_lock)
        {
            _current = ReferenceEquals(_current, flight) ? null : _current;
        }
    }

    private sealed class Flight
    {
        public TaskCompletionSource<T> Landing { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Stop { get; } = new();

        public int Passengers { get; set; }
    }
}
