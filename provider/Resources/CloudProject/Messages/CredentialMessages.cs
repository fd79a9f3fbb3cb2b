namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What has to be configured before anything can be ordered.</summary>
internal static class CredentialMessages
{
    /// <param name="areNotKnownYet">There will be credentials, in the update.</param>
    public static string Missing(bool areNotKnownYet) => areNotKnownYet
        ? "the credentials are not known yet: the provider's configuration depends on resources that are not created yet"
        : "no credentials are configured, so this can be previewed but not ordered. Set one of these: "
            + "ovh-order:applicationKey with applicationSecret and consumerKey; ovh-order:clientId with clientSecret; or ovh-order:accessToken. "
            + "The environment (OVH_APPLICATION_KEY and so on) or ovh.conf can have them too";
}
