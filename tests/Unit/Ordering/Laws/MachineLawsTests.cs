using System.Globalization;
using PulumiOvhOrder.Simulator;
using PulumiOvhOrder.Simulator.Orders;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.Ordering.Laws;

/// <summary>
/// Two machines run the same stack at the same time, over a backend without a lock: of their states one alone is kept. Whatever they do and
/// whatever becomes of them, nothing is paid twice, and what one of them ordered is not lost.
/// </summary>
public sealed class MachineLawsTests
{
    private const int Seeds = 60;
    private const int CleanRuns = 4;

    private const int MinLatency = 250;

    /// <summary>What a person is told who has to decide.</summary>
    private static readonly string[] CannotTell =
    [
        "`pulumi import ovh-order:index:CloudProject NAME order/", "the provider cannot determine", "found another order",
        "more than the program asks for", "is placed and not finished",

        // Of a cart that another run was granted as long a life, the age cannot be told: a person deletes one of the two.
        "another run is ordering the same resource",
    ];

    private enum Kind
    {
        Create,
        Replace,
        ReplaceByOption,
        OrderPending,
        Destroy,
        Option,
    }

    [Fact]
    public Task WhateverTwoMachinesDoAtOnce_NothingIsPaidTwiceOrLost() => LawSeeds.CheckAsync(Seeds, BrokenAsync);

    private static async Task<string?> BrokenAsync(int seed)
    {
        var script = new FaultScript(seed);
        try
        {
            await new World(script).RunAsync();
            return null;
        }
        catch (Exception e)
        {
            return $"OVH_ORDER_SEED={seed}: {(e is LawBrokenException ? e.Message : e.ToString())}\n{script.Log}";
        }
    }

    private sealed class World
    {
        private readonly ManualTimeProvider _clock = new();
        private readonly FaultScript _script;
        private readonly FaultScript _quiet = new();
        private readonly Simulation _simulation;
        private readonly SimulatedApi _api;
        private readonly Random _chance;
        private readonly Kind _kind;
        private readonly bool _deletesFirst;
        private int _runs;

        public World(FaultScript script)
        {
            _script = script;
            _chance = script.Chance("machines");
            _kind = (Kind)_chance.Next(6);
            _deletesFirst = _chance.Next(3) == 0;
            _simulation = new Simulation(new SimulatorOptions(), _clock);
            _api = new SimulatedApi(_simulation);
            _simulation.Configure(s =>
            {
                s.DeliveryDelayMs = _chance.Next(3) * 10_000;
                s.ProjectMissingMs = _chance.Next(2) * 20_000;
                s.DeleteCheckedOutCarts = _chance.Next(2) > 0;
            });
        }

        private bool HasFormer => _kind is not (Kind.Create or Kind.OrderPending);

        private static Map First => Map.Empty.With("description", Of("shop"));

        private Map Later => _kind switch
        {
            Kind.Replace or Kind.Destroy => First.With("planCode", Of("project.legacy")),
            Kind.Option => First.With("options", Of([Map.Empty.With("planCode", Of("credit"))])),
            _ => First,
        };

        public async Task RunAsync()
        {
            var state = Checkpoint.Empty;
            if (_kind != Kind.Create)
            {
                var first = Start(state, _quiet, null);
                var inputs = _kind == Kind.OrderPending ? First.With("checkout", Of(false)) : First;
                await first.Process.RunAsync(first.Machine.UpAsync(inputs, deletesFirst: false, replaces: false));
                Law(first.Machine.Failure is null, $"the beginning fails: {first.Machine.Failure}");
                state = first.Machine.State;
                _clock.Advance(TimeSpan.FromHours(_chance.Next(2) * 80));
            }

            var (one, two) = (Start(state, _script, "1"), Start(state, _script, "2"));
            var second = SecondAsync(two.Machine);
            await Task.WhenAll(one.Process.RunAsync(UpAsync(one.Machine)), two.Process.RunAsync(second));
            _script.Tell($"{_kind} first {_deletesFirst}: {Said(one)} | {Said(two)}");
            CheckAlways();

            state = (_chance.Next(2) == 0 ? one : two).Machine.State;
            string? failure = "";
            var former = _simulation.Projects() is [{ ProjectId: var project }, ..] ? project : null;
            for (var run = 0; run < CleanRuns && failure is not null; run++)
            {
                // What looks like a run that is still at work does not after half an hour.
                _clock.Advance(TimeSpan.FromMinutes(run == 0 ? _chance.Next(2) * 40 : 40));
                var clean = Start(state, _quiet, null);
                await clean.Process.RunAsync(clean.Machine.UpAsync(
                    Later, _deletesFirst, replaces: _kind == Kind.ReplaceByOption && state.Resource?.Id == former));
                (state, failure) = (clean.Machine.State, clean.Machine.Failure);
                _script.Tell($"clean: {Said(clean)}");
                CheckAlways();
            }

            CheckEnd(state, failure);
        }

        private static string Said((ScriptedProcess Process, Machine Machine) run) =>
            $"{(run.Process.IsDead ? "killed" : run.Machine.Failure ?? "success")} has {run.Machine.State.Resource?.Id ?? "nothing"}";

        private Task UpAsync(Machine machine) => machine.UpAsync(Later, _deletesFirst, _kind == Kind.ReplaceByOption);

        private async Task SecondAsync(Machine machine)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(_chance.Next(2) * _chance.Next(60_000)), _clock);
            await (_kind == Kind.Destroy ? machine.DestroyAsync() : UpAsync(machine));
        }

        private (ScriptedProcess Process, Machine Machine) Start(Checkpoint state, FaultScript script, string? name)
        {
            var (latency, drawn) = (_script.Chance($"latency {name}"), new Lock());
            var run = name is null ? 1000 + _runs++ : int.Parse(name, CultureInfo.InvariantCulture);
            var process = new ScriptedProcess(_api, script, run, _clock) { Latency = name is null ? null : Drawn };
            return (process, new Machine(process, state));

            // Dates have seconds: of two machines, one does not look and the other make and order its cart within one.
            TimeSpan Drawn()
            {
                lock (drawn)
                {
                    return TimeSpan.FromMilliseconds(MinLatency + latency.Next(latency.Next(4) == 0 ? 8000 : 400));
                }
            }
        }

        private void CheckAlways()
        {
            var summary = _simulation.Summary();
            var most = HasFormer ? 2 : 1;
            Law(summary.Payments <= most, $"{summary.Payments} payments were made");
            Law(summary.Projects <= most, $"there are {summary.Projects} projects");
        }

        private void CheckEnd(Checkpoint state, string? failure)
        {
            if (failure is not null)
            {
                Law(Array.Exists(CannotTell, w => failure.Contains(w, StringComparison.Ordinal)), $"ends with: {failure}");
                return;
            }

            var live = _simulation.Projects().Where(p => !p.Terminated).Select(p => p.ProjectId).ToList();
            Law(
                live.Count == 1 && state.Resource?.Outputs["projectId"] is Text { Value: var id } && id == live[0],
                $"in state is {state.Resource?.Id}, there are {string.Join(", ", live)}");
            var standing = _simulation.Orders().Count(o => o.Status != OrderStatus.Cancelled);
            Law(standing <= (HasFormer ? 2 : 1), $"{standing} orders");
        }

        private static void Law(bool holds, string broken)
        {
            if (!holds)
            {
                throw new LawBrokenException(broken);
            }
        }
    }
}
