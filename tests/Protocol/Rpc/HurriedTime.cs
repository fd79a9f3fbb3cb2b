namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>Timers end a hundred times sooner, so that a test need not wait for a timeout to end.</summary>
internal sealed class HurriedTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 100 : dueTime, period);
}
