namespace PulumiOvhOrder.Tests;

/// <summary>
/// A clock that stands still until it is advanced; timers that fall due on the way fire in order, each at its own moment.
/// </summary>
internal sealed class ManualTimeProvider(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TaskCompletionSource _armed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How long until the next timer; null when none is armed.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count == 0 ? null : _timers.Min(t => t.Due) - _now;
            }
        }
    }

    /// <summary>How long until the next timer that someone waits for; a token that ends by itself is no one's wait.</summary>
    private TimeSpan? NextWait
    {
        get
        {
            lock (_lock)
            {
                var waits = _timers.Where(t => !t.IsLimit).ToList();
                return waits.Count == 0 ? null : waits.Min(t => t.Due) - _now;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state)) { IsLimit = state is CancellationTokenSource };
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves time on and fires what falls due. What continues after a timer may still be running when this returns.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (TakeDue(end) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>
    /// Runs work that waits on this clock to its end: whenever nothing but a timer could go on, time jumps to it.
    /// <paramref name="ignore"/> leaves long timers, such as timeouts, alone while a shorter wait is expected.
    /// </summary>
    public Task RunAsync(Task work, TimeSpan? ignore = null) =>
        RunAsync(work, () => NextDue is { } due && (ignore is null || due < ignore) ? due : null);

    /// <summary>
    /// The same, but time jumps only to what is waited for: limits end what they bound when the waits have taken that long.
    /// </summary>
    public Task RunThroughWaitsAsync(Task work) => RunAsync(work, () => NextWait);

    private async Task RunAsync(Task work, Func<TimeSpan?> next)
    {
        while (!work.IsCompleted)
        {
            Task armed;
            lock (_lock)
            {
                armed = _armed.Task;
            }

            if (next() is { } due)
            {
                Advance(due);
            }
            else
            {
                await Task.WhenAny(work, armed);
            }
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset end)
    {
        lock (_lock)
        {
            var next = _timers.Where(t => t.Due <= end).MinBy(t => t.Due);
            if (next is null)
            {
                _now = end;
                return null;
            }

            _now = next.Due > _now ? next.Due : _now;
            next.Rearm();
            return next;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, Action callback) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; }

        /// <summary>The end of a token's time.</summary>
        public bool IsLimit { get; init; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                    clock._armed.SetResult();
                    clock._armed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }

                return true;
            }
        }

        /// <summary>Called under the lock when the timer has fallen due.</summary>
        public void Rearm()
        {
            clock._timers.Remove(this);
            if (_period > TimeSpan.Zero)
            {
                Due += _period;
                clock._timers.Add(this);
            }
        }

        public void Fire() => callback();

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
