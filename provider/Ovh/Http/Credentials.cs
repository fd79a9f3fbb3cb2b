namespace PulumiOvhOrder.Ovh.Http;

/// <summary>How calls prove who makes them; the kinds are never mixed.</summary>
internal abstract record Credentials
{
    private Credentials()
    {
    }

    /// <summary>What no text may show.</summary>
    public IReadOnlyCollection<string> Secrets => this switch
    {
        ApplicationKey key => [key.Secret.Reveal(), key.ConsumerKey.Reveal()],
        OAuth2Client client => [client.ClientSecret.Reveal()],
        AccessToken token => [token.Token.Reveal()],
        _ => [],
    };

    /// <param name="AreNotKnownYet">There will be some, in the update.</param>
    public sealed record Anonymous(bool AreNotKnownYet = false) : Credentials;

    /// <summary>An application's key with the consumer key that a person granted it.</summary>
    public sealed record ApplicationKey(string Key, Secret Secret, Secret ConsumerKey) : Credentials;

    /// <summary>A service account.</summary>
    public sealed record OAuth2Client(string ClientId, Secret ClientSecret) : Credentials;

    /// <summary>A token that someone else got and refreshes.</summary>
    public sealed record AccessToken(Secret Token) : Credentials;
}
