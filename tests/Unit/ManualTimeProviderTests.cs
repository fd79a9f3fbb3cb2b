namespace PulumiOvhOrder.Tests.Unit;

public sealed class ManualTimeProviderTests
{
    [Fact]
    public void Advance_FiresTimersInOrder_EachAtItsMoment()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        using var late = Timer("late", 5);
        using var early = Timer("early", 2);
        using var never = Timer("never", 60);

        clock.Advance(TimeSpan.FromSeconds(10));

        fired.ShouldBe([("early", TimeSpan.FromSeconds(2)), ("late", TimeSpan.FromSeconds(5))]);
        clock.NextDue.ShouldBe(TimeSpan.FromSeconds(50));

        ITimer Timer(string name, int seconds) => clock.CreateTimer(
            _ => fired.Add((name, clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public async Task RunAsync_JumpsOverTheWaitsOfTheWork()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();

        await clock.RunAsync(WaitTwiceAsync());

        (clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromMinutes(3));

        async Task WaitTwiceAsync()
        {
            await Task.Delay(TimeSpan.FromMinutes(1), clock, default);
            await Task.Delay(TimeSpan.FromMinutes(2), clock, default);
        }
    }

    [Fact]
    public async Task RunThroughWaitsAsync_LetsALimitEnd_OnlyWhenTheWaitsTookThatLong()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(25), clock);

        await clock.RunThroughWaitsAsync(WaitAgainAndAgainAsync());

        (clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(30));

        async Task WaitAgainAndAgainAsync()
        {
            while (!limit.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(10), clock, CancellationToken.None);
            }
        }
    }
}
