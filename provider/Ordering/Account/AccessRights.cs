using System.Collections.Immutable;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>One access rule of a consumer key; a star stands for anything, slashes included.</summary>
internal sealed record AccessRight(string Method, string Path)
{
    public bool IsGrantedBy(AccessRule rule) =>
        (rule.Method is "*" || string.Equals(rule.Method, Method, StringComparison.OrdinalIgnoreCase)) && rule.Path is { } pattern
            && Covers(pattern, Path);

    /// <summary>A star in the path is covered by a star of the pattern only.</summary>
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

/// <summary>Rights as they are entered when a consumer key is created; docs/installation-configuration.md has all of them.</summary>
internal static class AccessRights
{
    /// <summary>What ordering, paying, reading and renaming a project needs.</summary>
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
}

/// <summary>The same rights in the words of OVHcloud's IAM, as far as they are published.</summary>
internal static class IamActions
{
    public const string GetAccount = "account:apiovh:me/get";
    public const string ListCarts = "account:apiovh:order/cart/get";
    public const string ListOrders = "account:apiovh:me/order/get";
    public const string ListPaymentMethods = "account:apiovh:me/payment/method/get";

    /// <summary>What ordering, paying and reading a project needs.</summary>
    public static ImmutableArray<string> ToOrder { get; } =
    [
        GetAccount,
        ListCarts, "account:apiovh:order/cart/delete", "account:apiovh:order/cart/assign",
        "account:apiovh:order/cart/checkout/get", "account:apiovh:order/cart/checkout/create",
        ListOrders, "account:apiovh:me/order/status/get", "account:apiovh:me/order/details/get",
        "account:apiovh:me/order/pay", "account:apiovh:me/order/payWithRegisteredPaymentMean",
        ListPaymentMethods,
    ];
}
