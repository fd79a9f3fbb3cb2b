namespace PulumiOvhOrder.Ordering;

/// <summary>How long is waited between looks: quick at first, polite later. Durations are measured from the beginning of the wait.</summary>
internal static class Waits
{
    private static readonly TimeSpan QuickEnd = TimeSpan.FromMinutes(1);

    /// <summary>A cart that is never assigned cannot be found or deleted by anyone, so none is made to live longer.</summary>
    public static TimeSpan NewCartLife { get; } = TimeSpan.FromMinutes(59);

    public static TimeSpan QuoteCartLife { get; } = TimeSpan.FromMinutes(10);

    /// <summary>For a pending cart, and for a cart about to be checked out: it leads an interrupted run to its order.</summary>
    public static TimeSpan KeptCartLife { get; } = TimeSpan.FromDays(7);

    /// <summary>What the API grants a cart unasked, less a margin.</summary>
    public static TimeSpan SurestCartLife { get; } = TimeSpan.FromHours(20);

    /// <summary>How long a delivered project may stay invisible.</summary>
    public static TimeSpan ProjectGrace { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The project of a delivered order that is older is visible, or was ended.</summary>
    public static TimeSpan LongDelivery { get; } = TimeSpan.FromDays(1);

    /// <summary>An order cannot be older than the cart it was made in.</summary>
    public static TimeSpan OldestCart { get; } = KeptCartLife + TimeSpan.FromDays(1);

    /// <summary>A cart that no run has touched for so long belongs to none that still runs.</summary>
    public static TimeSpan LongestRunInCart { get; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the e-mail with a termination token is waited for; it may be slow.</summary>
    public static TimeSpan TerminationMail { get; } = TimeSpan.FromMinutes(30);

    /// <summary>After a token was refused.</summary>
    public static TimeSpan SecondTerminationMail { get; } = TimeSpan.FromSeconds(20);

    /// <summary>How far this machine's clock and the API's may be apart.</summary>
    public static TimeSpan ClockTolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Between looks at an order that is not delivered: at most a second in the first minute, five seconds later.</summary>
    public static TimeSpan BetweenLooks(int look, TimeSpan waited) =>
        waited >= QuickEnd ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(Math.Min(1000, 100 << Math.Min(look, 4)));

    /// <summary>Before looking whether a call whose answer was lost was carried out; null when it was looked often enough.</summary>
    public static TimeSpan? BeforeLookingAgain(int look) => look < 5 ? TimeSpan.FromMilliseconds(100 << look) : null;
}
