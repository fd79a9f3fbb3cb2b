using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class ServerClockTests
{
    private readonly ManualTimeProvider _ours = new();
    private TimeSpan _ahead;
    private int _asked;

    [Theory]
    [InlineData(1.9, false)]
    [InlineData(2, true)]
    [InlineData(-1.9, false)]
    [InlineData(-2, true)]
    public async Task Clocks_have_drifted_from_two_seconds_on(double seconds, bool haveDrifted)
    {
        var sut = new ServerClock(_ours, Ask);
        _ahead = TimeSpan.FromSeconds(seconds);

        (await sut.HasDriftedAsync(sut.Current, default)).ShouldBe(haveDrifted);

        sut.Current.FromOurs.ShouldBe(_ahead);
    }

    [Fact]
    public async Task A_clock_that_another_call_has_asked_meanwhile_is_not_asked_again()
    {
        var sut = new ServerClock(_ours, Ask);
        var (first, second) = (sut.Current, sut.Current);
        _ahead = TimeSpan.FromMinutes(10);

        (await sut.HasDriftedAsync(first, default)).ShouldBeTrue();
        (await sut.HasDriftedAsync(second, default)).ShouldBeTrue();

        _asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_clock_that_drifts_again_is_asked_again()
    {
        var sut = new ServerClock(_ours, Ask);
        _ahead = TimeSpan.FromMinutes(10);
        (await sut.HasDriftedAsync(sut.Current, default)).ShouldBeTrue();
        (await sut.HasDriftedAsync(sut.Current, default)).ShouldBeFalse();
        _ahead = TimeSpan.Zero;

        (await sut.HasDriftedAsync(sut.Current, default)).ShouldBeTrue();

        sut.Timestamp(sut.Current).ShouldBe(_ours.GetUtcNow().ToUnixTimeSeconds());
        _asked.ShouldBe(3);
    }

    private Task<ApiTime> Ask(CancellationToken cancellationToken)
    {
        _asked++;
        return Task.FromResult(new ApiTime(_ours.GetUtcNow() + _ahead));
    }
}
