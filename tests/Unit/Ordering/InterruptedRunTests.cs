using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Tests.Unit.Ordering.Laws;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>Runs that were interrupted, and what the next one makes of what they left.</summary>
public sealed class InterruptedRunTests
{
    private static readonly (string Call, Fate Fate) KilledBeforeTheProjectIsRead =
        ("run 1: GET /cloud/project/* #1", new Fate(FaultKind.DropBefore, null, Interruption.BothKilled));

    [Fact]
    public async Task Create_WhenTheProjectOfAnInterruptedRunIsNotVisibleYet_WaitsForIt()
    {
        var world = World(s => s.ProjectMissingMs = 60_000, LawProgram.OneWith(), KilledBeforeTheProjectIsRead);
        await world.UpAsync();

        await world.UpAsync();

        world.Failures.ShouldBeEmpty();
        world.Simulation.Summary().Orders.ShouldBe(1);
        world.State[LawProgram.Project].Id.ShouldBe(world.Simulation.Orders()[0].ProjectId);
    }

    [Fact]
    public async Task Create_WhenTheProjectOfAnInterruptedRunStaysAbsent_OrdersAgain()
    {
        var world = World(_ => { }, LawProgram.OneWith(), KilledBeforeTheProjectIsRead);
        await world.UpAsync();
        world.Simulation.Locked(w => w.Projects[0].TerminatedAt = w.Now);

        await world.UpAsync();

        world.Failures.ShouldBeEmpty();
        world.State[LawProgram.Project].Id.ShouldBe(world.Simulation.Orders()[1].ProjectId);
    }

    [Fact]
    public async Task Create_WhenAnEqualProjectWasEndedSomeDaysAgo_DoesNotWaitForItToComeBack()
    {
        var world = World(s => s.ListCheckedOutCarts = false, LawProgram.OneWith(), KilledBeforeTheProjectIsRead);
        await world.UpAsync();
        world.Simulation.Locked(w => w.Projects[0].TerminatedAt = w.Now);

        await world.UpAsync(after: TimeSpan.FromDays(2));

        world.Failures.ShouldBeEmpty();
        var orders = world.Simulation.Locked(w => w.Orders.Select(o => o.Date).ToList());
        (orders[1] - orders[0]).ShouldBeInRange(TimeSpan.FromDays(2), TimeSpan.FromDays(2) + TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Create_WhenNeitherCartsNorCloudOrdersTellOfAnInterruptedRun_AsksTheBilling(int status)
    {
        var world = World(
            s => s.ListCheckedOutCarts = false,
            LawProgram.OneWith(),
            ("run 1: POST /me/order/*/payWithRegisteredPaymentMean #1", new Fate(FaultKind.DropAfter, null, Interruption.BothKilled)),
            ("run 2: GET /cloud/order #1", new Fate(FaultKind.Status, status)));
        await world.UpAsync();

        await world.UpAsync();

        world.Failures.ShouldHaveSingleItem().ShouldContain("cannot determine its owner, so it stops.");
        world.Simulation.Summary().Orders.ShouldBe(1);
    }

    [Fact]
    public async Task Read_OfAnUnpaidOrderThatIsNotWaitedFor_LeavesThePaymentToTheNextUpdate()
    {
        var world = World(_ => { }, LawProgram.OneWith(("waitForDelivery", PropertyValue.Of(false))),
            ("run 1: POST /order/cart/*/checkout #1", new Fate(FaultKind.DropAfter, null, Interruption.Stopped)));
        await world.UpAsync();

        await world.UpAsync();

        world.Failures.ShouldBeEmpty();
        world.Simulation.Summary().Payments.ShouldBe(1);
    }

    [Theory]
    [InlineData("POST /order/cart/*/checkout #1", Interruption.BothKilled)]
    [InlineData("POST /order/cart/*/checkout #1", Interruption.Stopped)]
    [InlineData("GET /me/order/*/status #1", Interruption.BothKilled)]
    [InlineData("GET /me/order/*/status #1", Interruption.Stopped)]
    [InlineData("GET /me/order/*/status #1", null)]
    public async Task Update_ThatChangedAPendingCartAndOrderedIt_IsContinuedWithThatOrder(string call, object? interruption)
    {
        var pending = LawProgram.OneWith(
            ("checkout", PropertyValue.Of(false)),
            ("configuration", PropertyValue.Map.Empty.With("infrastructure", PropertyValue.Of("production"))),
            ("options", PropertyValue.Of([PropertyValue.Map.Empty.With("planCode", PropertyValue.Of("credit"))])));
        foreach (var ordered in new[] { LawProgram.OneWith(), WithAll("project.legacy", "V-1"), WithAll("project.2018", "WELCOME") })
        {
            var program = pending with { Later = ordered.First, ChangesInRun = 2 };
            var kind = interruption is null ? FaultKind.Status : FaultKind.DropAfter;
            var world = World(_ => { }, program, ($"run 2: {call}", new Fate(kind, 403, (Interruption?)interruption)));
            await world.UpAsync();
            await world.UpAsync();

            await world.UpAsync();
            await world.UpAsync();

            world.Failures.ShouldBeEmpty();
            var order = world.Simulation.Orders().ShouldHaveSingleItem();
            world.Simulation.Summary().Payments.ShouldBe(1);
            world.Simulation.Projects()[0].Vouchers.Count.ShouldBeLessThanOrEqualTo(1);
            world.State[LawProgram.Project].Id.ShouldBe(order.ProjectId);
        }

        static LawProgram WithAll(string plan, string voucher) => LawProgram.OneWith(
            ("planCode", PropertyValue.Of(plan)),
            ("voucher", PropertyValue.Of(voucher)),
            ("configuration", PropertyValue.Map.Empty.With("infrastructure", PropertyValue.Of("test"))),
            ("options", PropertyValue.Of([PropertyValue.Map.Empty.With("planCode", PropertyValue.Of("certification.hds.2018"))])));
    }

    private static LawWorld World(
        Action<SimulatorSettings> settings, LawProgram program, params IEnumerable<(string Call, Fate Fate)> fates) =>
        new(new FaultScript(fates), program, settings);
}
