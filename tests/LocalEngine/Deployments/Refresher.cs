using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>Reads resources back and takes what Read says as the new state.</summary>
internal sealed class Refresher(DeploymentContext context, ProviderRegistry providers, StepRunner runner)
{
    /// <param name="isResult">The refresh is what the user asked for, not only what comes before something else.</param>
    public async Task RunAsync(Func<ResourceState, bool> which, bool isResult)
    {
        var resources = context.Snapshot.Remaining.Where(r => r.Provider is not null && !r.Delete && which(r));
        await Task.WhenAll(resources.Select(r => RefreshAsync(r, isResult)));
    }

    /// <returns>The resource as it is now; the old one when it is gone.</returns>
    public Task<ResourceState> RefreshAsync(ResourceState resource, bool isResult)
        => runner.RunAsync(new ResourceStep(StepOp.Refresh, resource, resource), _ => ReadAsync(resource, isResult));

    private async Task<ResourceStep> ReadAsync(ResourceState resource, bool isResult)
    {
        var provider = await providers.LoadAsync(resource.Provider!);
        var answer = await provider.ReadAsync(resource, resource.Id!, resource.Outputs, resource.Inputs);
        if (answer.Partial)
        {
            answer.RequireId(resource.Urn);
        }

        if (answer.Gone)
        {
            context.Snapshot.Replace(resource, null);
            return new ResourceStep(isResult ? StepOp.Delete : StepOp.Refresh, resource, null);
        }

        if (answer.Partial)
        {
            context.Journal.Report(
                LogSeverity.Warning, resource.Urn,
                "Refreshed resource is in an unhealthy state:" + string.Concat(answer.Reasons.Select(r => $"\n* {r}")));
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
}
