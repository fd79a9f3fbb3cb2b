using PulumiOvhOrder.Simulator.Auth;

namespace PulumiOvhOrder.Tests.Unit.Simulator;

public sealed class AuthenticationTests : SimulatorTest
{
    [Fact]
    public async Task The_server_tells_its_time_to_anyone()
    {
        Api.ConsumerKey = null;

        (await Api.Json("GET", "/auth/time")).GetInt64().ShouldBe(Clock.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task A_cart_can_be_built_without_credentials()
    {
        Api.ConsumerKey = null;

        var cartId = await NewCart(assign: false);
        var itemId = await AddItem(cartId);
        await Label(cartId, itemId, "description", "x");

        (await Api.Json("GET", $"/order/cart/{cartId}/cloud")).GetArrayLength().ShouldBeGreaterThan(0);
        (await Api.Json("GET", $"/order/cart/{cartId}/summary")).GetProperty("prices").Price("withTax").ShouldBe(0);
    }

    [Theory]
    [InlineData("GET", "/me")]
    [InlineData("GET", "/order/cart")]
    [InlineData("POST", "/order/cart/{0}/assign")]
    [InlineData("GET", "/order/cart/{0}/checkout")]
    [InlineData("POST", "/order/cart/{0}/checkout")]
    [InlineData("DELETE", "/order/cart/{0}")]
    [InlineData("GET", "/me/order/1/status")]
    [InlineData("GET", "/cloud/project")]
    public async Task What_concerns_the_account_wants_credentials(string method, string path)
    {
        var cartId = await NewCart();
        Api.ConsumerKey = null;

        var reply = await Api.Send(method, string.Format(null, path, cartId));

        reply.Status.ShouldBe(401);
        reply.Text.ShouldBe("""{"class":"Client::Unauthorized","message":"You must login first"}""");
    }

    [Fact]
    public async Task Credentials_are_judged_on_anonymous_routes_too()
    {
        Api.ApplicationSecret = "wrong";

        (await Api.Error(400, "POST", "/order/cart", new { ovhSubsidiary = "FR" })).ShouldBe("Invalid signature");
    }

    [Fact]
    public async Task Wrong_keys_are_told_apart()
    {
        Api.ApplicationKey = "nope";
        (await Api.Error(403, "GET", "/me")).ShouldBe("This application key is invalid");

        Api.ApplicationKey = "ak";
        Api.ConsumerKey = "nope";
        (await Api.Error(403, "GET", "/me")).ShouldBe("This credential does not exist");

        Api.ConsumerKey = null;
        var asked = await Api.Json("POST", "/auth/credential", new { accessRules = new[] { new { method = "GET", path = "/*" } } });
        asked.Text("state").ShouldBe("pendingValidation");

        Api.ConsumerKey = asked.Text("consumerKey");
        (await Api.Error(403, "GET", "/me")).ShouldBe("This credential is not valid");
    }

    [Theory]
    [InlineData(60, 200)]
    [InlineData(-60, 200)]
    [InlineData(61, 400)]
    [InlineData(-61, 400)]
    public async Task A_timestamp_may_be_a_minute_off(int skew, int status)
    {
        Api.SkewSeconds = skew;

        var reply = await Api.Send("GET", "/me");

        reply.Status.ShouldBe(status);
        if (status == 400)
        {
            reply.Json.Text("errorCode").ShouldBe("QUERY_TIME_OUT");
            reply.Json.TryGetProperty("class", out _).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task The_servers_clock_can_be_set_wrong()
    {
        Host.Configure(settings => settings.ClockSkewMs = 90_000);

        (await Api.Send("GET", "/me")).Status.ShouldBe(400);
        (await Api.Json("GET", "/auth/time")).GetInt64().ShouldBe(Clock.GetUtcNow().ToUnixTimeSeconds() + 90);

        Api.SkewSeconds = 90;
        var reply = await Api.Send("GET", "/me");
        reply.Status.ShouldBe(200);
        reply.Headers.Date.ShouldBe(Clock.GetUtcNow().AddSeconds(90));
        var order = await Api.Json("GET", $"/me/order/{await PlacedOrder()}");
        order.Text("date").ShouldBe("2026-01-01T00:01:30+00:00");
        order.Text("expirationDate").ShouldBe("2026-01-08T00:01:30+00:00");
        var projectId = (await Api.Json("GET", "/cloud/project"))[0].GetString();
        (await Api.Json("GET", $"/cloud/project/{projectId}")).Text("creationDate").ShouldBe("2026-01-01T00:01:30+00:00");
    }

    [Fact]
    public async Task The_signature_covers_query_and_body()
    {
        await NewCart("with a space & more");

        (await Api.Json("GET", "/order/cart?description=" + Uri.EscapeDataString("with a space & more"))).GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("GET", "/1.0/auth", "", "$1$e9556054b6309771395efa467c22e627407461ad")]
    [InlineData("POST", "/1.0/auth", """{"a":"b","c":"d"}""", "$1$ec2fb5c7a81f64723c77d2e5b609ae6f58a84fc1")]
    [InlineData("GET", "/v1/call", "", "$1$e6e7906d385eb28adcbfbe6b66c1528a42d741ad")]
    public void Signature_OfOfficialVectors_Matches(string method, string path, string body, string expected) =>
        Signature.Compute(
            "9ufkBmLaTQ9nz5yMUlg79taH0GNnzDjk", "5mBuy6SUQcRw2ZUxg0cG68BoDKpED4KY", method, "https://eu.api.ovh.com" + path,
            System.Text.Encoding.UTF8.GetBytes(body), "1457018875").ShouldBe(expected);

    [Fact]
    public async Task A_route_can_be_denied_to_the_credentials()
    {
        Host.Configure(settings => settings.DeniedRoutes = ["POST /me/order/*"]);
        var orderId = await PlacedOrder(autoPay: false);

        (await Api.Error(403, "POST", $"/me/order/{orderId}/pay", new { })).ShouldBe("This call has not been granted");
        (await Status(orderId)).ShouldBe("notPaid");
    }

    [Fact]
    public async Task A_consumer_key_may_do_what_its_rules_say_and_no_more()
    {
        Host.Configure("""{"accessRules":["GET /auth/*","GET /me","POST /order/cart/*","GET /me/order/*/status"]}""");

        var rules = (await Api.Json("GET", "/auth/currentCredential")).List("rules");
        rules.Select(rule => (rule.Text("method"), rule.Text("path")))
            .ShouldBe([("GET", "/auth/*"), ("GET", "/me"), ("POST", "/order/cart/*"), ("GET", "/me/order/*/status")]);
        (await Api.Json("GET", "/auth/details")).List("allowedRoutes").Length.ShouldBe(4);
        await Api.Json("GET", "/me");
        await Api.Error(404, "GET", "/me/order/1/status");
        foreach (var (method, path) in new[] { ("GET", "/me/order/1"), ("POST", "/order/cart"), ("GET", "/cloud/project") })
        {
            (await Api.Error(403, method, path)).ShouldBe("This call has not been granted");
        }

        Api.Bearer = "at";
        await Api.Json("GET", "/cloud/project");
        Should.Throw<ArgumentException>(() => Host.Configure("""{"accessRules":["/me"]}"""));
    }

    [Fact]
    public async Task Tokens_are_issued_to_the_service_account()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "ci",
            ["client_secret"] = "cs",
            ["scope"] = "all",
        });
        var issued = (await Api.SendRaw("POST", "/auth/oauth2/token", form)).Json;

        issued.Text("token_type").ShouldBe("Bearer");
        issued.Long("expires_in").ShouldBe(3600);
        Api.Bearer = issued.Text("access_token");
        (await Api.Json("GET", "/auth/details")).Text("method").ShouldBe("oauth2");

        Clock.Advance(TimeSpan.FromHours(1));
        (await Api.Send("GET", "/me")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Tokens_can_be_revoked_and_the_static_one_stays()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" });
        using var request = new HttpRequestMessage(HttpMethod.Post, Host.BaseUri + "/auth/oauth2/token") { Content = form };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String("ci:cs"u8));
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);
        Api.Bearer = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Text("access_token");
        await Api.Json("GET", "/me");

        Host.Configure("""{"revokeTokens":true,"invalidTokenStatus":403}""");

        (await Api.Error(403, "GET", "/me")).ShouldBe("This credential is not valid");
        Api.Bearer = "at";
        await Api.Json("GET", "/me");
    }

    [Fact]
    public async Task A_wrong_client_secret_is_refused_as_OAuth2_does()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "ci",
            ["client_secret"] = "nope",
        });

        var reply = await Api.SendRaw("POST", "/auth/oauth2/token", form);

        reply.Status.ShouldBe(401);
        reply.Json.Text("error").ShouldBe("invalid_client");
    }
}
