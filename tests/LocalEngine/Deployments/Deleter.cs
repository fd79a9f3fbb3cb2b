using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.LocalEngine.State;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>Deletes resources, dependents first and independent ones side by side.</summary>
internal sealed class Deleter(DeploymentContext context, StepRunner runner)
{
    public async Task RunAsync(IReadOnlyList<ResourceState> resources)
    {
        var left = resources.ToList();
        while (left.Count > 0)
        {
            context.ThrowIfStopped();
            var free = left.Where(r => !left.Exists(other => other != r && other.DependsOn(r))).ToList();
            await Task.WhenAll(free.AsEnumerable().Reverse().Select(r => runner.DeleteAsync(r, r.Delete ? StepOp.DeleteReplaced : StepOp.Delete)));
            left.RemoveAll(free.Contains);
        }
    }
}
