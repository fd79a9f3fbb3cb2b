using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// When things happened to a cart, told by its expiry: it is made with one length of life, and asked to live on with another when its price
/// is confirmed, just before checkout. A guess: earlier than the truth where OVHcloud granted less life than it was asked for, later where
/// a longer life fits a shorter one that began later.
/// </summary>
internal static class CartTimes
{
    /// <summary>When the price of a cart that was checked out was confirmed.</summary>
    public static DateTimeOffset ConfirmedAt(Cart cart, DateTimeOffset now) =>
        Since(cart.Expire, now, PollingSchedule.CheckedOutCartLife, PollingSchedule.PendingCartLife);

    /// <summary>
    /// Since when the open cart of a state has been the resource's only one: when it was made, or its price was last confirmed. One that
    /// was asked to live on and has no price was perhaps not found to be the only one then. It was made less than a new cart's life before.
    /// </summary>
    public static DateTimeOffset OnlyOneSince(OrderFacts facts, DateTimeOffset now)
    {
        if (facts is { IsCartToStay: true, Quote: not null, CartExpirationDate: { } expires })
        {
            return expires - PollingSchedule.PendingCartLife;
        }

        var since = Since(
            facts.CartExpirationDate, now, PollingSchedule.NewCartLife, PollingSchedule.CheckedOutCartLife,
            PollingSchedule.PendingCartLife);
        var isNew = facts.CartExpirationDate - since <= PollingSchedule.NewCartLife;
        return isNew || facts.Quote is not null ? since : since - PollingSchedule.NewCartLife;
    }

    /// <summary>For how long an open cart that another run made was not touched, at least.</summary>
    /// <returns>Null where that cannot be told, because OVHcloud grants less life than it is asked for.</returns>
    public static TimeSpan? AgeOf(Cart cart, OrderRun run, DateTimeOffset now)
    {
        var left = cart.Expire - now;
        var granted = run.Facts.CartExpirationDate - now;
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
