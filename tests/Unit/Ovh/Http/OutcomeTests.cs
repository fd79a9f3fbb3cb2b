using System.Net;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

/// <summary>What is known of a checkout that did not succeed, and what is said of it.</summary>
public sealed class OutcomeTests
{
    private const string Route = "POST /order/cart/c1/checkout";
    private const string Token = "POST /auth/oauth2/token";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(62.5);

    [Theory]
    [InlineData(302, nameof(CallOutcome.Unknown))]
    [InlineData(399, nameof(CallOutcome.Unknown))]
    [InlineData(400, nameof(CallOutcome.NotProcessed))]
    [InlineData(407, nameof(CallOutcome.NotProcessed))]
    [InlineData(408, nameof(CallOutcome.Unknown))]
    [InlineData(498, nameof(CallOutcome.NotProcessed))]
    [InlineData(499, nameof(CallOutcome.Unknown))]
    [InlineData(500, nameof(CallOutcome.Unknown))]
    public async Task Only_a_status_of_a_refusal_says_that_nothing_was_done(int status, string outcome)
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.On(Route, status, """{"message":"no"}""");

        var failure = await sut.FailAsync(Checkout);

        (failure.Outcome.ToString(), failure.Status, failure.Message).ShouldBe((outcome, status, "no"));
    }

    [Theory]
    [InlineData("", "the answer is empty")]
    [InlineData("{\"orderId\":1", "the answer is not complete JSON")]
    [InlineData("{}}", "the answer is not complete JSON")]
    [InlineData(" \r\n\t<html><title>Sorry</title>", "the answer is a web page, not JSON: Sorry")]
    public async Task A_success_that_is_no_answer_is_told_without_its_text(string body, string words)
    {
        using var sut = new ApiUnderTest(maxRetries: 2);
        for (var i = 0; i < 3; i++)
        {
            sut.Socket.On("GET /order/cart", 200, body, ("X-OVH-QUERYID", "q1"));
        }

        var failure = await sut.FailAsync(api => api.Carts.ListAsync(null, default));

        failure.ToString().ShouldBe($"GET /order/cart: {words} (HTTP 200, query q1)");
        (failure.Outcome, failure.Attempts).ShouldBe((CallOutcome.Unknown, 3));
    }

    [Fact]
    public async Task A_refusal_without_any_word_is_told_as_such()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.On(Route, _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { ReasonPhrase = " " }));

        (await sut.FailAsync(Checkout)).Message.ShouldBe("the API gave no reason");
    }

    [Fact]
    public async Task An_attempt_without_an_answer_keeps_nothing_of_the_answer_before_it()
    {
        using var sut = new ApiUnderTest(maxRetries: 1);
        sut.Socket.On("GET /me", 503, "", ("X-OVH-QUERYID", "q1")).OnFailure("GET /me", new IOException("reset"));

        var failure = await sut.FailAsync(api => api.Me.GetAsync(default));

        failure.ToString().ShouldBe("GET /me: eu.api.ovh.com: the connection broke before the answer was complete (no answer)");
        failure.Attempts.ShouldBe(2);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "no such host", nameof(CallOutcome.NotProcessed))]
    [InlineData(HttpRequestError.ConnectionError, "no such host", nameof(CallOutcome.NotProcessed))]
    [InlineData(HttpRequestError.SecureConnectionError, "no such host", nameof(CallOutcome.NotProcessed))]
    [InlineData(HttpRequestError.ProxyTunnelError, "no such host", nameof(CallOutcome.NotProcessed))]
    [InlineData(HttpRequestError.ResponseEnded, "the connection broke before the answer was complete", nameof(CallOutcome.Unknown))]
    [InlineData(HttpRequestError.Unknown, "the connection broke before the answer was complete", nameof(CallOutcome.Unknown))]
    public async Task Without_a_connection_nothing_was_done(HttpRequestError error, string words, string outcome)
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.OnFailure(Route, new HttpRequestException(error, "something went wrong", new IOException("no such host")));

        var failure = await sut.FailAsync(Checkout);

        (failure.Message, failure.Outcome.ToString()).ShouldBe(($"eu.api.ovh.com: {words}", outcome));
    }

    [Fact]
    public async Task A_connection_that_was_not_made_in_time_carried_nothing()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.OnFailure(Route, new TaskCanceledException("slow", new TimeoutException()));

        var failure = await sut.FailAsync(Checkout);

        (failure.Message, failure.Outcome)
            .ShouldBe(("eu.api.ovh.com: the connection was not established in time", CallOutcome.NotProcessed));
    }

    [Fact]
    public async Task An_answer_whose_body_does_not_come_in_time_is_lost_with_its_status()
    {
        using var sut = new ApiUnderTest(maxRetries: 0, requestTimeout: Timeout);
        sut.Socket.On(Route, _ => Task.FromResult(Endless()));

        var failure = await FailInTimeAsync(sut);

        failure.ToString().ShouldBe("POST /order/cart/{cartId}/checkout: eu.api.ovh.com: no answer within 62.5 s (HTTP 200, query q1)");
        failure.Outcome.ShouldBe(CallOutcome.Unknown);
    }

    [Fact]
    public async Task A_call_that_is_given_up_while_its_body_comes_ends_as_given_up()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        using var cancel = new CancellationTokenSource();
        sut.Socket.On(Route, _ => Task.FromResult(Endless()));
        var work = sut.Api.Carts.CheckoutAsync(new CartId("c1"), new CheckoutRequest(null), cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => work);
    }

    [Fact]
    public async Task A_call_that_was_given_up_before_is_not_sent()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            sut.Api.Carts.CheckoutAsync(new CartId("c1"), new CheckoutRequest(null), new CancellationToken(canceled: true)));

        sut.Socket.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("the call", nameof(CallOutcome.Unknown))]
    [InlineData("the first token", nameof(CallOutcome.NotProcessed))]
    [InlineData("the second token", nameof(CallOutcome.NotProcessed))]
    [InlineData("the call with the second token", nameof(CallOutcome.Unknown))]
    public async Task A_timeout_tells_whether_the_call_was_under_way(string silent, string outcome)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ServiceAccount, maxRetries: 0, requestTimeout: Timeout);
        _ = silent switch
        {
            "the call" => FirstToken().OnSilence(Route),
            "the first token" => sut.Socket.OnSilence(Token),
            "the second token" => FirstToken().On(Route, 401).OnSilence(Token),
            _ => FirstToken().On(Route, 401).On(Token, 200, """{"access_token":"t2"}""").OnSilence(Route),
        };

        var failure = await FailInTimeAsync(sut);

        failure.Outcome.ToString().ShouldBe(outcome);
        failure.Message.ShouldEndWith("no answer within 62.5 s");
        sut.Socket.ShouldBeUsedUp();

        ScriptedSocket FirstToken() => sut.Socket.On(Token, 200, """{"access_token":"t1"}""");
    }

    [Theory]
    [InlineData("POST", 2.5, "60")]
    [InlineData("POST", 60, "60")]
    [InlineData("POST", 61, "61")]
    [InlineData("PUT", 2.5, "2.5")]
    [InlineData("GET", 2.5, "2.5")]
    public async Task What_must_not_be_done_twice_is_given_a_minute_at_least(string method, double timeout, string limit)
    {
        using var sut = new ApiUnderTest(maxRetries: 0, requestTimeout: TimeSpan.FromSeconds(timeout));
        sut.Socket.OnSilence(method == "POST" ? Route : $"{method} /order/cart/c1");
        var cart = new CartId("c1");
        var work = method switch
        {
            "POST" => Checkout(sut.Api),
            "PUT" => sut.Api.Carts.UpdateAsync(cart, new CartUpdate(null, null), default),
            _ => sut.Api.Carts.GetAsync(cart, default),
        };

        await sut.Clock.RunAsync(work);

        (await Should.ThrowAsync<OvhApiException>(() => work)).Message.ShouldBe($"eu.api.ovh.com: no answer within {limit} s");
    }

    private static Task Checkout(OvhApi api) => api.Carts.CheckoutAsync(new CartId("c1"), new CheckoutRequest(null), default);

    private static async Task<OvhApiException> FailInTimeAsync(ApiUnderTest sut)
    {
        var work = Checkout(sut.Api);
        await sut.Clock.RunAsync(work);
        return await Should.ThrowAsync<OvhApiException>(() => work);
    }

    private static HttpResponseMessage Endless() =>
        new() { Content = new StreamContent(new SilentStream()), Headers = { { "X-OVH-QUERYID", "q1" } } };

    /// <summary>A body that does not come.</summary>
    private sealed class SilentStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            new TaskCompletionSource().Task.WaitAsync(cancellationToken);
    }
}
