using System.Text.RegularExpressions;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Simulator;
using PulumiOvhOrder.Simulator.Carts;
using PulumiOvhOrder.Simulator.Catalogue;
using PulumiOvhOrder.Simulator.Orders;
using PulumiOvhOrder.Tests.Unit.Ordering.Laws;
using OrderLine = PulumiOvhOrder.Simulator.Orders.OrderDetail;
using Quote = PulumiOvhOrder.Simulator.Carts.Quote;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>
/// What orders, below the resource, over an account whose carts and orders a test writes itself; with every call and everything told.
/// </summary>
internal sealed partial class OrdersUnderTest : IOrderListener, IDisposable
{
    public const string Tag = "pulumi-ovh-order dev/t/shop 0123456789abcdef0123";
    public const string OtherStack = "pulumi-ovh-order live/t/shop 3210fedcba9876543210";

    public static readonly OrderRequest Request = new() { Tag = Tag, Description = "shop" };

    private readonly FaultScript _script;
    private readonly ScriptedProcess _process;
    private long _items = 9001;
    private long _orders = 500_001;

    public OrdersUnderTest(params IEnumerable<(string Call, Fate Fate)> fates)
    {
        _script = new FaultScript(fates.Select(f => ($"run 1: {f.Call}", f.Fate)));
        Simulation = new Simulation(new SimulatorOptions(), Clock);
        _process = new ScriptedProcess(new SimulatedApi(Simulation), _script, 1, Clock);
        var (carts, _, orders, _, _, _, _, evidence) =
            Composition.Readers(Services.Api, Services.Registry, new ProjectEnds(), new CheckoutGate());
        Collector = evidence;
        Reconciler = new Reconciler(evidence, carts, orders, Services.Registry, Services.Api.Time);
    }

    public ManualTimeProvider Clock { get; } = new();

    public Simulation Simulation { get; }

    public OrderServices Services => _process.Services;

    public EvidenceCollector Collector { get; }

