namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>Serves the running program: every resource that it registers becomes a goal, which the planner has fulfilled.</summary>
/// <param name="look">
/// Refresh and destroy run the program only for the configuration of its providers: what they do with a resource of the state instead.
/// </param>
internal sealed class ProgramHost(
    DeploymentContext context, ProviderRegistry providers, StepPlanner planner, StepRunner runner,
    Func<ResourceState, Task<ResourceState>>? look)
    : IProgramHost
{
    public bool Preview => context.Preview;

    public async Task<ResourceState> RegisterAsync(ResourceRegistration registration)
    {
        context.ThrowIfStopped();
        var secrets = await context.Plugins.SecretsAsync();
        var declaration = registration.Declaration;
        var goal = new ResourceState(declaration.Options)
        {
            Urn = context.UrnOf(declaration.Type, declaration.Name),
            Type = declaration.Type,
            Inputs = secrets.Wrap(declaration.Type, registration.Inputs),
            Parent = context.StackUrn,
            External = declaration.Get is not null,
            Dependencies = [.. registration.Dependencies],
            PropertyDependencies = declaration.Get is null ? registration.PropertyDependencies : registration.PropertyDependencies.Clear(),
            AdditionalSecretOutputs = [.. declaration.Options.AdditionalSecretOutputs.Union(secrets.Outputs(declaration.Type))],
        };
        context.Journal.Learn(goal.Inputs);

        return declaration.IsProvider
            ? (await providers.RegisterAsync(goal)).State
            : await ApplyAsync(goal, await ProviderAsync(declaration.Type, registration.Provider), registration);
    }

    public async Task<PropertyValue> InvokeAsync(string token, Map arguments, ResourceState? provider)
    {
        context.ThrowIfStopped();
        _ = await context.Plugins.SecretsAsync();
        try
        {
            return await (await ProviderAsync(token, provider)).InvokeAsync(token, arguments, context.Preview);
        }
        catch (StepException e)
        {
            throw context.Abandoned(null, e.Message, goOn: true);
        }
    }

    private async Task<ResourceState> ApplyAsync(ResourceState goal, ProviderInstance provider, ResourceRegistration registration)
    {
        goal = goal with { Provider = provider.State.Reference };
        var old = context.Snapshot.FindOld(goal.Urn);
        if (look is not null)
        {
            return old is null ? goal : await look(WithDependencies(old, goal));
        }

        if (registration.ReadId is { } id)
        {
            return id.Plain() is Text { Value.Length: > 0 } known
                ? await runner.ReadAsync(old, goal with { Id = known.Value }, provider)
                : Unread(goal);
        }

        var former = registration.Declaration.Aliases.Select(a => context.UrnOf(goal.Type, a));
        return await planner.ApplyAsync(goal, provider, registration.Declaration.DeleteBeforeReplace, [.. former]);
    }

    private ResourceState WithDependencies(ResourceState old, ResourceState goal)
    {
        var current = old with { Dependencies = goal.Dependencies, PropertyDependencies = goal.PropertyDependencies };
        context.Snapshot.Replace(old, current);
        return current;
    }

    /// <summary>In a preview the id of what is to be read may not be known: then nothing of it is.</summary>
    private ResourceState Unread(ResourceState goal) => context.Preview
        ? goal with { Inputs = Map.Empty }
        : throw new ProgramException($"the id of '{goal.Name}' is empty");

    private Task<ProviderInstance> ProviderAsync(string token, ResourceState? named) =>
        named is null ? providers.DefaultAsync(token) : providers.LoadAsync(named.Reference);
}
