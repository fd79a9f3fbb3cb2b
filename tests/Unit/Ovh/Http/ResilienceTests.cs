using System.Net.Sockets;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class ResilienceTests
{
    private static readonly CartId Cart = new("c1");

    private static readonly Exception Refused = new HttpRequestException(
        HttpRequestError.ConnectionError, "something went wrong", new SocketException((int)SocketError.ConnectionRefused));

    private static readonly Exception Reset =
        new HttpRequestException("An error occurred while sending the request.", new IOException("reset"));

    public static TheoryData<string> PassingLosses => ["500", "503", "408", "reset", "truncated", "page", "empty"];

    public static TheoryData<string> Losses => [.. PassingLosses.Select(row => row.Data), "302", "timeout"];

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Once_WithoutADefiniteAnswer_IsNeverRepeated(string loss)
    {
        using var sut = new ApiUnderTest(requestTimeout: TimeSpan.FromSeconds(60));
        Lose(sut.Socket, "POST /order/cart/c1/checkout", loss);

        var work = Checkout(sut.Api);
        await sut.Clock.RunAsync(work);
        var failure = await Should.ThrowAsync<OvhApiException>(() => work);

        failure.Outcome.ShouldBe(CallOutcome.Unknown);
        sut.Socket.Seen.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(PassingLosses))]
    public async Task Safe_WithoutADefiniteAnswer_IsRepeated(string loss)
    {
        using var sut = new ApiUnderTest();
        Lose(sut.Socket, "GET /order/cart/c1/summary", loss);
        Lose(sut.Socket, "GET /order/cart/c1/summary", loss);
        sut.Socket.On("GET /order/cart/c1/summary", 200, "{}");

        await sut.RunAsync(api => api.Carts.SummaryAsync(Cart, default));

        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task Once_WhenTheConnectionWasRefused_IsRepeated()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.OnFailure("POST /order/cart/c1/checkout", Refused).On("POST /order/cart/c1/checkout", 200, "{}");

        await sut.RunAsync(Checkout);

        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task Once_WhenConnectingTakesTooLong_IsRepeated()
    {
        using var sut = new ApiUnderTest();
        sut.Socket
            .OnFailure("POST /order/cart/c1/checkout", new TaskCanceledException("slow", new TimeoutException()))
            .On("POST /order/cart/c1/checkout", 200, "{}");

        await sut.RunAsync(Checkout);

        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task Refused_Always_GivesUpAfterTheRetriesAndSaysWhy()
    {
        using var sut = new ApiUnderTest(maxRetries: 2);
        for (var i = 0; i < 3; i++)
        {
            sut.Socket.OnFailure("GET /me", Refused);
        }

        var failure = await sut.FailAsync(api => api.Me.GetAsync(default));

        failure.Message.ShouldBe("eu.api.ovh.com: Connection refused");
        failure.Reference.ShouldBe("(no answer)");
        failure.Outcome.ShouldBe(CallOutcome.NotProcessed);
        failure.Attempts.ShouldBe(3);
        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task MaxRetries_Zero_MeansOneAttempt()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.On("GET /me", 500);

        await sut.FailAsync(api => api.Me.GetAsync(default));

        sut.Socket.Seen.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("503", "7", 7)]
    [InlineData("503", "Thu, 01 Jan 2026 00:00:09 GMT", 9)]
    [InlineData("503", "3600", 60)]
    [InlineData("429", "7", 7)]
    [InlineData("429", "0", 1)]
    [InlineData("429", "Thu, 01 Jan 2026 00:00:09 GMT", 9)]
    public async Task RetryAfter_InBothForms_IsHonouredUpToAMinute(string status, string retryAfter, int seconds)
    {
        using var sut = new ApiUnderTest();
        sut.Socket
            .On("GET /me", int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), "", ("Retry-After", retryAfter))
            .On("GET /me", 200, "{}");

        var waited = await sut.RunAsync(api => api.Me.GetAsync(default));

        waited.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task RetryAfter_Date_IsMeasuredOnTheServersClock()
    {
        using var sut = new ApiUnderTest();
        sut.Socket
            .On("GET /me", 503, "", ("Date", "Fri, 02 Jan 2026 00:00:00 GMT"), ("Retry-After", "Fri, 02 Jan 2026 00:00:05 GMT"))
            .On("GET /me", 200, "{}");

        (await sut.RunAsync(api => api.Me.GetAsync(default))).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task NotActiveYet_IsAskedAgainForAboutHalfAMinute()
    {
        using var sut = new ApiUnderTest();
        for (var i = 0; i < 4; i++)
        {
            sut.Socket.On("GET /cloud/project", 400, """{"message":"Unable to synchronize l1::Service, subscription is not active yet"}""");
        }

        sut.Socket.On("GET /cloud/project", 200, "[]");

        (await sut.RunAsync(api => api.Projects.ListAsync(default))).ShouldBe(TimeSpan.FromSeconds(32));
    }

    [Fact]
    public async Task RateLimit_HasAPatienceOfItsOwn()
    {
        using var sut = new ApiUnderTest(maxRetries: 1);
        for (var i = 0; i < 7; i++)
        {
            sut.Socket.On("POST /order/cart/c1/checkout", 429);
        }

        sut.Socket.On("POST /order/cart/c1/checkout", 200, "{}");

        // Without a word from the API the pause doubles: 1, 2, 4, 8, 16 and then 30 seconds.
        (await sut.RunAsync(Checkout)).ShouldBe(TimeSpan.FromSeconds(31 + 30 + 30));
    }

    [Fact]
    public async Task RateLimit_ThatStays_EndsWithinTwoMinutes()
    {
        using var sut = new ApiUnderTest();
        for (var i = 0; i < ResilienceHandler.MostThrottledAttempts + 1; i++)
        {
            sut.Socket.On("GET /me", 429, """{"message":"slow down"}""");
        }

        var start = sut.Clock.GetUtcNow();
        var failure = await sut.FailAsync(api => api.Me.GetAsync(default));

        failure.Status.ShouldBe(429);
        failure.Outcome.ShouldBe(CallOutcome.NotProcessed);
        (sut.Clock.GetUtcNow() - start).ShouldBeLessThanOrEqualTo(ResilienceHandler.LongestThrottling);
    }

    [Fact]
    public async Task RateLimit_ThatAsksForTooMuch_EndsTheCallAtOnce()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("GET /me", 429, "", ("Retry-After", "3600"));

        var start = sut.Clock.GetUtcNow();
        var failure = await sut.FailAsync(api => api.Me.GetAsync(default));

        failure.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        sut.Clock.GetUtcNow().ShouldBe(start);
    }

    [Fact]
    public async Task RateLimit_HoldsBackEveryoneOnTheClient()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("GET /order/cart/c1", 429, "", ("Retry-After", "10"));
        var first = sut.Api.Carts.GetAsync(Cart, default);
        sut.Socket.On("GET /order/cart/c1", 200, """{"cartId":"c1"}""").On("GET /order/cart/c1/summary", 200, "{}");

        var second = sut.Api.Carts.SummaryAsync(Cart, default);
        sut.Socket.Seen.Count.ShouldBe(1);
        await sut.Clock.RunAsync(Task.WhenAll(first, second), ignore: TimeSpan.FromMinutes(30));

        sut.Socket.ShouldBeUsedUp();
        sut.Clock.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 10, TimeSpan.Zero));
    }

    [Fact]
    public async Task RateLimit_MetByCallsThatBeganTogether_GrowsOnce()
    {
        var clock = new ManualTimeProvider();
        var sut = new Throttle(clock, () => 0);
        var first = await sut.PassAsync(default);
        var second = await sut.PassAsync(default);

        sut.Refused(first, null).ShouldBe(TimeSpan.FromSeconds(1));
        sut.Refused(second, null).ShouldBe(TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        sut.Refused(await sut.PassAsync(default), null).ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Cancellation_DuringBackoff_StopsAtOnceAsItself()
    {
        using var sut = new ApiUnderTest(chance: 0.5);
        using var cancel = new CancellationTokenSource();
        sut.Socket.On("GET /order/cart/c1", 500);
        var work = sut.Api.Carts.GetAsync(Cart, cancel.Token);
        work.IsCompleted.ShouldBeFalse();

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => work);
        sut.Socket.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Cancellation_DuringARateLimit_StopsAtOnceAsItself()
    {
        using var sut = new ApiUnderTest();
        using var cancel = new CancellationTokenSource();
        sut.Socket.On("GET /order/cart/c1", 429, "", ("Retry-After", "30"));
        var work = sut.Api.Carts.GetAsync(Cart, cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => work);
    }

    [Fact]
    public async Task Cancellation_DuringTheCall_IsNoFailureOfTheApi()
    {
        using var sut = new ApiUnderTest();
        using var cancel = new CancellationTokenSource();
        sut.Socket.OnSilence("POST /order/cart");
        var work = sut.Api.Carts.CreateAsync(new CartCreation("FR", null, null), cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => work);
    }

    [Fact]
    public async Task Timeout_SaysHowLongItWaited()
    {
        using var sut = new ApiUnderTest(maxRetries: 0, requestTimeout: TimeSpan.FromSeconds(60));
        sut.Socket.OnSilence("GET /order/cart/c1");
        var work = sut.Api.Carts.GetAsync(Cart, default);

        sut.Clock.Advance(TimeSpan.FromSeconds(60));

        (await Should.ThrowAsync<OvhApiException>(() => work)).Message.ShouldBe("eu.api.ovh.com: no answer within 60 s");
    }

    [Fact]
    public async Task Safe_AfterATimeout_IsRepeated()
    {
        using var sut = new ApiUnderTest(requestTimeout: TimeSpan.FromSeconds(60));
        sut.Socket.OnSilence("GET /order/cart/c1/summary").On("GET /order/cart/c1/summary", 200, "{}");

        var work = sut.Api.Carts.SummaryAsync(Cart, default);
        sut.Clock.Advance(TimeSpan.FromSeconds(60));
        await work;

        sut.Socket.ShouldBeUsedUp();
    }

    private static Task Checkout(OvhApi api) => api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default);

    private static void Lose(ScriptedSocket socket, string call, string loss)
    {
        _ = loss switch
        {
            "reset" => socket.OnFailure(call, Reset),
            "timeout" => socket.OnSilence(call),
            "truncated" => socket.On(call, 200, """{"orderId":12"""),
            "page" => socket.On(call, 200, "<html><title>Sorry</title></html>"),
            "empty" => socket.On(call, 200, ""),
            _ => socket.On(call, int.Parse(loss, System.Globalization.CultureInfo.InvariantCulture), "<html><title>Sorry</title></html>"),
        };
    }
}
