using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>The steps from a delivered order to a project that can be used.</summary>
internal sealed class ProjectSteps(OvhApi api, DeliveredProject delivered, ProjectReader projects, DeliveryWait wait)
{
    public async Task FindAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var named = await wait.UntilPresentAsync<ResourceId.Project>(
            run,
            async () => await delivered.OfAsync(run.OrderId, cancellationToken) is { } id ? new ResourceId.Project(id) : null,
            cancellationToken);
        run.Ledger.Update(f => f with { ProjectId = named.Value });
    }

    /// <summary>A project that was just delivered may be hidden for a while. One that was seen before is only read.</summary>
    public async Task ReadAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var facts = (run.Facts.Project is null ? null : await IfVisibleAsync(run, cancellationToken))
            ?? await wait.UntilPresentAsync(run, () => IfVisibleAsync(run, cancellationToken), cancellationToken);
        run.Ledger.Update((f, knowledge) =>
            (f with { Project = facts, OrderId = f.OrderId ?? facts.Order }, knowledge with { ProjectRead = true }));
    }

    public async Task RenameAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var description = run.Request.Description;
        await api.Projects.UpdateAsync(run.ProjectId, new ProjectUpdate(description), cancellationToken);
        run.Ledger.Update(facts => facts with
        {
            Project = facts.Project! with
            {
                Description = description,
                Name = facts.Project.Name == facts.Project.Description ? description : facts.Project.Name,
            },
        });
    }

    /// <summary>Null while the project is hidden.</summary>
    private async Task<ProjectFacts?> IfVisibleAsync(OrderRun run, CancellationToken cancellationToken)
    {
        try
        {
            return ProjectReader.Facts(await api.Projects.GetAsync(run.ProjectId, cancellationToken));
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            if (run.Facts.Project is not null && await projects.IsGoneAsync(run.Facts, run.ProjectId, cancellationToken))
            {
                throw;
            }

            return null;
        }
    }
}
