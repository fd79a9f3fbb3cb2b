using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What was ordered and what is asked for, and what is told of it.</summary>
public sealed class DecisionReasonsTests
{
    private static readonly ProjectId Project = ProjectId.Of(new string('a', 32));
    private static readonly CartId Cart = new("cart-0");
    private static readonly OrderId Order = new(1);
    private static readonly ItemSettings Settings = new("project.2018", "P1M", "default", 1);
    private static readonly OrderRequest Request = new() { Tag = "tag", Description = "shop" };

    [Fact]
    public void An_order_is_taken_over_only_if_it_holds_all_that_the_program_names()
    {
        IsTakenOver(Request).ShouldBeTrue();
        IsTakenOver(Request with { PlanCode = "project.2018", Duration = "P1M", PricingMode = "default", Quantity = 1 }).ShouldBeTrue();
        IsTakenOver(Request with { PlanCode = "project" }).ShouldBeFalse();
        IsTakenOver(Request with { Duration = "P1Y" }).ShouldBeFalse();
        IsTakenOver(Request with { PricingMode = "upfront" }).ShouldBeFalse();
        IsTakenOver(Request with { Quantity = 2 }).ShouldBeFalse();
        IsTakenOver(Request with { CatalogName = "private" }).ShouldBeTrue("the answer names no catalogue");
        IsTakenOver(Request with { CatalogName = "private" }, Settings with { CatalogName = "public" }).ShouldBeFalse();
        IsTakenOver(Request with { CatalogName = "private" }, Settings with { CatalogName = "private" }).ShouldBeTrue();
        IsTakenOver(Request, Settings with { CatalogName = "private" }).ShouldBeTrue();
        IsTakenOver(Request with { Quantity = 2 }, Settings with { Quantity = 2 }).ShouldBeTrue();
        IsTakenOver(Request, Settings with { Quantity = 2 }).ShouldBeFalse("one is asked for where no number is");
    }

    [Fact]
    public void Options_are_compared_whatever_their_order()
    {
        IsTakenOver(Request with { Options = [Option("a"), Option("b")] }, Settings, "b", "a").ShouldBeTrue();
        IsTakenOver(Request with { Options = [Option("a")] }, Settings, "a", "b").ShouldBeFalse();
        IsTakenOver(Request with { Options = [Option("a"), Option("b")] }, Settings, "a").ShouldBeFalse();
        IsTakenOver(Request with { Options = [Option("a")] }, Settings, "b").ShouldBeFalse();
    }

    [Fact]
    public void An_order_whose_project_cannot_be_read_counts_as_what_is_asked_for() =>
        Decision.CreateBegins(Evidence(Contents(null) with { }), Request with { PlanCode = "other" })
            .ShouldBeOfType<Decision.ResumeOrder>();

    [Theory]
    [InlineData(OrderFate.Unpaid, 2, 0, true)]
    [InlineData(OrderFate.Unpaid, 1, 1, true)]
    [InlineData(OrderFate.Unpaid, 1, 0, false)]
    [InlineData(OrderFate.UnderWay, 2, 0, false)]
    public void An_order_that_holds_more_is_not_paid(object fate, int topItems, int childItems, bool isRefused)
    {
        var contents = Contents(Settings) with { TopItems = topItems, ChildItems = childItems };
        var decision = Decision.CreateBegins(Evidence(contents, (OrderFate)fate), Request);

        (decision is Decision.Stop { Reason: OrderFailure.OrderHoldsMore { Order.Value: 1 } }).ShouldBe(isRefused);
        (decision is Decision.ResumeOrder).ShouldBe(!isRefused);
    }

    [Theory]
    [InlineData(OrderFate.Delivered, "delivered")]
    [InlineData(OrderFate.UnderWay, "under way")]
    public void Another_order_is_told_with_its_status(object fate, string status) =>
        Reason(Decision.CreateBegins(
            Evidence(Contents(Settings), (OrderFate)fate) with { IsReplacement = true }, Request with { PlanCode = "other" }))
            .ShouldBe(new OrderFailure.OtherOrderFound(Cart, Order, status, IsReplacement: true));

