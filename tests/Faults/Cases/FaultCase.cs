using System.Globalization;
using System.Text.RegularExpressions;
using PulumiOvhOrder.Faults.Environments;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Deployments;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Faults.Cases;

/// <summary>One call of one scenario, gone wrong in one way: until it is done all the same, and then to the end.</summary>
internal sealed partial class FaultCase(Scenario scenario, CallRow? row, FaultColumn? column, string pluginPath)
{
    private const int MostRuns = 5;
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    public Scenario Scenario => scenario;

    public CallRow? Row => row;

    public FaultColumn? Column => column;

    /// <param name="reference">What a run without faults left in the state; null when this is that run.</param>
    public async Task<FaultCaseResult> RunAsync(FinalState? reference)
    {
        // All waits are on one clock, which jumps to whatever is waited for; only a plugin in a process of its own has the machine's.
        var clock = column?.Interruption is null ? new ManualTimeProvider() : null;
        await using var environment = await TestEnvironment.StartAsync(clock);
        try
        {
            var run = RunAsync(environment, reference);
            await (clock?.RunThroughWaitsAsync(run) ?? run).WaitAsync(Timeout, TimeProvider.System);
            return await run;
        }
        catch (TimeoutException)
        {
            return new FaultCaseResult("hangs", environment.Output);
        }
#pragma warning disable CA1031 // Whatever it is, the other cells are to be seen as well.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new FaultCaseResult(e is ProviderContractException ? "broken contract" : "no run", e + "\n" + environment.Output);
        }
    }

    private async Task<FaultCaseResult> RunAsync(TestEnvironment environment, FinalState? reference)
    {
        environment.Simulator.Configure(scenario.SimulatorSettings);
        environment.IsServiceAccount = scenario.IsServiceAccount;
        var healthy = environment.Settings;
        if (column is not null)
        {
            // From the beginning: a changed configuration is another provider, to which the engine shows nothing before a --replace.
            environment.Settings = healthy.SetItem("maxRetries", "0").SetItem("requestTimeout", "30");
        }

        await scenario.Prepare(environment);
        var callsBefore = environment.Simulator.Calls().Count;
        var death = column is null ? null : new FaultInjection(column, row!, pluginPath).Into(environment);
        var result = await scenario.Act(environment);
        if (column is null && !result.Succeeded && scenario.Refusal is null)
        {
            return new FaultCaseResult("no run", environment.Output);
        }

        var calls = environment.Simulator.Calls().Skip(callsBefore).ToList();
        if (column is not null && row is not null && !CallRow.Of(calls).Contains(row))
        {
            // The run ended before the call at which the fault waits.
            return new FaultCaseResult("not hit", environment.Output);
        }

        if (Laws.Broken(environment, scenario, result, isDead: death is not null) is { } law)
        {
            return new FaultCaseResult(law, environment.Output);
        }

        environment.Simulator.ClearFaults();
        environment.Simulator.Watcher = null;
        environment.State.Freeze(false);
        environment.Plugin = environment.Healthy;
        environment.Settings = healthy;
        var (asked, act) = (false, scenario.Act);
        if (scenario.Refusal is { } refusal)
        {
            if (await UntilRefusedAsync(environment, refusal, result) is { } accepted)
            {
                return accepted;
            }

            act = refusal.Remedy;
            (result, death) = (await act(environment), null);
        }

        for (var run = 1; !result.Succeeded || death is not null || IsKept(result); run++)
        {
            death = null;
            if (run > MostRuns)
            {
                return new FaultCaseResult("never done", environment.Output);
            }

            result = await act(environment);
            environment.Settings = healthy;
            if (Laws.Broken(environment, scenario, result, isDead: false) is { } later)
            {
                return new FaultCaseResult(later, environment.Output);
            }

            if (!result.Succeeded && AskedOrder(result) is { } order)
            {
                return await TakeOverAsync(environment, order);
            }

            if (!result.Succeeded && IsBesideReplaced(environment, result))
            {
                asked = true;
                environment.Settings = healthy.SetItem("adoptEarlierOrders", "false");
            }
        }

        if (Told(environment, result) is { } untold)
        {
            return untold;
        }

        if (await SettledAsync(environment) is { } unsettled)
        {
            return unsettled;
        }

        var final = FinalState.Of(environment);
        if (Verdict.Of(environment, scenario, final, reference, column?.MayDiffer ?? []) is { } wrong)
        {
            return wrong;
        }

        return await EndAsync(environment)
            ?? new FaultCaseResult(asked ? FaultCaseResult.Asks : FaultCaseResult.Ok, environment.Output) { Final = final, Calls = calls };
    }

    private FaultCaseResult? Told(TestEnvironment environment, RunResult result) => scenario.Warning is { } warning
        && !result.Diagnostics.Any(d => d.Severity == LogSeverity.Warning && d.Message.Contains(warning, StringComparison.Ordinal))
            ? new FaultCaseResult("not told", environment.Output)
            : null;

    /// <summary>The id may be behind until the next run reads it forward; there is nothing else left to do then.</summary>
    private async Task<FaultCaseResult?> SettledAsync(TestEnvironment environment)
    {
        if (scenario.Expected is { OpenCarts: 0, Projects: 0 })
        {
            return null;
        }

        var result = await environment.UpAsync(scenario.Program);
        return !result.Succeeded || result.Steps.Any(s => s.Urn == Scenarios.Urn && s.Op is not (StepOp.Same or StepOp.Refresh))
            ? new FaultCaseResult("not settled", environment.Output)
            : null;
    }

    /// <summary>Whatever went wrong first, OVHcloud's refusal is an error in the end, and what exists is as it was.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    private async Task<FaultCaseResult?> UntilRefusedAsync(TestEnvironment environment, Refusal refusal, RunResult result)
    {
        for (var run = 1; !result.Diagnostics.Any(d =>
            d.Severity == LogSeverity.Error && d.Message.Contains(refusal.Words, StringComparison.Ordinal)); run++)
        {
            if (result.Succeeded && column?.Interruption is null)
            {
                return new FaultCaseResult("not refused", environment.Output);
            }

            if (run > MostRuns)
            {
                return new FaultCaseResult("never refused", environment.Output);
            }

            result = await scenario.Act(environment);
        }

        // A cart that was adopted, or perhaps not deleted, stays with the state that names it.
        var isCartNamed = environment.State.Load().Find(Scenarios.Urn)?.Id?.StartsWith("cart/", StringComparison.Ordinal) ?? false;
        var kept = isCartNamed ? Math.Min(environment.Simulator.Summary().OpenCarts, 1) : 0;
        return Verdict.OfCounts(environment, refusal.Expected with { OpenCarts = refusal.Expected.OpenCarts + kept });
    }

    /// <summary>The order that an error leaves to the user's decision; null for any other error.</summary>
    private string? AskedOrder(RunResult result) => !scenario.MayAsk ? null : result.Diagnostics
        .Select(d => AskingWords().Match(d.Message)).Where(m => m.Success).Select(m => m.Groups["order"].Value).FirstOrDefault();

    /// <summary>
    /// The run found another order and stopped: whether it is the one that is to be replaced is for the user to see, in the state. If so,
    /// the next run need not look for it.
    /// </summary>
    private bool IsBesideReplaced(TestEnvironment environment, RunResult result) => scenario.MayAsk
        && result.Diagnostics.Select(d => BesideWords().Match(d.Message)).FirstOrDefault(m => m.Success) is { } found
        && double.Parse(found.Groups["order"].Value, CultureInfo.InvariantCulture) is var order
        && environment.State.Load().Resources.Any(r =>
            r is { Urn: Scenarios.Urn, Delete: true } && Equals(r.Outputs["orderId"], PropertyValue.Of(order)));

    /// <summary>The user takes the order over, after the end of what it was to replace, and all is well.</summary>
    private async Task<FaultCaseResult> TakeOverAsync(TestEnvironment environment, string order)
    {
        if (environment.State.Load().Find(Scenarios.Urn) is { Outputs: var outputs } && outputs["projectId"] is not null
            && !await DestroyAsync(environment))
        {
            return new FaultCaseResult(FaultCaseResult.NotDestroyed, environment.Output);
        }

        var result = await environment.ImportAsync(scenario.Program, order);
        for (var run = 1; !result.Succeeded || run == 1; run++)
        {
            if (run > MostRuns)
            {
                return new FaultCaseResult("not taken over", environment.Output);
            }

            result = await environment.UpAsync(scenario.Program);
        }

        return Verdict.OfCounts(environment, scenario.Expected) ?? await EndAsync(environment)
            ?? new FaultCaseResult(FaultCaseResult.Asks, environment.Output);
    }

    [GeneratedRegex("pulumi import ovh-order:index:CloudProject NAME (?<order>order/[0-9]+)", RegexOptions.CultureInvariant)]
    public static partial Regex AskingWords();

    [GeneratedRegex("found another order \\((?<order>[0-9]+), cart .*If it is the order that this resource replaces",
        RegexOptions.CultureInvariant)]
    private static partial Regex BesideWords();

    private async Task<FaultCaseResult?> EndAsync(TestEnvironment environment)
    {
        environment.Simulator.Configure(scenario.SettingsAtEnd);
        return await DestroyAsync(environment)
            ? Verdict.OfEnd(environment)
            : new FaultCaseResult(FaultCaseResult.NotDestroyed, environment.Output);
    }

    private async Task<bool> DestroyAsync(TestEnvironment environment)
    {
        var run = 1;
        while (!(await environment.DestroyAsync(scenario.Program)).Succeeded)
        {
            if (run++ > MostRuns)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The project stays, because its replacement could not be told from an interrupted run: the user replaces it once more.
    /// </summary>
    private static bool IsKept(RunResult result) =>
        result.Diagnostics.Any(d => d.Message.Contains("was kept: its replacement", StringComparison.Ordinal));
}
