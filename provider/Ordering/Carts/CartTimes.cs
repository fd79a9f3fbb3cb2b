using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// When things happened to a cart, told by its expiry: it is made with one length of life, and asked to live on with another when its price
/// is confirmed, just before checkout. Both count from when other runs were looked for. A guess: earlier than the truth where OVHcloud
/// granted less life than it was asked for, later where a longer life fits a shorter one that began later.
/// </summary>
internal static class CartTimes
{
    /// <summary>When the price of a cart that was checked out was confirmed.</summary>
    public static DateTimeOffset ConfirmedAt(Cart cart, DateTimeOffset now) =>
        Since(cart.Expire, now, PollingSchedule.CheckedOutCartLife, PollingSchedule.PendingCartLife);

    /// <summary>When a cart is to expire whose life counts from a timestamp: by the clock of the answers since then.</summary>
    public static DateTimeOffset Expiry(long since, TimeSpan life, TimeProvider time) =>
        time.GetUtcNow() - time.GetElapsedTime(since) + life;

    /// <summary>
    /// Since when the open cart of a state has been the resource's only one: when other runs were looked for before it was made, or before
    /// its price was last confirmed. Another run may have ordered since. The expiry is that of the state, see
    /// <see cref="OrderFacts.CartExpirationDate"/>.
    /// </summary>
    public static DateTimeOffset OnlyOneSince(OrderFacts facts, DateTimeOffset now) => facts switch
    {
        { Quote: null } => Since(
            facts.CartExpirationDate, now, PollingSchedule.NewCartLife, PollingSchedule.CheckedOutCartLife,
            PollingSchedule.PendingCartLife),
        { IsCartToStay: true, CartExpirationDate: { } expires } => expires - PollingSchedule.PendingCartLife,
        _ => Since(facts.CartExpirationDate, now, PollingSchedule.CheckedOutCartLife, PollingSchedule.PendingCartLife),
    };

    /// <summary>For how long an open cart that another run made was not touched, at least.</summary>
    /// <returns>Null where that cannot be told, because OVHcloud grants less life than it is asked for.</returns>
    public static TimeSpan? AgeOf(Cart cart, OrderRun run, DateTimeOffset now)
    {
        var left = cart.Expire - now;
        var granted = (run.Knowledge.GrantedExpiry ?? run.Facts.CartExpirationDate) - now;
        return left <= PollingSchedule.NewCartLife + PollingSchedule.ClockTolerance ? PollingSchedule.NewCartLife - left
            : !(granted > run.CartLife - PollingSchedule.ClockTolerance) ? null
            : left <= PollingSchedule.CheckedOutCartLife + PollingSchedule.ClockTolerance ? PollingSchedule.CheckedOutCartLife - left
            : PollingSchedule.PendingCartLife - left;
    }

    /// <summary>The first length of life that does not put it into the future.</summary>
    private static DateTimeOffset Since(DateTimeOffset? expires, DateTimeOffset now, params ReadOnlySpan<TimeSpan> lives)
    {
        var oldest = now - PollingSchedule.PendingCartLife;
        foreach (var life in lives)
        {
            if (expires - life is { } since && since <= now + PollingSchedule.MatchTolerance)
            {
                return since > oldest ? since : oldest;
            }
        }

        return oldest;
    }
}
