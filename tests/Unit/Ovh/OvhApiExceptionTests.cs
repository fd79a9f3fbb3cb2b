using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ovh;

public sealed class OvhApiExceptionTests
{
    private static readonly CartId Cart = new("c1");

    [Fact]
    public async Task Failure_OfTheApi_SaysWhatHappenedAndWhere()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On(
            "POST /order/cart/c1/checkout",
            403,
            """{"class":"Client::Forbidden::Iam","message":"You are not allowed","details":{"unauthorizedActionsByIAM":"account:apiovh:order/cart/get"}}""",
            ("X-OVH-QUERYID", "EU.ext-1.69cc2b07"));

        var failure = await sut.FailAsync(Checkout);

        failure.Method.ShouldBe(HttpMethod.Post);
        failure.Path.ShouldBe("/order/cart/{cartId}/checkout");
        failure.Message.ShouldBe("You are not allowed");
        failure.Reference.ShouldBe("(HTTP 403, Client::Forbidden::Iam, query EU.ext-1.69cc2b07)");
        failure.ToString().ShouldBe(
            "POST /order/cart/{cartId}/checkout: You are not allowed (HTTP 403, Client::Forbidden::Iam, query EU.ext-1.69cc2b07)");
        failure.UnauthorizedActions.ShouldBe(["account:apiovh:order/cart/get"]);
        failure.Outcome.ShouldBe(CallOutcome.NotProcessed);
    }

    [Theory]
    [InlineData("X-Ovh-Query-Id")]
    [InlineData("x-ovh-queryid")]
    public async Task QueryId_IsReadInEverySpelling(string header)
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("POST /order/cart/c1/checkout", 404, "", (header, "q"));

        (await sut.FailAsync(Checkout)).Reference.ShouldBe("(HTTP 404, query q)");
    }

    [Fact]
    public async Task Failure_WithoutAWord_SaysTheStatus()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("POST /order/cart/c1/checkout", 503, "");

        (await sut.FailAsync(Checkout)).ToString().ShouldBe("POST /order/cart/{cartId}/checkout: Service Unavailable (HTTP 503)");
    }

    [Fact]
    public async Task Success_ThatIsAPage_IsNoAnswer()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("POST /order/cart/c1/checkout", 200, "<html><title>Log in to the Wi-Fi</title></html>");

        var failure = await sut.FailAsync(Checkout);

        failure.ToString()
            .ShouldBe("POST /order/cart/{cartId}/checkout: the answer is a web page, not JSON: Log in to the Wi-Fi (HTTP 200)");
        failure.Outcome.ShouldBe(CallOutcome.Unknown);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public async Task Success_OfAnotherShape_MayHaveBeenProcessed(string body)
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("POST /order/cart", 200, body);

        var failure = await sut.FailAsync(api => api.Carts.CreateAsync(new CartCreation("FR", null, null), default));

        failure.Status.ShouldBe(200);
        failure.Outcome.ShouldBe(CallOutcome.Unknown);
    }

    [Fact]
    public async Task Secrets_AppearInNoLogExceptionOrRecord()
    {
        string[] canaries = ["as-canary", "ck-canary", "cs-canary", "at-canary", "voucher-canary", "password-canary", "token-canary"];
        var printed = new List<string>();
        Credentials[] all =
        [
            new Credentials.ApplicationKey("ak", new Secret("as-canary"), new Secret("ck-canary")),
            new Credentials.OAuth2Client("ci", new Secret("cs-canary")),
            new Credentials.AccessToken(new Secret("at-canary")),
        ];
        foreach (var credentials in all)
        {
            using var sut = new ApiUnderTest(credentials, maxRetries: 0);
            if (credentials is Credentials.OAuth2Client)
            {
                sut.Socket.On("POST /auth/oauth2/token", 200, """{"access_token":"at-canary"}""");
            }

            sut.Socket
                .On("POST /order/cart/c1/checkout", 200, """{"orderId":1,"url":"https://x/?orderPassword=password-canary"}""")
                .On("POST /order/cart/c1/checkout", 200, """{"orderId":1,"url":"https://x/?orderPassword=password-canary""")
                .On("GET /me/notification/email/history/1", 200, """{"id":1,"body":"token=token-canary"}""")
                .OnFailure("POST /cloud/project/p1/credit", new HttpRequestException("reset"));
            printed.Add((await sut.Api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default)).ToString());
            printed.Add((await sut.FailAsync(Checkout)).ToString());
            printed.Add((await sut.Api.Me.GetMailAsync(new MailId(1), default)).ToString());
            printed.Add((await sut.FailAsync(api => api.Projects.CreditAsync(new ProjectId("p1"), new Secret("voucher-canary"), default)))
                .ToString());
            printed.Add(credentials.ToString());
            printed.AddRange(sut.Log);
        }

        printed.Add(new NewConfiguration("voucher", "voucher-canary").ToString());
        printed.Add(new ConfigurationItem { Id = new ConfigurationId(1), Label = "voucher", Value = "voucher-canary" }.ToString());
        printed.Add(new TerminationConfirmation(new Secret("token-canary")).ToString());
        printed.Count.ShouldBeGreaterThan(20);
        foreach (var canary in canaries)
        {
            printed.ShouldAllBe(line => !line.Contains(canary));
        }
    }

    private static Task Checkout(OvhApi api) => api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default);
}
