using System.Text.Json.Serialization;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>The answer of the token route.</summary>
internal sealed record OAuthToken
{
    [JsonPropertyName("access_token")]
    public required Secret AccessToken { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public long? ExpiresIn { get; init; }
}
