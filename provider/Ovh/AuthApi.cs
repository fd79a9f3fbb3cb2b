using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;
using static PulumiOvhOrder.Ovh.Route;

namespace PulumiOvhOrder.Ovh;

/// <summary>What the credentials are worth.</summary>
internal sealed class AuthApi(OvhTransport api)
{
    private static OvhJson Json => OvhJson.Default;

    /// <summary>Only for application keys.</summary>
    public Task<Credential> CurrentCredentialAsync(CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/auth/currentCredential"), Json.Credential, cancellationToken);
}
