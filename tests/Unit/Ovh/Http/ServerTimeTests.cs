using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class ServerTimeTests
{
    private readonly ManualTimeProvider _ours = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(-7200)]
    [InlineData(31)]
    public void Now_OnceAnAnswerToldTheDate_IsTheApis(int seconds)
    {
        var time = new ServerTime(_ours);

        time.Learn(_ours.GetUtcNow() + TimeSpan.FromSeconds(seconds));

        time.GetUtcNow().ShouldBe(_ours.GetUtcNow() + TimeSpan.FromSeconds(seconds));
    }

    /// <summary>A proxy's page has a date too.</summary>
    [Fact]
    public void Now_AfterASingleJump_IsAsItWas_AndJumpsWithTheNextAnswerThatAgrees()
    {
        var time = new ServerTime(_ours);
        var now = _ours.GetUtcNow();
        time.Learn(now);

        time.Learn(now + TimeSpan.FromDays(5));
        time.GetUtcNow().ShouldBe(now);
        time.Learn(now);
        time.Learn(now - TimeSpan.FromDays(3));
        time.GetUtcNow().ShouldBe(now);
        time.Learn(now + TimeSpan.FromDays(5));
        time.GetUtcNow().ShouldBe(now);
        time.Learn(now + TimeSpan.FromDays(5));
        time.GetUtcNow().ShouldBe(now + TimeSpan.FromDays(5));
    }

    [Fact]
    public void Now_WhenTheClocksAgreeAgain_IsOurs()
    {
        var time = new ServerTime(_ours);

        time.Learn(_ours.GetUtcNow() + TimeSpan.FromHours(1));
        time.Learn(_ours.GetUtcNow() + TimeSpan.FromSeconds(2));

        time.GetUtcNow().ShouldBe(_ours.GetUtcNow());
    }
}
