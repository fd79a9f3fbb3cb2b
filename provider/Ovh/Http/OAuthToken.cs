using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>The answer of the token route.</summary>
internal sealed record OAuthToken
{
    private const int MaxLength = 16 * 1024;

    [JsonPropertyName("access_token")]
    public required Secret AccessToken
    {
        get;
        init => field = IsHeaderValue(value.Reveal())
            ? value
            : throw new UnexpectedValueException("the access token is not valid in a header");
    }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public decimal? ExpiresIn { get; init; }

    private static bool IsHeaderValue(string text) => text.Length is > 0 and <= MaxLength && text.All(c => c is > ' ' and <= '~');
}
