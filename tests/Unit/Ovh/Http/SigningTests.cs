using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class SigningTests
{
    private const long Start = 1767225600; // 2026-01-01, where the manual clock stands

    private static readonly CartId Cart = new("c1");

    [Fact]
    public async Task Anonymous_SendsNoCredentialHeaders()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("GET /order/cart/c1/summary", 200, "{}");

        await sut.RunAsync(api => api.Carts.SummaryAsync(Cart, default));

        sut.Socket.Seen[0].Headers.Keys.ShouldBe(["User-Agent", "Accept"], ignoreOrder: true);
        sut.Socket.Seen[0].Header("User-Agent").ShouldBe("test/1.0");
        sut.Socket.Seen[0].Header("Accept").ShouldBe("application/json");
    }

    [Fact]
    public async Task ApplicationKey_SignsUrlBodyAndTime()
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey);
        sut.Socket.On("GET /order/cart?description=a%20b%2Fc", 200, "[]").On("POST /order/cart", 200, """{"cartId":"c1"}""");

        await sut.RunAsync(api => api.Carts.ListAsync("a b/c", default));
        await sut.RunAsync(api => api.Carts.CreateAsync(new CartCreation("FR", "ü", null), default));

        var (list, create) = (sut.Socket.Seen[0], sut.Socket.Seen[1]);
        list.Header("X-Ovh-Application").ShouldBe("ak");
        list.Header("X-Ovh-Consumer").ShouldBe("ck");
        list.Header("X-Ovh-Timestamp").ShouldBe($"{Start}");
        list.Header("X-Ovh-Signature").ShouldBe(Expected(list, Start));
        create.Header("X-Ovh-Signature").ShouldBe(Expected(create, Start));
        create.Body.ShouldBe("""{"ovhSubsidiary":"FR","description":"\u00FC"}""");
    }

    [Fact]
    public async Task ApplicationKey_SignsEachAttemptAnew()
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey);
        sut.Socket.On("GET /me", 503, "", ("Retry-After", "20")).On("GET /me", 200, "{}");

        await sut.RunAsync(api => api.Me.GetAsync(default));

        sut.Socket.Seen.Select(s => s.Header("X-Ovh-Timestamp")).ShouldBe([$"{Start}", $"{Start + 20}"]);
        sut.Socket.Seen[1].Header("X-Ovh-Signature").ShouldBe(Expected(sut.Socket.Seen[1], Start + 20));
    }

    [Fact]
    public async Task Clock_IsAskedOnceByCallsThatAreRefusedTogether()
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey);
        var refusals = new List<TaskCompletionSource<HttpResponseMessage>> { new(), new() };
        sut.Socket
            .On("GET /order/cart", _ => refusals[0].Task).On("GET /order/cart", _ => refusals[1].Task)
            .On("GET /auth/time", 200, $"{Start + 600}").On("GET /order/cart", 200, "[]").On("GET /order/cart", 200, "[]");

        var calls = Task.WhenAll(sut.Api.Carts.ListAsync(null, default), sut.Api.Carts.ListAsync(null, default));
        foreach (var refusal in refusals)
        {
            refusal.SetResult(new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest)
            {
                Content = new StringContent("""{"message":"Invalid signature"}"""),
            });
        }

        await calls;

        sut.Socket.ShouldBeUsedUp();
    }

    [Theory]
    [InlineData(400, """{"message":"Invalid signature"}""")]
    [InlineData(403, """{"errorCode":"QUERY_TIME_OUT","message":"Query out of time"}""")]
    [InlineData(403, """{"errorCode":"INVALID_SIGNATURE","message":"no"}""")]
    public async Task Clock_ThatDrifted_IsSetAndTheCallSignedAgain_EvenOnce(int status, string refusal)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey, maxRetries: 0);
        sut.Socket
            .On("POST /order/cart/c1/checkout", status, refusal)
            .On("GET /auth/time", 200, $"{Start + 600}")
            .On("POST /order/cart/c1/checkout", 200, "{}");

        await sut.RunAsync(api => api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default));

        sut.Socket.Seen[2].Header("X-Ovh-Timestamp").ShouldBe($"{Start + 600}");
        sut.Socket.Seen[2].Header("X-Ovh-Signature").ShouldBe(Expected(sut.Socket.Seen[2], Start + 600));
        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task Clock_ThatIsRight_LeavesTheRefusalAsItIs()
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey);
        sut.Socket
            .On("GET /me", 400, """{"class":"Client::BadRequest","message":"Invalid signature"}""")
            .On("GET /auth/time", 200, $"{Start + 1}");

        var failure = await sut.FailAsync(api => api.Me.GetAsync(default));

        failure.Message.ShouldBe("Invalid signature");
        failure.Outcome.ShouldBe(CallOutcome.NotProcessed);
    }

    [Fact]
    public async Task Clock_ThatCannotBeAsked_FailsTheCallAsNotProcessed()
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey, maxRetries: 1);
        sut.Socket
            .On("POST /order/cart", 400, """{"message":"Invalid signature"}""").On("GET /auth/time", 500)
            .On("POST /order/cart", 400, """{"message":"Invalid signature"}""").On("GET /auth/time", 500);

        var failure = await sut.FailAsync(api => api.Carts.CreateAsync(new CartCreation("FR", null, null), default));

        failure.Path.ShouldBe("/auth/time");
        failure.Outcome.ShouldBe(CallOutcome.NotProcessed);
    }

    [Fact]
    public async Task Token_IsFetchedOnceAndReusedUntilShortlyBeforeItLapses()
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ServiceAccount);
        sut.Socket
            .On("POST /auth/oauth2/token", 200, """{"access_token":"t1","expires_in":3599,"token_type":"Bearer"}""")
            .On("GET /order/cart", 200, "[]")
            .On("GET /order/cart", 200, "[]")
            .On("POST /auth/oauth2/token", 200, """{"access_token":"t2","expires_in":3599}""")
            .On("GET /order/cart", 200, "[]");

        await sut.RunAsync(api => api.Carts.ListAsync(null, default));
        sut.Clock.Advance(TimeSpan.FromSeconds(3538));
        await sut.RunAsync(api => api.Carts.ListAsync(null, default));
        sut.Clock.Advance(TimeSpan.FromSeconds(1));
        await sut.RunAsync(api => api.Carts.ListAsync(null, default));

        sut.Socket.Seen.Select(s => s.Header("Authorization")).ShouldBe([null, "Bearer t1", "Bearer t1", null, "Bearer t2"]);
        sut.Socket.Seen[0].Url.ShouldBe(new Uri("https://www.ovh.com/auth/oauth2/token"));
        sut.Socket.Seen[0].Body.ShouldBe("grant_type=client_credentials&client_id=ci&client_secret=cs&scope=all");
    }

    [Fact]
    public async Task Token_ThatIsRefused_IsReplacedOnce()
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ServiceAccount);
        sut.Socket
            .On("POST /auth/oauth2/token", 200, """{"access_token":"t1"}""")
            .On("POST /order/cart/c1/checkout", 401, """{"message":"You must login first"}""")
            .On("POST /auth/oauth2/token", 200, """{"access_token":"t2"}""")
            .On("POST /order/cart/c1/checkout", 401, """{"message":"You must login first"}""");

        var failure = await sut.FailAsync(api => api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default));

        failure.Status.ShouldBe(401);
        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task Token_ThatCannotBeHad_FailsTheCallWithTheReason()
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ServiceAccount);
        sut.Socket.On("POST /auth/oauth2/token", 400, """{"error":"invalid_client","error_description":"no such client"}""");

        var failure = await sut.FailAsync(api => api.Me.GetAsync(default));

        failure.ToString().ShouldBe("POST /auth/oauth2/token: no such client (HTTP 400, invalid_client)");
        failure.Outcome.ShouldBe(CallOutcome.NotProcessed);
    }

    [Fact]
    public async Task Token_OfACustomEndpoint_ComesFromItsOrigin()
    {
        OvhEndpoint.TryParse("http://127.0.0.1:8080/1.0/", out var endpoint, out _).ShouldBeTrue();
        using var sut = new ApiUnderTest(ApiUnderTest.ServiceAccount, endpoint: endpoint);
        sut.Socket.On("POST /auth/oauth2/token", 200, """{"access_token":"t1"}""").On("GET /order/cart", 200, "[]");

        await sut.RunAsync(api => api.Carts.ListAsync(null, default));

        sut.Socket.Seen[0].Url.ShouldBe(new Uri("http://127.0.0.1:8080/auth/oauth2/token"));
        sut.Socket.Seen[1].Url.ShouldBe(new Uri("http://127.0.0.1:8080/1.0/order/cart"));
    }

    [Fact]
    public async Task AccessToken_IsSentAsItIs()
    {
        using var sut = new ApiUnderTest(new Credentials.AccessToken(new Secret("at")));
        sut.Socket.On("GET /me", 401, """{"message":"expired"}""");

        await sut.FailAsync(api => api.Me.GetAsync(default));

        sut.Socket.Seen.ShouldHaveSingleItem().Header("Authorization").ShouldBe("Bearer at");
    }

    private static string Expected(SeenRequest request, long timestamp) => OvhSignature.Of(
        ApiUnderTest.ApplicationKey,
        new HttpMethod(request.Method),
        request.Url.AbsoluteUri,
        System.Text.Encoding.UTF8.GetBytes(request.Body),
        timestamp);
}
