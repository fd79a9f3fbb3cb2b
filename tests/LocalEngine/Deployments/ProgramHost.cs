namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>Serves the running program: every resource that it registers becomes a goal, which the planner has fulfilled.</summary>
/// <param name="look">
/// Refresh and destroy run the program only for the configuration of its providers: what they do with a resource of the state instead.
/// </param>
internal sealed class ProgramHost(
    DeploymentContext context, ProviderRegistry providers, StepRunner runner, Func<ResourceState, Task<ResourceState>>? look)
    : IProgramHost
{
    private readonly StepPlanner _planner = new(context, providers, runner);

    public bool Preview => context.Preview;

    public async Task<ResourceState> RegisterAsync(ResourceRegistration registration)
    {
        context.ThrowIfStopped();
        var secrets = await context.Plugins.SecretsAsync();
        var type = registration.Goal.Type;
        var goal = registration.Goal with
        {
            Urn = context.UrnOf(type, registration.Declaration.Name),
            Inputs = secrets.Wrap(type, registration.Goal.Inputs),
            Parent = context.StackUrn,
            AdditionalSecretOutputs = [.. registration.Goal.AdditionalSecretOutputs.Union(secrets.Outputs(type))],
        };
        context.Journal.Learn(goal.Inputs);

        return goal.IsProvider
            ? (await providers.RegisterAsync(goal)).State
            : await ApplyAsync(goal, await ProviderAsync(type, registration.Provider), registration);
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
            if (old is null)
            {
                return goal;
            }

            var current = old with { Dependencies = goal.Dependencies, PropertyDependencies = goal.PropertyDependencies };
            context.Snapshot.Replace(old, current);
            return await look(current);
        }

        if (registration.ReadId is { } id)
        {
            // In a preview the id of what is to be read may not be known: then nothing of it is.
            return id.Plain() is Text { Value.Length: > 0 } known ? await runner.ReadAsync(old, goal with { Id = known.Value }, provider)
                : context.Preview ? goal with { Inputs = Map.Empty }
                : throw new ProgramException($"the id of '{goal.Name}' is empty");
        }

        var former = registration.Declaration.Aliases.Select(a => context.UrnOf(goal.Type, a));
        return await _planner.ApplyAsync(goal, provider, registration.Declaration.DeleteBeforeReplace, [.. former]);
    }

    private Task<ProviderInstance> ProviderAsync(string token, ResourceState? named) =>
        named is null ? providers.DefaultAsync(token) : providers.LoadAsync(named.Reference);
}
