using System.Text.Json;
using PulumiOvhOrder.Simulator.Account;
using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator.Auth;

/// <summary>OVHcloud's access management, as far as orders need it: the published actions, and what the caller may do.</summary>
internal static class IamRoutes
{
    private const string Prefix = "account:apiovh:";

    private static readonly (string Action, string Method, string Path)[] Published =
    [
        ("order/cart/get", "GET", "/order/cart"),
        ("order/cart/delete", "DELETE", "/order/cart/*"),
        ("order/cart/assign", "POST", "/order/cart/*/assign"),
        ("order/cart/checkout/get", "GET", "/order/cart/*/checkout"),
        ("order/cart/checkout/create", "POST", "/order/cart/*/checkout"),
        ("me/get", "GET", "/me"),
        ("me/order/get", "GET", "/me/order"),
        ("me/order/get", "GET", "/me/order/*"),
        ("me/order/status/get", "GET", "/me/order/*/status"),
        ("me/order/details/get", "GET", "/me/order/*/details"),
        ("me/order/details/get", "GET", "/me/order/*/details/*"),
        ("me/order/pay", "POST", "/me/order/*/pay"),
        ("me/order/payWithRegisteredPaymentMean", "POST", "/me/order/*/payWithRegisteredPaymentMean"),
        ("me/payment/method/get", "GET", "/me/payment/method"),
        ("me/payment/method/get", "GET", "/me/payment/method/*"),
        ("me/notification/email/history/get", "GET", "/me/notification/email/history"),
        ("me/notification/email/history/get", "GET", "/me/notification/email/history/*"),
    ];

    public static IEnumerable<Route> All => [new("POST", "/v2/iam/authorization/check", false, Check)];

    /// <summary>Null where OVHcloud publishes no action for the call.</summary>
    public static string? ActionOf(ApiRequest request) => Published
        .Where(published => PathPattern.Matches(published.Method, published.Path, request.Method, request.Path))
        .Select(published => Prefix + published.Action)
        .FirstOrDefault();

    private static object Check(ApiCall call)
    {
        var actions = Texts(call, "actions");
        var account = $"urn:v1:{call.World.Site.ToString().ToLowerInvariant()}:resource:account:{AccountRoutes.Nichandle}";
        return Texts(call, "resourceURNs").Select(urn =>
        {
            var authorized = urn == account ? actions.Where(action => Allows(call, action)).ToArray() : [];
            return new { resourceURN = urn, authorizedActions = authorized, unauthorizedActions = actions.Except(authorized) };
        }).ToList();
    }

    private static bool Allows(ApiCall call, string action) => Published
        .Where(published => Prefix + published.Action == action)
        .All(published => !Authenticator.IsDenied(call.World, published.Method, published.Path));

    private static string[] Texts(ApiCall call, string name) => call.Property(name) is { ValueKind: JsonValueKind.Array } texts
        ? [.. texts.EnumerateArray().Select(text => text.ToString())]
        : throw ApiCall.Missing(name);
}
