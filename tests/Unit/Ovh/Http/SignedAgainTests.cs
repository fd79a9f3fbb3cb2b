using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

/// <summary>Which refusals are about the signature or the token, and which are the call's answer.</summary>
public sealed class SignedAgainTests
{
    private const string Route = "POST /order/cart/c1/checkout";
    private const string Token = "POST /auth/oauth2/token";

    [Theory]
    [InlineData(400, "Invalid signature")]
    [InlineData(401, "INVALID SIGNATURE of the request")]
    [InlineData(403, "invalid signature")]
    [InlineData(403, "Query out of time")]
    public async Task A_signature_that_is_refused_for_the_time_is_made_again(int status, string message)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey, maxRetries: 0);
        sut.Socket.On(Route, status, $$"""{"message":"{{message}}"}""").On("GET /auth/time", 200, "1767226200").On(Route, 200, "{}");

        await sut.RunAsync(Checkout);

        var (clock, again) = (sut.Socket.Seen[1], sut.Socket.Seen[2]);
        (clock.Header("X-Ovh-Application"), clock.Header("X-Ovh-Signature")).ShouldBe(("ak", null));
        (again.Header("X-Ovh-Timestamp"), again.Header("X-Ovh-Consumer")).ShouldBe(("1767226200", "ck"));
    }

    [Theory]
    [InlineData("QUERY_TIME_OUT")]
    [InlineData("INVALID_SIGNATURE")]
    public async Task A_signature_that_is_refused_for_the_time_by_its_code_is_made_again(string code)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey, maxRetries: 0);
        sut.Socket.On(Route, 403, $$"""{"errorCode":"{{code}}","message":"no"}""").On("GET /auth/time", 200, "1767226200")
            .On(Route, 200, "{}");

        await sut.RunAsync(Checkout);

        sut.Socket.ShouldBeUsedUp();
    }

    [Theory]
    [InlineData(404, "Invalid signature")]
    [InlineData(409, "Query out of time")]
    [InlineData(403, "This call is not granted")]
    [InlineData(400, "")]
    public async Task Another_refusal_does_not_ask_the_clock(int status, string message)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey, maxRetries: 0);
        sut.Socket.On(Route, status, $$"""{"message":"{{message}}"}""");

        (await sut.FailAsync(Checkout)).Status.ShouldBe(status);

        sut.Socket.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_signature_that_is_refused_again_is_the_answer()
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey, maxRetries: 0);
        sut.Socket.On(Route, 403, """{"message":"Invalid signature"}""").On("GET /auth/time", 200, "1767226200")
            .On(Route, 403, """{"message":"Invalid signature"}""");

        var failure = await sut.FailAsync(Checkout);

        (failure.Message, failure.Outcome).ShouldBe(("Invalid signature", CallOutcome.NotProcessed));
        sut.Socket.ShouldBeUsedUp();
    }

    [Theory]
    [InlineData(401, "{}")]
    [InlineData(403, """{"errorCode":"INVALID_CREDENTIAL","message":"no"}""")]
    [InlineData(403, """{"message":"This credential is not valid"}""")]
    [InlineData(403, """{"message":"This Credential does not exist"}""")]
    public async Task A_token_that_is_refused_is_replaced(int status, string refusal)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ServiceAccount, maxRetries: 0);
        sut.Socket.On(Token, 200, """{"access_token":"t1"}""").On(Route, status, refusal)
            .On(Token, 200, """{"access_token":"t2"}""").On(Route, 200, "{}");

        await sut.RunAsync(Checkout);

        sut.Socket.Seen[^1].Header("Authorization").ShouldBe("Bearer t2");
        sut.Socket.ShouldBeUsedUp();
    }

    [Theory]
    [InlineData(403, """{"message":"This call has not been granted"}""")]
    [InlineData(404, """{"message":"This credential does not exist"}""")]
    public async Task A_token_that_lacks_a_right_is_not_replaced(int status, string refusal)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ServiceAccount, maxRetries: 0);
        sut.Socket.On(Token, 200, """{"access_token":"t1"}""").On(Route, status, refusal);

        (await sut.FailAsync(Checkout)).Status.ShouldBe(status);

        sut.Socket.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_endpoint_that_gives_no_tokens_says_so()
    {
        OvhEndpoint.TryParse("kimsufi-eu", out var endpoint, out _).ShouldBeTrue();
        using var sut = new ApiUnderTest(ApiUnderTest.ServiceAccount, endpoint: endpoint);

        (await Should.ThrowAsync<InvalidOperationException>(() => sut.RunAsync(Checkout)))
            .Message.ShouldBe("Endpoint kimsufi-eu has no token route.");
    }

    [Theory]
    [InlineData("!~", true)]
    [InlineData("a b", false)]
    [InlineData("a\u007f", false)]
    public void A_token_is_what_a_header_can_carry(string token, bool isToken) => IsToken(token).ShouldBe(isToken);

    [Fact]
    public void A_token_has_16_KiB_at_most()
    {
        IsToken(new string('t', 16 * 1024)).ShouldBeTrue();
        IsToken(new string('t', (16 * 1024) + 1)).ShouldBeFalse();
    }

    [Fact]
    public void Each_kind_of_credentials_names_its_secrets()
    {
        ApiUnderTest.ApplicationKey.Secrets.ShouldBe(["as", "ck"]);
        ApiUnderTest.ServiceAccount.Secrets.ShouldBe(["cs"]);
        new Credentials.AccessToken(new Secret("at")).Secrets.ShouldBe(["at"]);
        new Credentials.Anonymous().Secrets.ShouldBeEmpty();
    }

    private static Task Checkout(OvhApi api) => api.Carts.CheckoutAsync(new CartId("c1"), new CheckoutRequest(null), default);

    private static bool IsToken(string text)
    {
        try
        {
            return new OAuthToken { AccessToken = new Secret(text) }.AccessToken.Reveal() == text;
        }
        catch (UnexpectedValueException)
        {
            return false;
        }
    }
}
