using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using PulumiOvhOrder.Simulator.Http;

namespace PulumiOvhOrder.Simulator.Auth;

/// <summary>The OAuth2 token route: it is no part of the API, and its errors are OAuth2's.</summary>
internal static class TokenRoute
{
    public static IEnumerable<Route> All => [new("POST", ApiRequest.TokenPath, true, Issue) { IgnoresCredentials = true }];

    private static object Issue(ApiCall call)
    {
        var (world, request) = (call.World, call.Request);
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(request.Body.Span));
        var (id, secret) = BasicOf(request) ?? (Field("client_id"), Field("client_secret"));
        if (Field("grant_type") != "client_credentials")
        {
            throw Error(400, "unsupported_grant_type", "Only client_credentials is supported");
        }

        if (id != Credentials.ClientId || secret != Credentials.ClientSecret)
        {
            throw Error(401, "invalid_client", "Client authentication failed");
        }

        var token = "issued" + Guid.NewGuid().ToString("N");
        var lifetime = world.Settings.TokenLifetimeSeconds;
        world.IssuedTokens[token] = world.Now.AddSeconds(lifetime);
        return new { access_token = token, expires_in = lifetime, token_type = "Bearer", scope = "all" };

        string Field(string name) => form.GetValueOrDefault(name).ToString();
    }

    private static ApiException Error(int status, string error, string description) =>
        ApiException.With(status, new { error, error_description = description });

    private static (string Id, string Secret)? BasicOf(ApiRequest request)
    {
        const string Scheme = "Basic ";
        var authorization = request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var decoded = new byte[authorization.Length];
        return Convert.TryFromBase64String(authorization[Scheme.Length..].Trim(), decoded, out var length)
            && Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2) is [var id, var secret]
            ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret))
            : ("", "");
    }
}
