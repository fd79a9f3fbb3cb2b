using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>OVHcloud's signature of a call, version 1.</summary>
internal static class OvhSignature
{
    /// <param name="url">In full and as sent, query included.</param>
    /// <param name="body">The bytes as sent; empty for none.</param>
    [SuppressMessage("Security", "CA5350", Justification = "The API's signature is SHA-1.")]
    public static string Of(Credentials.ApplicationKey credentials, HttpMethod method, string url, ReadOnlySpan<byte> body, long timestamp)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.UTF8.GetBytes($"{credentials.Secret.Reveal()}+{credentials.ConsumerKey.Reveal()}+{method}+{url}+"));
        hash.AppendData(body);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"+{timestamp}")));
        return "$1$" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
