using System.Globalization;
using System.Text.RegularExpressions;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Unit.Ordering.Laws;

/// <summary>
/// Decides what becomes of each call, by a seed or as it is written. A call is known by the run it is made in, its route and how often it
/// was made before, so that calls side by side meet the same fate in whatever order they come.
/// </summary>
internal sealed partial class FaultScript
{
    private static readonly Fate[] OfWrites =
    [
        new(FaultKind.Status, 400), new(FaultKind.Status, 403), new(FaultKind.Status, 404), new(FaultKind.Status, 500),
        new(FaultKind.Html, 503), new(FaultKind.DropBefore), new(FaultKind.DropAfter), new(FaultKind.StatusAfter, 500),
        new(FaultKind.TwiceFirst), new(FaultKind.TwiceSecond),
        new(FaultKind.DropBefore, null, Interruption.BothKilled), new(FaultKind.DropAfter, null, Interruption.BothKilled),
        new(FaultKind.DropBefore, null, Interruption.Stopped), new(FaultKind.DropAfter, null, Interruption.Stopped),
    ];

    private static readonly Fate[] OfReads = [.. OfWrites.Where(f => f.Kind is not (FaultKind.TwiceFirst or FaultKind.TwiceSecond))];

    private readonly int _seed;
    private readonly double _density;
    private readonly IReadOnlyDictionary<string, Fate> _written;
    private readonly Dictionary<string, int> _seen = [];
    private readonly List<string> _story = [];
    private readonly Lock _lock = new();

    public FaultScript(int seed)
    {
        _seed = seed;
        _written = new Dictionary<string, Fate>();
        var chance = Chance("script");
        _density = chance.NextDouble() * 0.15;
        Runs = 1 + chance.Next(4);
    }

    /// <summary>Not drawn but written: the fates of single calls, such as <c>run 1: POST /order/cart/*/checkout #1</c>.</summary>
    public FaultScript(params IEnumerable<(string Call, Fate Fate)> written) => _written = written.ToDictionary(w => w.Call, w => w.Fate);

    /// <summary>How many runs meet faults that are drawn; those that follow meet none.</summary>
    public int Runs { get; }

    /// <summary>What happened, in order.</summary>
    public string Log
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _story);
            }
        }
    }

    public void Tell(string line)
    {
        lock (_lock)
        {
            _story.Add(line);
        }
    }

    /// <summary>Chance of its own for everything that has a name: what one part draws changes nothing for another.</summary>
    public Random Chance(string name) =>
        new(unchecked((int)name.Aggregate(2166136261u ^ ((uint)_seed * 2654435761u), (hash, c) => (hash ^ c) * 16777619u)));

    /// <returns>Null: it is answered.</returns>
    public Fate? Next(int run, string method, string path)
    {
        lock (_lock)
        {
            var call = string.Create(CultureInfo.InvariantCulture, $"run {run}: {method} {Ids().Replace(path, "*")}");
            var nth = _seen[call] = _seen.GetValueOrDefault(call) + 1;
            call = string.Create(CultureInfo.InvariantCulture, $"{call} #{nth}");
            var fate = run <= Runs ? Drawn(call, isWrite: method != "GET") : _written.GetValueOrDefault(call);
            _story.Add(fate is null ? call : $"{call}: {fate}");
            return fate;
        }
    }

    private Fate? Drawn(string call, bool isWrite)
    {
        var chance = Chance(call);
        var fates = isWrite ? OfWrites : OfReads;
        return chance.NextDouble() < (isWrite ? 2 : 1) * _density ? fates[chance.Next(fates.Length)] : null;
    }

    [GeneratedRegex("(?<=/)([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}|[0-9]+)(?=/|$)")]
    private static partial Regex Ids();
}
