using PulumiOvhOrder.Faults.Cases;
using PulumiOvhOrder.Faults.Environments;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Faults.Soaking;

/// <summary>A stack's life in a storm: made, changed, refreshed and destroyed, each until it is done, and counted after each.</summary>
internal sealed class SoakRound(int seed, string pluginPath) : IAsyncDisposable
{
    private const string ProjectType = "ovh-order:index:CloudProject";
    private const int MostRunsInStorm = 6;
    private const int MostRuns = 14;
    private const long LongestStraySeconds = 3600;

    private readonly Random _random = new(seed);
    private readonly Storm _storm = new(seed, faults: 0.04, deaths: 0.003, pluginPath);
    private TestEnvironment? _environment;
    private int _runs;
    private int _asked;

    /// <summary>What went on, in a line.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What was printed.</summary>
    public string Log => _environment?.Output ?? "";

    /// <returns>What is wrong; null when nothing is.</returns>
    public async Task<string?> RunAsync()
    {
        var environment = _environment = await TestEnvironment.StartAsync();
        environment.Simulator.Configure(settings => settings.DeliveryDelayMs = _random.Next(0, 800));
        environment.Settings =
            environment.Settings.SetItem("maxRetries", _random.Next(0, 4).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var made = SoakStack.Draw(_random);
        var changed = made.Changed(_random);
        var wrong = await UntilDoneAsync(environment, made, () => environment.UpAsync(made.Program))
            ?? Counts(environment, made, "made")
            ?? await UntilDoneAsync(environment, changed, () => environment.UpAsync(changed.Program))
            ?? Counts(environment, changed, "changed")
            ?? await UntilDoneAsync(environment, changed, () => environment.RefreshAsync(changed.Program))
            ?? Counts(environment, changed, "refreshed")
            ?? await UntilDoneAsync(environment, changed, () => environment.DestroyAsync(changed.Program))
            ?? End(environment, changed);
        var summary = environment.Simulator.Summary();
        Words = $"{changed.Resources.Length} resources, {_runs} runs, {summary.Calls} calls, {_storm.Faults} faults, {_storm.Deaths} "
            + $"deaths, {_asked} asked: "
            + $"{summary.Orders} orders, {summary.Payments} payments, {summary.Projects} projects and {summary.OpenCarts} carts left";
        return wrong;
    }

    public ValueTask DisposeAsync() => _environment?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<string?> UntilDoneAsync(TestEnvironment environment, SoakStack stack, Func<Task<RunResult>> command)
    {
        _storm.Rise(environment);
        for (var run = 1; run <= MostRuns; run++)
        {
            if (run > MostRunsInStorm)
            {
                Storm.Calm(environment);
            }

            _runs++;
            var result = await command();
            if (result.Succeeded)
            {
                Storm.Calm(environment);

                // An id may be behind until the next run reads it forward.
                return (await command()).Succeeded ? null : "what was done is not done";
            }

            await TakeOverAsync(environment, stack, result);
        }

        return $"not done in {MostRuns} runs";
    }

    /// <summary>Where the provider asks whose an order is, the user answers.</summary>
    private async Task TakeOverAsync(TestEnvironment environment, SoakStack stack, RunResult result)
    {
        foreach (var diagnostic in result.Diagnostics)
        {
            if (diagnostic is { Severity: LogSeverity.Error, Urn: { } urn }
                && FaultCase.AskingWords().Match(diagnostic.Message) is { Success: true } asked)
            {
                Storm.Calm(environment);
                _asked++;
                await environment.ImportAsync(stack.Program, asked.Groups["order"].Value, urn[(urn.LastIndexOf(':') + 1)..]);
            }
        }
    }

    private static string? Counts(TestEnvironment environment, SoakStack stack, string when)
    {
        var summary = environment.Simulator.Summary();
        var ids = environment.State.Load().Resources.Where(r => r.Type == ProjectType).Select(r => r.Id).Distinct().Count();
        return (summary.Orders, summary.PaidOrders, summary.Payments, summary.Projects, summary.OpenCarts, ids)
            == (stack.Orders, stack.Orders, stack.Orders, stack.Projects, stack.OpenCarts, stack.Resources.Length) ? Strays(summary)
            : $"{when}, expected {stack.Orders} orders, each paid once, {stack.Projects} projects, {stack.OpenCarts} carts, "
                + $"{stack.Resources.Length} in the state; "
                + $"found {summary.Orders} orders, {summary.PaidOrders} paid by {summary.Payments} payments, {summary.Projects} projects, "
                + $"{summary.OpenCarts} carts, {ids} in the state";
    }

    private static string? End(TestEnvironment environment, SoakStack stack)
    {
        var summary = environment.Simulator.Summary();
        var left = environment.State.Load().Resources.Count(r => r.Type == ProjectType);
        return (summary.Orders, summary.Payments, summary.Projects, summary.OpenCarts, left) == (stack.Orders, stack.Orders, 0, 0, 0)
            ? Strays(summary)
            : $"in the end, {summary.Orders} orders of {stack.Orders}, {summary.Payments} payments, {summary.Projects} projects, "
                + $"{summary.OpenCarts} carts and {left} in the state are left";
    }

    private static string? Strays(Simulator.SideDoor.SimulatorSummary summary) =>
        summary.StrayLongestSeconds > LongestStraySeconds ? "a stray cart lives on for more than an hour"
        : summary.UnknownCalls > 0 ? "an unknown route was called"
        : null;
}
