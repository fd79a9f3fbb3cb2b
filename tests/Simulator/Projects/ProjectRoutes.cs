using PulumiOvhOrder.Simulator.Account;
using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator.Projects;

internal static class ProjectRoutes
{
    private const string ById = "/cloud/project/{projectId}";

    private static readonly Site[] WithTermination = [Site.Eu, Site.Ca];

    public static IEnumerable<Route> All =>
    [
        new("GET", "/cloud/project", false, call => Visible(call).Select(project => project.Id)),
        new("GET", ById, false, call => ToJson(call, Find(call))),
        new("PUT", ById, false, Change),
        new("POST", ById + "/terminate", false, Terminate) { Sites = WithTermination },
        new("POST", ById + "/confirmTermination", false, ConfirmTermination) { Sites = WithTermination },
        new("POST", ById + "/retain", false, Retain) { Sites = WithTermination },
        new("POST", ById + "/cancel", false, Cancel),
        new("GET", ById + "/serviceInfos", false, call => ServiceRoutes.Infos(call, FindListed(call))),
        new("GET", ById + "/vrack", false, call =>
        {
            var project = Find(call);
            return new { id = $"pn-{project.ServiceId}", name = $"pn-{project.ServiceId}", description = "" };
        }),
    ];

    public static IEnumerable<Project> Visible(ApiCall call) => call.World.Projects.Where(project => IsVisible(call, project));

    /// <summary>Where the service answers; one that has expired does not, though it is listed.</summary>
    public static Project Find(ApiCall call)
    {
        var project = FindListed(call);
        return project.TerminatedAt is null && call.Settings.ProjectState == ProjectState.Expired
            ? throw ApiException.ForStatus(460)
            : project;
    }

    /// <summary>Ends no project of an account that OVHcloud does not let go.</summary>
    public static Project Terminable(ApiCall call, Project project) =>
        call.Settings.TerminationRefusal is { } words ? throw ApiException.BadRequest(words) : project;

    public static string StatusOf(ApiCall call, Project project) => project switch
    {
        { TerminatedAt: not null } => call.Settings.TerminatedStatus,
        _ when call.Settings.ProjectState == ProjectState.Suspended => "suspended",
        _ when IsCreating(call, project) => "creating",
        _ => "ok",
    };

    private static Project FindListed(ApiCall call)
    {
        var project = call.World.Projects.Find(project => project.Id == call.Path("projectId"));
        return project switch
        {
            null => throw ApiException.ForStatus(404),
            _ when IsVisible(call, project) => project,
            { TerminatedAt: not null } => throw ApiException.ForStatus(call.Settings.GoneStatus),
            _ => throw ApiException.ForStatus(404),
        };
    }

    private static bool IsVisible(ApiCall call, Project project) =>
        project.CreationDate.AddMilliseconds(call.Settings.ProjectMissingMs) <= call.Now
        && (project.TerminatedAt is not { } end || call.Now < end.AddMilliseconds(call.Settings.SuspendedMs));

    private static bool IsCreating(ApiCall call, Project project) =>
        call.Now < project.CreationDate.AddMilliseconds(call.Settings.ProjectCreatingMs);

    private static object ToJson(ApiCall call, Project project) => new
    {
        project_id = project.Id,
        projectName = project.Description,
        description = project.Description,
        status = StatusOf(call, project),
        planCode = project.PlanCode,
        orderId = project.OrderId,
        creationDate = project.CreationDate + project.Skew,
        expiration = (DateTimeOffset?)null,
        access = "full",
        manualQuota = project.ManualQuota,
        unleash = false,
        iam = new
        {
            urn = $"urn:v1:{call.World.Site.ToString().ToLowerInvariant()}:resource:publicCloudProject:{project.Id}",
            id = new Guid(project.Id).ToString(),
            displayName = project.Description,
            tags = new { },
        },
    };

    private static object? Change(ApiCall call)
    {
        var project = Find(call);
        project.Description = call.Text("description") ?? project.Description;
        project.ManualQuota = call.Property("manualQuota") is null ? project.ManualQuota : call.Flag("manualQuota");
        return null;
    }

    private static string Terminate(ApiCall call)
    {
        var project = FindTerminable(call);
        var and = call.Settings.MailEscaped ? "&amp;" : "&";
        project.TerminationToken = Guid.NewGuid().ToString("N");
        Mailbox.Deliver(
            call.World,
            call.Now.AddMilliseconds(call.Settings.MailDelayMs),
            "Termination of your Public Cloud project",
            $"""
            Dear customer,

            you asked for the termination of your Public Cloud project {project.Id}. To confirm it, open
            {call.Settings.ControlPanelUrl}/#/billing/confirmTerminate?id={project.Id}{and}token={project.TerminationToken}

            Your OVHcloud team
            """);
        return "An email was sent in order to acknowledge your request.";
    }

    private static string ConfirmTermination(ApiCall call)
    {
        var project = FindTerminable(call);
        if (call.RequiredText("token") != project.TerminationToken)
        {
            throw ApiException.BadRequest("Invalid token");
        }

        project.TerminatedAt = call.Now;
        return "Your service will be terminated.";
    }

    private static object? Retain(ApiCall call)
    {
        FindNotTerminated(call).TerminationToken = null;
        return null;
    }

    private static object? Cancel(ApiCall call)
    {
        var project = FindNotTerminated(call);
        project.TerminatedAt = IsCreating(call, project)
            ? call.Now
            : throw ApiException.BadRequest("This project is not being created");
        return null;
    }

    private static Project FindTerminable(ApiCall call) => Terminable(call, FindNotTerminated(call));

    private static Project FindNotTerminated(ApiCall call)
    {
        var project = Find(call);
        return project.TerminatedAt is null ? project : throw ApiException.ForStatus(call.Settings.GoneStatus);
    }
}
