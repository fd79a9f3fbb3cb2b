namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>Timers end when the test says so.</summary>
internal sealed class TriggeredTime : TimeProvider
{
    private Action _fire = () => { };

    public void Trigger() => _fire();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _fire += () => callback(state);
        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
