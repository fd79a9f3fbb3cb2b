using System.Collections.Immutable;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// How long things live, and how long is waited between attempts: quick at first, polite later. Waits are measured from their beginning.
/// </summary>
internal static class PollingSchedule
{
    private static readonly TimeSpan QuickPhase = TimeSpan.FromMinutes(1);

    /// <summary>A cart that is never assigned cannot be found or deleted by anyone, so none is made to live longer.</summary>
    public static TimeSpan NewCartLife { get; } = TimeSpan.FromMinutes(59);

    public static TimeSpan QuoteCartLife { get; } = TimeSpan.FromMinutes(10);

    /// <summary>For a cart that is to stay pending.</summary>
    public static TimeSpan PendingCartLife { get; } = TimeSpan.FromDays(7);

    /// <summary>For a cart about to be checked out: as long as an interruption may last, it leads the next run to its order.</summary>
    public static TimeSpan CheckedOutCartLife { get; } = TimeSpan.FromDays(3);

    /// <summary>What OVHcloud gives a cart for which nothing is asked.</summary>
    public static TimeSpan UsualCartLife { get; } = TimeSpan.FromDays(1);

    /// <summary>How long a delivered project may stay hidden.</summary>
    public static TimeSpan ProjectGrace { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The project of a delivered order to which nothing has happened for longer is visible, or was ended.</summary>
    public static TimeSpan MaxDelivery { get; } = TimeSpan.FromDays(1);

    /// <summary>A cart that no run has touched for so long belongs to none that still runs.</summary>
    public static TimeSpan MaxRunInCart { get; } = TimeSpan.FromMinutes(30);

    /// <summary>A payment that was begun longer ago, and that nothing else shows, has failed.</summary>
    public static TimeSpan PaymentUnderWay { get; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the e-mail with a termination token is waited for; it may be slow.</summary>
    public static TimeSpan TerminationEmail { get; } = TimeSpan.FromMinutes(30);

    /// <summary>The token of an earlier request may have come late: it is as good, and is looked for this far back.</summary>
    public static TimeSpan EarlierTerminationEmail { get; } = TimeSpan.FromHours(1);

    /// <summary>After a token was refused.</summary>
    public static TimeSpan SecondTerminationEmail { get; } = TimeSpan.FromSeconds(20);

    /// <summary>How far this machine's clock and the API's may be apart, before the API's answers have told its own.</summary>
    public static TimeSpan ClockTolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>An interrupted run placed its order before this process began, by the API's clock.</summary>
    public static TimeSpan StartTolerance { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How far two times of the API may be apart from what they seem: both are given in whole seconds.</summary>
    public static TimeSpan MatchTolerance { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two looks at an order that is not delivered: it takes seconds at best, and minutes as a rule.</summary>
    public static TimeSpan DelayBeforeDeliveryCheck(TimeSpan waited) => TimeSpan.FromSeconds(waited >= QuickPhase ? 5 : 1);

    /// <summary>Between attempts at what may show in a moment: at most a second in the first minute, five seconds later.</summary>
    public static TimeSpan DelayBeforeAttempt(int attempt, TimeSpan waited) =>
        waited >= QuickPhase ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(Math.Min(1000, 100 << Math.Min(attempt, 4)));

    /// <summary>Before each look whether a call whose answer was lost was carried out.</summary>
    public static ImmutableArray<TimeSpan> DelaysBeforeCheckingOutcome { get; } =
        [.. new[] { 0, 200, 400, 800, 1600 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))];
}
