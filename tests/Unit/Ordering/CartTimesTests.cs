using PulumiOvhOrder.Ordering;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What the expiry of a cart tells of its past.</summary>
public sealed class CartTimesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly Quote Priced = new(new QuotePrices("EUR", 12, 10, 2, 0), [], []);

    /// <summary>In its last days a pending cart looks like one that was about to be checked out, and later like a new one.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4.5)]
    [InlineData(6.99)]
    public void A_cart_that_was_to_stay_was_touched_seven_days_before_it_expires(double days)
    {
        var touched = Now - TimeSpan.FromDays(days);
        var facts = new OrderFacts
        {
            CartExpirationDate = touched + PollingSchedule.PendingCartLife,
            IsCartToStay = true,
            Quote = Priced,
        };

        CartTimes.OnlyOneSince(facts, Now).ShouldBe(touched);
    }

    [Theory]
    [InlineData(true, false, 0.01, 59)]
    [InlineData(false, false, 0.01, 59)]
    [InlineData(false, true, 0.01, 59)]
    [InlineData(false, true, 2, 4320)]
    public void Any_other_cart_was_touched_the_first_life_before_that_fits(bool isToStay, bool isPriced, double days, int lifeMinutes)
    {
        var touched = Now - TimeSpan.FromDays(days);
        var facts = new OrderFacts
        {
            CartExpirationDate = touched + TimeSpan.FromMinutes(lifeMinutes),
            IsCartToStay = isToStay,
            Quote = isPriced ? Priced : null,
        };

        CartTimes.OnlyOneSince(facts, Now).ShouldBe(touched);
    }

    /// <summary>It was asked to live on beside the look for others, and that look failed: others may have come since it was made.</summary>
    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 7)]
    public void A_cart_without_a_price_that_was_asked_to_live_on_is_the_only_one_since_it_was_made(bool isToStay, int days)
    {
        var extended = Now - TimeSpan.FromHours(2);
        var facts = new OrderFacts { CartExpirationDate = extended + TimeSpan.FromDays(days), IsCartToStay = isToStay };

        CartTimes.OnlyOneSince(facts, Now).ShouldBe(extended - PollingSchedule.NewCartLife);
    }
}
