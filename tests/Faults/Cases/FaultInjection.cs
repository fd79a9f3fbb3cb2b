using PulumiOvhOrder.Faults.Environments;

namespace PulumiOvhOrder.Faults.Cases;

/// <summary>For one run a call goes wrong, and nothing is tried twice.</summary>
internal sealed class FaultInjection(FaultColumn column, CallRow row, string pluginPath)
{
    /// <returns>Ends when the provider or the engine has died; null where an answer goes wrong.</returns>
    public Task? Into(TestEnvironment environment)
    {
        if (column.Fault is { } fault)
        {
            environment.Simulator.AddFaults(fault.At(row.Method, row.Path, row.Nth));
            return null;
        }

        Func<Task> die = column.Interruption == Interruption.EngineKilled ? Orphaned(environment) : Killed(environment);
        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = 0;
        environment.Simulator.Watcher = async (call, moment) =>
        {
            if (row.IsOfKind(call) && moment == column.When && Interlocked.Increment(ref seen) == row.Nth)
            {
                await die();
                dead.TrySetResult();
            }
        };
        return dead.Task;
    }

    private Func<Task> Killed(TestEnvironment environment)
    {
        var plugin = new MortalPlugin(pluginPath);
        environment.Plugin = plugin;
        return plugin.KillAsync;
    }

    private static Func<Task> Orphaned(TestEnvironment environment)
    {
        var plugin = new OrphanedPlugin(TimeProvider.System);
        environment.Plugin = plugin;
        return () =>
        {
            environment.State.Freeze(true);
            plugin.Orphan();
            return Task.CompletedTask;
        };
    }
}
