using System.Collections.Concurrent;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// The projects whose end this process asked for: a status alone does not tell, because unpaid debts suspend a project too. One for each
/// configured provider.
/// </summary>
internal sealed class ProjectEnds
{
    private readonly ConcurrentDictionary<ProjectId, bool> _isConfirmed = new();

    /// <summary>OVHcloud accepted the request, and nothing ends before the token of its e-mail confirms it.</summary>
    public void Requested(ProjectId project) => _isConfirmed.TryAdd(project, false);

    public void Confirmed(ProjectId project) => _isConfirmed[project] = true;

    public bool WasRequested(ProjectId project) => _isConfirmed.ContainsKey(project);

    public bool WasConfirmed(ProjectId project) => _isConfirmed.GetValueOrDefault(project);
}
