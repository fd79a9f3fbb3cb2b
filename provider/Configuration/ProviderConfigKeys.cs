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
    string Name, ConfigType Type, string Description, string? Environment = null, string? FileKey = null, bool IsSecret = false,
    PropertyValue? Default = null)
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
        "The OVHcloud site: " + string.Join(", ", OvhEndpoint.Known.Select(e => $"`{e.Name}`"))
            + ", or a full URL (https, or http on this machine only).",
        "OVH_ENDPOINT",
        "endpoint",
        Default: PropertyValue.Of(OvhEndpoint.Default.Name));

    public static readonly ConfigKey ApplicationKey = new(
        "applicationKey", ConfigType.String, "The application's key.",
        "OVH_APPLICATION_KEY", "application_key");

    public static readonly ConfigKey ApplicationSecret = new(
        "applicationSecret", ConfigType.String, "The application's secret.",
        "OVH_APPLICATION_SECRET", "application_secret", IsSecret: true);

    public static readonly ConfigKey ConsumerKey = new(
        "consumerKey", ConfigType.String, "The consumer key that was granted to the application.",
        "OVH_CONSUMER_KEY", "consumer_key", IsSecret: true);

    public static readonly ConfigKey ClientId = new(
        "clientId", ConfigType.String, "The id of an OAuth2 service account.", "OVH_CLIENT_ID", "client_id");

    public static readonly ConfigKey ClientSecret = new(
        "clientSecret", ConfigType.String, "The secret of the OAuth2 service account.",
        "OVH_CLIENT_SECRET", "client_secret", IsSecret: true);

    public static readonly ConfigKey AccessToken = new(
        "accessToken", ConfigType.String, "An access token that was obtained elsewhere.",
        "OVH_ACCESS_TOKEN", "access_token", IsSecret: true);

    public static readonly ConfigKey OvhSubsidiary = new(
        "ovhSubsidiary",
        ConfigType.String,
        "The OVHcloud subsidiary that resources and functions order from, such as `FR`; without it, the account's own.",
        "OVH_SUBSIDIARY");

    public static readonly ConfigKey MaxRetries = new(
        "maxRetries",
        ConfigType.Integer,
        "How often a call that failed in passing is repeated. Calls that order or pay are never repeated on a guess.",
        Default: PropertyValue.Of((double)OvhSettings.DefaultMaxRetries));

    public static readonly ConfigKey RequestTimeout = new(
        "requestTimeout",
        ConfigType.Integer,
        "Seconds until an attempt of a call counts as lost.",
        Default: PropertyValue.Of(OvhSettings.DefaultRequestTimeout.TotalSeconds));

    public static readonly ConfigKey PreviewQuote = new(
        "previewQuote",
        ConfigType.Boolean,
        "Whether a preview asks OVHcloud for a quote, with a temporary cart.",
        Default: PropertyValue.Of(true));

    public static readonly ConfigKey Preflight = new(
        "preflight",
        ConfigType.Boolean,
        "Whether a preview looks for what would keep the order from succeeding: missing rights, eligibility, payment method.",
        Default: PropertyValue.Of(true));

    public static readonly ConfigKey AdoptEarlierOrders = new(
        "adoptEarlierOrders",
        ConfigType.Boolean,
        "Whether a create looks for the cart or order that an earlier, interrupted run may have left.",
        Default: PropertyValue.Of(true));

    public static ImmutableArray<ConfigKey> All { get; } =
    [
        Endpoint, ApplicationKey, ApplicationSecret, ConsumerKey, ClientId, ClientSecret, AccessToken, OvhSubsidiary,
        MaxRetries, RequestTimeout, PreviewQuote, Preflight, AdoptEarlierOrders,
    ];
}
