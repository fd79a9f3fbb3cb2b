namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>Does what was planned, and writes the state before and after, exactly as much as the engine keeps.</summary>
internal sealed class StepRunner(DeploymentContext context, ProviderRegistry providers)
{
    /// <param name="replaced">What the new one takes the place of: deleted at the end when it still exists, forgotten when it
    /// doesn't.</param>
    public Task<ResourceState> CreateAsync(
        ResourceState goal, ProviderInstance provider,
        StepOp op = StepOp.Create, ResourceState? replaced = null, ImmutableArray<string> keys = default)
        => RunAsync(op, goal.Urn, replaced, goal, keys, async () =>
        {
            var (operation, answer) = await CallAsync(goal, PendingOperation.Creating, async () =>
            {
                var answer = await provider.CreateAsync(goal, context.Preview);
                if (!context.Preview)
                {
                    answer.RequireId(goal.Urn);
                }

                return answer;
            });
            var created = Stored(goal with { Id = context.Preview ? null : answer.Id }, answer);
            var gone = replaced is null || replaced.PendingReplacement || replaced.External;
            if (!gone)
            {
                context.Snapshot.Replace(replaced!, replaced! with { Delete = true });
            }

            context.Snapshot.End(operation, created, gone ? replaced : null);
            return new StepOutcome(created, answer);
        });

    public Task<ResourceState> UpdateAsync(ResourceState old, ResourceState goal, ProviderInstance provider, ImmutableArray<string> keys)
        => RunAsync(StepOp.Update, goal.Urn, old, goal, keys, async () =>
        {
            var (operation, answer) = await CallAsync(old, "updating", () => provider.UpdateAsync(old, goal, context.Preview));

            // An update that isn't finished keeps the old inputs, so that the next run sees the difference again.
            var updated = Stored(goal with { Id = old.Id, Inputs = answer.Partial ? old.Inputs : goal.Inputs }, answer);
            context.Snapshot.End(operation, updated, old);
            return new StepOutcome(updated, answer);
        });

    public ResourceState Same(ResourceState old, ResourceState goal, bool counted)
    {
        var same =
            goal with { Id = old.Id, Outputs = old.Outputs, InitErrors = old.InitErrors, RefreshBeforeUpdate = old.RefreshBeforeUpdate };
        context.Snapshot.End(null, same, old);
        if (counted)
        {
            context.Journal.End(new ResourceStep(StepOp.Same, goal.Urn, [], old, same));
        }

        return same;
    }

    /// <summary>A resource that is only read; <paramref name="goal"/>'s inputs are what the program says about it.</summary>
    public Task<ResourceState> ReadAsync(ResourceState? old, ResourceState goal, ProviderInstance provider)
        => RunAsync(StepOp.Read, goal.Urn, old, goal, [], async () =>
        {
            var (operation, answer) = await CallAsync(goal, "reading", async () =>
            {
                var answer = await provider.ReadAsync(goal.Urn, goal.Type, goal.Id!, goal.Inputs, goal.Inputs);
                answer.RequireExistence(goal.Id!);
                return answer;
            });
            var read = Stored(goal with { Id = answer.Id }, answer);
            context.Snapshot.End(operation, read, old);
            return new StepOutcome(read, answer);
        });

    /// <summary>Adopts what exists, with the inputs that the provider says it has. Unfinished is no failure here.</summary>
    /// <param name="check">Validates those inputs; only the import command does.</param>
    public Task<ResourceState> ImportAsync(
        ResourceState? old, ResourceState goal, ProviderInstance provider, string id, bool command, Func<Map, Task<Map>> check)
        => RunAsync(StepOp.Import, goal.Urn, old, goal, [], async () =>
        {
            var inputs = Map.Empty;
            var (operation, answer) = await CallAsync(goal, "importing", async () =>
            {
                var answer = await provider.ReadAsync(goal.Urn, goal.Type, id, null, null, withStatus: !command);
                answer.RequireExistence(id);
                inputs = await check(
                    answer.Inputs
                    ?? throw new StepException("provider does not support importing resources; please try updating the provider plugin"));
                return answer;
            });
            var imported = Stored(goal with { Id = answer.Id, Inputs = inputs }, answer);
            context.Snapshot.End(operation, imported, old);
            return new StepOutcome(imported, answer with { Reasons = [] });
        });

