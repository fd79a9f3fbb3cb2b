using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// When things happened to a cart, told by its expiry: it is made with one length of life, and asked to live on with another when its price
/// is confirmed, just before checkout. Earlier than the truth where OVHcloud granted less life than it was asked for.
/// </summary>
internal static class CartTimes
{
    /// <summary>When the price of a cart that was checked out was confirmed.</summary>
    public static DateTimeOffset ConfirmedAt(Cart cart, DateTimeOffset now) =>
        Since(cart.Expire, now, PollingSchedule.CheckedOutCartLife, PollingSchedule.PendingCartLife);

    /// <summary>When an open cart was made, or its price was last confirmed.</summary>
    public static DateTimeOffset TouchedAt(DateTimeOffset? expires, DateTimeOffset now) =>
        Since(expires, now, PollingSchedule.NewCartLife, PollingSchedule.CheckedOutCartLife, PollingSchedule.PendingCartLife);

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
