using System.Globalization;
using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator.Auth;

/// <summary>Who calls, and may they? Credentials are judged wherever they are given, also on routes that need none.</summary>
internal static class Authenticator
{
    private const int ToleratedSeconds = 60;

    public static Caller? Authenticate(World world, ApiRequest request, Route route)
    {
        if (route.IgnoresCredentials)
        {
            return null;
        }

        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return Allowed(world, request, ByToken(world, authorization["Bearer ".Length..].Trim()));
        }

        var application = request.Headers["X-Ovh-Application"].ToString();
        if (application is not ("" or Credentials.ApplicationKey))
        {
            throw ApiException.Gateway(403, "Client::Forbidden", "INVALID_KEY", "This application key is invalid");
        }

        var consumer = request.Headers["X-Ovh-Consumer"].ToString();
        var signature = request.Headers["X-Ovh-Signature"].ToString();
        if (consumer.Length == 0 && signature.Length == 0)
        {
            return route.Anonymous ? null : throw ApiException.ForStatus(401);
        }

        CheckSigned(world, request, application, consumer, signature);
        return Allowed(world, request, Caller.ConsumerKey);
    }

    private static Caller ByToken(World world, string token)
    {
        if (token == Credentials.AccessToken)
        {
            return Caller.AccessToken;
        }

        return world.IssuedTokens.TryGetValue(token, out var end) && world.Now < end
            ? Caller.ServiceAccount
            : throw (world.Settings.InvalidTokenStatus == 401
                ? ApiException.Gateway(401, "Client::Unauthorized", "INVALID_CREDENTIAL", "This credential is not valid")
                : ApiException.Gateway(403, "Client::Forbidden", "INVALID_CREDENTIAL", "This credential is not valid"));
    }

    private static void CheckSigned(World world, ApiRequest request, string application, string consumer, string signature)
    {
        if (application.Length == 0)
        {
            throw ApiException.Gateway(403, "Client::Forbidden", "INVALID_KEY", "This application key is invalid");
        }

        if (world.PendingConsumerKeys.Contains(consumer))
        {
            throw ApiException.Gateway(403, "Client::Forbidden", "NOT_CREDENTIAL", "This credential is not valid");
        }

        if (consumer != Credentials.ConsumerKey)
        {
            throw ApiException.Gateway(403, "Client::Forbidden", "INVALID_CREDENTIAL", "This credential does not exist");
        }

        var timestamp = request.Headers["X-Ovh-Timestamp"].ToString();
        if (!Signature.IsValid(request, signature, timestamp))
        {
            throw ApiException.Gateway(400, "Client::BadRequest", "INVALID_SIGNATURE", "Invalid signature");
        }

        if (!long.TryParse(timestamp, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var sent)
            || Math.Abs(sent - ServerTime(world).ToUnixTimeSeconds()) > ToleratedSeconds)
        {
            throw ApiException.OldGateway(400, "QUERY_TIME_OUT", "Query out of time");
        }
    }

    public static bool IsDenied(World world, string method, string path) =>
        world.Settings.DeniedRoutes.Any(rule => Covers(rule, method, path));

    private static Caller Allowed(World world, ApiRequest request, Caller caller)
    {
        var path = request.Path is "" ? "/" : request.Path;
        var isDenied = IsDenied(world, request.Method, path);
        return isDenied && caller != Caller.ConsumerKey && IamRoutes.ActionOf(request) is { } action
                ? throw ApiException.Unauthorized(action)
            : isDenied || (caller == Caller.ConsumerKey && !world.Settings.AccessRules.Any(rule => Covers(rule, request.Method, path)))
                ? throw ApiException.Gateway(403, "Client::Forbidden", "NOT_GRANTED_CALL", "This call has not been granted")
            : caller;
    }

    private static bool Covers(string rule, string method, string path)
    {
        var (ruled, pattern) = rule.Split(' ', 2) is [var m, var p] ? (m, p) : ("*", rule);

        // As in OVHcloud's access rules, a last "*" covers everything below.
        return PathPattern.Matches(ruled, pattern.EndsWith("/*", StringComparison.Ordinal) ? pattern + "*" : pattern, method, path);
    }

    public static DateTimeOffset ServerTime(World world) => world.Now + world.Skew;
}
