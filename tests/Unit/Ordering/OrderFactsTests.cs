using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class OrderFactsTests
{
    private static readonly CartId Cart = new("7adbfca2-6847-4997-9960-af02fbaa015f");
    private static readonly OrderId Order = new(123456);
    private static readonly ProjectId Project = ProjectId.Of("38eeed09bb244025a1ac2fce9534ab10");
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly OrderFacts Nothing = new();
    private static readonly OrderFacts InCart = new() { CartId = Cart };
    private static readonly OrderFacts Ordered = InCart with { OrderId = Order, Status = OrderStatus.Delivering };
    private static readonly OrderFacts Delivered = Ordered with { ProjectId = Project, Status = OrderStatus.Delivered };

    [Fact]
    public void Id_MovesForwardWithTheOrder()
    {
        Nothing.Id.ShouldBeNull();
        InCart.Id!.ToString().ShouldBe("cart/7adbfca2-6847-4997-9960-af02fbaa015f");
        Ordered.Id!.ToString().ShouldBe("order/123456");
        Delivered.Id!.ToString().ShouldBe("38eeed09bb244025a1ac2fce9534ab10");
    }

    [Fact]
    public void Stage_SaysHowFarTheOrderIs()
    {
        InCart.Stage.ShouldBe("cart");
        Ordered.Stage.ShouldBe("ordered");
        (Ordered with { Status = OrderStatus.Cancelled }).Stage.ShouldBe("cancelled");
        Delivered.Stage.ShouldBe("delivered");
    }

    [Fact]
    public void NeedsRefreshBeforeUpdate_UntilItIsDeliveredAndItsCartHasExpired()
    {
        var delivered = Delivered with { CartId = InCart.CartId };
        var expiring = delivered with { CartExpirationDate = Noon };

        InCart.NeedsRefreshBeforeUpdate(Noon).ShouldBeTrue();
        (Delivered with { CartId = null }).NeedsRefreshBeforeUpdate(Noon).ShouldBeFalse();
        delivered.NeedsRefreshBeforeUpdate(Noon).ShouldBeTrue("nothing says that its cart expires");
        expiring.NeedsRefreshBeforeUpdate(Noon.AddDays(-1)).ShouldBeTrue();
        expiring.NeedsRefreshBeforeUpdate(Noon.AddMinutes(1)).ShouldBeTrue("clocks differ");
        expiring.NeedsRefreshBeforeUpdate(Noon.AddHours(1)).ShouldBeFalse();
        (expiring with { ProjectId = null }).NeedsRefreshBeforeUpdate(Noon.AddHours(1)).ShouldBeTrue("its order comes on by itself");
    }

    [Theory]
    [InlineData("order/123456")]
    [InlineData("123456")]
    public void OrFrom_AnOrderNumber_IsTheOrder(string id) => Nothing.OrFrom(id).OrderId.ShouldBe(Order);

    [Theory]
    [InlineData("38eeed09bb244025a1ac2fce9534ab10")]
    [InlineData("urn:v1:eu:resource:publicCloudProject:38eeed09bb244025a1ac2fce9534ab10")]
    public void OrFrom_AProjectIdOrItsUrn_IsTheProject(string id) => Nothing.OrFrom(id).ProjectId.ShouldBe(Project);

    [Fact]
    public void OrFrom_KeepsWhatIsKnown()
    {
        InCart.OrFrom("order/123456").ShouldBe(InCart);
        Nothing.OrFrom("cart/7adbfca2-6847-4997-9960-af02fbaa015f").CartId.ShouldBe(Cart);
        Nothing.OrFrom("something").Id.ShouldBeNull();
    }

    [Fact]
    public void AfterLostAnswer_OfACart_LooksForItAgain() =>
        new RunKnowledge { Reconciled = true }.AfterLostAnswer(new OrderStep.CreateCart()).Reconciled.ShouldBeFalse();

    [Fact]
    public void AfterLostAnswer_OfAPayment_ReadsTheOrderAgain()
    {
        var knowledge = new RunKnowledge { StatusRead = true }.AfterLostAnswer(new OrderStep.Pay());

        (knowledge.StatusRead, knowledge.PaymentUncertain).ShouldBe((false, true));
    }

    [Fact]
    public void AfterLostAnswer_OfAnythingInTheCart_ReadsTheCartAgain()
    {
        var knowledge = new RunKnowledge { Cart = new CartKnowledge { PriceConfirmed = true }, CheckoutTried = true }
            .AfterLostAnswer(new OrderStep.Checkout());

        (knowledge.Cart, knowledge.CheckoutTried).ShouldBe((null, true));
    }

    [Fact]
    public void Resuming_MakesSureOfEverythingAgain()
    {
        RunKnowledge.Resuming(InCart).ShouldBe(new RunKnowledge { Reconciled = true, PaymentUncertain = true });
        RunKnowledge.Resuming(Nothing).Reconciled.ShouldBeFalse();
    }
}
