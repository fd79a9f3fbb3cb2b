using PulumiOvhOrder.Simulator.Catalogue;
using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.Orders;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator;

/// <summary>The whole state, behind one lock, and everything that a call or the side door does to it.</summary>
internal sealed class Simulation
{
    private readonly Lock _gate = new();
    private readonly SimulatorOptions _options;

    public Simulation(SimulatorOptions options, TimeProvider time)
    {
        _options = options;
        Time = time;
        Certificate = new SelfSignedCertificate(time);
        World = NewWorld();
    }

    public TimeProvider Time { get; }

    public SelfSignedCertificate Certificate { get; }

    public CallLog Calls { get; } = new();

    public FaultList Faults { get; } = new();

    /// <summary>Sees every call when it arrived and when it was processed; the answer waits for it.</summary>
    public Func<CallRecord, FaultMoment, Task>? Watcher { get; set; }

    private World World { get; set; }

    public T Locked<T>(Func<World, T> action)
    {
        lock (_gate)
        {
            World.Advance();
            return action(World);
        }
    }

    public SimulatorSummary Summary() => Locked(world =>
    {
        var calls = Calls.Snapshot();
        var strays = world.Carts.Where(cart => cart.IsStray(world.Now)).ToList();
        return new SimulatorSummary
        {
            Carts = world.Carts.Count,
            OpenCarts = world.Carts.Count(cart => cart.IsOpen(world.Now)),
            StrayCarts = strays.Count,
            StrayLongestSeconds = strays.Select(cart => (long)cart.LifeLeft(world.Now).TotalSeconds).DefaultIfEmpty().Max(),
            Orders = world.Orders.Count,
            PaidOrders = world.Orders.Count(order => order.PaidAt is not null),
            Payments = world.Orders.Sum(order => order.Payments),
            Projects = world.Projects.Count(project => project.TerminatedAt is null),
            Calls = calls.Count,
            UnknownCalls = calls.Count(call => call.Unknown),
        };
    });

    public IReadOnlyList<OrderRecord> Orders() => Locked(world => world.Orders.Select(order => ToRecord(order, world.Now)).ToList());

    public IReadOnlyList<ProjectRecord> Projects() => Locked(world => world.Projects.Select(project => new ProjectRecord
    {
        ProjectId = project.Id,
        OrderId = project.OrderId,
        PlanCode = project.PlanCode,
        Description = project.Description,
        Terminated = project.TerminatedAt is not null,
        Options = [.. project.Options],
        Vouchers = [.. world.Credits.Where(credit => credit.ProjectId == project.Id).Select(credit => credit.Voucher)],
    }).ToList());

    public void Configure(Action<SimulatorSettings> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Locked(world =>
        {
            change(world.Settings);
            return Settle(world);
        });
    }

    public void Configure(string json) => Locked(world =>
    {
        world.Settings = SideDoorJson.Merge(world.Settings, json);
        return Settle(world);
    });

    public void ForceOrderStatus(long orderId, string? status, string? followUp) => Locked(world =>
    {
        if (followUp is not null && !FollowUp.Knows(followUp))
        {
            throw new ArgumentException($"'{followUp}' is no label of followUp.", nameof(followUp));
        }

        if (status is not null && !OrderStatus.All.Contains(status))
        {
            throw new ArgumentException($"'{status}' is no order status; there are {string.Join(", ", OrderStatus.All)}.", nameof(status));
        }

        var order = world.Orders.Find(order => order.OrderId == orderId)
            ?? throw new ArgumentException($"There is no order {orderId}.", nameof(orderId));
        (order.ForcedStatus, order.ForcedFollowUp) = (status, followUp);
        world.Advance();
        return true;
    });

    public void Reset()
    {
        lock (_gate)
        {
            World = NewWorld();
            Calls.Clear();
            Faults.Clear();
        }
    }

    private static bool Settle(World world)
    {
        if (world.Settings.RevokeTokens)
        {
            world.Settings.RevokeTokens = false;
            world.IssuedTokens.Clear();
        }

        if (world.Settings.Subsidiary is { } code && Subsidiaries.FindOn(world.Site, code) is null)
        {
            world.Settings.Subsidiary = null;
            throw new ArgumentException($"This site has no subsidiary '{code}'.");
        }

        if (world.Settings.AccessRules.FirstOrDefault(rule => !rule.Contains(" /", StringComparison.Ordinal)) is { } rule)
        {
            throw new ArgumentException($"'{rule}' is no access rule; one looks like GET /me.");
        }

        world.Advance();
        return true;
    }

    private static OrderRecord ToRecord(Order order, DateTimeOffset now) => new()
    {
        OrderId = order.OrderId,
        CartId = order.CartId,
        Status = order.StatusAt(now),
        Paid = order.PaidAt is not null,
        PlanCode = order.PlanCode,
        ProjectId = order.ProjectId,
        AutoPay = order.AutoPay,
        WaiveRetractationPeriod = order.WaiveRetractationPeriod,
        Configuration = order.Configuration
            .DistinctBy(entry => entry.Label)
            .ToDictionary(entry => entry.Label, entry => entry.Value),
    };

    private World NewWorld() => new(
        _options.Site,
        new SimulatorSettings { DeliveryDelayMs = (long)_options.DeliveryDelay.TotalMilliseconds },
        Time);
}
