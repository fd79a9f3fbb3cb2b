using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Configuration;

internal enum ConfigType
{
    String,
    Integer,
    Boolean,
}

/// <param name="Environment">The variable that may hold it; null for none.</param>
/// <param name="FileKey">Its name in ovh.conf; null when it is not read from there.</param>
internal sealed record ConfigKey(
    string Name, ConfigType Type, string Description,
    string? Environment = null, string? FileKey = null, bool IsSecret = false, PropertyValue? Default = null)
{
    /// <summary>As <c>pulumi config set</c> wants it.</summary>
    public string QualifiedName => $"ovh-order:{Name}";

    public override string ToString() => Name;
}

/// <summary>The one table of configuration keys: reader, schema and messages take names from here.</summary>
internal static class ProviderConfigKeys
{
    public static readonly ConfigKey Endpoint = new(
        "endpoint",
        ConfigType.String,
        "The OVHcloud API endpoint: " + string.Join(", ", OvhEndpoint.Known.Select(e => $"`{e.Name}`"))
            + ", or the URL of version 1 of the API (https; http only on this machine).",
        "OVH_ENDPOINT",
        "endpoint",
        Default: PropertyValue.Of(OvhEndpoint.Default.Name));

    public static readonly ConfigKey ApplicationKey = new(
        "applicationKey", ConfigType.String, "The application key.",
        "OVH_APPLICATION_KEY", "application_key");

    public static readonly ConfigKey ApplicationSecret = new(
        "applicationSecret", ConfigType.String, "The application secret.",
        "OVH_APPLICATION_SECRET", "application_secret", IsSecret: true);

    public static readonly ConfigKey ConsumerKey = new(
        "consumerKey", ConfigType.String, "The consumer key of the application.",
        "OVH_CONSUMER_KEY", "consumer_key", IsSecret: true);

    public static readonly ConfigKey ClientId = new(
        "clientId", ConfigType.String, "The client id of an OAuth2 service account.", "OVH_CLIENT_ID", "client_id");

    public static readonly ConfigKey ClientSecret = new(
        "clientSecret", ConfigType.String, "The client secret of the OAuth2 service account.",
        "OVH_CLIENT_SECRET", "client_secret", IsSecret: true);

    public static readonly ConfigKey AccessToken = new(
        "accessToken", ConfigType.String, "An access token that you obtained elsewhere. It is not renewed.",
        "OVH_ACCESS_TOKEN", "access_token", IsSecret: true);

    public static readonly ConfigKey OvhSubsidiary = new(
        "ovhSubsidiary",
        ConfigType.String,
        "The OVHcloud subsidiary to order from, such as `FR`. A resource's own `ovhSubsidiary` takes precedence. "
            + "Defaults to the account's own subsidiary.",
        "OVH_SUBSIDIARY");

    public static readonly ConfigKey MaxRetries = new(
        "maxRetries",
        ConfigType.Integer,
        "How many times a request is retried after a transient failure. "
            + "A request that orders or pays is not retried unless it certainly had no effect.",
        Default: PropertyValue.Of((double)OvhSettings.DefaultMaxRetries));

    public static readonly ConfigKey RequestTimeout = new(
        "requestTimeout",
        ConfigType.Integer,
        "Timeout of one request, in seconds. A request that must not be sent twice, such as one that orders or pays, waits at least "
            + "60 seconds.",
        Default: PropertyValue.Of(OvhSettings.DefaultRequestTimeout.TotalSeconds));

    public static readonly ConfigKey PreviewQuote = new(
        "previewQuote",
        ConfigType.Boolean,
        "Whether a preview asks OVHcloud for the price. It uses a temporary cart.",
        Default: PropertyValue.Of(true));

    public static readonly ConfigKey Preflight = new(
        "preflight",
        ConfigType.Boolean,
        "Whether a preview checks what the order needs: the rights of the credentials, the account's eligibility and its payment method.",
        Default: PropertyValue.Of(true));

    public static readonly ConfigKey AdoptEarlierOrders = new(
        "adoptEarlierOrders",
        ConfigType.Boolean,
        "Whether a create looks for a cart or an order that an interrupted run of the same resource left, and adopts it.",
        Default: PropertyValue.Of(true));

    public static ImmutableArray<ConfigKey> All { get; } =
    [
        Endpoint, ApplicationKey, ApplicationSecret, ConsumerKey, ClientId, ClientSecret, AccessToken, OvhSubsidiary,
        MaxRetries, RequestTimeout, PreviewQuote, Preflight, AdoptEarlierOrders,
    ];
}
