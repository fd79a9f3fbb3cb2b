using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Simulator;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Ordering.Laws;

/// <summary>
/// One account, one program, and runs of <c>pulumi up</c>, each in a process of its own, with what the engine keeps between them.
/// </summary>
internal sealed class LawWorld
{
    /// <summary>All together are within the life of a cart that was checked out, which leads the next run to its order.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(70), TimeSpan.FromHours(17),
    ];

    private readonly SharedTime _time = new();
    private readonly SimulatedApi _api;
    private readonly LawProgram _program;
    private ImmutableDictionary<Urn, Stored> _state = ImmutableDictionary<Urn, Stored>.Empty;
    private int _run;

    public LawWorld(FaultScript script, LawProgram program, Action<SimulatorSettings> settings)
    {
        (Script, _program) = (script, program);
        Simulation = new Simulation(new SimulatorOptions(), _time);
        Simulation.Configure(settings);
        _api = new SimulatedApi(Simulation);
    }

    public FaultScript Script { get; }

    public Simulation Simulation { get; }

    public ImmutableArray<Urn> Urns => _program.Urns;

    /// <summary>What the engine has in its state; what it does not know of is not there.</summary>
    public IReadOnlyDictionary<Urn, Stored> State => _state;

    /// <summary>Whether any run so far was asked for more than a pending cart.</summary>
    public bool MayOrder { get; private set; }

    /// <summary>What the last run says of each resource that failed.</summary>
    public IReadOnlyList<string> Failures { get; private set; } = [];

    /// <summary>Whether the last run ended with a state that a person has nothing to do for.</summary>
    public bool Succeeded => Failures.Count == 0;

    /// <param name="after">How long after the last run; null leaves it to the seed.</param>
    public async Task UpAsync(TimeSpan? after = null)
    {
        _run++;
        var chance = Script.Chance(string.Create(CultureInfo.InvariantCulture, $"run {_run}"));
        var pause = after ?? (_run == 1 ? TimeSpan.Zero : Pauses[chance.Next(_run > Script.Runs ? 2 : Pauses.Length)]);
        Tell($"begins {pause} later");
        MayOrder = MayOrder || Urns.Any(urn => _program.Inputs(urn, _run)["checkout"] is null);
        var plugin = new ScriptedProcess(_api, Script, _run, _time.StartProcess(pause));
        var isEngineKilled = _run <= Script.Runs && chance.Next(12) == 0;
        var stack = new ConcurrentDictionary<Urn, Stored>(_state);
        var up = UpAsync(plugin, stack, isEngineKilled);
        await plugin.RunAsync(up);

        // A killed process may still be at an answer, on whatever thread: it reaches no later run.
        _state = stack.ToImmutableDictionary();
        if (plugin.IsDead)
        {
            Failures = ["killed"];
        }
        else
        {
            Failures = [.. (await up).OfType<string>()];
        }

        Tell($"ends: {(Succeeded ? "success" : string.Join("; ", Failures))}");

        void Tell(string what) => Script.Tell(string.Create(
            CultureInfo.InvariantCulture,
            $"run {_run} {what}; in state: {(_state.IsEmpty ? "nothing" : string.Join(", ", _state.Values.Select(s => s.Id)))}"));
    }

    /// <summary>The engine has read what asks for that before it hears of anything that the program wants.</summary>
    private async Task<string?[]> UpAsync(ScriptedProcess plugin, ConcurrentDictionary<Urn, Stored> stack, bool isEngineKilled)
    {
        var failures = await Task.WhenAll(Urns.Select(urn => RefreshAsync(plugin, stack, urn)));
        return failures.OfType<string>().Any()
            ? failures
            : await Task.WhenAll(Urns.Select(urn => ApplyAsync(plugin, stack, urn, _program.Inputs(urn, _run), isEngineKilled)));
    }

    /// <returns>Why it failed; null when it succeeded, and where nothing asks for it.</returns>
    private static Task<string?> RefreshAsync(
        ScriptedProcess plugin, ConcurrentDictionary<Urn, Stored> stack, Urn urn) => TryAsync(async () =>
    {
        if (stack.TryGetValue(urn, out var stale) && stale.RefreshFirst)
        {
            Keep(stack, urn, await ReadAsync(plugin, urn, stale));
        }

        return null;
    });

    /// <summary>What the engine does with a resource then: creates, updates or leaves it alone.</summary>
    /// <returns>Why it failed; null when it succeeded.</returns>
    private static Task<string?> ApplyAsync(
        ScriptedProcess plugin, ConcurrentDictionary<Urn, Stored> stack, Urn urn, PropertyValue.Map inputs,
        bool isEngineKilled) => TryAsync(async () =>
    {
        var (next, failure) = stack.TryGetValue(urn, out var state)
            ? await UpdateAsync(plugin, urn, state, inputs)
            : await CreateAsync(plugin, urn, inputs);
        if (isEngineKilled)
        {
            plugin.Kill();
            return "killed";
        }

        Keep(stack, urn, next);
        return failure;
    });

    private static async Task<string?> TryAsync(Func<Task<string?>> call)
    {
        try
        {
            return await call();
        }
        catch (ProviderException e)
        {
            return e.Message;
        }
        catch (OperationCanceledException)
        {
            return "stopped";
        }
    }

    private static void Keep(ConcurrentDictionary<Urn, Stored> stack, Urn urn, Stored? state)
    {
        if (state is null)
        {
            stack.TryRemove(urn, out _);
        }
        else
        {
            stack[urn] = state;
        }
    }

    private static async Task<Stored?> ReadAsync(ScriptedProcess plugin, Urn urn, Stored state)
    {
        try
        {
            var answer = await plugin.Resource.ReadAsync(
                new ReadRequest(state.Id, urn, CloudProjectDefinition.Token, state.Outputs, state.Inputs, null), plugin.Operation(urn));
            return answer.Properties is { } outputs
                ? new Stored(answer.Id, outputs, answer.Inputs ?? state.Inputs, IsUnfinished: false, answer.RefreshBeforeUpdate)
                : null;
        }
        catch (ResourceInitFailedException e)
        {
            return Stored.Of(e.State, e.State.Inputs ?? state.Inputs);
        }
    }

    private static async Task<(Stored? State, string? Failure)> CreateAsync(ScriptedProcess plugin, Urn urn, PropertyValue.Map inputs)
    {
        try
        {
            var answer = await plugin.Resource.CreateAsync(
                new CreateRequest(urn, CloudProjectDefinition.Token, inputs, null, Preview: false), plugin.Operation(urn));
            return (new Stored(answer.Id, answer.Properties, inputs, IsUnfinished: false, answer.RefreshBeforeUpdate), null);
        }
        catch (ResourceInitFailedException e)
        {
            return (Stored.Of(e.State, inputs), e.Message);
        }
    }

    private static async Task<(Stored? State, string? Failure)> UpdateAsync(
        ScriptedProcess plugin, Urn urn, Stored state, PropertyValue.Map inputs)
    {
        var diff =
            plugin.Resource.Diff(new DiffRequest(state.Id, urn, CloudProjectDefinition.Token, state.Outputs, state.Inputs, inputs, []));
        if (diff.Replaces)
        {
            throw new LawBrokenException($"nothing asks for a replacement: {string.Join(", ", diff.Changes.Keys)}");
        }

        if (diff.Changes.IsEmpty && !state.IsUnfinished)
        {
            return (state, null);
        }

        try
        {
            var request = new UpdateRequest(
                state.Id, urn, CloudProjectDefinition.Token, state.Outputs, state.Inputs, inputs, [], null, Preview: false);
            var answer = await plugin.Resource.UpdateAsync(request, plugin.Operation(urn));
            var updated = state with
            {
                Outputs = answer.Properties,
                Inputs = inputs,
                IsUnfinished = false,
                RefreshFirst = answer.RefreshBeforeUpdate,
            };
            return (updated, null);
        }
        catch (ResourceInitFailedException e)
        {
            return (Stored.Of(e.State, state.Inputs), e.Message);
        }
    }

    /// <summary>The account's time goes on with the clock of whichever process runs.</summary>
    private sealed class SharedTime : TimeProvider
    {
        private ManualTimeProvider _current = new();

        public override DateTimeOffset GetUtcNow() => _current.GetUtcNow();

        public ManualTimeProvider StartProcess(TimeSpan pause) => _current = new ManualTimeProvider(GetUtcNow() + pause);
    }
}

/// <summary>What the engine keeps of the resource.</summary>
internal sealed record Stored(string Id, PropertyValue.Map Outputs, PropertyValue.Map Inputs, bool IsUnfinished, bool RefreshFirst)
{
    public static Stored Of(PartialState state, PropertyValue.Map inputs) =>
        new(state.Id, state.Properties, inputs, IsUnfinished: true, state.RefreshBeforeUpdate);
}

internal sealed class LawBrokenException(string message) : Exception(message);
