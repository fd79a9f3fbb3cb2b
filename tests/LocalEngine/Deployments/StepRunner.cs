using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>Does what was planned, and writes the state before and after, exactly as much as the engine keeps.</summary>
internal sealed class StepRunner(DeploymentContext context, ProviderRegistry providers)
{
    /// <summary>Creates <paramref name="begun"/>'s new resource. The old one is deleted at the end when it still exists, forgotten when it
    /// doesn't.</summary>
    public Task<ResourceState> CreateAsync(ResourceStep begun, ProviderInstance provider) => RunAsync(begun, async step =>
    {
        var (goal, replaced) = (step.Resource, step.Old);
        var (operation, answer) = await CallAsync(goal, PendingOperation.Creating, async () =>
        {
            var answer = await provider.CreateAsync(goal, context.Preview);
            return context.Preview ? answer : answer.RequireId(goal.Urn);
        });
        var gone = replaced is null || replaced.PendingReplacement || replaced.External;
        if (!gone)
        {
            context.Snapshot.Replace(replaced!, replaced! with { Delete = true });
        }

        return End(step, operation, goal with { Id = context.Preview ? null : answer.Id }, answer, gone ? replaced : null);
    });

    public Task<ResourceState> UpdateAsync(ResourceStep begun, ProviderInstance provider) => RunAsync(begun, async step =>
    {
        var (goal, old) = (step.Resource, step.Old!);
        var (operation, answer) = await CallAsync(old, "updating", () => provider.UpdateAsync(old, goal, context.Preview));

        // An update that isn't finished keeps the old inputs, so that the next run sees the difference again.
        var updated = goal with { Id = old.Id, Inputs = answer.Partial ? old.Inputs : goal.Inputs };
        return End(step, operation, updated, answer, old);
    });

    public ResourceState Same(ResourceState old, ResourceState goal, bool counted)
    {
        var same =
            goal with { Id = old.Id, Outputs = old.Outputs, InitErrors = old.InitErrors, RefreshBeforeUpdate = old.RefreshBeforeUpdate };
        context.Snapshot.End(null, same, old);
        if (counted)
        {
            context.Journal.End(new ResourceStep(StepOp.Same, old, same));
        }

        return same;
    }

    /// <summary>A resource that is only read; <paramref name="goal"/>'s inputs are what the program says about it.</summary>
    public Task<ResourceState> ReadAsync(ResourceState? old, ResourceState goal, ProviderInstance provider)
        => RunAsync(new ResourceStep(StepOp.Read, old, goal), async step =>
        {
            var (id, inputs) = (goal.Id!, goal.Inputs);
            var (operation, answer) = await CallAsync(
                goal, "reading", async () => (await provider.ReadAsync(goal, id, inputs, inputs)).RequireExistence(id));
            return End(step, operation, goal with { Id = answer.Id }, answer, old);
        });

    /// <summary>Adopts what exists, with the inputs that the provider says it has.</summary>
    /// <param name="check">Validates those inputs; only the import command does.</param>
    public Task<ResourceState> ImportAsync(
        ResourceState? old, ResourceState goal, ProviderInstance provider, string id, Func<Map, Task<Map>>? check = null)
        => RunAsync(new ResourceStep(StepOp.Import, old, goal), async step =>
        {
            var inputs = Map.Empty;
            var (operation, answer) = await CallAsync(goal, "importing", async () =>
            {
                var answer = (await provider.ReadAsync(goal, id, null, null, withStatus: check is null)).RequireExistence(id);
                inputs = answer.Inputs
                    ?? throw new StepException("provider does not support importing resources; please try updating the provider plugin");
                inputs = check is null ? inputs : await check(inputs);
                return answer;
            });
            return End(step, operation, goal with { Id = answer.Id, Inputs = inputs }, answer, old);
        });

    /// <summary>Removes a resource from the stack, and from the world unless that isn't the stack's business.</summary>
    /// <param name="recreated">It is created again at once, so its place is kept.</param>
    public Task DeleteAsync(ResourceState resource, StepOp op, bool recreated = false)
        => RunAsync(new ResourceStep(op, resource, null), async step =>
        {
            var provider = resource.Provider is { } reference ? await providers.LoadAsync(reference) : null;
            if (resource.Protect && !resource.Delete)
            {
                throw new StepException($"resource \"{resource.Urn}\" cannot be deleted\n"
                    + "because it is protected. To unprotect the resource, either remove the `protect` flag from the resource in your "
                    + $"Pulumi program and run `pulumi up`, or use the command:\n`pulumi state unprotect '{resource.Urn}'`");
            }

            var stays = provider is null || resource.External || resource.RetainOnDelete || context.Preview;
            var (operation, _) = await CallAsync(
                resource, "deleting", () => stays ? Task.FromResult(new Empty()) : provider!.DeleteAsync(resource));
            context.Snapshot.End(operation, null, recreated ? null : resource);
            if (recreated)
            {
                context.Snapshot.Replace(resource, resource with { PendingReplacement = true });
            }

            return step;
        });

