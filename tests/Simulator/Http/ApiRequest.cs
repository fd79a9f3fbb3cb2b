using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PulumiOvhOrder.Simulator.Http;

/// <summary>A request as it came over the wire, wholly read.</summary>
internal sealed record ApiRequest
{
    public const string TokenPath = "/auth/oauth2/token";

    private const string Version2Prefix = "/v2/";

    private const string SideDoorPrefix = "/_simulator";

    private static readonly string[] Prefixes = ["/1.0", "/v1"];

    public required string Method { get; init; }

    /// <summary>Path and query exactly as sent: the signature covers them.</summary>
    public required string Target { get; init; }

    /// <summary>Host and port as the client names them.</summary>
    public required string Host { get; init; }

    /// <summary>The API's own path, without the version prefix; null for a path outside the API.</summary>
    public required string? ApiPath { get; init; }

    /// <summary>Without the question mark.</summary>
    public required string Query { get; init; }

    public required IHeaderDictionary Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public string Path => ApiPath ?? RawPath;

    public bool IsSideDoor => RawPath.StartsWith(SideDoorPrefix, StringComparison.Ordinal);

    public string RawPath => Target.Split('?')[0];

    public static async Task<ApiRequest> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        // A proxy's client sends the whole URL as its target.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        target = Uri.TryCreate(target, UriKind.Absolute, out var absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? absolute.PathAndQuery
            : target;
        var parts = target.Split('?', 2);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellationToken);
        return new ApiRequest
        {
            Method = context.Request.Method.ToUpperInvariant(),
            Target = target,
            Host = context.Request.Headers.Host.ToString(),
            ApiPath = ToApiPath(parts[0]),
            Query = parts.Length > 1 ? parts[1] : "",
            Headers = context.Request.Headers,
            Body = body.ToArray(),
        };
    }

    /// <summary>A slash at the end makes no other path: OVHcloud's own command line asks for <c>/me/</c>.</summary>
    private static string? ToApiPath(string path)
    {
        var prefix = Array.Find(Prefixes, prefix => path == prefix || path.StartsWith(prefix + "/", StringComparison.Ordinal));

        // The token route is outside the API: real clients ask www.ovh.com for it. Version 2 has no route in common with version 1.
        return prefix is not null ? path[prefix.Length..].TrimEnd('/')
            : path == TokenPath || path.StartsWith(Version2Prefix, StringComparison.Ordinal) ? path
            : null;
    }
}
