using System.Security.Cryptography;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>One preview or one update, from the state to the new state.</summary>
internal sealed class Deployment(DeploymentContext context, ProviderRegistry providers, StepRunner runner)
{
    /// <returns>The stack's outputs; null when the program didn't get to its end.</returns>
    public Task<Map?> UpAsync() => GuardAsync(async () =>
    {
        WarnOfInterrupted();
        await RefreshFirstAsync();
        RegisterStack();
        var outputs = await RunAsync(look: null);
        await runner.DeleteAllAsync(context.Snapshot.Remaining);
        return outputs;
    });

    public Task<Map?> RefreshAsync() => GuardAsync(async () =>
    {
        foreach (var unread in context.Snapshot.Remaining.Where(r => r.Provider is null))
        {
            context.Journal.End(new ResourceStep(StepOp.Same, unread, unread));
        }

        if (!context.Run.RunProgram)
        {
            // The engine forgets these over a refresh without the program.
            foreach (var resource in context.Snapshot.Remaining.Where(r => !r.PropertyDependencies.IsEmpty))
            {
                context.Snapshot.Replace(resource, resource with { PropertyDependencies = resource.PropertyDependencies.Clear() });
            }

            await runner.RefreshAllAsync(_ => true, isResult: true);
            return null;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        var outputs = await RunAsync(resource =>
        {
            known.Add(resource.Urn);
            return runner.RefreshAsync(resource, isResult: true);
        });
        await runner.RefreshAllAsync(r => !known.Contains(r.Urn), isResult: true);
        return outputs;
    });

    public Task<Map?> DestroyAsync() => GuardAsync(async () =>
    {
        await RefreshFirstAsync();
        if (context.Run.RunProgram)
        {
            await RunAsync(Task.FromResult);
        }

        await runner.DeleteAllAsync(context.Snapshot.Current.Resources);
        return null;
    });

    public Task<Map?> ImportAsync(string type, string name, string id) => GuardAsync(async () =>
    {
        RegisterStack();
        var provider = await providers.DefaultForImportAsync(type);
        var goal = new ResourceState
        {
            Urn = context.UrnOf(type, name),
            Type = type,
            Parent = context.StackUrn,
            Provider = provider.State.Reference,
            Protect = context.Run.Protect,
        };
        await runner.ImportAsync(context.Snapshot.FindOld(goal.Urn), goal, provider, id, async inputs =>
        {
            var check = await provider.CheckAsync(goal, inputs, inputs, RandomNumberGenerator.GetBytes(32));
            if (check.Failures.Count > 0)
            {
                context.Journal.Report(
                    LogSeverity.Warning,
                    goal.Urn,
                    "One or more imported inputs failed to validate. This is almost certainly a bug in the "
                        + $"`{ResourceTypes.Package(type)}` provider. The import will still proceed, but you will need to edit the "
                        + "generated code after copying it into your program.");
                check.Report(context.Journal, LogSeverity.Warning, goal.Urn, inputs);
            }

            return check.Inputs.Items.IsEmpty ? inputs : check.Inputs;
        });
        if (!context.Preview)
        {
            // The real engine writes code for the imported resource, and that takes the schema.
            _ = await context.Plugins.SecretsAsync();
        }

        return null;
    });

    /// <summary>A failure was reported where it happened; here it only ends the run.</summary>
    private async Task<Map?> GuardAsync(Func<Task<Map?>> run)
    {
        try
        {
            return await run();
        }
        catch (AbandonedException)
        {
            if (context.Broken is { } broken)
            {
                throw broken;
            }

            context.Fail();
            return null;
        }
        catch (Exception e) when (e is ProgramException or StepException)
        {
            _ = context.Abandoned(null, e.Message);
            return null;
        }
    }

    /// <summary>With --run-program the program's configuration is to be used, so nothing is read with that of the state.</summary>
    private Task RefreshFirstAsync() => runner.RefreshAllAsync(
        r => context.Run.Refresh || (r.RefreshBeforeUpdate && !context.Run.RunProgram), isResult: false);

    private async Task<Map> RunAsync(Func<ResourceState, Task<ResourceState>>? look)
    {
        var host = new ProgramHost(context, providers, runner, look);
        var outputs = await new ProgramEvaluator(context.Program, context.Configuration, host).RunAsync();
        if (context.Snapshot.Current.Find(context.StackUrn) is { } root)
        {
            context.Snapshot.Replace(root, root with { Outputs = outputs });
        }

        return outputs;
    }

    private void RegisterStack()
    {
        var old = context.Snapshot.FindOld(context.StackUrn);
        var root = new ResourceState { Urn = context.StackUrn, Type = ResourceTypes.Stack, Outputs = old?.Outputs ?? Map.Empty };
        context.Snapshot.End(null, root, old);
        context.Journal.End(new ResourceStep(old is null ? StepOp.Create : StepOp.Same, old, root));
    }

    private void WarnOfInterrupted()
    {
        if (context.Preview || context.Snapshot.Interrupted.Count == 0)
        {
            return;
        }

        var list = string.Concat(context.Snapshot.Interrupted.Select(p => $"\n  * {p.Resource.Urn}, interrupted while {p.Kind}"));
        context.Journal.Report(
            LogSeverity.Warning,
            null,
            $"Attempting to deploy or update resources with {context.Snapshot.Interrupted.Count} pending operations from previous "
                + $"deployment.{list}\n"
                + "These resources are in an unknown state because the Pulumi CLI was interrupted while waiting for changes to these "
                + "resources to complete. You should confirm whether or not the operations listed completed successfully by checking the "
                + "state of the appropriate provider. For example, if you are using AWS, you can confirm using the AWS Console.\n\n"
                + "Once you have confirmed the status of the interrupted operations, you can repair your stack using `pulumi refresh` "
                + "which will refresh the state from the provider you are using and clear the pending operations if there are any.\n\n"
                + "Note that `pulumi refresh` will need to be run interactively to clear pending CREATE operations.");
    }
}
