namespace PulumiOvhOrder.Simulator.Auth;

/// <summary>With what a call was authenticated.</summary>
internal enum Caller
{
    ConsumerKey,
    ServiceAccount,
    AccessToken,
}
