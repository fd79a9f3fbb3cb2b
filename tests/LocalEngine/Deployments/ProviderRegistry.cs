namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>The provider resources of a stack and the processes that serve them: one for each.</summary>
internal sealed class ProviderRegistry(DeploymentContext context)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<ProviderInstance>> _defaults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<ProviderInstance>> _instances = new(StringComparer.Ordinal);

    /// <summary>The default provider of the program's package, registered when it is first needed.</summary>
    public Task<ProviderInstance> DefaultAsync(string token)
    {
        var urn = DefaultUrn(token);
        lock (_lock)
        {
            if (!_defaults.TryGetValue(urn, out var instance))
            {
                var inputs = context.Configuration.Provider(ResourceTypes.Package(token));
                instance = RegisterAsync(new ResourceState { Urn = urn, Type = new Urn(urn).Type, Inputs = inputs });
                _defaults[urn] = instance;
            }

            return instance;
        }
    }

    /// <summary>The default provider of a package for an import: the one in the state is taken as it is.</summary>
    public Task<ProviderInstance> DefaultForImportAsync(string token)
        => context.Snapshot.FindOld(DefaultUrn(token)) is { } old ? KeepAsync(old) : DefaultAsync(token);

    /// <summary>A provider that the program wants.</summary>
    public Task<ProviderInstance> RegisterAsync(ResourceState goal) => context.PlanAsync(goal.Urn, () => PlanAsync(goal));

    /// <summary>
    /// The provider that a resource in the state was made with; configured from the state when nothing else needed it yet.
    /// </summary>
    public Task<ProviderInstance> LoadAsync(string reference)
    {
        lock (_lock)
        {
            if (!_instances.TryGetValue(reference, out var instance))
            {
                var state = context.Snapshot.Current.Resources.FirstOrDefault(r => r.Reference == reference)
                    ?? throw new StepException($"the state has no provider '{reference}'");
                instance = StartAsync();
                _instances[reference] = instance;

                async Task<ProviderInstance> StartAsync() => new(await context.Plugins.StartAsync(), state);
            }

            return instance;
        }
    }

    private string DefaultUrn(string token) => context.UrnOf(ResourceTypes.ProviderPrefix + ResourceTypes.Package(token), "default");

    private async Task<ProviderInstance> PlanAsync(ResourceState goal)
    {
        var old = context.Snapshot.FindOld(goal.Urn);
        var session = await context.Plugins.StartAsync();
        goal = await CheckAsync(session, goal, old?.Inputs ?? Map.Empty);
        if (old is null)
        {
            return Add(session, goal with { Id = NewId() }, StepOp.Create, null, []);
        }

        var diff = await session.DiffConfigAsync(old, goal.Inputs);
        if (diff.Replace)
        {
            await session.CloseAsync();
            session = await context.Plugins.StartAsync();
            goal = await CheckAsync(session, goal, Map.Empty);
            context.Snapshot.Replace(old, old with { Delete = true });
            return Add(session, goal with { Id = NewId() }, StepOp.Replace, old, diff.Signed());
        }

        goal = goal with { Id = old.Id };
        Task<ProviderInstance>? running;
        lock (_lock)
        {
            running = _instances.GetValueOrDefault(old.Reference);
        }

        if (running is not null && !diff.Changed)
        {
            // A refresh before the program already runs it. The process that compared is left idle until the end.
            context.Snapshot.End(null, goal, old);
            context.Journal.End(new ResourceStep(StepOp.Same, goal.Urn, [], old, goal));
            return await running;
        }

        var instance = Add(session, goal, diff.Changed ? StepOp.Update : StepOp.Same, old, diff.Signed());
        if (running is not null)
        {
            await (await running).CloseAsync();
        }

        return instance;
    }

    private async Task<ResourceState> CheckAsync(PluginSession session, ResourceState goal, Map olds)
    {
        var check = await session.CheckConfigAsync(goal.Urn, olds, goal.Inputs);
        check.Require(context, goal.Urn, goal.Inputs);
        return goal with { Inputs = check.Inputs, Outputs = check.Inputs };
    }

    private ProviderInstance Add(
        PluginSession session, ResourceState state, StepOp op, ResourceState? old, ImmutableArray<string> keys)
    {
        context.Snapshot.End(null, state, op == StepOp.Replace ? null : old);
        context.Journal.End(new ResourceStep(op, state.Urn, keys, old, state));
        var instance = new ProviderInstance(session, state);
        lock (_lock)
        {
            _instances[state.Reference] = Task.FromResult(instance);
        }

        return instance;
    }

    private async Task<ProviderInstance> KeepAsync(ResourceState old)
    {
        context.Snapshot.End(null, old, old);
        return await LoadAsync(old.Reference);
    }

    private string? NewId() => context.Preview ? null : Guid.NewGuid().ToString();
}
