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
    [InlineData(false, true, 2.99, 4320)]
    [InlineData(false, true, 2, 4320)]
    [InlineData(false, false, 2, 4320)]
    [InlineData(true, false, 2, 10080)]
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
}