    [Fact]
    public void A_suspended_project_may_have_been_terminated_and_is_not_resumed()
    {
        Reason(CreateBegins(Evidence(Contents(Settings), OrderFate.Suspended)))
            .ShouldBe(new OrderFailure.SuspendedOrderFound(Cart, Order, IsReplacement: false));
        Decision.CreateBegins(Evidence(Contents(null, "a"), OrderFate.Suspended), Request.ForOptions(Project, [Option("a")], "FR"))
            .ShouldBeOfType<Decision.ResumeOrder>("the project is in the state");
    }

    [Fact]
    public void Several_orders_are_told_with_their_carts()
    {
        var ended = Ordered(Contents(Settings), OrderFate.Ended, 3);
        var evidence = Of(ended, Ordered(Contents(Settings), OrderFate.UnderWay, 1), Ordered(Contents(Settings), OrderFate.Delivered, 2));

        var several = Reason(CreateBegins(evidence)).ShouldBeOfType<OrderFailure.SeveralOrdersFound>();

        several.Orders.ShouldBe(
            [new FoundOrder(new OrderId(1), new CartId("cart-1")), new FoundOrder(new OrderId(2), new CartId("cart-2"))]);
        several.IsReplacement.ShouldBeFalse();
    }

    [Theory]
    [InlineData(OrderFate.Delivered, true)]
    [InlineData(OrderFate.Suspended, true)]
    [InlineData(OrderFate.Unpaid, false)]
    public void A_possible_duplicate_is_told_with_what_is_known_of_it(object fate, bool isDelivered)
    {
        var evidence = Of() with
        {
            Lookalikes = [new Lookalike(new OrderId(8), OrderFate.Ended), new Lookalike(new OrderId(9), (OrderFate)fate)],
            IsReplacement = true,
        };

        Reason(CreateBegins(evidence))
            .ShouldBe(new OrderFailure.PossibleDuplicate(new OrderId(9), isDelivered, OtherTagInSight: false, IsReplacement: true));
    }

    [Fact]
    public void A_hidden_project_of_a_lookalike_is_waited_for() =>
        Decision.CreateBegins(Of() with { Lookalikes = [new Lookalike(new OrderId(9), OrderFate.Hidden)] }, Request)
            .ShouldBe(new Decision.Wait(new OrderId(9)));

    [Fact]
    public void What_cannot_be_determined_is_told_with_its_candidates()
    {
        var ambiguous = Of(Undetermined(1, 2)) with { OtherTagInSight = true };

        foreach (var decide in new[] { CreateBegins, Decision.BeforeCheckout, CheckoutOutcomeUnknown })
        {
            var reason = Reason(decide(ambiguous)).ShouldBeOfType<OrderFailure.OrderOfCartAmbiguous>();
            (reason.Cart, reason.OtherTagInSight).ShouldBe((Cart, true));
            reason.Orders.ShouldBe([new OrderId(1), new OrderId(2)]);
            Reason(decide(Of(Undetermined()))).ShouldBe(new OrderFailure.OrderOfCartMissing(Cart));
        }
    }

    [Fact]
    public void Before_a_checkout_a_cart_of_half_an_hour_is_another_runs()
    {
        var half = TimeSpan.FromMinutes(30);

        Reason(Decision.BeforeCheckout(Of(Open(half)))).ShouldBe(new OrderFailure.ConcurrentRun(Cart));
        Reason(Decision.BeforeCheckout(Of(Open(null)))).ShouldBe(new OrderFailure.ConcurrentRun(Cart));
        Decision.BeforeCheckout(Of(Open(half + TimeSpan.FromTicks(1))))
            .ShouldBeOfType<Decision.CheckOut>().Surplus.ShouldBe([Cart]);
    }

    [Fact]
    public void Before_a_checkout_an_order_beside_stops_and_a_hidden_one_is_waited_for()
    {
        Reason(Decision.BeforeCheckout(Of(Ordered(Contents(Settings), OrderFate.Unpaid, 1))))
            .ShouldBe(new OrderFailure.OrderBeside(Cart, Order));
        Decision.BeforeCheckout(Of(Ordered(Contents(Settings), OrderFate.Hidden, 1))).ShouldBe(new Decision.Wait(Order));
    }

