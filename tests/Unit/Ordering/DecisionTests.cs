using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>Whose order it is, for every combination of moment, carts and lookalikes; and single cases with their reasons.</summary>
public sealed class DecisionTests
{
    private static readonly OrderRequest Request = new() { Tag = "tag", Description = "shop" };

    private static readonly ImmutableArray<TaggedCart> Kinds =
    [
        Open(TimeSpan.FromHours(1)), Open(TimeSpan.Zero), Open(null),
        .. Enum.GetValues<OrderFate>().Select(fate => Ordered(1, fate)),
        Undetermined(), Undetermined(1, 2),
    ];

    /// <summary>No cart, every cart, and every pair of them; without and with each lookalike.</summary>
    private static IEnumerable<Evidence> Combinations()
    {
        ImmutableArray<Lookalike>[] lookalikes =
            [[], .. Enum.GetValues<OrderFate>().Select(fate => ImmutableArray.Create(new Lookalike(new OrderId(9), fate)))];
        var none = new[] { ImmutableArray<TaggedCart>.Empty };
        var one = Kinds.Select(c => ImmutableArray.Create(c));
        var two = Kinds.SelectMany(c => Kinds.Select(d => ImmutableArray.Create(c, Other(d))));
        return from carts in none.Concat(one).Concat(two)
               from lookalike in lookalikes
               from isOther in new[] { false, true }
               select Evidence([.. carts]) with { Lookalikes = lookalike, OtherTagInSight = isOther };
    }

    [Fact]
    public void CreateBegins_ForEveryEvidence_ANewCartIsMadeOnlyWhereNothingIsActive()
    {
        foreach (var evidence in Combinations())
        {
            var isActive = evidence.Carts.Any(c => c is not TaggedCart.Ordered { Fate: OrderFate.Ended })
                || evidence.Lookalikes.Any(l => l.Fate != OrderFate.Ended);

            (CreateBegins(evidence) is Decision.MakeCart).ShouldBe(!isActive, evidence.ToString());
        }
    }

    [Fact]
    public void CreateBegins_ForEveryEvidence_AnOrderIsResumedOnlyWhereItIsTheOnlyOne()
    {
        foreach (var evidence in Combinations())
        {
            if (CreateBegins(evidence) is Decision.ResumeOrder resumed)
            {
                evidence.Carts.Count(c => c is TaggedCart.Ordered { Fate: not OrderFate.Ended } or TaggedCart.Undetermined)
                    .ShouldBe(1, evidence.ToString());
                evidence.Carts.ShouldContain(c => c == resumed.Cart);
                resumed.Surplus.ShouldBe(evidence.Carts.Where(c => c is TaggedCart.Open).Select(c => c.Id));
            }
        }
    }

    [Fact]
    public void BeforeCheckout_ForEveryEvidence_OrdersOnlyWithoutAConcurrentRunAndWithoutAnotherOrder()
    {
        foreach (var evidence in Combinations())
        {
            var isAlone =
                evidence.Carts.All(c => c is TaggedCart.Ordered { Fate: OrderFate.Ended } or TaggedCart.Open { Age.TotalMinutes: > 30 });

            (Decision.BeforeCheckout(evidence) is Decision.CheckOut).ShouldBe(isAlone, evidence.ToString());
        }
    }

    [Fact]
    public void Delete_ForEveryEvidence_DeletesOpenCartsAndReportsEveryOrderThatIsLeft()
    {
        foreach (var evidence in Combinations())
        {
            var (surplus, reported) = Decision.AfterDelete(evidence);

            surplus.ShouldBe(evidence.Carts.Where(c => c is TaggedCart.Open).Select(c => c.Id));
            reported.Length.ShouldBe(
                evidence.Carts.Count(c => c is TaggedCart.Undetermined or TaggedCart.Ordered { Fate: not OrderFate.Ended }));
        }
    }

    [Fact]
    public void CheckoutOutcomeUnknown_ResumesTheOrderThatFitsAndStopsOtherwise()
    {
        CheckoutOutcomeUnknown(Evidence(Ordered(1, OrderFate.UnderWay)))
            .ShouldBeOfType<Decision.ResumeOrder>().Order.ShouldBe(new OrderId(1));
        Reason(CheckoutOutcomeUnknown(Evidence(Undetermined())))
            .ShouldBeOfType<OrderFailure.OrderOfCartMissing>();
        Reason(CheckoutOutcomeUnknown(Evidence(Undetermined(1, 2))))
            .ShouldBeOfType<OrderFailure.OrderOfCartAmbiguous>();
    }

