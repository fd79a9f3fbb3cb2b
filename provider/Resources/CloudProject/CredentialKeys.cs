using System.Collections.Immutable;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What has to be configured before anything can be ordered.</summary>
internal static class CredentialKeys
{
    public const string Alternatives =
        "no credentials are configured, so this can be previewed but not ordered. Set one of these: ovh-order:applicationKey with applicationSecret and consumerKey; "
        + "ovh-order:clientId with clientSecret; or ovh-order:accessToken";

    public static ImmutableArray<MissingKey> Missing { get; } =
    [
        new MissingKey("ovh-order:applicationKey", "with applicationSecret and consumerKey: an application key of the OVHcloud API (environment: OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET, OVH_CONSUMER_KEY; or ovh.conf)"),
        new MissingKey("ovh-order:clientId", "or, with clientSecret: a service account (environment: OVH_CLIENT_ID, OVH_CLIENT_SECRET; or ovh.conf)"),
        new MissingKey("ovh-order:accessToken", "or: an access token (environment: OVH_ACCESS_TOKEN; or ovh.conf)"),
    ];
}
