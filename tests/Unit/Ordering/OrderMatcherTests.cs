using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Simulator.Carts;
using PulumiOvhOrder.Simulator.Orders;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Tests.Unit.Ordering.Laws;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>How the order is found that a checked-out cart became.</summary>
public sealed class OrderMatcherTests
{
    private static readonly TimeSpan New = TimeSpan.FromMinutes(59);
    private static readonly TimeSpan CheckedOut = TimeSpan.FromDays(3);
    private static readonly TimeSpan[] Attempts = [.. new[] { 0, 200, 600, 1400, 2400, 3400 }.Select(ms => TimeSpan.FromMilliseconds(ms))];

    [Fact]
    public async Task An_order_that_is_never_listed_is_looked_for_six_times()
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(CheckedOut, isCheckedOut: true);

        var failure = await Should.ThrowAsync<OrderException>(() => FindAsync(sut, Owning(sut, cart)));

        failure.Failure.ShouldBe(new OrderFailure.OrderOfCartMissing(new CartId(cart.Id)));
        sut.TimesOf("GET", p => p == "/cloud/order").ShouldBe(Attempts);
    }

    /// <summary>As where the state lost the resource, and its project was imported under another name.</summary>
    [Fact]
    public async Task An_order_that_another_resource_has_in_the_state_is_not_advised_to_be_imported()
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(CheckedOut, isCheckedOut: true);
        var order = sut.AddOrder(sut.Now, cart);
        sut.Services.Registry.RecordState("another", new OrderFacts { OrderId = new OrderId(order.OrderId) });

        var failure = await Should.ThrowAsync<OrderException>(() => FindAsync(sut, Owning(sut, cart)));

        failure.Failure.ShouldBe(new OrderFailure.OrderOfCartMissing(new CartId(cart.Id), OtherTagInSight: true));
    }

    [Fact]
    public async Task An_order_that_is_listed_late_is_found_by_the_next_look()
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(CheckedOut, isCheckedOut: true);
        var run = Owning(sut, cart);
        Order? order = null;
        var placed = sut.Now;
        using var timer = sut.After(TimeSpan.FromSeconds(1), () => order = sut.AddOrder(placed, cart));

        await FindAsync(sut, run);

        run.Facts.OrderId.ShouldBe(new OrderId(order!.OrderId));
        sut.TimesOf("GET", p => p == "/cloud/order").ShouldBe(Attempts.Take(4));
        (run.Knowledge.StatusRead, run.Knowledge.PaymentUncertain, run.Knowledge.PriceUncertain).ShouldBe((false, true, true));
        sut.Services.Registry.IsKnown(new CartId(cart.Id)).ShouldBeTrue();
    }

    [Fact]
    public async Task Orders_that_were_there_before_the_checkout_are_not_its_order()
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(CheckedOut, isCheckedOut: true);
        var (before, own) = (sut.AddOrder(sut.Now), sut.AddOrder(sut.Now, cart));
        var run = Owning(sut, cart);
        run.Ledger.Learn(k => k with { OrdersBefore = [new OrderId(before.OrderId)] });

        await FindAsync(sut, run);

        run.Facts.OrderId.ShouldBe(new OrderId(own.OrderId));
        sut.Calls.ShouldNotContain("GET /me/order/*/status");
    }

    /// <summary>Both are in the state, and the run that checked them out died: which became which makes no difference.</summary>
    [Fact]
    public async Task Carts_of_two_resources_in_the_state_that_hold_the_same_get_an_order_each()
    {
        using var sut = new OrdersUnderTest();
        const string Sibling = "pulumi-ovh-order dev/t/other 0123456789abcdef9999";
        var (cart, other) = (sut.AddCart(CheckedOut, isCheckedOut: true), sut.AddCart(CheckedOut, Sibling, isCheckedOut: true));
        var orders = new[] { sut.AddOrder(sut.Now, cart), sut.AddOrder(sut.Now, other) }.Select(o => o.OrderId).ToList();
        var run = Owning(sut, cart);
        var ofOther = Owning(sut, other, Sibling);

        await FindAsync(sut, run);
        await FindAsync(sut, ofOther);

        new[] { run.OrderId.Value, ofOther.OrderId.Value }.Order().ShouldBe(orders.Order());
    }

    /// <summary>As with <c>--target</c>: the state may have the order of the other one, and none is taken from it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_is_not_taken_by_chance_beside_a_resource_that_the_engine_has_not_mentioned(bool isMentionedMeanwhile)
    {
        using var sut = new OrdersUnderTest();
        const string Sibling = "pulumi-ovh-order dev/t/other 0123456789abcdef9999";
        var (cart, other) = (sut.AddCart(CheckedOut, isCheckedOut: true), sut.AddCart(CheckedOut, Sibling, isCheckedOut: true));
        var orders = new[] { sut.AddOrder(sut.Now, cart), sut.AddOrder(sut.Now, other) }.Select(o => new OrderId(o.OrderId)).ToList();
        var run = Owning(sut, cart);
        using var timer = sut.After(TimeSpan.FromSeconds(1), () =>
        {
            if (isMentionedMeanwhile)
            {
                sut.Services.Registry.RecordMention(Sibling);
            }
        });

        if (isMentionedMeanwhile)
        {
            await FindAsync(sut, run);
            orders.ShouldContain(run.OrderId);
        }
        else
        {
            var failure = await Should.ThrowAsync<OrderException>(() => FindAsync(sut, run));
            failure.Failure.ShouldBeOfType<OrderFailure.OrderOfCartAmbiguous>().OtherTagInSight.ShouldBeTrue();
        }
    }

    /// <summary>With <c>--parallel 1</c> its Create comes after ours.</summary>
    [Theory]
    [InlineData(null, true)]
    [InlineData("a", false)]
    public void A_resource_that_is_checked_is_mentioned_unless_the_state_has_it(string? old, bool isMentioned)
    {
        using var sut = new OrdersUnderTest();
        var urn = new Urn("urn:pulumi:dev::t::ovh-order:index:CloudProject::other");
        var olds = old is null ? PropertyValue.Map.Empty : PropertyValue.Map.Empty.With("description", PropertyValue.Of(old));

        new CloudProjectResource(sut.Services).Check(new CheckRequest(urn, CloudProjectDefinition.Token, olds, PropertyValue.Map.Empty));

        sut.Services.Registry.IsMentioned(CloudProjectInputs.TagOf(urn)).ShouldBe(isMentioned);
    }

    [Theory]
    [InlineData(OrdersUnderTest.OtherStack, true)]
    [InlineData("someone else's", false)]
    public async Task Two_orders_that_hold_the_same_are_ambiguous_and_another_tag_is_told(string tag, bool isTold)
    {
        using var sut = new OrdersUnderTest();
        var (cart, other) = (sut.AddCart(CheckedOut, isCheckedOut: true), sut.AddCart(CheckedOut, tag, isCheckedOut: true));
        var orders = new[] { sut.AddOrder(sut.Now, cart), sut.AddOrder(sut.Now, other) };

        var failure = await Should.ThrowAsync<OrderException>(() => FindAsync(sut, Owning(sut, cart)));

        var told = failure.Failure.ShouldBeOfType<OrderFailure.OrderOfCartAmbiguous>();
        told.Orders.Select(o => o.Value).Order().ShouldBe(orders.Select(o => o.OrderId));
        told.OtherTagInSight.ShouldBe(isTold);
    }

    /// <summary>Each stack looked, saw no cart of the other, and its own order is not listed yet when the other's comes up.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_that_comes_up_is_not_taken_while_its_own_cart_was_checked_out_meanwhile(bool wasOlderCartSeen)
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(CheckedOut, isCheckedOut: true);
        var run = Owning(sut, cart);
        if (wasOlderCartSeen)
        {
            var hour = TimeSpan.FromHours(1);
            var older = sut.AddOrder(sut.Now - hour, sut.AddCart(CheckedOut - hour, OrdersUnderTest.OtherStack, isCheckedOut: true));
            run.Ledger.Learn(k => k with { OrdersBefore = [new OrderId(older.OrderId)] });
        }

        var third = OrdersUnderTest.OtherStack.Replace("live", "third", StringComparison.Ordinal);
        using var theirs = sut.After(
            TimeSpan.FromSeconds(1), () => sut.AddOrder(sut.Now, sut.AddCart(CheckedOut, third, isCheckedOut: true)));
        using var ours = sut.After(TimeSpan.FromSeconds(2), () => sut.AddOrder(sut.Now, cart));

        await Should.ThrowAsync<OrderException>(() => FindAsync(sut, run));

        run.Facts.OrderId.ShouldBeNull();
    }

    /// <summary>The cart of the order that comes up first is not read: the account has too many.</summary>
    [Fact]
    public async Task An_order_that_comes_up_is_not_taken_while_carts_of_others_were_not_read()
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(CheckedOut, isCheckedOut: true);
        for (var i = 0; i < 16; i++)
        {
            sut.AddCart(New, $"other {i}");
        }

        sut.AddOrder(sut.Now, sut.AddCart(CheckedOut, OrdersUnderTest.OtherStack, isCheckedOut: true));
        using var ours = sut.After(TimeSpan.FromSeconds(2), () => sut.AddOrder(sut.Now, cart));
        var run = Owning(sut, cart);

        var failure = await Should.ThrowAsync<OrderException>(() => FindAsync(sut, run));

        failure.Failure.ShouldBeOfType<OrderFailure.OrderOfCartAmbiguous>().Orders.Length.ShouldBe(2);
        run.Facts.OrderId.ShouldBeNull();
    }

    /// <summary>A stack whose price was confirmed a minute before ours may be checked out after ours.</summary>
    [Fact]
    public async Task An_order_is_not_taken_from_a_cart_whose_price_was_confirmed_before()
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(CheckedOut, isCheckedOut: true);
        var other = sut.AddCart(CheckedOut - TimeSpan.FromMinutes(1), OrdersUnderTest.OtherStack, isCheckedOut: true);
        sut.AddOrder(sut.Now, other);
        var run = Owning(sut, cart);

        await Should.ThrowAsync<OrderException>(() => FindAsync(sut, run));

        run.Facts.OrderId.ShouldBeNull();
    }

    [Fact]
    public async Task The_order_of_a_cart_that_was_confirmed_before_does_not_stand_in_the_way()
    {
        using var sut = new OrdersUnderTest();
        var (cart, other) = (sut.AddCart(CheckedOut, isCheckedOut: true),
            sut.AddCart(CheckedOut - TimeSpan.FromHours(1), OrdersUnderTest.OtherStack, isCheckedOut: true));
        sut.AddOrder(sut.Now.AddHours(-1), other);
        var own = sut.AddOrder(sut.Now, cart);
        var run = Owning(sut, cart);

        await FindAsync(sut, run);

        run.Facts.OrderId.ShouldBe(new OrderId(own.OrderId));
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public async Task Fifteen_carts_that_hold_other_things_are_read_and_no_more(int carts, bool isSeen)
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(CheckedOut, isCheckedOut: true);
        for (var i = 0; i < carts; i++)
        {
            sut.AddCart(New, $"other {i}");
        }

        var other = sut.AddCart(CheckedOut, OrdersUnderTest.OtherStack, isCheckedOut: true);
        sut.AddOrder(sut.Now, cart);
        sut.AddOrder(sut.Now, other);

        var failure = await Should.ThrowAsync<OrderException>(() => FindAsync(sut, Owning(sut, cart)));

        failure.Failure.ShouldBeOfType<OrderFailure.OrderOfCartAmbiguous>().OtherTagInSight.ShouldBe(isSeen);
    }

    /// <summary>Only so many orders of other things are read, those first that were placed at the time.</summary>
    [Fact]
    public async Task The_orders_that_were_placed_at_the_time_are_read_first()
    {
        using var sut = new OrdersUnderTest();
        var hour = TimeSpan.FromHours(1);
        var cart = sut.AddCart(CheckedOut - hour, isCheckedOut: true);
        var own = sut.AddOrder(sut.Now - hour, cart);
        for (var i = 0; i < 12; i++)
        {
            sut.AddOrder(sut.Now, description: $"other {i}");
        }

        var run = Owning(sut, cart);
        await FindAsync(sut, run);

        run.Facts.OrderId.ShouldBe(new OrderId(own.OrderId));
        sut.CountOf("GET /me/order/*/details").ShouldBeLessThanOrEqualTo(11);
    }

    /// <summary>Where the list of cloud orders cannot be had, each order tells its own date.</summary>
    [Fact]
    public async Task An_order_whose_date_no_list_tells_is_asked_for_it()
    {
        using var sut = new OrdersUnderTest(("GET /cloud/order #1", new Fate(FaultKind.Status, 403)));
        var cart = sut.AddCart(CheckedOut, isCheckedOut: true);
        sut.AddOrder(sut.Now - TimeSpan.FromHours(1));
        var own = sut.AddOrder(sut.Now, cart);
        var run = Owning(sut, cart);

        await FindAsync(sut, run);

        run.Facts.OrderId.ShouldBe(new OrderId(own.OrderId));
        sut.CountOf("GET /me/order/*").ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task An_order_of_another_plan_is_not_read()
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(CheckedOut, isCheckedOut: true);
        sut.AddOrder(sut.Now, plan: "project.discovery");
        var own = sut.AddOrder(sut.Now, cart);
        var run = Owning(sut, cart);

        await FindAsync(sut, run);

        run.Facts.OrderId.ShouldBe(new OrderId(own.OrderId));
        sut.CountOf("GET /me/order/*/details").ShouldBe(1);
    }

    [Theory]
    [InlineData("blog", "project.2018")]
    [InlineData("shop", "project.discovery")]
    public async Task A_cart_of_another_stack_that_holds_something_else_is_not_in_sight(string description, string plan)
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(CheckedOut, isCheckedOut: true);
        sut.AddCart(CheckedOut, OrdersUnderTest.OtherStack, isCheckedOut: true, description, plan);
        sut.AddOrder(sut.Now, cart);
        sut.AddOrder(sut.Now);

        var failure = await Should.ThrowAsync<OrderException>(() => FindAsync(sut, Owning(sut, cart)));

        failure.Failure.ShouldBeOfType<OrderFailure.OrderOfCartAmbiguous>().OtherTagInSight.ShouldBeFalse();
    }

    /// <summary>Options are known by their plans, in whatever order, and by their project.</summary>
    [Theory]
    [InlineData("certification.hds.2018", true)]
    [InlineData("cloud.credit", false)]
    public async Task An_order_of_options_is_found_by_their_plans(string ordered, bool isFound)
    {
        using var sut = new OrdersUnderTest();
        var project = ProjectId.Of(new string('a', 32));
        var tag = CartTag.ForOptions(OrdersUnderTest.Tag, project);
        var cart = sut.AddCart(CheckedOut, tag, isCheckedOut: true, options: ["certification.hds.2018"], project: project.ToString());
        var other = sut.AddCart(CheckedOut, "any", isCheckedOut: true, options: [ordered], project: project.ToString());
        var order = sut.AddOrder(sut.Now, other);
        var wanted = new OptionRequest("certification.hds.2018", null, null, null, ImmutableSortedDictionary<string, string>.Empty);
        var facts = new OrderFacts { CartId = new CartId(cart.Id), CartExpirationDate = cart.Expire };
        var run = sut.Run(new OrderFacts { ProjectId = project }).ForOptions([wanted], facts);

        var work = FindAsync(sut, run);

        await (isFound ? work : Should.ThrowAsync<OrderException>(() => work));
        run.Facts.OrderId.ShouldBe(isFound ? new OrderId(order.OrderId) : null);
    }

    private static OrderRun Owning(OrdersUnderTest sut, Cart cart, string tag = OrdersUnderTest.Tag)
    {
        var facts = new OrderFacts
        {
            CartId = new CartId(cart.Id),
            OvhSubsidiary = "FR",
            CartExpirationDate = cart.Expire,
        };
        sut.Services.Registry.RecordState(tag, facts);
        return sut.Run(facts, OrdersUnderTest.Request with { Tag = tag });
    }

    private static Task FindAsync(OrdersUnderTest sut, OrderRun run) =>
        sut.InTimeAsync(sut.Reconciler.FindOrderAsync(run, CancellationToken.None));
}
