using PulumiOvhOrder.Ovh.Http;
using static PulumiOvhOrder.Ovh.Route;

namespace PulumiOvhOrder.Ovh;

/// <summary>Services in general: how the US site ends one.</summary>
internal sealed class ServiceApi(OvhTransport api)
{
    public Task DeleteAsync(ServiceId serviceId, CancellationToken cancellationToken) =>
        api.DoAsync(Delete($"/services/{serviceId}"), cancellationToken);
}
