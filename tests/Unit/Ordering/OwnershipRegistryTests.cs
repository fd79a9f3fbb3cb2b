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
        _registry.Made(Order, Tag);
        _registry.RecordState(Tag, new OrderFacts { OrderId = new OrderId(7) });

        _registry.IsAnothers(Order, Tag).ShouldBeFalse();
        _registry.IsAnothers(Order, OtherTag).ShouldBeTrue();
        _registry.IsAnothers(new OrderId(7), Tag).ShouldBeFalse();
        _registry.IsAnothers(new OrderId(7), OtherTag).ShouldBeTrue();
    }

    [Fact]
    public void WasAdoptedAfter_TellsTheFormerStateFromTheOneThatAdopted()
    {
        var former = new OrderFacts { CartId = Cart, OrderId = Order };
        var adopted = former with { AdoptedAt = Noon };

        _registry.Adopted(Tag, new OrderFacts { CartId = Cart, OrderId = Order }, Noon);

        _registry.WasAdoptedAfter(Tag, former).ShouldBeTrue();
        _registry.WasAdoptedAfter(Tag, former with { AdoptedAt = Noon.AddSeconds(-1) }).ShouldBeTrue();
        _registry.WasAdoptedAfter(Tag, adopted).ShouldBeFalse();
        _registry.WasAdoptedAfter(OtherTag, former).ShouldBeFalse();
    }

    [Fact]
    public void WasAdoptedAfter_ACartThatWasAdoptedInAnEarlierProcess_IsKnownFromTheStateThatIsShown()
    {
        _registry.RecordState(Tag, new OrderFacts { CartId = Cart, AdoptedAt = Noon });

        _registry.WasAdoptedAfter(Tag, new OrderFacts { CartId = Cart }).ShouldBeTrue();
    }
}
