namespace PulumiOvhOrder.Simulator.Auth;

/// <summary>What the simulator accepts; none of it opens anything.</summary>
internal static class Credentials
{
    public const string ApplicationKey = "ak";
    public const string ApplicationSecret = "as";
    public const string ConsumerKey = "ck";
    public const string ClientId = "ci";
    public const string ClientSecret = "cs";
    public const string AccessToken = "at";
}
