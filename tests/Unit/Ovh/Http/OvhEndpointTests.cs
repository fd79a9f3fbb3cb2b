using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class OvhEndpointTests
{
    [Theory]
    [InlineData("ovh-eu", "https://eu.api.ovh.com/1.0", nameof(Site.Eu))]
    [InlineData(" OVH-CA ", "https://ca.api.ovh.com/1.0", nameof(Site.Ca))]
    [InlineData("ovh-us", "https://api.us.ovhcloud.com/1.0", nameof(Site.Us))]
    [InlineData("kimsufi-eu", "https://eu.api.kimsufi.com/1.0", nameof(Site.Eu))]
    [InlineData("kimsufi-ca", "https://ca.api.kimsufi.com/1.0", nameof(Site.Ca))]
    [InlineData("soyoustart-eu", "https://eu.api.soyoustart.com/1.0", nameof(Site.Eu))]
    [InlineData("soyoustart-ca", "https://ca.api.soyoustart.com/1.0", nameof(Site.Ca))]
    [InlineData("https://eu.api.ovh.com/v1", "https://eu.api.ovh.com/v1", nameof(Site.Eu))]
    [InlineData("https://proxy.example/ovh/1.0/", "https://proxy.example/ovh/1.0", nameof(Site.Unknown))]
    [InlineData("http://127.0.0.1:8080/1.0", "http://127.0.0.1:8080/1.0", nameof(Site.Unknown))]
    [InlineData("http://localhost:8080/1.0//", "http://localhost:8080/1.0", nameof(Site.Unknown))]
    [InlineData("http://[::1]:8080", "http://[::1]:8080", nameof(Site.Unknown))]
    public void TryParse_NameOrUrl_Reads(string text, string baseUrl, string site)
    {
        OvhEndpoint.TryParse(text, out var endpoint, out var error).ShouldBeTrue();

        error.ShouldBeNull();
        endpoint.BaseUrl.ShouldBe(baseUrl);
        endpoint.Site.ToString().ShouldBe(site);
    }

    [Theory]
    [InlineData("ovh-uk",
        "'ovh-uk' is not a known endpoint. Use one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, soyoustart-eu, soyoustart-ca, or a "
            + "full URL")]
    [InlineData("http://eu.api.ovh.com/1.0",
        "'http://eu.api.ovh.com/1.0' must begin with https:// (http:// is only for an endpoint on this machine, such as "
            + "http://127.0.0.1:8080/1.0)")]
    [InlineData("ftp://localhost/",
        "'ftp://localhost/' must begin with https:// (http:// is only for an endpoint on this machine, such as http://127.0.0.1:8080/1.0)")]
    [InlineData("https://", "'https://' is not a valid URL")]
    [InlineData("https://user:hidden@x/1.0",
        "an endpoint URL cannot have a user, a query or a fragment. Use a URL such as https://eu.api.ovh.com/1.0")]
    [InlineData("https://x/1.0?a=b",
        "an endpoint URL cannot have a user, a query or a fragment. Use a URL such as https://eu.api.ovh.com/1.0")]
    [InlineData("https://x/1.0#a",
        "an endpoint URL cannot have a user, a query or a fragment. Use a URL such as https://eu.api.ovh.com/1.0")]
    [InlineData("file:///1.0", "'file:///1.0' is not a valid URL")]
    public void TryParse_AnythingElse_SaysWhatWouldBeRight(string text, string message)
    {
        OvhEndpoint.TryParse(text, out _, out var error).ShouldBeFalse();

        error.ShouldBe(message);
    }

    [Theory]
    [InlineData(nameof(Site.Eu), "ovh-eu")]
    [InlineData(nameof(Site.Ca), "ovh-ca")]
    [InlineData(nameof(Site.Us), "ovh-us")]
    [InlineData(nameof(Site.Unknown), "ovh-eu")]
    public void A_site_has_an_endpoint_to_recommend(string site, string name) =>
        OvhEndpoint.NameOf(Enum.Parse<Site>(site)).ShouldBe(name);

    [Theory]
    [InlineData("https://proxy.example/v2/ovh/1.0", "https://proxy.example/v2/ovh/1.0")]
    [InlineData("https://notovh.com/v2/1.0", "https://notovh.com/v2/1.0")]
    [InlineData("https://proxy.example/v20", "https://proxy.example/v20")]
    public void A_path_of_another_host_may_have_any_part_but_the_last(string endpoint, string baseUrl)
    {
        OvhEndpoint.TryParse(endpoint, out var parsed, out var error).ShouldBeTrue();

        (parsed.BaseUrl, $"{parsed}", error).ShouldBe((baseUrl, endpoint, null));
    }

    [Theory]
    [InlineData("ovh-eu", "https://www.ovh.com/auth/oauth2/token", nameof(Site.Eu))]
    [InlineData("https://api.ovh.com/1.0", "https://www.ovh.com/auth/oauth2/token", nameof(Site.Eu))]
    [InlineData("https://eu.api.ovh.com/v1", "https://www.ovh.com/auth/oauth2/token", nameof(Site.Eu))]
    [InlineData("https://ca.api.ovh.com:443/1.0", "https://ca.ovh.com/auth/oauth2/token", nameof(Site.Ca))]
    [InlineData("https://api.eu.ovhcloud.com/1.0", "https://auth.eu.ovhcloud.com/oauth2/token", nameof(Site.Eu))]
    [InlineData("https://API.CA.OVHCloud.com./v1/", "https://auth.ca.ovhcloud.com/oauth2/token", nameof(Site.Ca))]
    [InlineData("https://api.us.ovhcloud.com/1.0", "https://us.ovhcloud.com/auth/oauth2/token", nameof(Site.Us))]
    [InlineData("https://eu.api.kimsufi.com/1.0", null, nameof(Site.Eu))]
    [InlineData("https://api.apac.ovhcloud.com/1.0", null, nameof(Site.Unknown))]
    [InlineData("https://api.apac.kimsufi.com/1.0", null, nameof(Site.Unknown))]
    [InlineData("https://api.apac.soyoustart.com/1.0", null, nameof(Site.Unknown))]
    [InlineData("https://proxy.example/1.0", "https://proxy.example/auth/oauth2/token", nameof(Site.Unknown))]
    [InlineData("https://ovhcloud.com.example/1.0", "https://ovhcloud.com.example/auth/oauth2/token", nameof(Site.Unknown))]
    public void Tokens_come_from_the_sites_token_host_and_never_from_an_API_of_OVHclouds_own(string endpoint, string? token, string site)
    {
        OvhEndpoint.TryParse(endpoint, out var parsed, out _).ShouldBeTrue();

        parsed.TokenUrl?.AbsoluteUri.ShouldBe(token);
        (parsed.TokenUrl is null).ShouldBe(token is null);
        parsed.Site.ToString().ShouldBe(site);
    }

    [Theory]
    [InlineData("https://eu.api.ovh.com", "https://eu.api.ovh.com/1.0")]
    [InlineData("https://api.ca.ovhcloud.com/", "https://api.ca.ovhcloud.com/1.0")]
    [InlineData("https://eu.api.ovh.com/createToken/", "https://eu.api.ovh.com/1.0")]
    [InlineData("https://eu.api.ovh.com/console", "https://eu.api.ovh.com/1.0")]
    [InlineData("https://ca.api.ovh.com/1.0/me", "https://ca.api.ovh.com/1.0")]
    [InlineData("https://www.ovh.com/manager", "https://eu.api.ovh.com/1.0")]
    public void An_address_of_OVHcloud_that_is_not_version_1_is_refused_with_the_right_one(string endpoint, string expected)
    {
        OvhEndpoint.TryParse(endpoint, out _, out var error).ShouldBeFalse();

        error.ShouldBe($"'{endpoint}' is not the address of version 1 of OVHcloud's API. Use {expected}");
    }

    [Theory]
    [InlineData("https://eu.api.ovh.com/v2", "https://eu.api.ovh.com/1.0")]
    [InlineData("https://api.ca.ovhcloud.com/V2/", "https://api.ca.ovhcloud.com/1.0")]
    [InlineData("https://eu.api.ovh.com/v2/iam", "https://eu.api.ovh.com/1.0")]
    [InlineData("http://127.0.0.1:8080/v2", "http://127.0.0.1:8080/1.0")]
    public void Version_2_of_the_API_is_refused_with_the_reason(string endpoint, string expected)
    {
        OvhEndpoint.TryParse(endpoint, out _, out var error).ShouldBeFalse();

        error.ShouldBe($"'{endpoint}' is version 2 of OVHcloud's API, which cannot order. Use version 1, such as {expected}");
    }

    [Theory]
    [InlineData("ovh-eu", "FR", null)]
    [InlineData("ovh-ca", "we", null)]
    [InlineData("http://127.0.0.1/1.0", "US", null)]
    [InlineData("ovh-eu", "ZZ", null)]
    [InlineData("ovh-us", "fr", "subsidiary FR is served by endpoint ovh-eu. This is endpoint ovh-us, which serves US")]
    public void Mismatch_OfEndpointAndSubsidiary_IsToldOnlyWhenCertain(string endpoint, string subsidiary, string? message)
    {
        OvhEndpoint.TryParse(endpoint, out var parsed, out _).ShouldBeTrue();

        Subsidiaries.Problem(parsed, subsidiary).ShouldBe(message);
    }
}
