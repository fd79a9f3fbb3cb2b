using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;
using Refit;

namespace PulumiOvhOrder.Ovh;

/// <summary>Public Cloud projects, once they are delivered, and what there is to know before one is ordered.</summary>
internal interface ICloudProjectApi
{
    [Get("/cloud/project")]
    Task<IReadOnlyList<ProjectId>> ListAsync(CancellationToken cancellationToken);

    [Get("/cloud/project/{projectId}")]
    Task<CloudProject> GetAsync(ProjectId projectId, CancellationToken cancellationToken);

    [Put("/cloud/project/{projectId}")]
    Task UpdateAsync(ProjectId projectId, [Body] ProjectUpdate update, CancellationToken cancellationToken);

    /// <summary>Asks for the end; it comes when the token that OVHcloud mails to the account is confirmed.</summary>
    [Post("/cloud/project/{projectId}/terminate")]
    Task TerminateAsync(ProjectId projectId, CancellationToken cancellationToken);

    [Post("/cloud/project/{projectId}/confirmTermination")]
    Task ConfirmTerminationAsync(ProjectId projectId, [Body] TerminationConfirmation confirmation, CancellationToken cancellationToken);

    [Post("/cloud/project/{projectId}/credit")]
    Task CreditAsync(ProjectId projectId, [Body] CreditCode code, CancellationToken cancellationToken);

    /// <summary>Applies a voucher to an existing project.</summary>
    Task CreditAsync(ProjectId projectId, Secret code, CancellationToken cancellationToken) =>
        CreditAsync(projectId, new CreditCode(code), cancellationToken);

    /// <summary>Vouchers that were applied to the project, those of its order too.</summary>
    [Get("/cloud/project/{projectId}/credit")]
    Task<IReadOnlyList<CreditId>> CreditsAsync(ProjectId projectId, CancellationToken cancellationToken);

    [Get("/cloud/project/{projectId}/credit/{creditId}")]
    Task<ProjectCredit> GetCreditAsync(ProjectId projectId, CreditId creditId, CancellationToken cancellationToken);

    [Get("/cloud/project/{projectId}/serviceInfos")]
    Task<ServiceInfos> ServiceInfosAsync(ProjectId projectId, CancellationToken cancellationToken);

    [Get("/cloud/eligibility")]
    Task<Eligibility> EligibilityAsync(CancellationToken cancellationToken, [Property(Call.SharedKey)] bool shared = true);

    /// <summary>Orders of cloud products, pending ones included.</summary>
    [Get("/cloud/order")]
    Task<IReadOnlyList<CloudOrder>> OrdersAsync(CancellationToken cancellationToken);
}
