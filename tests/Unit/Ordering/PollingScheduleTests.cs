using PulumiOvhOrder.Ordering;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class PollingScheduleTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void DelayBeforeAttempt_InTheFirstMinute_IsAtMostASecond()
    {
        var (waited, waits) = (TimeSpan.Zero, new List<TimeSpan>());
        for (var look = 0; waited < Minute; look++)
        {
            waits.Add(PollingSchedule.DelayBeforeAttempt(look, waited));
            waited += waits[^1];
        }

        waits.ShouldAllBe(w => w > TimeSpan.Zero && w <= TimeSpan.FromSeconds(1));
        waits.ShouldBeInOrder();
        waits[0].ShouldBe(TimeSpan.FromMilliseconds(100));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(70)]
    [InlineData(int.MaxValue)]
    public void DelayBeforeAttempt_AfterTheFirstMinute_IsFiveSeconds(int look) =>
        PollingSchedule.DelayBeforeAttempt(look, Minute).ShouldBe(TimeSpan.FromSeconds(5));

    [Fact]
    public void DelayBeforeAttempt_AfterManyLooks_DoesNotOverflow() =>
        PollingSchedule.DelayBeforeAttempt(int.MaxValue, TimeSpan.Zero).ShouldBe(TimeSpan.FromSeconds(1));

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 200)]
    [InlineData(3, 800)]
    [InlineData(4, 1000)]
    public void DelayBeforeAttempt_DoublesUpToASecond(int attempt, int milliseconds) =>
        PollingSchedule.DelayBeforeAttempt(attempt, Minute - TimeSpan.FromTicks(1)).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(59.9, 1)]
    [InlineData(60, 5)]
    [InlineData(6000, 5)]
    public void DelayBeforeDeliveryCheck_IsASecondInTheFirstMinuteAndFiveLater(double waited, int seconds) =>
        PollingSchedule.DelayBeforeDeliveryCheck(TimeSpan.FromSeconds(waited)).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void DelaysBeforeCheckingOutcome_BeginAtOnceAndEndAfterAFewSeconds()
    {
        PollingSchedule.DelaysBeforeCheckingOutcome[0].ShouldBe(TimeSpan.Zero);
        PollingSchedule.DelaysBeforeCheckingOutcome.Sum(d => d.TotalSeconds).ShouldBeInRange(1, 10);
    }

    [Fact]
    public void CartLives_LetAnInterruptedRunBeFoundAndAStrayOneBeForgotten()
    {
        PollingSchedule.NewCartLife.ShouldBeLessThan(TimeSpan.FromHours(1));
        PollingSchedule.QuoteCartLife.ShouldBeLessThan(PollingSchedule.NewCartLife);
        PollingSchedule.MaxRunInCart.ShouldBeLessThan(PollingSchedule.NewCartLife);
        PollingSchedule.CheckedOutCartLife.ShouldBe(TimeSpan.FromDays(3));
        PollingSchedule.PendingCartLife.ShouldBe(TimeSpan.FromDays(7));
    }
}