    public Reconciler Reconciler { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Each with <c>*</c> for ids, and without its query.</summary>
    public IReadOnlyList<string> Calls =>
        [.. _script.Log.Split('\n').Where(l => l.Length > 0).Select(l => Call().Match(l).Groups[1].Value)];

    public List<OrderStep> Steps { get; } = [];

    public List<OrderNotice> Notices { get; } = [];

    public List<OrderActivity.AwaitingFoundProject> Waits { get; } = [];

    public int CountOf(string call) => Calls.Count(c => c == call);

    /// <summary>When calls that reached the account were made, from the first of them on.</summary>
    public IReadOnlyList<TimeSpan> TimesOf(string method, Func<string, bool> path)
    {
        var times = Simulation.Calls.Snapshot().Where(c => c.Method == method && path(c.Path)).Select(c => c.At).ToList();
        return [.. times.Select(t => t - times[0])];
    }

    public OrderRun Run(OrderFacts? facts = null, OrderRequest? request = null, OrderGoal goal = OrderGoal.Delivered) =>
        new(request ?? Request, goal, new OrderLedger(facts ?? new OrderFacts()), this);

    /// <summary>Does something while a call waits.</summary>
    public ITimer After(TimeSpan delay, Action what) => Clock.CreateTimer(_ => what(), null, delay, Timeout.InfiniteTimeSpan);

    public async Task<T> InTimeAsync<T>(Task<T> work)
    {
        await Clock.RunAsync(work, ignore: TimeSpan.FromMinutes(30));
        return await work;
    }

    public async Task InTimeAsync(Task work)
    {
        await Clock.RunAsync(work, ignore: TimeSpan.FromMinutes(30));
        await work;
    }

    /// <summary>Runs to the end, and hands back what it failed with; null where it did not.</summary>
    public async Task<Exception?> WorkAsync(OrderRun run)
    {
        try
        {
            await InTimeAsync(Services.Workflow.RunAsync(run, CancellationToken.None));
            return null;
        }
        catch (Exception e) when (e is OvhApiException or OrderException)
        {
            return e;
        }
    }

    /// <param name="left">How long it still lives.</param>
    /// <param name="options">Plans of options to the project, or, with <paramref name="project"/>, for the project that is there.</param>
    public Cart AddCart(
        TimeSpan left, string tag = Tag, bool isCheckedOut = false, string? description = "shop", string plan = "project.2018",
        IEnumerable<string>? options = null, string? project = null) => Simulation.Locked(world =>
        {
            var cart = new Cart
            {
                Id = Guid.NewGuid().ToString(),
                Subsidiary = world.Subsidiary,
                Description = tag,
                Expire = world.Now + left,
                IsAssigned = true,
                IsCheckedOut = isCheckedOut,
            };
            if (project is null && description is not null)
            {
                cart.Items.Add(Item(world, plan, null, null));
                cart.Items[0].Configuration.Add(new ConfigurationEntry(_items++, "description", description));
            }

            var parent = cart.Items.Count > 0 ? cart.Items[0].Id : (long?)null;
            cart.Items.AddRange((options ?? []).Select(o => Item(world, o, parent, project)));
            world.Carts.Add(cart);
            return cart;
        });

    /// <summary>An order that this cart, or one that is gone, became.</summary>
    public Order AddOrder(DateTimeOffset date, Cart? of = null, string description = "shop", string plan = "project.2018")
    {
        var cart = of ?? AddCart(TimeSpan.FromDays(1), "gone", isCheckedOut: true, description, plan);
        return Simulation.Locked(world =>
        {
            cart.IsDeleted |= of is null;
            var quote = Quote.Of(cart, world.Settings);
            var order = new Order
            {
                OrderId = _orders++,
                CartId = cart.Id,
                Date = date,
                Skew = TimeSpan.Zero,
                ExpirationDate = date.AddDays(7),
                Password = "password",
                Quote = quote,
                Details = [.. quote.Lines.Select(line => new OrderLine(_items++, line))],
                Vouchers = [],
                AutoPay = false,
                WaiveRetractationPeriod = false,
            };
            world.Orders.Add(order);
            return order;
        });
    }

    /// <summary>An order that is paid and delivered.</summary>
    public Order AddDelivered()
    {
        var order = AddOrder(Now);
        Pay(order);
        return order;
    }

    /// <summary>What a state has that knows nothing but the order.</summary>
    public static OrderFacts Known(Order order) => new() { OrderId = new OrderId(order.OrderId) };

    /// <summary>What a state has that knows nothing but the project that the order delivered.</summary>
    public static OrderFacts OfProject(Order order) => new() { ProjectId = ProjectId.Of(order.ProjectId!) };

    public Task<OrderFinding> ReadBackAsync(OrderRun run, bool isImport = false) =>
        InTimeAsync(Services.Refresh.ReadAsync(run, isImport, CancellationToken.None));

    public void Pay(Order order, TimeSpan delivery = default) => Simulation.Locked(world =>
    {
        world.Settings.DeliveryDelayMs = (long)delivery.TotalMilliseconds;
        Delivery.Pay(world, order, "CREDIT_CARD");
        return true;
    });

    public void Dispose()
    {
        Services.Api.Dispose();
        _process.Dispose();
    }

    Task IOrderListener.OnActivityAsync(OrderActivity activity)
    {
        Steps.AddRange(activity is OrderActivity.Step step ? [step.Value] : []);
        Waits.AddRange(activity is OrderActivity.AwaitingFoundProject wait ? [wait] : []);
        return Task.CompletedTask;
    }

    Task IOrderListener.OnNoticeAsync(OrderNotice notice)
    {
        Notices.Add(notice);
        return Task.CompletedTask;
    }

    private CartItem Item(World world, string plan, long? parent, string? project) => new()
    {
        Id = _items++,
        Plan = Plans.ProjectsOf(world).Concat(Plans.OptionsOf(world)).Single(p => p.Code == plan),
        Duration = "P1M",
        PricingMode = "default",
        Quantity = 1,
        ParentId = parent,
        ProjectId = project,
    };

    [GeneratedRegex("^run 1: (.*) #[0-9]+(:.*)?$")]
    private static partial Regex Call();
}
