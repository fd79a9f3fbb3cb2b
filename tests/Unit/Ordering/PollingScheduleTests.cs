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
