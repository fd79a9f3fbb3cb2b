using PulumiOvhOrder.Simulator.Account;
using PulumiOvhOrder.Simulator.Carts;
using PulumiOvhOrder.Simulator.Catalogue;
using PulumiOvhOrder.Simulator.Orders;
using PulumiOvhOrder.Simulator.Projects;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator;

/// <summary>One account on one site and what it has done so far.</summary>
internal sealed class World
{
    private readonly TimeProvider _time;
    private readonly Dictionary<string, long> _counters = [];

    public World(Site site, SimulatorSettings settings, TimeProvider time)
    {
        _time = time;
        Site = site;
        Settings = settings;
        Now = time.GetUtcNow();
        Mailbox.Deliver(this, Now, "Welcome to OVHcloud", "Your account has been created.");
    }

    public Site Site { get; }

    public SimulatorSettings Settings { get; set; }

    public List<Cart> Carts { get; } = [];

    public List<Order> Orders { get; } = [];

    public List<Project> Projects { get; } = [];

    /// <summary>What vouchers were turned into.</summary>
    public List<Credit> Credits { get; } = [];

    public List<Mail> Mails { get; } = [];

    /// <summary>OAuth2 tokens with their end.</summary>
    public Dictionary<string, DateTimeOffset> IssuedTokens { get; } = [];

    /// <summary>Consumer keys that were asked for but that no one has validated.</summary>
    public HashSet<string> PendingConsumerKeys { get; } = [];

    /// <summary>One moment for everything a call does.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>How far the server's clock is ahead of that moment.</summary>
    public TimeSpan Skew => TimeSpan.FromMilliseconds(Settings.ClockSkewMs);

    public Subsidiary Subsidiary => Subsidiaries.FindOn(Site, Settings.Subsidiary ?? Subsidiaries.DefaultOf(Site))!;

    public long NextId(string kind, long first = 1) => _counters[kind] = _counters.TryGetValue(kind, out var last) ? last + 1 : first;

    /// <summary>Lets happen what became due since the last call; nothing here has a timer of its own.</summary>
    public void Advance()
    {
        Now = _time.GetUtcNow();
        foreach (var order in Orders)
        {
            Delivery.Advance(this, order);
        }
    }
}
