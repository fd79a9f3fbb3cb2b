using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class ThrottleTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_refusal_holds_calls_back_for_its_pause_and_a_part_of_a_second_more()
    {
        var sut = new Throttle(_clock, () => 0.25);
        sut.Refused(await sut.PassAsync(default), TimeSpan.FromSeconds(10)).ShouldBe(TimeSpan.FromSeconds(10));

        var passing = sut.PassAsync(default);
        _clock.NextDue.ShouldBe(TimeSpan.FromSeconds(10.25));
        _clock.Advance(TimeSpan.FromSeconds(10.25));

        (await passing).ShouldBe(1);
    }

    [Theory]
    [InlineData(59, 59)]
    [InlineData(60, 60)]
    [InlineData(61, 60)]
    public async Task A_pause_is_a_minute_at_most(int asked, int pause)
    {
        var sut = new Throttle(_clock, () => 0);

        sut.Refused(await sut.PassAsync(default), TimeSpan.FromSeconds(asked)).ShouldBe(TimeSpan.FromSeconds(pause));
    }

    [Fact]
    public async Task A_shorter_pause_does_not_shorten_a_longer_one()
    {
        var sut = new Throttle(_clock, () => 0);
        var (first, second) = (await sut.PassAsync(default), await sut.PassAsync(default));

        sut.Refused(first, TimeSpan.FromSeconds(20));
        sut.Refused(second, TimeSpan.FromSeconds(5)).ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_call_that_passes_makes_the_next_pause_short_again()
    {
        var sut = new Throttle(_clock, () => 0);
        (await RefusedAsync(sut)).ShouldBe(TimeSpan.FromSeconds(1));
        (await RefusedAsync(sut)).ShouldBe(TimeSpan.FromSeconds(2));

        sut.Passed();

        (await RefusedAsync(sut)).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Pauses_that_the_API_does_not_ask_for_double_up_to_half_a_minute()
    {
        var sut = new Throttle(_clock, () => 0);
        var pauses = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            pauses.Add((await RefusedAsync(sut)).TotalSeconds);
        }

        pauses.ShouldBe([1, 2, 4, 8, 16, 30, 30]);
    }

    /// <summary>The pause of one more refusal, waited for.</summary>
    private async Task<TimeSpan> RefusedAsync(Throttle sut)
    {
        var pause = sut.Refused(await sut.PassAsync(default), retryAfter: null);
        _clock.Advance(pause);
        return pause;
    }
}
