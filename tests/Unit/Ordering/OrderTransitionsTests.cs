using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>
/// Single transitions, and all of them: every state that answers, lost answers and new runs can lead to is visited, with what then
/// exists outside, and checked.
/// </summary>
public sealed class OrderTransitionsTests
{
    private static readonly CartId Cart = new("7adbfca2-6847-4997-9960-af02fbaa015f");
    private static readonly OrderId Order = new(123456);
    private static readonly ItemSettings Settings = new("project.2018", "P1M", "default", 1);
    private static readonly ItemSettings OptionSettings = new("hds", "P1M", "default", 1);
    private static readonly OrderRequest Request = new() { Tag = "tag", Description = "shop", OvhSubsidiary = "FR" };

    private static readonly OrderRequest OptionsAlone = Request.ForOptions(
        ProjectId.Of(new string('a', 32)),
        [new OptionRequest("hds", null, null, null, ImmutableSortedDictionary<string, string>.Empty.Add("zone", "1"))], "FR");

    private static readonly OrderFacts Filled = new()
    {
        CartId = Cart,
        OvhSubsidiary = "FR",
        Choice = new OfferChoice(Settings, [], null),
        Item = Item(1, Settings, "shop"),
    };

    private static readonly CartKnowledge InCart = new() { Assigned = true, RequirementsRead = true };
    private static readonly RunKnowledge Known = new() { Reconciled = true, OffersRead = true, Cart = InCart };

    private static readonly OrderFacts Ordered = Filled with { OrderId = Order, Status = OrderStatus.NotPaid };
    private static readonly RunKnowledge KnownOrder = Known with { OrderRead = true, StatusRead = true };

    [Fact]
    public void Next_OfANewRun_Reconciles() => Next(new OrderFacts(), new RunKnowledge()).ShouldBe(new OrderStep.Reconcile());

    [Fact]
    public void Next_OfAResumedCart_LooksIntoItFirst() => Next(Filled, RunKnowledge.Resuming(Filled)).ShouldBe(new OrderStep.InspectCart());

    [Fact]
    public void Next_OfAResumedOrder_ReadsItFirst() => Next(Ordered, RunKnowledge.Resuming(Ordered)).ShouldBe(new OrderStep.ReadOrder());

    [Fact]
    public void Next_OfAResumedProject_ReadsItFirst()
    {
        var delivered = Ordered with { ProjectId = ProjectId.Of(new string('a', 32)), Project = Facts("shop") };

        Next(delivered, RunKnowledge.Resuming(delivered)).ShouldBe(new OrderStep.ReadProject());
    }

    [Fact]
    public void Next_WithACartOfAnotherSubsidiary_DiscardsIt()
    {
        Next(Filled with { OvhSubsidiary = "DE" }, Known).ShouldBe(new OrderStep.DiscardCart());
        OrderTransitions.Next(Request with { OvhSubsidiary = null }, OrderGoal.Delivered, Filled with { OvhSubsidiary = "DE" }, Known)
            .ShouldNotBeOfType<OrderStep.DiscardCart>();
    }

    [Fact]
    public void Next_WithACheckedOutCart_FindsItsOrder() =>
        Next(Filled with { OvhSubsidiary = "DE" }, Known with { Cart = new CartKnowledge { ReadOnly = true } })
            .ShouldBe(new OrderStep.FindOrder());

    [Fact]
    public void Next_PreparesOnlyWhatIsMissing()
    {
        Next(Filled, Known with { Cart = InCart with { Assigned = false } })
            .ShouldBe(new OrderStep.Prepare(Assign: true, ReadOffers: false));
        Next(Filled, Known with { OffersRead = false }).ShouldBe(new OrderStep.Prepare(Assign: false, ReadOffers: true));
    }

    [Fact]
    public void Next_FillsTheCartInOrder()
    {
        var choice = new OfferChoice(Settings, [OptionSettings, OptionSettings], null);
        var empty = Filled with { Choice = choice, Item = null };

        Next(empty, Known with { Cart = InCart with { SurplusItems = [new ItemId(9)] } }).ShouldBeOfType<OrderStep.RemoveItems>();
        Next(empty).ShouldBe(new OrderStep.AddItem(Settings));
        Next(Filled with { Choice = choice }).ShouldBe(new OrderStep.AddOption(0, OptionSettings));
        Next(Filled with { Choice = choice, Options = [null, Item(3, OptionSettings)] })
            .ShouldBe(new OrderStep.AddOption(0, OptionSettings));
        Next(Filled with { Choice = choice, Options = [Item(2, OptionSettings)] }).ShouldBe(new OrderStep.AddOption(1, OptionSettings));
    }

