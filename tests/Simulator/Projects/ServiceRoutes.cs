using System.Globalization;
using PulumiOvhOrder.Simulator.Account;
using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator.Projects;

/// <summary>The billing side of a project; on the US site also the way to end it.</summary>
internal static class ServiceRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/services", false, call => ProjectRoutes.Visible(call)
            .Where(project => (call.Query("resourceName") ?? project.Id) == project.Id)
            .Select(project => project.ServiceId)),
        new("GET", "/services/{serviceId:long}", false, call =>
        {
            var project = Find(call);
            return new
            {
                serviceId = project.ServiceId,
                parentServiceId = (long?)null,
                resource = new
                {
                    name = project.Id,
                    displayName = project.Description,
                    state = "active",
                    product = new { name = "cloud", description = "Public Cloud" },
                },
                billing = new
                {
                    plan = new { code = project.PlanCode, invoiceName = "Public Cloud Project" },
                    lifecycle = new { current = new { state = "active", creationDate = project.CreationDate } },
                },
                route = new { path = "/cloud/project/{serviceName}", url = $"/cloud/project/{project.Id}" },
            };
        }),
        new("GET", "/services/{serviceId:long}/options", false, call => Find(call).Options.Select(code => new
        {
            billing = new { plan = new { code, invoiceName = code } },
            resource = new { name = code, displayName = code, state = "active" },
        })),
        new("DELETE", "/services/{serviceId:long}", false, call =>
        {
            ProjectRoutes.Terminable(call, Find(call)).TerminatedAt = call.Now;
            return null;
        }) { Sites = [Site.Us] },
    ];

    public static object Infos(ApiCall call, Project project) => new
    {
        serviceId = project.ServiceId,
        domain = project.Id,
        status = call.Settings.ProjectState switch
        {
            ProjectState.Expired => "expired",
            ProjectState.Suspended => "pendingDebt",
            _ => "ok",
        },
        creation = Day(project.CreationDate),
        expiration = Day(project.CreationDate.AddMonths(1)),
        engagedUpTo = (string?)null,
        contactAdmin = AccountRoutes.Nichandle,
        contactBilling = AccountRoutes.Nichandle,
        contactTech = AccountRoutes.Nichandle,
        canDeleteAtExpiration = true,
        possibleRenewPeriod = new[] { 1 },
        renewalType = "automaticV2016",
        renew = new { automatic = true, deleteAtExpiration = false, forced = true, manualPayment = false, period = 1 },
    };

    private static Project Find(ApiCall call) =>
        ProjectRoutes.Visible(call)
            .Where(project => project.TerminatedAt is null)
            .FirstOrDefault(project => project.ServiceId == call.PathLong("serviceId"))
        ?? throw ApiException.ForStatus(404);

    private static string Day(DateTimeOffset date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
