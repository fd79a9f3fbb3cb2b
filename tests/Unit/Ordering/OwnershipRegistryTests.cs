using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class OwnershipRegistryTests
{
    private const string Tag = "tag";
    private const string OtherTag = "other tag";

    private static readonly CartId Cart = new("7adbfca2-6847-4997-9960-af02fbaa015f");
    private static readonly OrderId Order = new(123456);
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly OwnershipRegistry _registry = new(new ManualTimeProvider());

    [Fact]
    public void Shown_IsRememberedForThatResourceOnly()
    {
        _registry.RecordState(Tag, new OrderFacts { CartId = Cart, OrderId = Order });

        _registry.IsInState(Tag).ShouldBeTrue();
        _registry.IsInState(Tag, Cart).ShouldBeTrue();
        _registry.IsInState(Tag, Order).ShouldBeTrue();
        _registry.IsOfCartInState(Order).ShouldBeTrue();
        _registry.IsInState(OtherTag).ShouldBeFalse();
        _registry.IsInState(OtherTag, Cart).ShouldBeFalse();
        _registry.IsInState(OtherTag, Order).ShouldBeFalse();
    }

    [Fact]
    public void Shown_OfNothing_RemembersNothing()
    {
        _registry.RecordState(Tag, new OrderFacts());

        _registry.IsInState(Tag).ShouldBeFalse();
    }

    [Fact]
    public void IsAnothers_OfAnOrderThatWasMadeOrShownForOneResource_HoldsForTheOthers()
    {
        _registry.RecordOrder(Tag, Cart, Order);
        _registry.RecordState(Tag, new OrderFacts { OrderId = new OrderId(7) });

        _registry.IsAnothers(Order, Tag).ShouldBeFalse();
        _registry.IsAnothers(Order, OtherTag).ShouldBeTrue();
        _registry.IsAnothers(new OrderId(7), Tag).ShouldBeFalse();
        _registry.IsAnothers(new OrderId(7), OtherTag).ShouldBeTrue();
    }

    [Fact]
    public void RecordState_OfACart_KeepsTheOrderThatItIsKnownToHaveBecome()
    {
        _registry.RecordState(Tag, new OrderFacts { CartId = Cart, OrderId = Order });
        _registry.RecordState(Tag, new OrderFacts { CartId = Cart });

        _registry.IsOfCartInState(Order).ShouldBeTrue();
        _registry.IsOfCartInState(new OrderId(7)).ShouldBeFalse();

        _registry.RecordState(Tag, new OrderFacts { CartId = Cart, OrderId = new OrderId(7) });

        _registry.IsOfCartInState(new OrderId(7)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Tag, 123455, true)]
    [InlineData(Tag, 123456, false)]
    [InlineData(Tag, 123457, false)]
    [InlineData(OtherTag, 123455, false)]
    public void IsSuperseded_OfAnOrderBeforeTheOneThatACartOfTheResourceBecame(string tag, long order, bool isSuperseded)
    {
        _registry.RecordState(Tag, new OrderFacts { CartId = Cart, OrderId = Order });

        _registry.IsSuperseded(tag, new OrderId(order)).ShouldBe(isSuperseded);
    }

    /// <summary>Nothing of this provider's looked for earlier orders before it was placed.</summary>
    [Fact]
    public void IsSuperseded_ByAnImportedOrder_IsNone()
    {
        _registry.RecordState(Tag, new OrderFacts { OrderId = Order });

        _registry.IsSuperseded(Tag, new OrderId(7)).ShouldBeFalse();
    }

    [Fact]
    public void RecordState_OfOneOrderInTwoStates_IsBoths()
    {
        _registry.RecordState(Tag, new OrderFacts { OrderId = Order });
        _registry.RecordState(OtherTag, new OrderFacts { OrderId = Order });

        _registry.IsInState(Tag, Order).ShouldBeTrue();
        _registry.IsInState(OtherTag, Order).ShouldBeTrue();
        _registry.IsAnothers(Order, Tag).ShouldBeFalse();
        _registry.IsAnothers(Order, "third tag").ShouldBeTrue();
        (_registry.IsInState(Tag), _registry.IsInState("third tag")).ShouldBe((true, false));
    }

    [Fact]
    public void RecordState_OfAProject_RemembersTheOrdersOfItsOptions()
    {
        var project = ProjectId.Of(new string('a', 32));
        var options = CartTag.ForOptions(Tag, project);
        var (open, finished) = (new OrderFacts { CartId = new CartId("open") }, new OrderFacts { OrderId = new OrderId(8) });

        _registry.RecordState(Tag, new OrderFacts { OrderId = Order, UnfinishedOptionOrder = open });
        _registry.IsInState(options).ShouldBeFalse();
        _registry.RecordState(Tag, new OrderFacts { ProjectId = project, UnfinishedOptionOrder = open, FinishedOptionOrders = [finished] });

        _registry.IsInState(options, new CartId("open")).ShouldBeTrue();
        _registry.IsInState(options, new OrderId(8)).ShouldBeTrue();
        _registry.IsInState(Tag, new OrderId(8)).ShouldBeFalse();
    }

    [Fact]
    public void IsKnown_OfACartThatIsMadeOrMatchedOrInAStateWithItsOrder()
    {
        var (made, matched, ordered) = (new CartId("made"), new CartId("matched"), new CartId("ordered"));
        CartId[] carts = [made, matched, ordered, Cart];
        _registry.RecordCart(made);
        _registry.RecordOrder(Tag, matched, Order);
        _registry.RecordState(Tag, new OrderFacts { CartId = ordered, OrderId = new OrderId(7) });
        _registry.RecordState(Tag, new OrderFacts { CartId = Cart });

        carts.Select(_registry.IsKnown).ShouldBe([true, true, true, false]);
        carts.Select(_registry.IsMade).ShouldBe([true, false, false, false]);
        carts.Select(_registry.IsInState).ShouldBe([false, false, true, true]);
        _registry.IsAnothers(Order, OtherTag).ShouldBeTrue();
        _registry.IsAnothers(Order, Tag).ShouldBeFalse();
    }

    [Fact]
    public void Started_IsWhenTheProcessBegan_HoweverLongItRuns()
    {
        var clock = new ManualTimeProvider();
        var registry = new OwnershipRegistry(clock);
        var start = clock.GetUtcNow();

        clock.Advance(TimeSpan.FromHours(3));

        registry.Started.ShouldBe(start);
    }

    [Fact]
    public void WasImportedByAnother_IsTrueOfTheStateOfAnyOtherResource()
    {
        _registry.RecordImport(OtherTag, new OrderFacts { CartId = Cart, OrderId = Order });

        _registry.WasImportedByAnother(Tag, new OrderFacts { OrderId = Order }).ShouldBeTrue();
        _registry.WasImportedByAnother(Tag, new OrderFacts { CartId = Cart }).ShouldBeTrue();
        _registry.WasImportedByAnother(Tag, new OrderFacts { OrderId = new OrderId(7) }).ShouldBeFalse();
        _registry.WasImportedByAnother(OtherTag, new OrderFacts { OrderId = Order }).ShouldBeFalse("it is of the import itself");
        _registry.WasImportedByAnother(Tag, new OrderFacts()).ShouldBeFalse();
    }

    [Fact]
    public void WasAdoptedAfter_OfSeveralAdoptions_TheLastOneCounts()
    {
        var project = new OrderFacts { ProjectId = ProjectId.Of(new string('a', 32)) };
        _registry.RecordAdoption(Tag, project, Noon);
        _registry.RecordAdoption(Tag, project, Noon.AddHours(-1));

        _registry.WasAdoptedAfter(Tag, project with { AdoptedAt = Noon.AddMinutes(-1) }).ShouldBeTrue();
        _registry.WasAdoptedAfter(Tag, project with { AdoptedAt = Noon }).ShouldBeFalse();

        _registry.RecordAdoption(Tag, project, Noon.AddHours(1));

        _registry.WasAdoptedAfter(Tag, project with { AdoptedAt = Noon }).ShouldBeTrue();
        _registry.WasAdoptedAfter(Tag, new OrderFacts { OrderId = Order }).ShouldBeFalse();
    }

    [Fact]
    public void WasAdoptedAfter_TellsTheFormerStateFromTheOneThatAdopted()
    {
        var former = new OrderFacts { CartId = Cart, OrderId = Order };
        var adopted = former with { AdoptedAt = Noon };

        _registry.RecordAdoption(Tag, new OrderFacts { CartId = Cart, OrderId = Order }, Noon);

        _registry.WasAdoptedAfter(Tag, former).ShouldBeTrue();
        _registry.WasAdoptedAfter(Tag, former with { AdoptedAt = Noon.AddSeconds(-1) }).ShouldBeTrue();
        _registry.WasAdoptedAfter(Tag, adopted).ShouldBeFalse();
        _registry.WasAdoptedAfter(OtherTag, former).ShouldBeFalse();
    }

    [Fact]
    public void WasAdoptedAfter_AProjectThatWasImported_IsKnownOnceTheOrderThatDeliveredItWasAdopted()
    {
        var project = ProjectId.Of("0123456789abcdef0123456789abcdef");

        _registry.RecordState(Tag, new OrderFacts { CartId = Cart, OrderId = Order, ProjectId = project, AdoptedAt = Noon });

        _registry.WasAdoptedAfter(Tag, new OrderFacts { ProjectId = project }).ShouldBeTrue();
    }

    [Fact]
    public void WasAdoptedAfter_ACartThatWasAdoptedInAnEarlierProcess_IsKnownFromTheStateThatIsShown()
    {
        _registry.RecordState(Tag, new OrderFacts { CartId = Cart, AdoptedAt = Noon });

        _registry.WasAdoptedAfter(Tag, new OrderFacts { CartId = Cart }).ShouldBeTrue();
    }
}
