using Refit;

namespace PulumiOvhOrder.Ovh;

/// <summary>Services in general: how the US site ends one.</summary>
internal interface IServiceApi
{
    [Delete("/services/{serviceId}")]
    Task DeleteAsync(ServiceId serviceId, CancellationToken cancellationToken);
}
