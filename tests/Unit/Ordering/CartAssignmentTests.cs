using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class CartAssignmentTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ASingleOrderAfterTheConfirmation_IsTheCarts() => Determined([Cart("a", 0)], [Order(1, 2)], "a").ShouldBe(1);

    [Fact]
    public void AnOlderOrder_IsNotTheCarts() => Assign([Cart("a", 0)], [Order(1, -60)], "a").ShouldBeEmpty();

    [Fact]
    public void AnOrderWhoseDateIsNotKnown_MayBeTheCarts() =>
        Assign([Cart("a", 0)], [new OrderCandidate(new OrderId(1), null)], "a").ShouldBe([1]);

    /// <summary>OVHcloud may grant less life than it is asked for: then the cart seems older than it is.</summary>
    [Fact]
    public void AnOrderOfMuchLater_IsTheCartsWhereNoOtherCanHaveBecomeIt()
    {
        Determined([Cart("a", 0)], [Order(1, 7200)], "a").ShouldBe(1);
        Determined([Cart("a", 0)], [new OrderCandidate(new OrderId(1), null)], "a").ShouldBe(1);
        Determined([Cart("a", 0), Cart("b", 1)], [Order(1, 7200)], "a").ShouldBeNull();
    }

    [Fact]
    public void TwoOrdersAfterOneConfirmation_AreAmbiguous() => Assign([Cart("a", 0)], [Order(1, 2), Order(2, 60)], "a").ShouldBe([1, 2]);

    [Fact]
    public void TheOtherCartExplainsTheOtherOrder_WhicheverCameFirst()
    {
        Determined([Cart("a", 0), Cart("b", 300)], [Order(1, 2), Order(2, 302)], "a").ShouldBe(1);
        Determined([Cart("a", 300), Cart("b", 0)], [Order(1, 2), Order(2, 302)], "a").ShouldBe(2);
    }

    [Fact]
    public void ACartOfLongAgo_DoesNotTakeTheOrderOfNow() =>
        Determined([Cart("a", 7200), Cart("old", 0)], [Order(1, 7202)], "a").ShouldBe(1);

    [Fact]
    public void TwoCartsAtTheSameTime_AreAmbiguous() =>
        Assign([Cart("a", 0), Cart("b", 1)], [Order(1, 2), Order(2, 3)], "a").ShouldBe([1, 2]);

    [Fact]
    public void OneOrderForTwoCartsOfTheSameTime_IsNotDeterminedYet()
    {
        Determined([Cart("a", 0), Cart("b", 60)], [Order(1, 62)], "a").ShouldBeNull();
        Determined([Cart("a", 0), Cart("b", 60)], [Order(1, 62)], "b").ShouldBeNull();
    }

    [Fact]
    public void TwoCartsOfOneInterruptedRun_AreInterchangeableAndDecidedAlike()
    {
        CheckedOutCart[] carts = [Cart("b", 0, isInterrupted: true), Cart("a", 0, isInterrupted: true)];

        Determined(carts, [Order(2, 2), Order(1, 2)], "a").ShouldBe(1);
        Determined(carts, [Order(2, 2), Order(1, 2)], "b").ShouldBe(2);
        Determined(carts, [Order(1, 2)], "a").ShouldBeNull();
        Determined(carts, [Order(1, 2), Order(2, 2), Order(3, 2)], "a").ShouldBeNull();
    }

    [Theory]
    [InlineData(-5, true)]
    [InlineData(-6, false)]
    [InlineData(100_000, true)]
    public void AnOrder_MayBeTheCarts_FromFiveSecondsBeforeItsConfirmation(int seconds, bool mayBe) =>
        Assign([Cart("a", 0)], [Order(1, seconds)], "a").ShouldBe(mayBe ? [1] : []);

    [Theory]
    [InlineData(1800, null)]
    [InlineData(1801, 1L)]
    public void AnOrder_IsLikelyTheCarts_ForHalfAnHour(int seconds, long? order) =>
        Determined([Cart("a", 1790), Cart("old", 0)], [Order(1, seconds)], "a").ShouldBe(order);

    [Fact]
    public void AnOrder_ThatIsDetermined_IsNoCandidateOfAnotherCart()
    {
        CheckedOutCart[] carts = [Cart("a", 7200), Cart("old", 0)];

        Assign(carts, [Order(1, 7202)], "a").ShouldBe([1]);
        Assign(carts, [Order(1, 7202)], "old").ShouldBeEmpty();
    }

    [Fact]
    public void TwoCartsOfOneInterruptedRun_AreGivenOrdersByTheirTimes()
    {
        CheckedOutCart[] carts = [Cart("a", 1, isInterrupted: true), Cart("b", 0, isInterrupted: true)];

        Determined(carts, [Order(1, 4), Order(2, 3)], "a").ShouldBe(1);
        Determined(carts, [Order(1, 4), Order(2, 3)], "b").ShouldBe(2);
    }

    [Fact]
    public void TwoCarts_OfWhichOneIsInAState_AreNotInterchangeable() =>
        Determined([Cart("a", 0, isInterrupted: true), Cart("b", 0)], [Order(1, 2), Order(2, 2)], "a").ShouldBeNull();

    [Fact]
    public void NoOrderIsEverGivenToTwoCarts()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var carts = Enumerable.Range(0, random.Next(1, 5)).Select(i => Cart($"{i}", random.Next(0, 4000))).ToList();
            var orders = Enumerable.Range(0, random.Next(0, 5)).Select(i => Order(i, random.Next(-100, 4000))).ToList();

            var determined = CartAssignment.Assign(carts, orders).Values.Select(m => m.Order).OfType<OrderId>().ToList();

            determined.Count.ShouldBe(determined.Distinct().Count());
        }
    }

    [Theory]
    [InlineData("shop", 0)]
    [InlineData("blog", 1)]
    [InlineData(null, 1)]
    public void A_cart_is_no_explanation_of_an_order_that_records_another_description(string? recorded, int found)
    {
        OrderCandidate[] orders = [Order(1, 0) with { Description = recorded }];

        Assign([Cart("a", 0) with { Description = "blog" }], orders, "a").Count().ShouldBe(found);
    }

    private static IEnumerable<long> Assign(CheckedOutCart[] carts, OrderCandidate[] orders, string cart) =>
        CartAssignment.Assign(carts, orders)[new CartId(cart)].Candidates.Select(o => o.Value);

    private static long? Determined(CheckedOutCart[] carts, OrderCandidate[] orders, string cart) =>
        CartAssignment.Assign(carts, orders)[new CartId(cart)].Order?.Value;

    private static CheckedOutCart Cart(string id, int seconds, bool isInterrupted = false) =>
        new(new CartId(id), "project.2018", "shop", Noon.AddSeconds(seconds), isInterrupted);

    private static OrderCandidate Order(long id, int seconds) => new(new OrderId(id), Noon.AddSeconds(seconds));
}
