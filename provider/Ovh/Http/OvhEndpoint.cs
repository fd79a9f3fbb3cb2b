using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>The three OVHcloud sites. They share nothing: accounts, carts, subsidiaries and plan codes differ.</summary>
internal enum Site
{
    /// <summary>An endpoint given by URL.</summary>
    Unknown,
    Eu,
    Ca,
    Us,
}

/// <param name="Name">As configured: a known name, or the URL.</param>
/// <param name="BaseUrl">With the version, without a slash at the end.</param>
/// <param name="TokenUrl">Where service accounts get tokens; null where they cannot.</param>
internal sealed record OvhEndpoint(string Name, string BaseUrl, Site Site, Uri? TokenUrl)
{
    private static readonly Uri EuToken = new("https://www.ovh.com/auth/oauth2/token");
    private static readonly Uri CaToken = new("https://ca.ovh.com/auth/oauth2/token");
    private static readonly Uri UsToken = new("https://us.ovhcloud.com/auth/oauth2/token");

    public static OvhEndpoint Default { get; } = new("ovh-eu", "https://eu.api.ovh.com/1.0", Site.Eu, EuToken);

    public static ImmutableArray<OvhEndpoint> Known { get; } =
    [
        Default,
        new("ovh-ca", "https://ca.api.ovh.com/1.0", Site.Ca, CaToken),
        new("ovh-us", "https://api.us.ovhcloud.com/1.0", Site.Us, UsToken),
        new("kimsufi-eu", "https://eu.api.kimsufi.com/1.0", Site.Eu, null),
        new("kimsufi-ca", "https://ca.api.kimsufi.com/1.0", Site.Ca, null),
        new("soyoustart-eu", "https://eu.api.soyoustart.com/1.0", Site.Eu, null),
        new("soyoustart-ca", "https://ca.api.soyoustart.com/1.0", Site.Ca, null),
    ];

    /// <summary>Other addresses of the same sites.</summary>
    private static ImmutableArray<OvhEndpoint> Aliases { get; } =
    [
        Default with { Name = "https://api.ovh.com/1.0", BaseUrl = "https://api.ovh.com/1.0" },
        OfOvhcloud("eu", Site.Eu),
        OfOvhcloud("ca", Site.Ca),
    ];

    /// <summary>A host of these that is not known here gives no tokens. A proxy or a simulator gives its own.</summary>
    private static readonly ImmutableArray<string> OwnDomains = ["ovh.com", "ovhcloud.com", "kimsufi.com", "soyoustart.com"];

    /// <summary>Version 2 of the same API; null where <see cref="BaseUrl"/> does not end in a version.</summary>
    public string? Version2Url =>
        BaseUrl[(BaseUrl.LastIndexOf('/') + 1)..] is var last and ("1.0" or "v1") ? BaseUrl[..^last.Length] + "v2" : null;

    /// <summary>The endpoint to recommend for a site.</summary>
    public static string NameOf(Site site) => Known.FirstOrDefault(e => e.Site == site, Default).Name;

    /// <summary>Reads a known name or a full URL; <paramref name="error"/> says what is wrong and what would be right.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out OvhEndpoint? endpoint, [NotNullWhen(false)] out string? error)
    {
        var name = text.Trim();
        endpoint = Known.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
        error = endpoint is not null ? null
            : !name.Contains("://", StringComparison.Ordinal)
                ? $"'{name}' is not a known endpoint. Use one of {string.Join(", ", Known.Select(e => e.Name))}, or a full URL"
            : !Uri.TryCreate(name, UriKind.Absolute, out var url) || url.Host.Length == 0
                ? $"'{name}' is not a valid URL"
            : url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0
                ? "an endpoint URL cannot have a user, a query or a fragment. Use a URL such as https://eu.api.ovh.com/1.0"
            : url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)
                ? $"'{name}' must begin with https:// (http:// is only for an endpoint on this machine, such as http://127.0.0.1:8080/1.0)"
            : IsVersion2(url)
                ? $"'{name}' is version 2 of OVHcloud's API, which cannot order. "
                    + $"Use version 1, such as {url.GetLeftPart(UriPartial.Authority)}/1.0"
            : IsOwn(url) && url.AbsolutePath.TrimEnd('/') is not ("/1.0" or "/v1")
                ? $"'{name}' is not the address of version 1 of OVHcloud's API. Use {AddressAt(url)}"
            : null;
        if (error is null)
        {
            endpoint ??= Custom(new Uri(name));
        }

        return endpoint is not null;
    }

    public override string ToString() => Name;

    private static OvhEndpoint Custom(Uri url)
    {
        var known = KnownAt(url);
        var baseUrl = url.AbsoluteUri.TrimEnd('/');
        return known is null
            ? new OvhEndpoint(baseUrl, baseUrl, Site.Unknown, IsOwn(url) ? null : new Uri(url, "/auth/oauth2/token"))
            : known with { BaseUrl = baseUrl };
    }

    private static OvhEndpoint OfOvhcloud(string region, Site site)
    {
        var url = $"https://api.{region}.ovhcloud.com/1.0";
        return new(url, url, site, new Uri($"https://auth.{region}.ovhcloud.com/oauth2/token"));
    }

    /// <summary>The right address at the same host, if that is the API's.</summary>
    private static string AddressAt(Uri url) => KnownAt(url) is null ? Default.BaseUrl : $"{url.GetLeftPart(UriPartial.Authority)}/1.0";

    private static OvhEndpoint? KnownAt(Uri url) => Known.Concat(Aliases).FirstOrDefault(e => new Uri(e.BaseUrl).Host == HostOf(url));

    private static bool IsOwn(Uri url) => OwnDomains.Any(domain => $".{HostOf(url)}".EndsWith($".{domain}", StringComparison.Ordinal));

    /// <summary>Without the dot that may end a full name.</summary>
    private static string HostOf(Uri url) => url.Host.TrimEnd('.');

    /// <summary>Told by the last part of the path, and at OVHcloud's own hosts by any.</summary>
    private static bool IsVersion2(Uri url)
    {
        var parts = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (IsOwn(url) ? parts : parts.TakeLast(1)).Any(part => part.Equals("v2", StringComparison.OrdinalIgnoreCase));
    }
}