    [Fact]
    public void A_deletion_reports_each_order_that_is_left_with_its_reason()
    {
        var evidence = Of(Ordered(Contents(Settings), OrderFate.Ended, 1), Ordered(Contents(Settings), OrderFate.Delivered, 2),
            Undetermined(), Open(null));

        var (surplus, reported) = Decision.AfterDelete(evidence);

        surplus.ShouldBe([new CartId("cart-3")]);
        reported.ShouldBe(
            [new OrderFailure.OrderLeft(new CartId("cart-1"), new OrderId(2)), new OrderFailure.OrderOfCartMissing(new CartId("cart-2"))]);
    }

    [Fact]
    public void Options_that_were_ordered_for_a_project_have_to_be_those_that_are_asked_for()
    {
        var asked = Request.ForOptions(Project, [Option("a")], "FR");
        var (same, other) = (Contents(null, "a"), Contents(null, "b"));

        foreach (var decide in new[] { Decision.CreateBegins, (e, r) => Decision.CheckoutOutcomeUnknown(e, r) })
        {
            decide(Evidence(same), asked).ShouldBeOfType<Decision.ResumeOrder>().Order.ShouldBe(Order);
            decide(Evidence(Contents(null)), asked).ShouldBeOfType<Decision.ResumeOrder>();
        }

        Reason(Decision.CheckoutOutcomeUnknown(Evidence(other), asked))
            .ShouldBe(new OrderFailure.OtherOrderFound(Cart, Order, "placed", IsReplacement: false));
        Reason(Decision.CreateBegins(Evidence(other), asked))
            .ShouldBe(new OrderFailure.OtherOrderFound(Cart, Order, "under way", IsReplacement: false));
        Decision.CheckoutOutcomeUnknown(Evidence(other), Request).ShouldBeOfType<Decision.ResumeOrder>();
    }

    [Fact]
    public void A_run_goes_on_with_what_an_earlier_one_ordered_only_if_it_is_what_is_asked_for()
    {
        var found = Evidence(Contents(Settings));

        Decision.CheckoutOutcomeUnknown(found, Request, asRequested: true).ShouldBeOfType<Decision.ResumeOrder>();
        Decision.CheckoutOutcomeUnknown(found, Request with { PlanCode = "other" }).ShouldBeOfType<Decision.ResumeOrder>();
        Reason(Decision.CheckoutOutcomeUnknown(found, Request with { PlanCode = "other" }, asRequested: true))
            .ShouldBe(new OrderFailure.CartOrderedOtherwise(Cart, Order));
    }

    private static bool IsTakenOver(OrderRequest request, ItemSettings? settings = null, params string[] options) =>
        Decision.CreateBegins(Evidence(Contents(settings ?? Settings, options)), request) switch
        {
            Decision.ResumeOrder { Order.Value: 1 } => true,
            Decision.Stop { Reason: OrderFailure.OtherOrderFound } => false,
            var other => throw new ShouldAssertException($"{other}"),
        };

    private static Decision CreateBegins(Evidence evidence) => Decision.CreateBegins(evidence, Request);

    private static Decision CheckoutOutcomeUnknown(Evidence evidence) => Decision.CheckoutOutcomeUnknown(evidence, Request);

    private static OrderFailure Reason(Decision decision) => decision.ShouldBeOfType<Decision.Stop>().Reason;

    private static Evidence Evidence(CartContents contents, OrderFate fate = OrderFate.UnderWay) => Of(Ordered(contents, fate, 1));

    private static Evidence Of(params TaggedCart[] carts) =>
        new([.. carts.Select((c, i) => c with { Id = new CartId($"cart-{i}") })], [], OtherTagInSight: false);

    private static TaggedCart Open(TimeSpan? age) => new TaggedCart.Open(default, null, age);

    private static TaggedCart Undetermined(params long[] candidates) =>
        new TaggedCart.Undetermined(default, null, [.. candidates.Select(c => new OrderId(c))]);

    private static TaggedCart Ordered(CartContents contents, OrderFate fate, long order) =>
        new TaggedCart.Ordered(default, null, new OrderId(order), fate, contents);

    private static OptionRequest Option(string plan) =>
        new(plan, null, null, null, ImmutableSortedDictionary<string, string>.Empty);

    private static CartContents Contents(ItemSettings? project, params string[] options) => new(
        new Cart { CartId = Cart },
        project is null ? null : new PlacedItem(new ItemId(1), project, []),
        [.. options.Select((plan, i) => new PlacedItem(new ItemId(10 + i), new ItemSettings(plan, "P1M", "default", 1), []))],
        [], 1, options.Length);
}
