using PulumiOvhOrder.Simulator.Account;
using PulumiOvhOrder.Simulator.Http;

namespace PulumiOvhOrder.Simulator.Auth;

internal static class AuthRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/auth/time", true, call => Authenticator.ServerTime(call.World).ToUnixTimeSeconds()) { IgnoresCredentials = true },
        new("GET", "/auth/details", false, Details),
        new("GET", "/auth/currentCredential", false, CurrentCredential),
        new("POST", "/auth/credential", true, AskCredential),
        new("POST", "/auth/logout", false, _ => null),
    ];

    private static object Details(ApiCall call) => new
    {
        account = AccountRoutes.Nichandle,
        allowedRoutes = call.Caller == Caller.ConsumerKey ? Rules(call) : [],
        description = (string?)null,
        identities = new[] { Identity(call) },
        method = call.Caller == Caller.ServiceAccount ? "oauth2" : "account",
        roles = Array.Empty<string>(),
        user = (string?)null,
    };

    private static string Identity(ApiCall call)
    {
        var site = call.World.Site.ToString().ToLowerInvariant();
        return call.Caller == Caller.ServiceAccount
            ? $"urn:v1:{site}:identity:credential:{AccountRoutes.Nichandle}/oauth2-{Credentials.ClientId}"
            : $"urn:v1:{site}:identity:account:{AccountRoutes.Nichandle}";
    }

    private static object CurrentCredential(ApiCall call)
    {
        if (call.Caller != Caller.ConsumerKey)
        {
            throw ApiException.Gateway(403, "Client::Forbidden", "NOT_CREDENTIAL", "This credential is not valid");
        }

        return new
        {
            credentialId = 1000001L,
            applicationId = 2000001L,
            status = "validated",
            rules = Rules(call),
            creation = AccountRoutes.Since,
            expiration = (DateTimeOffset?)null,
            lastUse = call.Now,
            allowedIPs = (string[]?)null,
            ovhSupport = false,
        };
    }

    private static IEnumerable<object> Rules(ApiCall call) =>
        call.Settings.AccessRules.Select(rule => rule.Split(' ', 2)).Select(rule => new { method = rule[0], path = rule[1] });

    private static object AskCredential(ApiCall call)
    {
        if (call.Request.Headers["X-Ovh-Application"].ToString().Length == 0)
        {
            throw ApiException.Gateway(403, "Client::Forbidden", "INVALID_KEY", "This application key is invalid");
        }

        if (call.Property("accessRules") is null)
        {
            throw ApiCall.Missing("accessRules");
        }

        var consumerKey = $"pending{call.World.NextId("consumerKey")}";
        call.World.PendingConsumerKeys.Add(consumerKey);
        return new
        {
            consumerKey,
            state = "pendingValidation",
            validationUrl = $"https://www.ovh.com/auth/?credentialToken={consumerKey}",
        };
    }
}
