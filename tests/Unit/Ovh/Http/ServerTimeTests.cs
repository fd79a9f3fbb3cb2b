using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class ServerTimeTests
{
    private readonly ManualTimeProvider _ours = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(-7200)]
    [InlineData(31)]
    [InlineData(3)]
    [InlineData(-3)]
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

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task Now_IsWhatTheDateOfAnAnswerSays(int status)
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("GET /order/cart", status, "[]", ("Date", "Thu, 01 Jan 2026 00:10:00 GMT"));
        await Task.WhenAny(sut.RunAsync(api => api.Carts.ListAsync(null, default)));

        sut.Api.Time.GetUtcNow().ShouldBe(sut.Clock.GetUtcNow() + TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void Now_WhenTheClocksAgreeAgain_IsOurs()
    {
        var time = new ServerTime(_ours);

        time.Learn(_ours.GetUtcNow() + TimeSpan.FromHours(1));
        time.Learn(_ours.GetUtcNow() + TimeSpan.FromSeconds(2));

        time.GetUtcNow().ShouldBe(_ours.GetUtcNow());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void Now_WithinTwoSecondsOfTheApis_IsOurs(int seconds)
    {
        var time = new ServerTime(_ours);

        time.Learn(_ours.GetUtcNow() + TimeSpan.FromSeconds(seconds));

        time.GetUtcNow().ShouldBe(_ours.GetUtcNow());
    }

    [Theory]
    [InlineData(3600, true)]
    [InlineData(3601, false)]
    [InlineData(-3600, true)]
    [InlineData(-3601, false)]
    public void A_jump_of_more_than_an_hour_is_not_believed_of_one_answer(int seconds, bool isBelieved)
    {
        var time = new ServerTime(_ours);
        var known = _ours.GetUtcNow() + TimeSpan.FromHours(5);
        var later = known + TimeSpan.FromSeconds(seconds);

        time.Learn(known);
        time.Learn(later);

        time.GetUtcNow().ShouldBe(isBelieved ? later : known);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(3600, true)]
    [InlineData(-3600, true)]
    [InlineData(3601, false)]
    public void A_jump_that_a_second_answer_confirms_within_an_hour_is_believed(int seconds, bool isBelieved)
    {
        var time = new ServerTime(_ours);
        var (known, jump) = (_ours.GetUtcNow(), _ours.GetUtcNow() + TimeSpan.FromDays(1));

        time.Learn(known);
        time.Learn(jump);
        time.Learn(jump + TimeSpan.FromSeconds(seconds));

        time.GetUtcNow().ShouldBe(isBelieved ? jump + TimeSpan.FromSeconds(seconds) : known);
    }

    [Fact]
    public void A_doubt_ends_with_an_answer_that_agrees_with_what_is_known()
    {
        var time = new ServerTime(_ours);
        var (known, jump) = (_ours.GetUtcNow(), _ours.GetUtcNow() + TimeSpan.FromDays(1));

        time.Learn(known);
        time.Learn(jump);
        time.Learn(known);
        time.Learn(jump);

        time.GetUtcNow().ShouldBe(known);
    }

    [Fact]
    public async Task What_measures_and_waits_is_ours_whatever_the_API_says()
    {
        var time = new ServerTime(_ours);
        var start = time.GetTimestamp();
        var wait = Task.Delay(TimeSpan.FromSeconds(5), time, default);
        time.Learn(_ours.GetUtcNow() + TimeSpan.FromHours(1));

        _ours.NextDue.ShouldBe(TimeSpan.FromSeconds(5));
        _ours.Advance(TimeSpan.FromSeconds(5));

        await wait;
        time.GetElapsedTime(start).ShouldBe(TimeSpan.FromSeconds(5));
        time.LocalTimeZone.ShouldBe(TimeZoneInfo.Utc);
    }

    [Theory]
    [InlineData("1999-12-31T23:59:59Z", false)]
    [InlineData("2000-01-01T00:00:00Z", true)]
    [InlineData("2199-12-31T23:59:59Z", true)]
    [InlineData("2200-01-01T00:00:00Z", false)]
    public void A_date_of_these_centuries_is_plausible(string date, bool isPlausible) =>
        ApiDate.IsPlausible(DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(isPlausible);
}
