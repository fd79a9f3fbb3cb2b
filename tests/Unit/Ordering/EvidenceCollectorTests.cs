using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Simulator.Orders;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Tests.Unit.Ordering.Laws;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>What counts as evidence of an interrupted run: how old a cart is told to be, and which orders look like its own.</summary>
public sealed class EvidenceCollectorTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("0:59:00", null, "0:00:00")]
    [InlineData("0:30:00", null, "0:29:00")]
    [InlineData("1:04:00", null, "-0:05:00")]
    [InlineData("1:04:01", null, null)]
    [InlineData("1:04:01", "2.23:55:00", null)]
    [InlineData("1:04:01", "2.23:55:01", "2.22:55:59")]
    [InlineData("3.00:05:00", "3.00:00:00", "-0:05:00")]
    public async Task The_age_of_an_open_cart_is_told_by_its_expiry_where_carts_get_what_is_asked_for(
        string left, string? granted, string? age)
    {
        using var sut = new OrdersUnderTest();
        sut.AddCart(TimeSpan.Parse(left, null));
        var run = sut.Run(new OrderFacts { CartExpirationDate = granted is null ? null : sut.Now + TimeSpan.Parse(granted, null) });

        var evidence = await BesideAsync(sut, run);

        evidence.Carts.ShouldHaveSingleItem().ShouldBeOfType<TaggedCart.Open>().Age
            .ShouldBe(age is null ? null : TimeSpan.Parse(age, null));
    }

    [Fact]
    public async Task A_cart_that_outlives_a_checked_out_one_is_told_to_be_a_pending_one()
    {
        using var sut = new OrdersUnderTest();
        var left = PollingSchedule.CheckedOutCartLife + PollingSchedule.ClockTolerance + Second;
        sut.AddCart(left);
        var run = sut.Run(new OrderFacts { CartExpirationDate = sut.Now + PollingSchedule.CheckedOutCartLife });

        (await BesideAsync(sut, run)).Carts.ShouldHaveSingleItem().ShouldBeOfType<TaggedCart.Open>().Age
            .ShouldBe(PollingSchedule.PendingCartLife - left);
    }

    [Theory]
    [InlineData(-3 * 86400, false)]
    [InlineData((-3 * 86400) + 1, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public async Task An_order_looks_like_an_interrupted_runs_if_it_is_of_three_days_and_not_of_this_process(int seconds, bool counts)
    {
        using var sut = new OrdersUnderTest();
        var order = sut.AddOrder(sut.Now.AddSeconds(seconds));

        var evidence = await LeftAsync(sut);

        evidence.Lookalikes.Select(l => l.Order.Value).ShouldBe(counts ? [order.OrderId] : []);
    }

    [Fact]
    public async Task An_order_whose_date_no_list_tells_counts_whenever_it_was_placed()
    {
        using var sut = new OrdersUnderTest(("GET /cloud/order #1", new Fate(FaultKind.Status, 403)));
        var order = sut.AddOrder(sut.Now.AddMinutes(5));
        var (run, collector) = (sut.Run(), sut.Collector);

        var evidence = await sut.InTimeAsync(collector.LeftByInterruptedRunsAsync(run, CancellationToken.None));

        evidence.Lookalikes.ShouldBe([new Lookalike(new OrderId(order.OrderId), OrderFate.Unpaid)]);
        run.Knowledge.OrdersBefore.ShouldBe([new OrderId(order.OrderId)]);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(OrdersUnderTest.Tag, null, true)]
    [InlineData("another", null, false)]
    [InlineData(null, OrdersUnderTest.Tag, false)]
    [InlineData(null, "another", false)]
    public async Task An_order_that_this_process_or_a_state_explains_is_none(string? madeFor, string? inStateOf, bool counts)
    {
        using var sut = new OrdersUnderTest();
        var order = new OrderId(sut.AddOrder(sut.Now).OrderId);
        if (madeFor is not null)
        {
            sut.Services.Registry.RecordOrder(madeFor, new CartId("other"), order);
        }

        if (inStateOf is not null)
        {
            sut.Services.Registry.RecordState(inStateOf, new OrderFacts { OrderId = order });
        }

        (await LeftAsync(sut)).Lookalikes.Length.ShouldBe(counts ? 1 : 0);
    }

    [Theory]
    [InlineData(OrderStatus.Cancelled, false, "Ended")]
    [InlineData(OrderStatus.NotPaid, false, "Unpaid")]
    [InlineData(OrderStatus.NotPaid, true, "UnderWay")]
    [InlineData(OrderStatus.Checking, false, "UnderWay")]
    [InlineData(OrderStatus.Delivering, true, "UnderWay")]
    public async Task The_fate_of_an_order_under_way_is_told_by_its_status_and_payment(string status, bool isPaid, string fate)
    {
        using var sut = new OrdersUnderTest();
        var order = sut.AddOrder(sut.Now);
        if (isPaid)
        {
            sut.Pay(order, TimeSpan.FromHours(1));
        }

        sut.Simulation.ForceOrderStatus(order.OrderId, status, null);

        (await LeftAsync(sut)).Lookalikes.ShouldHaveSingleItem().Fate.ToString().ShouldBe(fate);
    }

    /// <summary>OVHcloud does not tell when it delivered an order: not before the last thing that it tells.</summary>
    [Theory]
    [InlineData(false, 86_401, 86_401, true, "Delivered")]
    [InlineData(true, 0, 0, true, "Hidden")]
    [InlineData(true, 100_000, 86_400, true, "Hidden")]
    [InlineData(true, 100_000, 86_401, true, "Ended")]
    [InlineData(true, 100_000, 86_401, false, "Hidden")]
    public async Task The_fate_of_a_delivered_order_is_told_by_its_project(
        bool isHidden, int orderAge, int paymentAge, bool isFollowUpEmpty, string fate)
    {
        using var sut = new OrdersUnderTest();
        sut.Simulation.Configure(s =>
        {
            s.ProjectMissingMs = isHidden ? 1_000_000 : 0;
            s.FollowUpAllTodo = isFollowUpEmpty;
        });
        var order = sut.AddOrder(sut.Now.AddSeconds(-orderAge));
        sut.Pay(order);
        order.PaidAt = sut.Now.AddSeconds(-paymentAge);

        (await LeftAsync(sut)).Lookalikes.ShouldHaveSingleItem().Fate.ToString().ShouldBe(fate);
    }

    [Theory]
    [InlineData(10, 0, true)]
    [InlineData(12, 2, false)]
    public async Task Ten_orders_of_other_things_are_read_and_the_rest_counted(int others, int notExamined, bool isFound)
    {
        using var sut = new OrdersUnderTest();
        if (!isFound)
        {
            sut.AddOrder(sut.Now);
        }

        for (var i = 0; i < others; i++)
        {
            sut.AddOrder(sut.Now, description: "other");
        }

        if (isFound)
        {
            sut.AddOrder(sut.Now);
        }

        var evidence = await LeftAsync(sut);

        evidence.OrdersNotExamined.ShouldBe(isFound ? notExamined : notExamined + 1);
        evidence.Lookalikes.Length.ShouldBe(isFound ? 1 : 0);
        sut.CountOf("GET /me/order/*/details").ShouldBe(isFound ? others + 1 : 10);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public async Task A_cart_of_another_stack_explains_one_order_and_is_told(int orders, int left)
    {
        using var sut = new OrdersUnderTest();
        var other = sut.AddCart(PollingSchedule.CheckedOutCartLife, OrdersUnderTest.OtherStack, isCheckedOut: true);
        sut.AddOrder(sut.Now, other);
        for (var i = 1; i < orders; i++)
        {
            sut.AddOrder(sut.Now);
        }

        var evidence = await LeftAsync(sut);

        (evidence.Lookalikes.Length, evidence.OtherTagInSight).ShouldBe((left, true));
    }

    /// <summary>As on the US site: what an order is for is not recorded, but each cart of the plan explains one.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public async Task A_cart_of_another_stack_explains_an_order_that_records_nothing_whatever_its_description(int orders, int left)
    {
        using var sut = new OrdersUnderTest(Enumerable.Range(1, 10).Select(i =>
            ($"GET /me/order/*/details/*/extension #{i}", new Fate(FaultKind.Status, 404))));
        sut.AddOrder(sut.Now, sut.AddCart(PollingSchedule.CheckedOutCartLife, OrdersUnderTest.OtherStack, isCheckedOut: true, "blog"));
        for (var i = 1; i < orders; i++)
        {
            sut.AddOrder(sut.Now, description: "by hand");
        }

        var evidence = await LeftAsync(sut);

        evidence.Lookalikes.Length.ShouldBe(left);
    }

    [Fact]
    public async Task Where_a_cart_of_the_resource_was_ordered_no_other_order_is_looked_at()
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(PollingSchedule.CheckedOutCartLife, isCheckedOut: true);
        var order = sut.AddOrder(sut.Now, cart);
        sut.AddOrder(sut.Now, description: "other");

        var evidence = await LeftAsync(sut);

        var ordered = evidence.Carts.ShouldHaveSingleItem().ShouldBeOfType<TaggedCart.Ordered>();
        (ordered.Order.Value, ordered.Fate).ShouldBe((order.OrderId, OrderFate.Unpaid));
        (evidence.Lookalikes.Length, evidence.OtherTagInSight, evidence.IsReplacement).ShouldBe((0, false, false));
        sut.Services.Registry.IsKnown(new CartId(cart.Id)).ShouldBeTrue();
    }

    [Fact]
    public async Task Where_the_order_of_the_resources_cart_has_ended_others_are_looked_at_and_it_is_not()
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(PollingSchedule.CheckedOutCartLife, isCheckedOut: true);
        var ended = sut.AddOrder(sut.Now, cart);
        var other = sut.AddOrder(sut.Now.AddDays(-1));
        sut.Simulation.ForceOrderStatus(ended.OrderId, OrderStatus.Cancelled, null);

        (await LeftAsync(sut)).Lookalikes.ShouldBe([new Lookalike(new OrderId(other.OrderId), OrderFate.Unpaid)]);
    }

    [Fact]
    public async Task A_cart_that_became_no_order_is_undetermined_and_keeps_others_from_being_looked_at()
    {
        using var sut = new OrdersUnderTest();
        var cart = sut.AddCart(PollingSchedule.CheckedOutCartLife, isCheckedOut: true);
        sut.AddOrder(sut.Now.AddDays(-1));

        var evidence = await LeftAsync(sut);

        var found = evidence.Carts.ShouldHaveSingleItem();
        (found.Id, found.Expires).ShouldBe((new CartId(cart.Id), cart.Expire));
        found.ShouldBeOfType<TaggedCart.Undetermined>().Candidates.ShouldBeEmpty();
        evidence.Lookalikes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_found_beside_a_state_replaces_it(bool isInState)
    {
        using var sut = new OrdersUnderTest();
        sut.AddCart(PollingSchedule.NewCartLife);
        if (isInState)
        {
            sut.Services.Registry.RecordState(OrdersUnderTest.Tag, new OrderFacts { CartId = new CartId("replaced") });
        }

        (await LeftAsync(sut)).IsReplacement.ShouldBe(isInState);
    }

    /// <summary>An order of another option is told by its plan, and not read.</summary>
    [Theory]
    [InlineData("certification.hds.2018", 1)]
    [InlineData("cloud.credit", 0)]
    public async Task An_order_of_the_same_options_for_the_project_looks_like_an_interrupted_runs(string ordered, int count)
    {
        using var sut = new OrdersUnderTest();
        var project = ProjectId.Of(new string('a', 32));
        var cart = sut.AddCart(TimeSpan.FromDays(1), "any", isCheckedOut: true, options: [ordered], project: project.ToString());
        sut.AddOrder(sut.Now, cart);
        var hds = new OptionRequest("certification.hds.2018", null, null, null, ImmutableSortedDictionary<string, string>.Empty);
        var run = sut.Run(new OrderFacts { ProjectId = project }).ForOptions([hds], start: null);

        var evidence = await sut.InTimeAsync(sut.Collector.LeftByInterruptedRunsAsync(run, CancellationToken.None));

        evidence.Lookalikes.Length.ShouldBe(count);
        sut.CountOf("GET /me/order/*/details").ShouldBe(count);
    }

    [Theory]
    [InlineData(ProjectState.Suspended)]
    [InlineData(ProjectState.Expired)]
    public async Task An_order_whose_project_is_suspended_may_have_ended(object state)
    {
        using var sut = new OrdersUnderTest();
        sut.Simulation.Configure(s => s.ProjectState = (ProjectState)state);
        sut.Pay(sut.AddOrder(sut.Now));

        (await LeftAsync(sut)).Lookalikes.ShouldHaveSingleItem().Fate.ShouldBe(OrderFate.Suspended);
    }

    [Fact]
    public async Task An_order_whose_project_is_being_deleted_has_ended()
    {
        using var sut = new OrdersUnderTest();
        sut.Simulation.Configure(s => (s.SuspendedMs, s.TerminatedStatus) = (1_000_000, "deleting"));
        sut.Pay(sut.AddOrder(sut.Now));
        sut.Simulation.Locked(world =>
        {
            world.Projects[0].TerminatedAt = world.Now;
            return true;
        });

        (await LeftAsync(sut)).Lookalikes.ShouldHaveSingleItem().Fate.ShouldBe(OrderFate.Ended);
    }

    /// <summary>Carts that hold the same are matched together, and each group may see another tag.</summary>
    [Theory]
    [InlineData("shop")]
    [InlineData("blog")]
    public async Task Another_tag_is_in_sight_whichever_of_the_carts_it_holds_the_same_as(string description)
    {
        using var sut = new OrdersUnderTest();
        foreach (var one in new[] { "shop", "blog" })
        {
            sut.AddOrder(sut.Now, sut.AddCart(PollingSchedule.CheckedOutCartLife, isCheckedOut: true, description: one), one);
        }

        var hour = TimeSpan.FromHours(1);
        var other = sut.AddCart(
            PollingSchedule.CheckedOutCartLife - hour, OrdersUnderTest.OtherStack, isCheckedOut: true, description: description);
        sut.AddOrder(sut.Now - hour, other, description);

        (await LeftAsync(sut)).OtherTagInSight.ShouldBeTrue();
    }

    /// <summary>Where a run does not know which orders were there before, the resource's earlier carts explain theirs.</summary>
    [Theory]
    [InlineData("shop", false)]
    [InlineData("blog", true)]
    public async Task An_earlier_cart_of_the_resource_that_holds_the_same_takes_its_order_out_of_the_way(
        string description, bool isAlone)
    {
        using var sut = new OrdersUnderTest();
        var (own, earlier) = (sut.AddCart(PollingSchedule.CheckedOutCartLife, isCheckedOut: true),
            sut.AddCart(PollingSchedule.CheckedOutCartLife - Second, isCheckedOut: true, description: description));
        var first = sut.AddOrder(sut.Now, isAlone ? own : earlier);
        var run = sut.Run(new OrderFacts { CartId = new CartId(own.Id), CartExpirationDate = own.Expire });

        var cart = (await sut.InTimeAsync(sut.Collector.OwnCartAsync(run, CancellationToken.None))).Carts.ShouldHaveSingleItem();

        (cart as TaggedCart.Ordered)?.Order.ShouldBe(new OrderId(first.OrderId));
        (cart is TaggedCart.Ordered).ShouldBe(isAlone);
    }

    private static Task<Evidence> LeftAsync(OrdersUnderTest sut) =>
        sut.InTimeAsync(sut.Collector.LeftByInterruptedRunsAsync(sut.Run(), CancellationToken.None));

    private static Task<Evidence> BesideAsync(OrdersUnderTest sut, OrderRun run) => sut.InTimeAsync(
        sut.Collector.OtherCartsOfResourceAsync(run, since: null, Task.CompletedTask, CancellationToken.None));
}
