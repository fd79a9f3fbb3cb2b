using System.Text.RegularExpressions;
using PulumiOvhOrder.Simulator;

namespace PulumiOvhOrder.Tests.Unit.Simulator;

public sealed partial class SideDoorTests : SimulatorTest
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task Everything_can_be_done_over_HTTP()
    {
        await Api.SideDoor("POST", "settings", new { deliveryDelayMs = 1000, priceWithTax = 12.5, vouchers = new[] { "ONLY" } });
        await Api.SideDoor("POST", "faults", new[] { new { method = "GET", path = "/me", kind = "dropBefore" } });
        var orderId = await PlacedOrder();
        await Api.SideDoor("POST", $"orders/{orderId}", new { status = "delivered" });

        await Should.ThrowAsync<HttpRequestException>(Api.Send("GET", "/me"));
        var summary = await Api.SideDoor("GET", "summary");
        summary.Long("orders").ShouldBe(1);
        summary.Long("projects").ShouldBe(1);
        summary.Long("calls").ShouldBe(Host.Calls().Count);
        (await Api.SideDoor("GET", "settings")).GetProperty("priceWithTax").GetDecimal().ShouldBe(12.5m);
        (await Api.SideDoor("GET", "orders"))[0].Text("status").ShouldBe("delivered");
        (await Api.SideDoor("POST", "reset")).Long("calls").ShouldBe(0);
        Host.Summary().Carts.ShouldBe(0);
        (await Api.Send("GET", "/me")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Calls_are_listed_in_the_order_of_their_arrival()
    {
        var cartId = await NewCart("a b", assign: false);
        await Api.Json("POST", $"/order/cart/{cartId}/assign");
        await Api.Json("GET", "/order/cart?description=a%20b");
        await Api.Error(404, "GET", "/nope");

        var calls = await Api.SideDoor("GET", "calls");

        var seen = calls.EnumerateArray()
            .Select(c => (c.Text("method"), c.Text("path"), c.Text("query"), c.Long("status"), c.Flag("unknown")));
        seen.ShouldBe(
        [
            ("POST", "/order/cart", "", 200, false),
            ("POST", $"/order/cart/{cartId}/assign", "", 200, false),
            ("GET", "/order/cart", "description=a%20b", 200, false),
            ("GET", "/nope", "", 404, true),
        ]);
        Host.Summary().UnknownCalls.ShouldBe(1);
    }

    [Theory]
    [InlineData("settings", """{"latencyMilliseconds":1}""")]
    [InlineData("settings", """{"subsidiary":"US"}""")]
    [InlineData("settings", "nonsense")]
    [InlineData("faults", """[{"path":"/me","kind":"explode"}]""")]
    [InlineData("orders/1", """{"status":"delivered"}""")]
    public async Task What_makes_no_sense_is_refused(string name, string body)
    {
        using var content = new StringContent(body);

        var reply = await Api.SendRaw("POST", $"/_simulator/{name}", content);

        reply.Status.ShouldBe(400);
        reply.Json.Text("message").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/1.0")]
    [InlineData("/v1")]
    public async Task Every_answer_has_a_query_id(string prefix)
    {
        var reply = await Api.SendRaw("GET", $"{prefix}/auth/time");

        reply.Status.ShouldBe(200);
        reply.Headers.GetValues("X-OVH-QUERYID").Single().ShouldMatch(QueryId().ToString());
        reply.Headers.Date.ShouldBe(Clock.GetUtcNow());
    }

    [Theory]
    [InlineData("/me/")]
    [InlineData("/cloud/project/")]
    [InlineData("/")]
    public async Task A_slash_at_the_end_is_accepted(string path)
    {
        await Api.Json("GET", path);

        Host.Summary().UnknownCalls.ShouldBe(0);
    }

    [Fact]
    public async Task The_account_is_shown_with_the_fields_of_OVHclouds_document_and_no_others()
    {
        var me = (await Api.Json("GET", "/me")).EnumerateObject().Select(field => field.Name).ToList();

        me.Count.ShouldBe(33);
        me.ShouldContain("nationalIdentificationNumber");
        me.ShouldNotContain("auth");
    }

    [Fact]
    public async Task The_same_port_speaks_HTTPS()
    {
        using var trusted = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(Host.Certificate);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new()
        {
            TrustMode = System.Security.Cryptography.X509Certificates.X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { trusted },
            RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.NoCheck,
            VerificationTime = Clock.GetUtcNow().UtcDateTime,
        };
        using var http = new HttpClient(handler);

        var time = await http.GetStringAsync(new UriBuilder(Host.BaseUri) { Scheme = "https", Path = "/v1/auth/time" }.Uri);

        time.ShouldBe($"{Clock.GetUtcNow().ToUnixTimeSeconds()}");
    }

    [Fact]
    public void CommandLine_WithoutArguments_HasDefaults() => CommandLine.Parse([]).ShouldBe(
        new SimulatorOptions { Port = 8080, Site = Site.Eu, DeliveryDelay = TimeSpan.FromSeconds(2) });

    [Fact]
    public void CommandLine_WithAllArguments_IsRead() =>
        CommandLine.Parse(["--port", "0", "--site", "ca", "--delivery-delay", "0.25"])
            .ShouldBe(new SimulatorOptions { Port = 0, Site = Site.Ca, DeliveryDelay = Quarter });

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "x")]
    [InlineData("--site", "mars")]
    [InlineData("--delivery-delay", "-1")]
    [InlineData("--verbose", "1")]
    public void CommandLine_WithNonsense_IsRefused(params string[] arguments) => CommandLine.Parse(arguments).ShouldBeNull();

    [GeneratedRegex(@"^EU\.ext-1\.[0-9a-f]+\.[0-9]+\.[0-9a-f]+$")]
    private static partial Regex QueryId();
}