    /// <summary>Removes a resource from the stack, and from the world unless that isn't the stack's business.</summary>
    /// <param name="recreated">It is created again at once, so its place is kept.</param>
    public Task DeleteAsync(ResourceState resource, StepOp op, bool recreated = false)
        => RunAsync(op, resource.Urn, resource, null, [], async () =>
        {
            var provider = resource.Provider is { } reference ? await providers.LoadAsync(reference) : null;
            if (resource.Protect && !resource.Delete)
            {
                throw new StepException($"resource \"{resource.Urn}\" cannot be deleted\n"
                    + "because it is protected. To unprotect the resource, either remove the `protect` flag from the resource in your "
                    + "Pulumi program and run "
                    + $"`pulumi up`, or use the command:\n`pulumi state unprotect '{resource.Urn}'`");
            }

            var (operation, answer) = await CallAsync(resource, "deleting", async () =>
            {
                if (provider is not null && !resource.External && !resource.RetainOnDelete && !context.Preview)
                {
                    await provider.DeleteAsync(resource);
                }

                return new StateAnswer(resource.Id ?? "", Map.Empty, null, false, []);
            });
            context.Snapshot.End(operation, null, recreated ? null : resource);
            if (recreated)
            {
                context.Snapshot.Replace(resource, resource with { PendingReplacement = true });
            }

            return new StepOutcome(resource, answer, new ResourceStep(op, resource.Urn, [], resource, null));
        });

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

    /// <summary>Runs a step when there is room for it, shows it, and turns a partial state into the failure that it is.</summary>
    public async Task<ResourceState> RunAsync(
        StepOp op, string urn, ResourceState? old, ResourceState? goal, ImmutableArray<string> keys, Func<Task<StepOutcome>> action)
    {
        var step = new ResourceStep(op, urn, keys.IsDefault ? [] : keys, old, goal);
        await context.Slots.WaitAsync();
        try
        {
            context.ThrowIfStopped();
            context.Journal.Begin(step);
            var outcome = await action();
            context.Journal.Learn(outcome.Stored.Inputs, outcome.Stored.Outputs);
            if (outcome.Answer.Partial)
            {
                throw new StepException(outcome.Answer.ReasonText);
            }

            context.Journal.End(outcome.ShownAs ?? step with { New = outcome.Stored });
            return outcome.Stored;
        }
        catch (StepException e)
        {
            context.FailStep(urn, context.Preview ? "Preview failed: " + e.Message : e.Message);
            context.Journal.End(step with { Failed = true });
            throw new AbandonedException();
        }
        catch (ProviderContractException e)
        {
            context.Break(e);
            throw new AbandonedException();
        }
        finally
        {
            context.Slots.Release();
        }
    }

    /// <summary>The operation is pending while the call runs. When the call fails, nothing of it is kept.</summary>
    private async Task<(PendingOperation Operation, StateAnswer Answer)> CallAsync(
        ResourceState resource, string kind, Func<Task<StateAnswer>> call)
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

    private ResourceState Stored(ResourceState resource, StateAnswer answer)
    {
        var outputs = ProviderValues.Remark(answer.Outputs ?? Map.Empty, resource.Inputs);
        foreach (var key in resource.AdditionalSecretOutputs)
        {
            outputs = outputs.With(key, outputs[key] is { } value ? SecretOf(value) : null);
        }

        return resource with { Outputs = outputs, InitErrors = answer.Reasons, RefreshBeforeUpdate = answer.RefreshBeforeUpdate };
    }
}
