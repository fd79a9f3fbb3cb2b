using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>One wait for something that may show in a moment, and since when OVHcloud has not answered.</summary>
internal sealed class RetryWait(TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();
    private long? _unansweredSince;
    private int _attempt;

    public TimeSpan Waited => time.GetElapsedTime(_began);

    /// <summary>For how long the API has not answered; null while it does.</summary>
    public TimeSpan? Unanswered => _unansweredSince is { } since ? time.GetElapsedTime(since) : null;

    public OvhApiException? LastError { get; private set; }

    /// <summary>Until the next attempt.</summary>
    public Task DelayAsync(CancellationToken cancellationToken) =>
        Task.Delay(PollingSchedule.DelayBeforeAttempt(_attempt++, Waited), time, cancellationToken);

    /// <returns>Null where the API did not answer, and where its answer is null.</returns>
    public async Task<T?> IfAnsweredAsync<T>(Func<Task<T?>> read)
        where T : class
    {
        try
        {
            var answer = await read();
            (_unansweredSince, LastError) = (null, null);
            return answer;
        }
        catch (OvhApiException e) when (e.IsUnanswered)
        {
            _unansweredSince ??= time.GetTimestamp();
            LastError = e;
            return null;
        }
    }
}