    [Fact]
    public void Next_OfOptionsAlone_AddsNoProject_AndIsDoneOnceTheyAreDelivered()
    {
        var facts = Filled with { Item = null, Choice = new OfferChoice(null, [OptionSettings], null) };
        var placed = facts with { Options = [Item(2, OptionSettings)] };

        NextOfOptions(facts).ShouldBe(new OrderStep.AddOption(0, OptionSettings));
        NextOfOptions(placed).ShouldBeOfType<OrderStep.Configure>().Changes.ShouldHaveSingleItem().Label.ShouldBe("zone");
        NextOfOptions(placed with { OrderId = Order, Status = OrderStatus.Delivering }, KnownOrder).ShouldBe(new OrderStep.AwaitDelivery());
        NextOfOptions(placed with { OrderId = Order, Status = OrderStatus.Delivered }, KnownOrder).ShouldBe(new OrderStep.Done());
        NextOfOptions(placed with { OrderId = Order, Status = OrderStatus.Cancelled }, KnownOrder).ShouldBe(new OrderStep.OrderCancelled());
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("old", false)]
    public void Next_ConfiguresBesideReadingWhatIsRequired_OnlyWhereNothingIsConfigured(string placed, bool isBeside)
    {
        var facts = Filled with { Item = Item(1, Settings, placed.Length > 0 ? [placed] : []) };
        var step = Next(facts, Known with { Cart = InCart with { RequirementsRead = false } });

        (step is OrderStep.Configure { WithRequirements: true }).ShouldBe(isBeside);
        (step is OrderStep.ReadRequirements).ShouldBe(!isBeside);
    }

    [Fact]
    public void Next_OfACartThatHoldsWhatIsAskedFor_ReadsWhatIsRequiredBeforeThePrice() =>
        Next(Filled, Known with { Cart = InCart with { RequirementsRead = false } }).ShouldBe(new OrderStep.ReadRequirements());

    [Fact]
    public void Next_ReplacesALabelWithAnotherValue()
    {
        var change = Next(Filled with { Item = Item(1, Settings, "old") })
            .ShouldBeOfType<OrderStep.Configure>().Changes.ShouldHaveSingleItem();

        change.ShouldBe(new ConfigurationChange(new ItemId(1), "description", "shop", change.Remove));
        change.Remove.ShouldBe([new ConfigurationId(10)]);
    }

    [Fact]
    public void Next_OfALabelThatIsThereTwice_KeepsOne()
    {
        var change = Next(Filled with { Item = Item(1, Settings, "shop", "shop") })
            .ShouldBeOfType<OrderStep.Configure>().Changes.ShouldHaveSingleItem();

        change.Value.ShouldBeNull();
        change.Remove.ShouldBe([new ConfigurationId(11)]);
    }

    [Fact]
    public void Next_TakesAwayALabelThatIsNotRequested()
    {
        var item = Item(1, Settings, "shop");
        var stray = new PlacedConfiguration(new ConfigurationId(20), "voucher", "V-1");

        var change = Next(Filled with { Item = item with { Configurations = item.Configurations.Add(stray) } })
            .ShouldBeOfType<OrderStep.Configure>().Changes.ShouldHaveSingleItem();

        (change.Label, change.Value).ShouldBe(("voucher", null));
        change.Remove.ShouldBe([stray.Id]);
    }

    [Fact]
    public void Next_OfAFullCart_IsPricedThenOrderedUnlessItIsToStay()
    {
        var confirmed = Known with { Cart = InCart with { PriceConfirmed = true } };

        Next(Filled).ShouldBe(new OrderStep.PreviewCheckout(ExtendExpiry: true));
        Next(Filled, Known with { ExpiryExtended = true }).ShouldBe(new OrderStep.PreviewCheckout(ExtendExpiry: false));
        Next(Filled, confirmed).ShouldBe(new OrderStep.Checkout());
        OrderTransitions.Next(Request, OrderGoal.Cart, Filled, confirmed).ShouldBe(new OrderStep.Done());
    }

