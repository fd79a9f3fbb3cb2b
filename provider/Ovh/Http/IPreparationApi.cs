using Refit;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>What a call is prepared with. Neither of these is signed, and each is repeated with the call that needs it.</summary>
internal interface IPreparationApi
{
    [Get("/auth/time")]
    Task<ApiTime> TimeAsync(CancellationToken cancellationToken);

    /// <summary>Not under the API's version: <see cref="OvhEndpoint.TokenUrl"/>.</summary>
    [Post("/auth/oauth2/token")]
    Task<OAuthToken> TokenAsync([Body] FormUrlEncodedContent client, CancellationToken cancellationToken);
}
