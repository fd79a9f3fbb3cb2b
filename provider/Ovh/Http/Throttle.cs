namespace PulumiOvhOrder.Ovh.Http;

/// <summary>
/// A rate limit counts all calls of a client, so one refusal holds back every call that has not begun; each learning it alone would only
/// keep the limit exceeded.
/// </summary>
internal sealed class Throttle(TimeProvider time, Func<double> chance)
{
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestGuess = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _openAt;
    private TimeSpan _guess;
    private int _refusals;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Waits until calls may begin. The answer goes to <see cref="Refused"/> when this call is refused.</summary>
    public async Task<int> PassAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
            {
                wait = _openAt - Now;
                if (wait <= TimeSpan.Zero)
                {
                    return _refusals;
                }
            }

            // Spread, so that all who waited do not knock at once.
            await Task.Delay(wait + TimeSpan.FromSeconds(chance()), time, cancellationToken);
        }
    }

    /// <summary>Holds everyone back and says for how long.</summary>
    public TimeSpan Refused(int pass, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            // Calls that had begun together are refused together: that is one refusal, not many.
            if (pass == _refusals)
            {
                _refusals++;
                _guess = _guess == TimeSpan.Zero ? FirstPause : TimeSpan.FromTicks(Math.Min(_guess.Ticks * 2, LongestGuess.Ticks));
            }

            // A limit that asks for no pause at all would be asked again without end.
            var pause = retryAfter > TimeSpan.Zero ? retryAfter.Value : _guess;
            var openAt = Now + (pause < LongestPause ? pause : LongestPause);
            _openAt = openAt > _openAt ? openAt : _openAt;
            return _openAt - Now;
        }
    }

    public void Passed()
    {
        lock (_lock)
        {
            _guess = TimeSpan.Zero;
        }
    }
}
