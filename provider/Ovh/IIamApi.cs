using PulumiOvhOrder.Ovh.Models;
using Refit;

namespace PulumiOvhOrder.Ovh;

/// <summary>Access management. Only version 2 of the API has it.</summary>
internal interface IIamApi
{
    /// <summary>Which of the actions the credentials may carry out on each resource. It carries out none of them.</summary>
    [Post("/iam/authorization/check")]
    Task<IReadOnlyList<Authorization>> CheckAsync([Body] AuthorizationCheck request, CancellationToken cancellationToken);
}
