using System.Collections.Concurrent;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>The provider resources of a stack and the processes that serve them: one for each.</summary>
internal sealed class ProviderRegistry(DeploymentContext context)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ProviderInstance>>> _defaults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<ProviderInstance>>> _instances = new(StringComparer.Ordinal);

    /// <summary>The default provider of the program's package, registered when it is first needed.</summary>
    public Task<ProviderInstance> DefaultAsync(string token) => _defaults.GetOrAdd(DefaultUrn(token), urn => new(() => RegisterAsync(
        new ResourceState
        {
            Urn = urn,
            Type = new Urn(urn).Type,
            Inputs = context.Configuration.Provider(ResourceTypes.Package(token)),
        }))).Value;

    /// <summary>The default provider of a package for an import: the one in the state is taken as it is.</summary>
    public Task<ProviderInstance> DefaultForImportAsync(string token)
    {
        if (context.Snapshot.FindOld(DefaultUrn(token)) is not { } old)
        {
            return DefaultAsync(token);
        }

        context.Snapshot.End(null, old, old);
        return LoadAsync(old.Reference);
    }

    /// <summary>A provider that the program wants.</summary>
    public Task<ProviderInstance> RegisterAsync(ResourceState goal) => context.PlanAsync(goal.Urn, () => PlanAsync(goal));

    /// <summary>
    /// The provider that a resource in the state was made with; configured from the state when nothing else needed it yet.
    /// </summary>
    public Task<ProviderInstance> LoadAsync(string reference) => _instances.GetOrAdd(reference, _ => new(async () =>
    {
        var state = context.Snapshot.Current.Resources.FirstOrDefault(r => r.Reference == reference)
            ?? throw new StepException($"the state has no provider '{reference}'");
        return new ProviderInstance(await context.Plugins.StartAsync(), state);
    })).Value;

    private string DefaultUrn(string token) => context.UrnOf(ResourceTypes.ProviderPrefix + ResourceTypes.Package(token), "default");

    private async Task<ProviderInstance> PlanAsync(ResourceState goal)
    {
        var old = context.Snapshot.FindOld(goal.Urn);
        var session = await context.Plugins.StartAsync();
        goal = await CheckAsync(session, goal, old?.Inputs ?? Map.Empty);
        if (old is null)
        {
            return Add(session, goal with { Id = NewId() }, StepOp.Create, null);
        }

        var diff = await session.DiffConfigAsync(old, goal.Inputs);
        if (diff.Replace)
        {
            await session.CloseAsync();
            session = await context.Plugins.StartAsync();
            goal = await CheckAsync(session, goal, Map.Empty);
            context.Snapshot.Replace(old, old with { Delete = true });
            return Add(session, goal with { Id = NewId() }, StepOp.Replace, old, diff);
        }

        goal = goal with { Id = old.Id };
        var running = _instances.GetValueOrDefault(old.Reference)?.Value;
        if (running is not null && !diff.Changed)
        {
            // A refresh before the program already runs it. The process that compared is left idle until the end.
            context.Snapshot.End(null, goal, old);
            context.Journal.End(new ResourceStep(StepOp.Same, old, goal));
            return await running;
        }

        var instance = Add(session, goal, diff.Changed ? StepOp.Update : StepOp.Same, old, diff);
        if (running is not null)
        {
            await (await running).CloseAsync();
        }

        return instance;
    }

    private async Task<ResourceState> CheckAsync(PluginSession session, ResourceState goal, Map olds)
    {
        var check = await session.CheckConfigAsync(goal, olds);
        check.Require(context, goal.Urn, goal.Inputs);
        return goal with { Inputs = check.Inputs, Outputs = check.Inputs };
    }

    private ProviderInstance Add(PluginSession session, ResourceState state, StepOp op, ResourceState? old, DiffAnswer? diff = null)
    {
        context.Snapshot.End(null, state, op == StepOp.Replace ? null : old);
        context.Journal.End(new ResourceStep(op, old, state, diff?.Signed() ?? []));
        var instance = new ProviderInstance(session, state);
        _instances[state.Reference] = new(Task.FromResult(instance));
        return instance;
    }

    private string? NewId() => context.Preview ? null : Guid.NewGuid().ToString();
}
