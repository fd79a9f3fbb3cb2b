using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

/// <summary>How often a call is tried, and how long it waits.</summary>
public sealed class PatienceTests
{
    private const string Route = "POST /order/cart/c1/checkout";

    [Fact]
    public async Task A_rate_limit_is_met_ten_times_and_ends_the_call_the_next_time()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        for (var i = 0; i < 11; i++)
        {
            sut.Socket.On(Route, 429, "", ("Retry-After", "1"));
        }

        var failure = await sut.FailAsync(Checkout);

        (failure.Status, failure.Attempts).ShouldBe((429, 11));
        Waited(sut).ShouldBe(TimeSpan.FromSeconds(10));
        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task A_rate_limit_is_counted_over_all_attempts_of_a_call()
    {
        using var sut = new ApiUnderTest(maxRetries: 4);
        Refuse(6);
        sut.Socket.On("GET /me", 503, "", ("Retry-After", "1"));
        Refuse(5);

        (await sut.FailAsync(api => api.Me.GetAsync(default))).Attempts.ShouldBe(12);

        sut.Socket.ShouldBeUsedUp();

        void Refuse(int times)
        {
            for (var i = 0; i < times; i++)
            {
                sut.Socket.On("GET /me", 429, "", ("Retry-After", "1"));
            }
        }
    }

    [Fact]
    public async Task A_rate_limit_after_a_call_that_passed_begins_with_a_short_pause_again()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On(Route, 429).On(Route, 429).On(Route, 200, "{}").On(Route, 429).On(Route, 200, "{}");

        (await sut.RunAsync(Checkout)).ShouldBe(TimeSpan.FromSeconds(1 + 2));
        (await sut.RunAsync(Checkout)).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_call_waits_two_minutes_for_the_rate_limit_and_no_longer()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On(Route, 429, "", ("Retry-After", "60")).On(Route, 429, "", ("Retry-After", "60"))
            .On(Route, 429, "", ("Retry-After", "1"));

        (await sut.FailAsync(Checkout)).Attempts.ShouldBe(3);

        Waited(sut).ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData("120", 2)]
    [InlineData("121", 1)]
    public async Task A_rate_limit_that_asks_for_more_than_that_ends_the_call_at_once(string retryAfter, int attempts)
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On(Route, 429, "", ("Retry-After", retryAfter)).On(Route, 404);

        (await sut.FailAsync(Checkout)).Attempts.ShouldBe(attempts);
    }

    [Fact]
    public async Task A_date_that_has_passed_asks_for_no_pause()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.On(Route, 503, "", ("Retry-After", "Wed, 31 Dec 2025 23:00:00 GMT")).On(Route, 503);

        (await sut.FailAsync(Checkout)).RetryAfter.ShouldBe(TimeSpan.Zero);
        (await sut.FailAsync(Checkout)).RetryAfter.ShouldBeNull();
    }

    [Theory]
    [InlineData("59", 59)]
    [InlineData("60", 60)]
    [InlineData("61", 60)]
    public async Task A_server_in_trouble_is_given_a_minute_at_most(string retryAfter, int seconds)
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("GET /me", 503, "", ("Retry-After", retryAfter)).On("GET /me", 200, "{}");

        (await sut.RunAsync(api => api.Me.GetAsync(default))).ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Pauses_of_their_own_grow_and_stay_below_a_minute()
    {
        using var sut = new ApiUnderTest(maxRetries: 12, chance: 0.5);
        var times = new List<DateTimeOffset>();
        for (var i = 0; i < 13; i++)
        {
            sut.Socket.On("GET /me", _ =>
            {
                times.Add(sut.Clock.GetUtcNow());
                return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.BadGateway));
            });
        }

        (await sut.FailAsync(api => api.Me.GetAsync(default))).Attempts.ShouldBe(13);

        var pauses = times.Zip(times.Skip(1), (before, after) => after - before).ToList();
        pauses[0].ShouldBeInRange(TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(750));
        pauses.ShouldBe(pauses.Order());
        pauses[^1].ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task What_may_be_done_twice_is_repeated_when_its_answer_is_lost(string method)
    {
        using var sut = new ApiUnderTest();
        var route = $"{method} /order/cart/c1";
        sut.Socket.OnFailure(route, new IOException("reset")).On(route, 200, """{"cartId":"c1"}""");

        await sut.RunAsync(api => method == "PUT"
            ? api.Carts.UpdateAsync(new CartId("c1"), new CartUpdate(null, null), default)
            : api.Carts.DeleteAsync(new CartId("c1"), default));

        sut.Socket.ShouldBeUsedUp();
    }

    private static Task Checkout(OvhApi api) => api.Carts.CheckoutAsync(new CartId("c1"), new CheckoutRequest(null), default);

    private static TimeSpan Waited(ApiUnderTest sut) => sut.Clock.GetUtcNow() - new ManualTimeProvider().GetUtcNow();
}
