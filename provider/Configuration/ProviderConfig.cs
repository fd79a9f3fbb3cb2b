using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Configuration;

/// <summary>The provider's configuration, from whatever sources it came.</summary>
/// <param name="OvhSubsidiary">Upper case; null leaves it to the resource, or to <c>GET /me</c>.</param>
internal sealed record ProviderConfig(
    OvhEndpoint Endpoint,
    Credentials Credentials,
    string? OvhSubsidiary,
    int MaxRetries,
    TimeSpan RequestTimeout,
    bool PreviewQuote,
    bool Preflight,
    bool AdoptEarlierOrders);
