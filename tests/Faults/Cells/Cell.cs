using System.Globalization;
using System.Text.RegularExpressions;
using PulumiOvhOrder.Faults.Stands;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Deployments;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Faults.Cells;

/// <summary>One call of one scenario, gone wrong in one way: until it is done all the same, and then to the end.</summary>
internal sealed partial class Cell(Scenario scenario, CallRow? row, FaultColumn? column, string pluginPath)
{
    private const int MostRuns = 5;
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    public Scenario Scenario => scenario;

    public CallRow? Row => row;

    public FaultColumn? Column => column;

    /// <param name="reference">What a run without faults left in the state; null when this is that run.</param>
    public async Task<CellResult> RunAsync(FinalState? reference)
    {
        await using var stand = await Stand.StartAsync();
        try
        {
            return await RunAsync(stand, reference).WaitAsync(Timeout, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            return new CellResult("hangs", stand.Output);
        }
#pragma warning disable CA1031 // Whatever it is, the other cells are to be seen as well.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new CellResult(e is ProviderContractException ? "broken contract" : "no run", e + "\n" + stand.Output);
        }
    }

    private async Task<CellResult> RunAsync(Stand stand, FinalState? reference)
    {
        stand.Simulator.Configure(scenario.SimulatorSettings);
        var healthy = stand.Settings;
        if (column is not null)
        {
            // From the beginning: a changed configuration is another provider, to which the engine shows nothing before a --replace.
            stand.Settings = healthy.SetItem("maxRetries", "0").SetItem("requestTimeout", column.Hasty ? "1" : "30");
        }

        await scenario.Prepare(stand);
        var callsBefore = stand.Simulator.Calls().Count;
        var death = column is null ? null : Inject(stand);
        var result = await scenario.Act(stand);
        if (column is null && !result.Succeeded)
        {
            return new CellResult("no run", stand.Output);
        }

        var rows = CallRow.Of(stand.Simulator.Calls().Skip(callsBefore));
        if (column is not null && row is not null && !rows.Contains(row))
        {
            return new CellResult("not hit", stand.Output);
        }

        stand.Simulator.ClearFaults();
        stand.Simulator.Watcher = null;
        stand.State.Thaw();
        stand.Plugin = stand.Healthy;
        stand.Settings = healthy;
        var asked = false;
        for (var run = 1; !result.Succeeded || death is not null || IsKept(result); run++)
        {
            death = null;
            if (run > MostRuns)
            {
                return new CellResult("never done", stand.Output);
            }

            result = await scenario.Act(stand);
            stand.Settings = healthy;
            if (!result.Succeeded && AskedOrder(result) is { } order)
            {
                return await TakeOverAsync(stand, order);
            }

            if (!result.Succeeded && IsBesideReplaced(stand, result))
            {
                asked = true;
                stand.Settings = healthy.SetItem("adoptEarlierOrders", "false");
            }
        }

        // The id may be behind until the next run reads it forward; there is nothing else left to do then.
        if (scenario.Expected.OpenCarts > 0 || scenario.Expected.Projects > 0)
        {
            result = await stand.UpAsync(scenario.Program);
            if (!result.Succeeded || result.Steps.Any(s => s.Urn == Scenarios.Urn && s.Op is not (StepOp.Same or StepOp.Refresh)))
            {
                return new CellResult("not settled", stand.Output);
            }
        }

        var final = FinalState.Of(stand);
        if (Verdict.Of(stand, scenario, final, reference) is { } wrong)
        {
            return wrong;
        }

        return await EndAsync(stand) ?? new CellResult(asked ? CellResult.Asks : CellResult.Ok, stand.Output) { Final = final, Rows = rows };
    }

    /// <summary>The order that an error leaves to the user's decision; null for any other error.</summary>
    private string? AskedOrder(RunResult result) => !scenario.MayAsk ? null : result.Diagnostics
        .Select(d => AskingWords().Match(d.Message)).Where(m => m.Success).Select(m => m.Groups["order"].Value).FirstOrDefault();