    [Fact]
    public void Next_OfAnUnpaidOrder_PaysOnceAndOnlyWhereThatIsAutomatic()
    {
        var manual = Request with { Payment = PaymentKind.Manual };

        Next(Ordered, KnownOrder).ShouldBe(new OrderStep.Pay());
        Next(Ordered, KnownOrder with { PaymentAccepted = true }).ShouldBe(new OrderStep.AwaitDelivery());
        OrderTransitions.Next(manual, OrderGoal.Delivered, Ordered, KnownOrder).ShouldBe(new OrderStep.AwaitDelivery());
        OrderTransitions.Next(manual, OrderGoal.Ordered, Ordered, KnownOrder).ShouldBe(new OrderStep.Done());
        OrderTransitions.Next(Request, OrderGoal.Ordered, Ordered, KnownOrder).ShouldBe(new OrderStep.Pay());
    }

    [Theory]
    [InlineData(OrderStatus.Cancelled, typeof(OrderStep.OrderCancelled))]
    [InlineData(OrderStatus.Delivered, typeof(OrderStep.FindProject))]
    [InlineData(OrderStatus.Delivering, typeof(OrderStep.AwaitDelivery))]
    [InlineData(OrderStatus.DocumentsRequested, typeof(OrderStep.AwaitDelivery))]
    [InlineData("somethingNew", typeof(OrderStep.AwaitDelivery))]
    public void Next_FollowsTheStatusOfTheOrder(string? status, Type step) =>
        Next(Ordered with { Status = status }, KnownOrder).ShouldBeOfType(step);

    [Fact]
    public void Next_OfAProjectWithAnotherDescription_RenamesItOnce()
    {
        var delivered =
            Ordered with { ProjectId = ProjectId.Of(new string('a', 32)), Status = OrderStatus.Delivered, Project = Facts("old") };
        var read = KnownOrder with { ProjectRead = true };

        Next(delivered, read).ShouldBe(new OrderStep.RenameProject());
        Next(delivered with { Project = Facts("shop") }, read).ShouldBe(new OrderStep.Done());
    }

    [Theory]
    [InlineData(OrderGoal.Cart, PaymentKind.Automatic)]
    [InlineData(OrderGoal.Ordered, PaymentKind.Automatic)]
    [InlineData(OrderGoal.Delivered, PaymentKind.Automatic)]
    [InlineData(OrderGoal.Ordered, PaymentKind.Manual)]
    [InlineData(OrderGoal.Cart, PaymentKind.Automatic, true)]
    [InlineData(OrderGoal.Delivered, PaymentKind.Automatic, true)]
    [InlineData(OrderGoal.Ordered, PaymentKind.Manual, true)]
    public void Next_OfEveryReachableProgress_NeitherOrdersNorPaysTwice(object goal, object payment, bool isOfOptions = false)
    {
        var request = (isOfOptions ? OptionsAlone : Request) with { Payment = (PaymentKind)payment };
        var seen = new HashSet<string>();
        var open = new Queue<OrderModel>([new OrderModel(new OrderFacts(), new RunKnowledge(), default)]);
        var ended = 0;
        while (open.TryDequeue(out var now))
        {
            if (!seen.Add(now.Key))
            {
                continue;
            }

            var step = OrderTransitions.Next(request, (OrderGoal)goal, now.Facts, now.Knowledge);
            now.Check(step, request, (OrderGoal)goal);
            ended += step is OrderStep.Done ? 1 : 0;
            foreach (var next in now.After(step, request))
            {
                open.Enqueue(next);
            }
        }

        ended.ShouldBePositive();
        seen.Count.ShouldBeGreaterThan((OrderGoal)goal == OrderGoal.Cart ? 20 : 50);
    }

    private static OrderStep Next(OrderFacts facts, RunKnowledge? knowledge = null) =>
        OrderTransitions.Next(Request, OrderGoal.Delivered, facts, knowledge ?? Known);

    private static OrderStep NextOfOptions(OrderFacts facts, RunKnowledge? knowledge = null) =>
        OrderTransitions.Next(OptionsAlone, OrderGoal.Delivered, facts, knowledge ?? Known);

    private static ProjectFacts Facts(string description) => new(description, description, "ok", null, null, null, null);

    private static PlacedItem Item(long id, ItemSettings settings, params string[] descriptions) => new(
        new ItemId(id), settings,
        [.. descriptions.Select((d, i) => new PlacedConfiguration(new ConfigurationId((id * 10) + i), "description", d))]);
}
