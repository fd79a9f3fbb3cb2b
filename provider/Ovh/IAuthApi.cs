using PulumiOvhOrder.Ovh.Models;
using Refit;

namespace PulumiOvhOrder.Ovh;

/// <summary>What the credentials are worth.</summary>
internal interface IAuthApi
{
    /// <summary>Only for application keys.</summary>
    [Get("/auth/currentCredential")]
    Task<Credential> CurrentCredentialAsync(CancellationToken cancellationToken);
}
