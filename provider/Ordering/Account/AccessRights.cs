using System.Collections.Immutable;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>One access rule of a consumer key; a star stands for anything, slashes included.</summary>
internal sealed record AccessRight(string Method, string Path)
{
    public bool IsGrantedBy(AccessRule rule) =>
        (rule.Method is "*" || string.Equals(rule.Method, Method, StringComparison.OrdinalIgnoreCase)) && rule.Path is { } pattern
            && Covers(pattern, Path);

    /// <summary>The right's own stars are filled with something that only a star covers.</summary>
    private static bool Covers(string pattern, string path)
    {
        var parts = pattern.Split('*');
        var rest = path.AsSpan();
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            var at = i == 0 ? (rest.StartsWith(parts[0], StringComparison.Ordinal) ? 0 : -1)
                : isLast ? (rest.EndsWith(parts[i], StringComparison.Ordinal) ? rest.Length - parts[i].Length : -1)
                : rest.IndexOf(parts[i], StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + parts[i].Length)..];
        }

        return parts.Length > 1 || rest.IsEmpty;
    }
}

/// <summary>The rights that the provider's calls need, as they are entered when a consumer key is created.</summary>
internal static class AccessRights
{
    public static ImmutableArray<AccessRight> ToOrder { get; } =
    [
        new("GET", "/me"),
        new("GET", "/order/cart"), new("POST", "/order/cart"),
        new("GET", "/order/cart/*"), new("POST", "/order/cart/*"), new("PUT", "/order/cart/*"), new("DELETE", "/order/cart/*"),
        new("GET", "/cloud/order"),
        new("GET", "/me/order"), new("GET", "/me/order/*"),
        new("POST", "/me/order/*/pay"), new("POST", "/me/order/*/payWithRegisteredPaymentMean"),
        new("GET", "/me/payment/method"), new("GET", "/me/payment/method/*"),
        new("GET", "/cloud/project"), new("GET", "/cloud/project/*"), new("PUT", "/cloud/project/*"),
    ];

    /// <summary>Beyond ordering a project: previews, options that are added to it, credits, and the end of a project.</summary>
    public static ImmutableArray<AccessRight> Beyond { get; } =
    [
        new("GET", "/auth/currentCredential"),
        new("GET", "/cloud/eligibility"),
        new("GET", "/order/cartServiceOption/cloud/*"), new("POST", "/order/cartServiceOption/cloud/*"),
        new("POST", "/cloud/project/*/credit"),
        new("POST", "/cloud/project/*/terminate"), new("POST", "/cloud/project/*/confirmTermination"),
        new("GET", "/me/notification/email/history"), new("GET", "/me/notification/email/history/*"),
        new("DELETE", "/services/*"),
    ];
}

/// <summary>The actions that a service account's policy has to allow, as OVHcloud's IAM names them.</summary>
internal static class IamActions
{
    public const string GetAccount = "account:apiovh:me/get";
    public const string ListCarts = "account:apiovh:order/cart/get";
    public const string ListOrders = "account:apiovh:me/order/get";
    public const string ListPaymentMethods = "account:apiovh:me/payment/method/get";

    /// <summary>
    /// Of projects OVHcloud publishes no single actions, nor of an order's payment, follow-up and recorded configuration.
    /// </summary>
    public static ImmutableArray<string> All { get; } =
    [
        ListCarts, "account:apiovh:order/cart/delete", "account:apiovh:order/cart/assign",
        "account:apiovh:order/cart/checkout/get", "account:apiovh:order/cart/checkout/create",
        GetAccount, ListOrders, "account:apiovh:me/order/status/get", "account:apiovh:me/order/details/get",
        "account:apiovh:me/order/*",
        "account:apiovh:me/order/pay", "account:apiovh:me/order/payWithRegisteredPaymentMean",
        ListPaymentMethods, "account:apiovh:me/notification/email/history/get",
        "account:apiovh:cloud/*", "publicCloudProject:apiovh:*",
    ];
}
