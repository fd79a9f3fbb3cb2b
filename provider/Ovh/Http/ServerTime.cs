namespace PulumiOvhOrder.Ovh.Http;

/// <summary>
/// What the API's clock says, as its answers tell: dates of carts and orders are the API's, and this machine's clock may be off. What only
/// measures or waits is this machine's.
/// </summary>
internal sealed class ServerTime(TimeProvider ours) : TimeProvider
{
    /// <summary>Below this the clocks agree; an answer's date is whole seconds and has travelled.</summary>
    private static readonly TimeSpan Noise = TimeSpan.FromSeconds(2);

    private long _offset;

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
        Interlocked.Exchange(ref _offset, offset.Duration() < Noise ? 0 : offset.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => ours.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    public override long GetTimestamp() => ours.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        ours.CreateTimer(callback, state, dueTime, period);
}
