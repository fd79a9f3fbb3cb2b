using System.Security.Cryptography;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>Decides, with Check and Diff, what must happen so that a resource becomes what the program wants, and has it done.</summary>
internal sealed class StepPlanner(DeploymentContext context, ProviderRegistry providers, StepRunner runner)
{
    /// <param name="former">The URNs under which the state may know the resource.</param>
    public async Task<ResourceState> ApplyAsync(
        ResourceState goal, ProviderInstance provider, bool? deleteFirst, ImmutableArray<string> former)
    {
        var old = former.Prepend(goal.Urn).Select(context.Snapshot.FindOld).FirstOrDefault(r => r is not null);
        var imported = goal.ImportId is { } id && old?.ImportId != id && old?.Id != id;
        if (imported)
        {
            old = await runner.ImportAsync(old, goal, provider, goal.ImportId!);
        }

        var plan = await context.PlanAsync(goal.Urn, () => PlanAsync(old, goal, provider, deleteFirst));
        return plan.Op switch
        {
            StepOp.Same => runner.Same(old!, plan.Goal, counted: !imported),
            StepOp.Update => await runner.UpdateAsync(new ResourceStep(StepOp.Update, old, plan.Goal, plan.Keys), provider),
            StepOp.Create when old is null or { External: true } =>
                await runner.CreateAsync(new ResourceStep(StepOp.Create, old, plan.Goal), provider),
            _ => await ReplaceAsync(old!, plan, provider),
        };
    }

    /// <summary>Creates the new one: before the old one is deleted, or after that was deleted here or by an earlier run.</summary>
    private async Task<ResourceState> ReplaceAsync(ResourceState old, Plan plan, ProviderInstance provider)
    {
        foreach (var replaced in plan.Replaced)
        {
            await runner.DeleteAsync(replaced, StepOp.DeleteReplaced, recreated: true);
        }

        var left = plan.Op == StepOp.DeleteReplaced ? context.Snapshot.FindOld(old.Urn) : old;
        var step = new ResourceStep(StepOp.Replace, left, plan.Goal, plan.Keys);
        if (plan.Op != StepOp.Replace)
        {
            context.Journal.End(step);
        }

        var created = await runner.CreateAsync(step with { Op = StepOp.CreateReplacement }, provider);
        if (plan.Op == StepOp.Replace)
        {
            context.Journal.End(step);
        }

        return created;
    }

    private async Task<Plan> PlanAsync(ResourceState? old, ResourceState goal, ProviderInstance provider, bool? deleteFirst)
    {
        var seed = RandomNumberGenerator.GetBytes(32);
        var wanted = old is null
            ? goal.Inputs
            : goal.IgnoreChanges.Aggregate(goal.Inputs, (news, path) => PropertyPath.Copy(path, old.Inputs, news));
        var forced = old is not null && (old.Taint || context.Run.Replace?.Contains(goal.Urn) == true);
        var create = old is null or { PendingReplacement: true } or { External: true };

        goal = await CheckAsync(goal, provider, create || forced ? Map.Empty : old!.Inputs, wanted, seed);
        if (create)
        {
            return new Plan(StepOp.Create, goal, []);
        }

        var diff = forced ? DiffAnswer.ReplaceFor(old!.Taint ? ["taint"] : []) : await DiffAsync(old!, goal, provider);
        var keys = diff.Signed();
        if (!diff.Replace)
        {
            return new Plan(diff.Changed || !old!.InitErrors.IsEmpty ? StepOp.Update : StepOp.Same, goal, keys);
        }

        RefuseForbidden(old!, goal, diff);
        goal = forced ? goal : await CheckAsync(goal, provider, Map.Empty, wanted, seed);
        return deleteFirst ?? diff.DeleteBeforeReplace
            ? new Plan(StepOp.DeleteReplaced, goal, keys, await WithDependentsAsync(old!))
            : new Plan(StepOp.Replace, goal, keys);
    }

    private async Task<ResourceState> CheckAsync(ResourceState goal, ProviderInstance provider, Map olds, Map news, byte[] seed)
    {
        var check = await provider.CheckAsync(goal, olds, news, seed);
        check.Require(context, goal.Urn, news, goOn: context.Preview);
        context.Journal.Learn(check.Inputs);
        return goal with { Inputs = check.Inputs };
    }