    [Fact]
    public void CreateBegins_ForEveryEvidence_AnOpenCartIsContinuedOnlyWhereNoOrderCouldBeItsOwn()
    {
        foreach (var evidence in Combinations())
        {
            if (CreateBegins(evidence) is Decision.ContinueCart)
            {
                evidence.Carts.All(c => c is TaggedCart.Open or TaggedCart.Ordered { Fate: OrderFate.Ended })
                    .ShouldBeTrue(evidence.ToString());
                evidence.Lookalikes.ShouldAllBe(l => l.Fate == OrderFate.Ended);
            }
        }
    }

    [Fact]
    public void CreateBegins_AHiddenProject_IsWaitedFor() =>
        CreateBegins(Evidence(Ordered(1, OrderFate.Hidden))).ShouldBe(new Decision.Wait(new OrderId(1)));

    [Fact]
    public void CreateBegins_OfSeveralOpenCarts_TheFirstIsContinued()
    {
        var evidence = Evidence(Open(null), Open(null));

        CreateBegins(evidence).ShouldBe(new Decision.ContinueCart((TaggedCart.Open)evidence.Carts[0]));
    }

    [Theory]
    [InlineData(OrderFate.UnderWay, "shop", "project.2018", true)]
    [InlineData(OrderFate.UnderWay, "store", "project.2018", true)]
    [InlineData(OrderFate.Delivered, "shop", "project.2018", true)]
    [InlineData(OrderFate.Delivered, "store", "project.2018", false)]
    [InlineData(OrderFate.UnderWay, "shop", "project.legacy", false)]
    [InlineData(OrderFate.Delivered, "shop", "project.legacy", false)]
    public void CreateBegins_AnOrderIsTakenOverOnlyIfItIsWhatTheProgramAsksFor(
        object fate, string description, string plan, bool isTakenOver)
    {
        var decision = Decision.CreateBegins(
            Evidence(Ordered(1, (OrderFate)fate)), Request with { Description = description, PlanCode = plan });

        (decision is Decision.ResumeOrder).ShouldBe(isTakenOver);
        (decision is Decision.Stop { Reason: OrderFailure.OtherOrderFound }).ShouldBe(!isTakenOver);
    }

    [Fact]
    public void CreateBegins_ALookalikeWithAnotherTagInSight_IsNotToBeImported()
    {
        var evidence = Evidence() with { Lookalikes = [new Lookalike(new OrderId(9), OrderFate.UnderWay)], OtherTagInSight = true };

        var reason = Reason(CreateBegins(evidence)).ShouldBeOfType<OrderFailure.PossibleDuplicate>();

        PulumiOvhOrder.Resources.CloudProject.FailureMessages.Of(reason).ShouldNotContain("import");
    }

    private static Decision CreateBegins(Evidence evidence) => Decision.CreateBegins(evidence, Request);

    private static Decision CheckoutOutcomeUnknown(Evidence evidence) => Decision.CheckoutOutcomeUnknown(evidence, Request);

    private static OrderFailure Reason(Decision decision) => decision.ShouldBeOfType<Decision.Stop>().Reason;

    private static Evidence Evidence(params TaggedCart[] carts) =>
        new([.. carts.Select((c, i) => c with { Id = new CartId($"cart-{i}") })], [], OtherTagInSight: false);

    private static TaggedCart Open(TimeSpan? age) => new TaggedCart.Open(default, null, age);

    private static TaggedCart Undetermined(params long[] candidates) =>
        new TaggedCart.Undetermined(default, null, [.. candidates.Select(c => new OrderId(c))]);

    private static TaggedCart Other(TaggedCart cart) => cart is TaggedCart.Ordered ordered ? Ordered(2, ordered.Fate) : cart;

    private static TaggedCart Ordered(long order, OrderFate fate)
    {
        var project = new PlacedItem(
            new ItemId(1), new ItemSettings("project.2018", "P1M", "default", 1),
            [new PlacedConfiguration(new ConfigurationId(1), "description", "shop")]);
        var contents = new CartContents(new Cart { CartId = new CartId("cart") }, project, [], [], 1, 0);
        return new TaggedCart.Ordered(default, null, new OrderId(order), fate, contents);
    }
}
