using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using PulumiOvhOrder.Simulator.Http;

namespace PulumiOvhOrder.Simulator.Auth;

internal static class Signature
{
    /// <summary>"$1$" and a SHA-1, as OVHcloud's own scheme prescribes.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The scheme is OVHcloud's, not ours to choose.")]
    public static string Compute(
        string applicationSecret, string consumerKey, string method, string url, ReadOnlySpan<byte> body, string timestamp)
    {
        byte[] signed =
        [
            .. Encoding.UTF8.GetBytes($"{applicationSecret}+{consumerKey}+{method}+{url}+"),
            .. body,
            .. Encoding.UTF8.GetBytes($"+{timestamp}"),
        ];
        return "$1$" + Convert.ToHexStringLower(SHA1.HashData(signed));
    }

    public static bool IsValid(ApiRequest request, string signature, string timestamp) =>
        Urls(request).Any(url => signature == Compute(
            Credentials.ApplicationSecret, Credentials.ConsumerKey, request.Method, url, request.Body.Span, timestamp));

    /// <summary>
    /// The URL as the client may have written it. OVHcloud's Node client always signs "https" and never a port,
    /// also where it was given another one, so scheme and port are the client's choice; the rest must be exact.
    /// </summary>
    private static IEnumerable<string> Urls(ApiRequest request) =>
        from scheme in new[] { "http", "https" }
        from host in new[] { request.Host, request.Host.Split(':')[0] }
        select $"{scheme}://{host}{request.Target}";
}
