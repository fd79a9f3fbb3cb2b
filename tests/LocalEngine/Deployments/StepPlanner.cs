using System.Security.Cryptography;

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
            old = await runner.ImportAsync(old, goal, provider, goal.ImportId!, command: false, Task.FromResult);
        }

        var plan = await context.PlanAsync(goal.Urn, () => PlanAsync(old, goal, provider, deleteFirst));
        goal = plan.Goal;
        switch (plan.Op)
        {
            case StepOp.Same:
                return runner.Same(old!, goal, counted: !imported);
            case StepOp.Update:
                return await runner.UpdateAsync(old!, goal, provider, plan.Keys);
            case StepOp.Create when old is null or { External: true }:
                return await runner.CreateAsync(goal, provider, StepOp.Create, old);
            case StepOp.Create:
                // It was deleted first; this is the second half of its replacement.
                Replaced();
                return await runner.CreateAsync(goal, provider, StepOp.CreateReplacement, old, plan.Keys);
            case StepOp.Replace:
                var created = await runner.CreateAsync(goal, provider, StepOp.CreateReplacement, old, plan.Keys);
                Replaced();
                return created;
            default:
                foreach (var dependent in plan.Dependents)
                {
                    await runner.DeleteAsync(dependent, StepOp.DeleteReplaced, recreated: true);
                }

                await runner.DeleteAsync(old!, StepOp.DeleteReplaced, recreated: true);
                Replaced();
                return await runner.CreateAsync(goal, provider, StepOp.CreateReplacement, context.Snapshot.FindOld(old!.Urn), plan.Keys);
        }

        void Replaced() => context.Journal.End(new ResourceStep(StepOp.Replace, goal.Urn, plan.Keys, old, goal));
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
            return new Plan(StepOp.Create, goal, [], []);
        }

        var diff = forced ? DiffAnswer.ReplaceFor(old!.Taint ? ["taint"] : []) : await DiffAsync(old!, goal, provider);
        var keys = diff.Signed();
        if (!diff.Replace)
        {
            return new Plan(diff.Changed || !old!.InitErrors.IsEmpty ? StepOp.Update : StepOp.Same, goal, keys, []);
        }

        RefuseForbidden(old!, goal, diff);
        goal = forced ? goal : await CheckAsync(goal, provider, Map.Empty, wanted, seed);
        return deleteFirst ?? diff.DeleteBeforeReplace
            ? new Plan(StepOp.DeleteReplaced, goal, keys, await DependentReplacements.OfAsync(context, providers, old!))
            : new Plan(StepOp.Replace, goal, keys, []);
    }

    private async Task<ResourceState> CheckAsync(ResourceState goal, ProviderInstance provider, Map olds, Map news, byte[] seed)
    {
        var check = await provider.CheckAsync(goal.Urn, goal.Type, olds, news, seed);
        check.Require(context, goal.Urn, news, goOn: context.Preview);
        context.Journal.Learn(check.Inputs);
        return goal with { Inputs = check.Inputs };
    }

    private async Task<DiffAnswer> DiffAsync(ResourceState old, ResourceState goal, ProviderInstance provider)
    {
        if (!provider.Configured)
        {
            context.Journal.Report(
                Severity.Warning,
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

        var diff = await provider.DiffAsync(old, goal.Urn, goal.Inputs, goal.IgnoreChanges);
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
        if (old.Protect)
        {
            const string Why =
                "as it is currently marked for protection. To unprotect the resource, remove the `protect` flag from the resource "
                + "in your Pulumi program and run `pulumi up`";
            Refuse(Severity.Error, $"unable to replace resource \"{goal.Urn}\"\n{Why}");
        }

        if (old.ImportId is not null && goal.ImportId is not null)
        {
            var lines = diff.Paths.Keys.Select(p => $"\n{p}: {{{Value(old.Inputs, p)}}} => {{{Value(goal.Inputs, p)}}}");
            Refuse(
                context.Preview ? Severity.Warning : Severity.Error,
                "previously-imported resources that still specify an ID may not be replaced; please remove the `import` declaration from "
                    + "your program;"
                    + string.Concat(lines));
        }

        void Refuse(Severity severity, string message)
        {
            if (!context.Preview)
            {
                throw new StepException(message);
            }

            if (severity == Severity.Error)
            {
                context.FailStep(goal.Urn, message, goOn: true);
            }
            else
            {
                context.Journal.Report(severity, goal.Urn, message);
            }
        }

        static string Value(Map map, string path) =>
            PropertyText.Of(PropertyPath.Parse("root." + path).Follow(map, 0, preview: false)).Trim('"');
    }

    /// <param name="Op"><see cref="StepOp.DeleteReplaced"/>: the old one is deleted before the new one is created.</param>
    private sealed record Plan(StepOp Op, ResourceState Goal, ImmutableArray<string> Keys, IReadOnlyList<ResourceState> Dependents);
}
