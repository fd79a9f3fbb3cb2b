using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>Whether a project exists. One answer is not enough to say that it does not: the listing has to agree.</summary>
internal sealed class ProjectPresence(OvhApi api)
{
    /// <summary>Routes answer this for a service that has expired or was suspended for good.</summary>
    private const int ExpiredService = 460;

    /// <summary>Null when the project is gone.</summary>
    /// <exception cref="OvhApiException">It cannot be told.</exception>
    public async Task<CloudProject?> FindAsync(ProjectId id, CancellationToken cancellationToken)
    {
        try
        {
            var project = await api.Projects.GetAsync(id, cancellationToken);
            return project.Status == ProjectStatus.Deleted ? null : project;
        }
        catch (OvhApiException e) when (e.IsMissing || e.Status is ExpiredService)
        {
            var all = await api.Projects.ListAsync(cancellationToken);
            if (all.Contains(id) && e.IsMissing)
            {
                throw new OrderException($"project {id} cannot be read, yet it is among the account's projects. Try again later", null, e);
            }

            return null;
        }
    }
}
