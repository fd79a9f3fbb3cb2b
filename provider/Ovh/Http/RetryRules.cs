namespace PulumiOvhOrder.Ovh.Http;

internal enum RetryVerdict
{
    /// <summary>The failure is the call's answer.</summary>
    Stop,

    /// <summary>Again after a pause of its own, within the retries that are configured.</summary>
    Retry,

    /// <summary>Again when the rate limit allows, together with everyone else on this client.</summary>
    Throttle,
}

/// <summary>Which failures are worth another attempt: what must happen once is never repeated on a guess.</summary>
internal static class RetryRules
{
    private const string NotActiveYet = "subscription is not active yet";

    public static RetryVerdict Judge(Repeatability repeatability, OvhApiException failure) => failure switch
    {
        { Status: 429 } => RetryVerdict.Throttle,
        { Outcome: CallOutcome.NotProcessed } when IsPassing(failure) => RetryVerdict.Retry,
        _ when repeatability == Repeatability.Once => RetryVerdict.Stop,
        _ when IsPassing(failure) || IsNotActiveYet(failure) => RetryVerdict.Retry,
        _ => RetryVerdict.Stop,
    };

    /// <summary>The first calls to a service after its delivery; OVHcloud's own back office needs about half a minute.</summary>
    public static bool IsNotActiveYet(OvhApiException failure) =>
        failure.Status == 400 && failure.Message.Contains(NotActiveYet, StringComparison.OrdinalIgnoreCase);

    /// <summary>No answer, a timeout, a server's trouble, or a success that cannot be read.</summary>
    private static bool IsPassing(OvhApiException failure) => failure.Status is null or 408 or 499 or >= 500 or (>= 200 and < 300);
}