    /// <summary>Reads the resource back and takes what Read says as the new state.</summary>
    /// <param name="isResult">The refresh is what the user asked for, not only what comes before something else.</param>
    /// <returns>The resource as it is now; the old one when it is gone.</returns>
    public Task<ResourceState> RefreshAsync(ResourceState resource, bool isResult) =>
        RunAsync(new ResourceStep(StepOp.Refresh, resource, resource), _ => RefreshedAsync(resource, isResult));

    public Task RefreshAllAsync(Func<ResourceState, bool> which, bool isResult) => Task.WhenAll(context.Snapshot.Remaining
        .Where(r => r.Provider is not null && !r.Delete && which(r))
        .Select(r => RefreshAsync(r, isResult)));

    /// <summary>Dependents first, and independent ones side by side.</summary>
    public async Task DeleteAllAsync(IReadOnlyList<ResourceState> resources)
    {
        var left = resources.ToList();
        while (left.Count > 0)
        {
            context.ThrowIfStopped();
            var free = left.Where(r => !left.Exists(other => other != r && other.DependsOn(r))).ToList();
            await Task.WhenAll(free.AsEnumerable().Reverse().Select(r => DeleteAsync(r, r.Delete ? StepOp.DeleteReplaced : StepOp.Delete)));
            left.RemoveAll(free.Contains);
        }
    }

    private async Task<ResourceStep> RefreshedAsync(ResourceState resource, bool isResult)
    {
        var provider = await providers.LoadAsync(resource.Provider!);
        var answer = await provider.ReadAsync(resource, resource.Id!, resource.Outputs, resource.Inputs);
        if (answer.Partial)
        {
            answer.RequireId(resource.Urn);
            context.Journal.Report(
                LogSeverity.Warning,
                resource.Urn,
                "Refreshed resource is in an unhealthy state:" + string.Concat(answer.Reasons.Select(r => $"\n* {r}")));
        }

        if (answer.Gone)
        {
            context.Snapshot.Replace(resource, null);
            return new ResourceStep(isResult ? StepOp.Delete : StepOp.Refresh, resource, null);
        }

        var current = resource with
        {
            Id = answer.Id,
            Inputs = answer.Inputs ?? resource.Inputs,
            Outputs = ProviderValues.Remark(answer.Outputs!, answer.Inputs ?? resource.Inputs),
            InitErrors = answer.Reasons,
            RefreshBeforeUpdate = answer.RefreshBeforeUpdate,
        };
        // For the display only, and therefore the other way round: what was read is old, what the state says is new.
        var diff = resource.External
            ? DiffAnswer.None
            : await provider.DiffAsync(current, resource with { IgnoreChanges = [] });
        context.Snapshot.Replace(resource, current);
        var op = !isResult ? StepOp.Refresh : diff.Changed ? StepOp.Update : StepOp.Same;
        return new ResourceStep(op, resource, current, diff.Signed(inverted: true));
    }

    /// <summary>Runs a step when there is room for it, and shows as which step it ended.</summary>
    private async Task<ResourceState> RunAsync(ResourceStep step, Func<ResourceStep, Task<ResourceStep>> action)
    {
        await context.Slots.WaitAsync();
        try
        {
            context.ThrowIfStopped();
            context.Journal.Begin(step);
            var ended = await action(step);
            context.Journal.Learn(ended.Resource.Inputs, ended.Resource.Outputs);
            // What is unfinished is a failure, unless it was only looked at.
            if (step.Op is not (StepOp.Import or StepOp.Refresh) && ended.New is { InitErrors: { IsEmpty: false } reasons })
            {
                throw new StepException(StateAnswer.Errors(reasons));
            }

            context.Journal.End(ended);
            return ended.Resource;
        }
        catch (StepException e)
        {
            context.FailStep(step.Urn, context.Preview ? "Preview failed: " + e.Message : e.Message);
            context.Journal.End(step with { Failed = true });
            throw new AbandonedException();
        }
        catch (ProviderContractException e)
        {
            context.Broken ??= e;
            context.Fail();
            throw new AbandonedException();
        }
        finally
        {
            context.Slots.Release();
        }
    }

    /// <summary>The operation is pending while the call runs. When the call fails, nothing of it is kept.</summary>
    private async Task<(PendingOperation Operation, TAnswer Answer)> CallAsync<TAnswer>(
        ResourceState resource, string kind, Func<Task<TAnswer>> call)
    {
        var operation = context.Snapshot.Begin(resource, kind);
        try
        {
            return (operation, await call());
        }
        catch (StepException)
        {
            context.Snapshot.End(operation, null, null);
            throw;
        }
    }

    /// <summary>Keeps <paramref name="resource"/> as the provider answered it, in place of <paramref name="old"/>.</summary>
    private ResourceStep End(ResourceStep step, PendingOperation operation, ResourceState resource, StateAnswer answer, ResourceState? old)
    {
        var outputs = ProviderValues.Remark(answer.Outputs ?? Map.Empty, resource.Inputs);
        foreach (var key in resource.AdditionalSecretOutputs)
        {
            outputs = outputs.With(key, outputs[key] is { } value ? SecretOf(value) : null);
        }

        var stored = resource with { Outputs = outputs, InitErrors = answer.Reasons, RefreshBeforeUpdate = answer.RefreshBeforeUpdate };
        context.Snapshot.End(operation, stored, old);
        return step with { New = stored };
    }
}