    /// <summary>
    /// The run found another order and stopped: whether it is the one that is to be replaced is for the user to see, in the state. If so, the
    /// next run need not look for it.
    /// </summary>
    private bool IsBesideReplaced(Stand stand, RunResult result) => scenario.MayAsk
        && result.Diagnostics.Select(d => BesideWords().Match(d.Message)).FirstOrDefault(m => m.Success) is { } found
        && double.Parse(found.Groups["order"].Value, CultureInfo.InvariantCulture) is var order
        && stand.State.Load().Resources.Any(r => r is { Urn: Scenarios.Urn, Delete: true } && Equals(r.Outputs["orderId"], PropertyValue.Of(order)));

    /// <summary>The user takes the order over, after the end of what it was to replace, and all is well.</summary>
    private async Task<CellResult> TakeOverAsync(Stand stand, string order)
    {
        if (stand.State.Load().Find(Scenarios.Urn) is { Outputs: var outputs } && outputs["projectId"] is not null && !await DestroyAsync(stand))
        {
            return new CellResult(CellResult.NotDestroyed, stand.Output);
        }

        var result = await stand.ImportAsync(scenario.Program, order);
        for (var run = 1; !result.Succeeded || run == 1; run++)
        {
            if (run > MostRuns)
            {
                return new CellResult("not taken over", stand.Output);
            }

            result = await stand.UpAsync(scenario.Program);
        }

        return Verdict.OfCounts(stand, scenario) ?? await EndAsync(stand) ?? new CellResult(CellResult.Asks, stand.Output);
    }

    [GeneratedRegex("pulumi import ovh-order:index:CloudProject NAME (?<order>order/[0-9]+)", RegexOptions.CultureInvariant)]
    public static partial Regex AskingWords();

    [GeneratedRegex("found another order \\((?<order>[0-9]+), cart .*If it is the order that this resource replaces", RegexOptions.CultureInvariant)]
    private static partial Regex BesideWords();

    private async Task<CellResult?> EndAsync(Stand stand) =>
        await DestroyAsync(stand) ? Verdict.OfEnd(stand) : new CellResult(CellResult.NotDestroyed, stand.Output);

    private async Task<bool> DestroyAsync(Stand stand)
    {
        var run = 1;
        while (!(await stand.DestroyAsync(scenario.Program)).Succeeded)
        {
            if (run++ > MostRuns)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The project stays, because its replacement could not be told from an interrupted run: the user replaces it once more.</summary>
    private static bool IsKept(RunResult result) =>
        result.Diagnostics.Any(d => d.Message.Contains("was kept: its replacement", StringComparison.Ordinal));

    /// <summary>For one run the call goes wrong, and nothing is tried twice.</summary>
    private Task? Inject(Stand stand)
    {
        if (column!.Fault is { } fault)
        {
            stand.Simulator.AddFaults(fault(row!));
            return null;
        }

        Func<Task> die = column.OfEngine ? Orphaned(stand) : Killed(stand);
        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = 0;
        stand.Simulator.Watcher = async (call, moment) =>
        {
            if (row!.IsOfKind(call) && moment == column.Death && Interlocked.Increment(ref seen) == row.Nth)
            {
                await die();
                dead.TrySetResult();
            }
        };
        return dead.Task;
    }

    private Func<Task> Killed(Stand stand)
    {
        var plugin = new MortalPlugin(pluginPath, stand.Healthy);
        stand.Plugin = plugin;
        return plugin.KillAsync;
    }

    private static Func<Task> Orphaned(Stand stand)
    {
        var plugin = new OrphanedPlugin(TimeProvider.System);
        stand.Plugin = plugin;
        return () =>
        {
            stand.State.Freeze();
            plugin.Orphan();
            return Task.CompletedTask;
        };
    }
}
