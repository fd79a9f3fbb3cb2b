using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class RequestLogTests
{
    [Fact]
    public async Task An_attempt_is_told_in_one_line()
    {
        using var sut = new ApiUnderTest();
        sut.Socket
            .On("GET /order/cart", async token =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1234.4), sut.Clock, token);
                return new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable) { Headers = { { "X-OVH-QUERYID", "q1" } } };
            })
            .OnFailure("GET /order/cart", new HttpRequestException("reset"))
            .On("GET /order/cart", 200, "[]");

        await sut.RunAsync(api => api.Carts.ListAsync(null, default));

        sut.Log.ShouldBe(
        [
            "GET /order/cart: HTTP 503, query q1, 1234 ms",
            "GET /order/cart: no answer (HttpRequestException), 0 ms, attempt 2",
            "GET /order/cart: HTTP 200, 0 ms, attempt 3",
        ]);
    }

    [Fact]
    public async Task The_clock_and_a_token_are_told_too()
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ServiceAccount);
        sut.Socket.On("POST /auth/oauth2/token", 200, """{"access_token":"t1"}""").On("GET /order/cart", 200, "[]");
        await sut.RunAsync(api => api.Carts.ListAsync(null, default));

        using var signed = new ApiUnderTest(ApiUnderTest.ApplicationKey);
        signed.Socket.On("DELETE /order/cart/c1", 400, """{"message":"Invalid signature"}""").On("GET /auth/time", 200, "1767226200")
            .On("DELETE /order/cart/c1", 200, "");
        await signed.RunAsync(api => api.Carts.DeleteAsync(new CartId("c1"), default));

        sut.Log.ShouldBe(["POST /auth/oauth2/token: HTTP 200, 0 ms", "GET /order/cart: HTTP 200, 0 ms"]);
        signed.Log.ShouldBe(["GET /auth/time: HTTP 200, 0 ms", "DELETE /order/cart/{cartId}: HTTP 200, 0 ms"]);
    }
}
