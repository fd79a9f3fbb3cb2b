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

    [Fact]
    public void NeedsRefreshBeforeUpdate_WhileACartOfOptionsCanBeFound()
    {
        var open = InCart with { CartExpirationDate = Noon };
        var delivered = Delivered with { CartId = null };

        (delivered with { UnfinishedOptionOrder = open }).NeedsRefreshBeforeUpdate(Noon).ShouldBeTrue();
        (delivered with { FinishedOptionOrders = [open] }).NeedsRefreshBeforeUpdate(Noon).ShouldBeTrue();
        (delivered with { UnfinishedOptionOrder = open, FinishedOptionOrders = [Ordered] })
            .NeedsRefreshBeforeUpdate(Noon.AddHours(1)).ShouldBeTrue();
        (delivered with { UnfinishedOptionOrder = open }).NeedsRefreshBeforeUpdate(Noon.AddHours(1)).ShouldBeFalse();
        (delivered with { FinishedOptionOrders = [open, open] }).NeedsRefreshBeforeUpdate(Noon.AddHours(1)).ShouldBeFalse();
        (delivered with { FinishedOptionOrders = [Ordered] }).NeedsRefreshBeforeUpdate(Noon.AddHours(1))
            .ShouldBeTrue("it comes on by itself");
    }

    [Fact]
    public void NeedsRefreshBeforeUpdate_FiveMinutesLongerThanItsCartLives()
    {
        var delivered = Delivered with { CartExpirationDate = Noon };

        delivered.NeedsRefreshBeforeUpdate(Noon.AddMinutes(5).AddTicks(-1)).ShouldBeTrue();
        delivered.NeedsRefreshBeforeUpdate(Noon.AddMinutes(5)).ShouldBeFalse();
    }

    [Fact]
    public void IsYoung_ForTenMinutesAfterTheProjectOrElseTheOrder()
    {
        var project = new ProjectFacts("n", "d", "ok", "full", Noon, null, null);
        var (made, ordered) = (Delivered with { Project = project, OrderDate = Noon.AddHours(-1) }, Delivered with { OrderDate = Noon });

        foreach (var facts in new[] { made, ordered })
        {
            facts.IsYoung(Noon.AddMinutes(10).AddTicks(-1)).ShouldBeTrue();
            facts.IsYoung(Noon.AddMinutes(10)).ShouldBeFalse();
        }

        Delivered.IsYoung(Noon).ShouldBeFalse();
    }

    [Fact]
    public void AllOptionOrders_AreTheFinishedOnesAndThenTheOpenOne()
    {
        (Delivered with { FinishedOptionOrders = [Ordered], UnfinishedOptionOrder = InCart }).AllOptionOrders.ShouldBe([Ordered, InCart]);
        (Delivered with { FinishedOptionOrders = [Ordered] }).AllOptionOrders.ShouldBe([Ordered]);
        Delivered.AllOptionOrders.ShouldBeEmpty();
    }

    [Fact]
    public void IsOrdered_FromTheOrderOn()
    {
        new[] { Nothing, InCart, Ordered, Delivered, new OrderFacts { ProjectId = Project } }.Select(f => f.IsOrdered)
            .ShouldBe([false, false, true, true, true]);
    }

    [Fact]
    public void WithCatalogOf_WhatWasSent_OnlyFillsWhatTheAnswerLacks()
    {
        var answer = new PlacedItem(new ItemId(1), new ItemSettings("project.2018", "P1M", "default", 1), []);
        var (sent, told) = (WithCatalog("sent"), WithCatalog("told"));

        answer.WithCatalogOf(sent).Settings.CatalogName.ShouldBe("sent");
        told.WithCatalogOf(sent).ShouldBeSameAs(told);
        answer.WithCatalogOf(null).ShouldBeSameAs(answer);

        PlacedItem WithCatalog(string name) => answer with { Settings = answer.Settings with { CatalogName = name } };
    }

    [Fact]
    public void Value_OfALabelThatIsThereTwice_IsTheFirst()
    {
        var item = new PlacedItem(new ItemId(1), new ItemSettings("project.2018", "P1M", "default", 1),
            [new(new ConfigurationId(1), "a", "x"), new(new ConfigurationId(2), "b", "y"), new(new ConfigurationId(3), "b", "z")]);

        (item.Value("b"), item.Value("c")).ShouldBe(("y", null));
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
        Ordered.OrFrom("order/654321").ShouldBe(Ordered);
        Ordered.OrFrom("cart/11111111-2222-4333-8444-555555555555").ShouldBe(Ordered);
        Delivered.OrFrom("order/654321").ShouldBe(Delivered);
        Nothing.OrFrom("cart/7adbfca2-6847-4997-9960-af02fbaa015f").CartId.ShouldBe(Cart);
        Nothing.OrFrom("something").Id.ShouldBeNull();
    }

    [Fact]
    public void OrFrom_AnIdOfAnotherProjectThanTheState_IsBelieved()
    {
        var other = ProjectId.Of("0123456789ab4def8123456789abcdef");

        Delivered.OrFrom(other.ToString()).ShouldBe(new OrderFacts { ProjectId = other });
        Delivered.OrFrom(Project.ToString()).ShouldBe(Delivered);
    }

    [Fact]
    public void OrFrom_AnIdThatSaysMoreThanTheState_IsBelieved()
    {
        InCart.OrFrom("order/123456").ShouldBe(InCart with { OrderId = Order });
        Ordered.OrFrom(Project.ToString()).ShouldBe(Ordered with { ProjectId = Project });
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
    public void Changed_EndsThatThePriceIsConfirmed_AndNothingElse()
    {
        var cart = new CartKnowledge { Assigned = true, RequirementsRead = true };

        (cart with { PriceConfirmed = true }).Changed().ShouldBe(cart);
        cart.Changed().ShouldBe(cart);
    }

    [Fact]
    public void LearnOfCart_OfACartThatIsNotKnown_LearnsNothing()
    {
        var ledger = new OrderLedger(InCart);
        ledger.LearnOfCart(cart => cart with { PriceConfirmed = true });
        ledger.Knowledge.Cart.ShouldBeNull();

        ledger.Learn(knowledge => knowledge with { Cart = new CartKnowledge { Assigned = true } });
        ledger.LearnOfCart(cart => cart with { PriceConfirmed = true });

        ledger.Knowledge.Cart.ShouldBe(new CartKnowledge { Assigned = true, PriceConfirmed = true });
        ledger.Facts.ShouldBe(InCart);
    }

    [Fact]
    public void Resuming_MakesSureOfEverythingAgain()
    {
        RunKnowledge.Resuming(InCart).ShouldBe(new RunKnowledge { Reconciled = true, PaymentUncertain = true });
        RunKnowledge.Resuming(Ordered with { CartId = null }).Reconciled.ShouldBeTrue();
        RunKnowledge.Resuming(Nothing).Reconciled.ShouldBeFalse();
    }
}
