using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>The one crossing from the API's project to what is known of it.</summary>
internal static class ProjectReading
{
    public static ProjectFacts Facts(CloudProject project) => new(
        project.ProjectName ?? project.Description, project.Description ?? project.ProjectName, project.Status, project.Access,
        project.CreationDate, project.PlanCode, project.OrderId);
}
