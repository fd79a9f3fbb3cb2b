using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Ovh;

/// <param name="MaxRetries">Retries after the first attempt of a call; waiting for a rate limit has a budget of its own.</param>
/// <param name="RequestTimeout">For one attempt.</param>
internal sealed record OvhSettings(OvhEndpoint Endpoint, Credentials Credentials, int MaxRetries, TimeSpan RequestTimeout, string UserAgent)
{
    public const int DefaultMaxRetries = 4;

    public static TimeSpan DefaultRequestTimeout { get; } = TimeSpan.FromSeconds(60);
}
