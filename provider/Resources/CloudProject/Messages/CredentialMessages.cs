namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What has to be configured before anything can be ordered or read, or why that is not asked for yet.</summary>
internal static class CredentialMessages
{
    public static string Without(bool areNotKnownYet) => areNotKnownYet
        ? "credentials: not known yet. The provider's configuration depends on resources that are not created yet"
        : "credentials: none are configured. Set one of these: "
            + "an application key (ovh-order:applicationKey, applicationSecret and consumerKey), "
            + "a service account (ovh-order:clientId and clientSecret), or an access token (ovh-order:accessToken); "
            + "in the stack configuration, the environment (OVH_APPLICATION_KEY and so on) or ovh.conf";
}