    private async Task<DiffAnswer> DiffAsync(ResourceState old, ResourceState goal, ProviderInstance provider)
    {
        if (!provider.Configured)
        {
            context.Journal.Report(
                LogSeverity.Warning,
                goal.Urn,
                "The provider for this resource has inputs that are not known during preview.\n"
                    + "This preview may not correctly represent the changes that will be applied during an update.");
            return DiffAnswer.None with { Changed = true };
        }

        if (old.Provider != goal.Provider
            && context.Snapshot.Current.Resources.FirstOrDefault(r => r.Reference == old.Provider) is { } former
            && (await provider.DiffConfigAsync(former)).Replace)
        {
            return DiffAnswer.ReplaceFor("provider");
        }

        var diff = await provider.DiffAsync(old, goal);
        if (goal.ReplaceOnChanges.Contains("#initerror") && !old.InitErrors.IsEmpty)
        {
            return DiffAnswer.ReplaceFor("#initerror");
        }

        var touched = diff.Paths.Keys.Select(p => PropertyPath.Parse(p).Root);
        return diff.Changed && goal.ReplaceOnChanges.Any(p => touched.Contains(PropertyPath.Parse(p).Root))
            ? diff with { Replace = true }
            : diff;
    }

    /// <summary>What the user forbade: an update ends here; a preview says so and shows the rest.</summary>
    private void RefuseForbidden(ResourceState old, ResourceState goal, DiffAnswer diff)
    {
        var changes = diff.Paths.Keys.Select(p => $"\n{p}: {{{Value(old.Inputs, p)}}} => {{{Value(goal.Inputs, p)}}}");
        var problem = old.Protect
            ? $"unable to replace resource \"{goal.Urn}\"\nas it is currently marked for protection. To unprotect the resource, remove "
                + "the `protect` flag from the resource in your Pulumi program and run `pulumi up`"
            : old.ImportId is null || goal.ImportId is null
            ? null
            : "previously-imported resources that still specify an ID may not be replaced; please remove the `import` declaration from "
                + "your program;" + string.Concat(changes);
        if (problem is null)
        {
            return;
        }

        if (!context.Preview)
        {
            throw new StepException(problem);
        }

        if (old.Protect)
        {
            context.FailStep(goal.Urn, problem, goOn: true);
        }
        else
        {
            context.Journal.Report(LogSeverity.Warning, goal.Urn, problem);
        }

        static string Value(Map map, string path) =>
            PropertyText.Of(PropertyPath.Parse(path).Follow(map, 0, preview: false)).Trim('"');
    }

    /// <summary>
    /// What must be deleted before a resource can be deleted and made again: dependents for which Diff says that they'd be replaced if
    /// everything they take from it were unknown. Those calls come in a real update too.
    /// </summary>
    /// <returns>In the order of deletion: what depends on others first, and <paramref name="root"/> last.</returns>
    private async Task<IReadOnlyList<ResourceState>> WithDependentsAsync(ResourceState root)
    {
        var replaced = new List<ResourceState> { root };
        foreach (var resource in context.Snapshot.Remaining.Where(r =>
            !r.Delete && r.Provider is not null && !r.PendingReplacement && r != root))
        {
            if (replaced.Any(resource.DependsOn) && await IsReplacedAsync(resource))
            {
                replaced.Insert(0, resource);
            }
        }

        return replaced;

        async Task<bool> IsReplacedAsync(ResourceState resource)
        {
            if (resource.PropertyDependencies.IsEmpty)
            {
                // No one knows which properties are concerned; a refresh, for one, forgets it.
                return true;
            }

            var concerned = resource.PropertyDependencies.Where(d => replaced.Any(r => d.Value.Contains(r.Urn))).Select(d => d.Key);
            var inputs = concerned.Where(resource.Inputs.Items.ContainsKey)
                .Aggregate(resource.Inputs, (map, key) => map.With(key, UnknownValue));
            var provider = await providers.LoadAsync(resource.Provider!);
            return (await provider.DiffAsync(resource, resource with { Inputs = inputs })).Replace;
        }
    }

    /// <param name="Op"><see cref="StepOp.DeleteReplaced"/>: the old one is deleted before the new one is created.</param>
    /// <param name="Replaced">What is deleted then, in its order.</param>
    private sealed record Plan(
        StepOp Op, ResourceState Goal, ImmutableArray<string> Keys, params IReadOnlyList<ResourceState> Replaced);
}
