using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>How long an operation may take, as <c>customTimeouts</c> says; it ends too when the engine cancels it.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly Operation _operation;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _linked;

    public TimeLimit(TimeSpan limit, Operation operation, TimeProvider time)
    {
        (_limit, _operation) = (limit, operation);
        _deadline = new CancellationTokenSource(limit, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(operation.CancellationToken, _deadline.Token);
    }

    public CancellationToken Token => _linked.Token;

    /// <summary>A wait that ended without having been told to: its time was up.</summary>
    public Exception Named(Exception error) =>
        error is OperationCanceledException && !_operation.CancellationToken.IsCancellationRequested
            ? new TimeoutException($"it took longer than the timeout of {Text(_limit)} (`customTimeouts`)", error)
            : error;

    public void Dispose()
    {
        _linked.Dispose();
        _deadline.Dispose();
    }

    private static string Text(TimeSpan limit) =>
        limit < TimeSpan.FromMinutes(2) ? $"{limit.TotalSeconds:0.#} seconds" : $"{limit.TotalMinutes:0.#} minutes";
}
