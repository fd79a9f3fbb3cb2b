using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Tests.Unit.Ovh;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What a preview says of rights and credentials.</summary>
public sealed class PreflightTests
{
    private const string Cart = "GET /order/cart";
    private const string Check = "POST /v2/iam/authorization/check";

    [Fact]
    public async Task Without_credentials_the_kinds_are_told_as_alternatives() =>
        (await FindingsAsync(new Credentials.Anonymous(), _ => { })).ShouldBe(
    [
        "credentials: none are configured. Set one of these: "
            + "an application key (ovh-order:applicationKey, applicationSecret and consumerKey), "
            + "a service account (ovh-order:clientId and clientSecret), or an access token (ovh-order:accessToken); "
            + "in the stack configuration, the environment (OVH_APPLICATION_KEY and so on) or ovh.conf",
    ]);

    [Fact]
    public async Task Credentials_that_are_not_known_yet_are_not_called_missing() =>
        (await FindingsAsync(new Credentials.Anonymous(AreNotKnownYet: true), _ => { })).ShouldBe(
            ["credentials: not known yet. The provider's configuration depends on resources that are not created yet"]);

    [Fact]
    public async Task Actions_that_a_policy_lacks_are_named_once_each()
    {
        var findings = await FindingsAsync(new Credentials.AccessToken(new("at")), socket => socket
            .On("GET /me", 200, "{}")
            .On(Cart, 403, """{"message":"no","details":{"unauthorizedActionsByIAM":"account:apiovh:order/cart/get"}}""")
            .On(Orders, 403, """{"class":"Client::Forbidden","message":"no"}"""));

        findings.ShouldBe(
        [
            "rights: the credentials lack `account:apiovh:order/cart/get`, `account:apiovh:me/order/get`, which the order needs. "
                + "Add these actions to the IAM policy",
        ]);
    }

    [Theory]
    [InlineData("FR", "eu")]
    [InlineData("qc", "ca")]
    [InlineData("US", "us")]
    public async Task Actions_that_a_policy_lacks_are_those_that_OVHcloud_says(string subsidiary, string site)
    {
        var findings = await FindingsAsync(new Credentials.AccessToken(new("at")), socket => socket
            .On("GET /me", 200, $$"""{"nichandle":"xx1-ovh","ovhSubsidiary":"{{subsidiary}}"}""")
            .On(Check, 200, """
                [{"resourceURN":"x","authorizedActions":[],"unauthorizedActions":["account:apiovh:me/order/pay","account:apiovh:other"]}]
                """), sent: body => body.ShouldContain($"\"urn:v1:{site}:resource:account:xx1-ovh\""));

        findings.ShouldBe(
            ["rights: the credentials lack `account:apiovh:me/order/pay`, which the order needs. Add this action to the IAM policy"]);
    }

    [Theory]
    [InlineData(200, "[]")]
    [InlineData(403, """{"message":"no"}""")]
    [InlineData(404, """{"message":"Got an invalid (or empty) URL"}""")]
    public async Task Where_OVHcloud_does_not_say_what_a_policy_lacks_reads_are_tried(int status, string answer) =>
        (await FindingsAsync(new Credentials.AccessToken(new("at")), socket => socket
            .On("GET /me", 200, """{"nichandle":"xx1-ovh","ovhSubsidiary":"FR"}""")
            .On(Check, status, answer)
            .On(Cart, 403, """{"message":"no"}""")
            .On(Orders, 200, "[]")))
            .ShouldBe(
                ["rights: the credentials lack `account:apiovh:order/cart/get`, which the order needs. Add this action to the IAM policy"]);

    [Fact]
    public async Task A_policy_with_all_actions_is_not_mentioned() =>
        (await FindingsAsync(new Credentials.AccessToken(new("at")), socket => socket
            .On("GET /me", 200, "{}")
            .On(Cart, 200, "[]")
            .On(Orders, 200, "[]"))).ShouldBeEmpty();

    [Fact]
    public async Task A_rule_that_a_consumer_key_lacks_is_named() => (await FindingsAsync(ApiUnderTest.ApplicationKey, socket => socket
        .On("GET /auth/currentCredential", 200, """
            {"rules":[{"method":"GET","path":"/*"},{"method":"POST","path":"/*"},{"method":"PUT","path":"/*"}]}
            """)))
        .ShouldBe(["rights: the consumer key lacks `DELETE /order/cart/*`, which the order needs. Create a consumer key with these rules"]);

    [Theory]
    [InlineData(200, """{"paymentMethodId":5,"status":"VALID"}""", null)]
    [InlineData(200, """{"paymentMethodId":5,"status":"EXPIRED","paymentType":"PAYPAL"}""",
        "paymentMethodId: the payment method (PAYPAL) is EXPIRED, not VALID.")]
    [InlineData(404, "{}", "paymentMethodId: the account has no payment method 5.")]
    [InlineData(403, """{"message":"no"}""", "rights: the credentials lack `account:apiovh:me/payment/method/get`, which the order needs.")]
    public async Task A_chosen_payment_method_is_looked_at_even_where_nothing_is_due(int status, string method, string? problem)
    {
        var findings = await FindingsAsync(
            new Credentials.AccessToken(new("at")),
            socket => socket
                .On("GET /me", 200, "{}")
                .On(Cart, 200, "[]")
                .On(Orders, 200, "[]"),
            Request with { PaymentMethodId = new PaymentMethodId(5) },
            socket => socket.On("GET /me/payment/method/5", status, method));

        findings.Select(f => problem is not null && f.StartsWith(problem, StringComparison.Ordinal))
            .ShouldBe(problem is null ? [] : [true]);
    }

    [Fact]
    public async Task A_chosen_payment_method_is_not_looked_at_where_a_person_pays() => (await FindingsAsync(
        new Credentials.AccessToken(new("at")),
        socket => socket.On("GET /me", 200, "{}").On(Cart, 200, "[]").On(Orders, 200, "[]"),
        Request with { PaymentMethodId = new PaymentMethodId(5), Payment = PaymentKind.Manual })).ShouldBeEmpty();

    private const string Orders = "GET /me/order?date.from=2025-12-29T00%3A00%3A00%2B00%3A00";

    private static async Task<IReadOnlyList<string>> FindingsAsync(
        Credentials credentials, Action<ScriptedSocket> script, OrderRequest? request = null, Action<ScriptedSocket>? payment = null,
        Action<string>? sent = null)
    {
        using var sut = new ApiUnderTest(credentials);
        script(sut.Socket);
        sut.Socket.On("GET /cloud/eligibility", 404, "{}");
        payment?.Invoke(sut.Socket);
        IReadOnlyList<string> findings = [];
        await sut.RunAsync(async api =>
        {
            var account = new Account(api, credentials is Credentials.Anonymous { AreNotKnownYet: true });
            findings = [.. (await new Preflight(api, account, credentials)
                .FindingsAsync(request ?? Request, quote: null, CancellationToken.None)).Select(PreflightMessages.Of)];
        });
        sent?.Invoke(sut.Socket.Seen.Single(call => call.Call == Check).Body);
        return findings;
    }

    private static OrderRequest Request { get; } = CloudProjectInputs.From(PropertyValue.Map.Empty)
        .ToRequest(new Urn("urn:pulumi:dev::t::ovh-order:index:CloudProject::p"), "FR");
}
