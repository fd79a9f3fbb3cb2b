using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;
using static PulumiOvhOrder.Ovh.Repeatability;
using static PulumiOvhOrder.Ovh.Route;

namespace PulumiOvhOrder.Ovh;

/// <summary>Public Cloud projects, once they are delivered, and what there is to know before one is ordered.</summary>
internal sealed class CloudProjectApi(OvhTransport api)
{
    private static OvhJson Json => OvhJson.Default;

    public Task<IReadOnlyList<ProjectId>> ListAsync(CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/cloud/project"), Json.ProjectIds, cancellationToken);

    public Task<CloudProject> GetAsync(ProjectId projectId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/cloud/project/{projectId}"), Json.CloudProject, cancellationToken);

    public Task UpdateAsync(ProjectId projectId, ProjectUpdate update, CancellationToken cancellationToken) =>
        api.DoAsync(Put($"/cloud/project/{projectId}").With(update, Json.ProjectUpdate), cancellationToken);

    /// <summary>Asks for the end; it comes when the token that OVHcloud mails to the account is confirmed.</summary>
    public Task TerminateAsync(ProjectId projectId, CancellationToken cancellationToken) =>
        api.DoAsync(Post(Once, $"/cloud/project/{projectId}/terminate"), cancellationToken);

    public Task ConfirmTerminationAsync(
        ProjectId projectId, TerminationConfirmation confirmation, CancellationToken cancellationToken) =>
        api.DoAsync(
            Post(Once, $"/cloud/project/{projectId}/confirmTermination").With(confirmation, Json.TerminationConfirmation),
            cancellationToken);

    /// <summary>Applies a voucher to an existing project.</summary>
    public Task CreditAsync(ProjectId projectId, Secret code, CancellationToken cancellationToken) =>
        api.DoAsync(Post(Once, $"/cloud/project/{projectId}/credit").With(new CreditCode(code), Json.CreditCode), cancellationToken);

    public Task<ServiceInfos> ServiceInfosAsync(ProjectId projectId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/cloud/project/{projectId}/serviceInfos"), Json.ServiceInfos, cancellationToken);

    public Task<Eligibility> EligibilityAsync(Secret? voucher, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/cloud/eligibility").Query("voucher", voucher?.Reveal()).Shared(), Json.Eligibility, cancellationToken);

    /// <summary>Orders of cloud products, pending ones included.</summary>
    public Task<IReadOnlyList<CloudOrder>> OrdersAsync(string? planCode, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/cloud/order").Query("planCode", planCode), Json.CloudOrders, cancellationToken);
}
