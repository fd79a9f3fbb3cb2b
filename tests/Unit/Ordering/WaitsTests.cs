using PulumiOvhOrder.Ordering;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class WaitsTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void BetweenLooks_InTheFirstMinute_IsAtMostASecond()
    {
        var (waited, waits) = (TimeSpan.Zero, new List<TimeSpan>());
        for (var look = 0; waited < Minute; look++)
        {
            waits.Add(Waits.BetweenLooks(look, waited));
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
    public void BetweenLooks_AfterTheFirstMinute_IsFiveSeconds(int look) => Waits.BetweenLooks(look, Minute).ShouldBe(TimeSpan.FromSeconds(5));

    [Fact]
    public void BetweenLooks_AfterManyLooks_DoesNotOverflow() =>
        Waits.BetweenLooks(int.MaxValue, TimeSpan.Zero).ShouldBe(TimeSpan.FromSeconds(1));

    [Fact]
    public void BeforeLookingAgain_EndsAfterAFewSeconds()
    {
        var waits = Enumerable.Range(0, 10).Select(Waits.BeforeLookingAgain).ToList();

        waits.TakeWhile(w => w is not null).Sum(w => w!.Value.TotalSeconds).ShouldBeInRange(1, 10);
        waits[^1].ShouldBeNull();
    }

    [Fact]
    public void CartLives_LetAnInterruptedRunBeFoundAndAStrayOneBeForgotten()
    {
        Waits.NewCartLife.ShouldBeLessThan(TimeSpan.FromHours(1));
        Waits.QuoteCartLife.ShouldBeLessThan(Waits.NewCartLife);
        Waits.OldestCart.ShouldBeGreaterThan(Waits.KeptCartLife);
        Waits.LongestRunInCart.ShouldBeLessThan(Waits.NewCartLife);
    }
}
