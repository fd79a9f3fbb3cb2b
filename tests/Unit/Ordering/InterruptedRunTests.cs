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

    private static LawWorld World(
        Action<SimulatorSettings> settings, LawProgram program, params IEnumerable<(string Call, Fate Fate)> fates) =>
        new(new FaultScript(fates), program, settings);
}
