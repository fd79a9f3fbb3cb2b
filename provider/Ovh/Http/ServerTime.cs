namespace PulumiOvhOrder.Ovh.Http;

/// <summary>
/// What the API's clock says, as its answers tell: dates of carts and orders are the API's, and this machine's clock may be off. What only
/// measures or waits is this machine's.
/// </summary>
internal sealed class ServerTime(TimeProvider ours) : TimeProvider
{
    /// <summary>Below this the clocks agree; an answer's date is whole seconds and has travelled.</summary>
    private static readonly TimeSpan Noise = TimeSpan.FromSeconds(2);

    /// <summary>A jump like this from what is known is believed of two answers, not of one: it may be the date of a proxy's page.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private long _offset;
    private bool _isKnown;
    private TimeSpan? _doubted;

    public override TimeZoneInfo LocalTimeZone => ours.LocalTimeZone;

    public override long TimestampFrequency => ours.TimestampFrequency;

    /// <param name="date">Of an answer that has just come.</param>
    public void Learn(DateTimeOffset date)
    {
        if (!ApiDate.IsPlausible(date))
        {
            return;
        }

        var offset = date - ours.GetUtcNow();
        lock (_lock)
        {
            var isJump = _isKnown && (offset - TimeSpan.FromTicks(_offset)).Duration() > Jump;
            if (isJump && !((offset - _doubted)?.Duration() <= Jump))
            {
                _doubted = offset;
                return;
            }

            (_isKnown, _doubted) = (true, null);
            Interlocked.Exchange(ref _offset, offset.Duration() <= Noise ? 0 : offset.Ticks);
        }
    }

    public override DateTimeOffset GetUtcNow() => ours.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    public override long GetTimestamp() => ours.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        ours.CreateTimer(callback, state, dueTime, period);
}
