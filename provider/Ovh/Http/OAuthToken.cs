using System.Text.Json.Serialization;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>The answer of the token route.</summary>
internal sealed record OAuthToken
{
    [JsonPropertyName("access_token")]
    public required Secret AccessToken
    {
        get;
        init => field = value.IsHeaderValue
            ? value
            : throw new UnexpectedValueException("the access token is not valid in a header");
    }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public decimal? ExpiresIn { get; init; }
}
