using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class OrderProgressTests
{
    private static readonly CartId Cart = new("7adbfca2-6847-4997-9960-af02fbaa015f");
    private static readonly OrderId Order = new(123456);
    private static readonly ProjectId Project = ProjectId.Of("38eeed09bb244025a1ac2fce9534ab10");

    private static readonly OrderProgress Nothing = new();
    private static readonly OrderProgress InCart = new() { Cart = Cart };
    private static readonly OrderProgress Ordered = InCart with { Order = Order, Status = OrderStatus.Delivering };
    private static readonly OrderProgress Delivered = Ordered with
    {
        ProjectId = Project,
        Status = OrderStatus.Delivered,
        Project = new ProjectFacts("shop", "shop", "ok", null, null, null, Order),
    };

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
    public void Resumed_KeepsWhatExistsAndNoCertainty()
    {
        var ran = InCart with
        {
            Searched = true,
            CartInspected = true,
            CartAssigned = true,
            CartReadOnly = true,
            RequirementsRead = true,
            OrdersBefore = [Order],
            CheckoutTried = true,
            Judged = true,
            CartKept = true,
            Order = Order,
            Status = OrderStatus.NotPaid,
            OrderRead = true,
            PaymentAccepted = true,
            DescriptionAgreed = true,
            Unwanted = [new ItemId(1)],
            Strangers = [new ItemId(2)],
        };

        var resumed = ran.Resumed();

        resumed.ShouldBe(new OrderProgress
        {
            Cart = Cart,
            Order = Order,
            Searched = true,
            PaymentInDoubt = true,
            Unwanted = resumed.Unwanted,
            Options = resumed.Options,
        });
        resumed.Unwanted.ShouldBeEmpty();
    }

    [Fact]
    public void Resumed_OfNothing_LooksForAnEarlierRun() => Nothing.Resumed().Searched.ShouldBeFalse();

    [Fact]
    public void Resumed_OfADeliveredProject_RemembersThatItWasSeen()
    {
        Delivered.Resumed().ProjectSeen.ShouldBeTrue();
        Delivered.Resumed().Status.ShouldBe(OrderStatus.Delivered);
        Delivered.Resumed().Resumed().ProjectSeen.ShouldBeTrue();
        (Delivered with { Project = null }).Resumed().ProjectSeen.ShouldBeFalse();
    }

    [Fact]
    public void OrFrom_KeepsWhatIsKnownElseTakesTheId()
    {
        InCart.OrFrom("order/123456").ShouldBe(InCart);
        Nothing.OrFrom("order/123456").Order.ShouldBe(Order);
        Nothing.OrFrom("cart/7adbfca2-6847-4997-9960-af02fbaa015f").Cart.ShouldBe(Cart);
        Nothing.OrFrom("38eeed09bb244025a1ac2fce9534ab10").ProjectId.ShouldBe(Project);
        Nothing.OrFrom("something").Id.ShouldBeNull();
    }

    [Fact]
    public void Doubting_ACart_LooksForItAgain() => (Nothing with { Searched = true }).Doubting(new OrderStep.CreateCart()).Searched.ShouldBeFalse();

    [Fact]
    public void Doubting_APayment_ReadsTheOrderAgain()
    {
        var doubting = (Ordered with { Status = OrderStatus.NotPaid }).Doubting(new OrderStep.Pay());

        doubting.Status.ShouldBeNull();
        doubting.PaymentInDoubt.ShouldBeTrue();
        doubting.Order.ShouldBe(Order);
    }

    [Fact]
    public void Doubting_AnythingInTheCart_LooksIntoItAndHasItJudgedAgain()
    {
        var doubting = (InCart with { CartInspected = true, Judged = true, CheckoutTried = true }).Doubting(new OrderStep.Checkout());

        doubting.CartInspected.ShouldBeFalse();
        doubting.Judged.ShouldBeFalse();
        doubting.CheckoutTried.ShouldBeTrue();
        doubting.Cart.ShouldBe(Cart);
    }
}
