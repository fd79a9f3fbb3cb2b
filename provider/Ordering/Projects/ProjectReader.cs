using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>What OVHcloud says of a project.</summary>
internal abstract record ProjectPresence
{
    private ProjectPresence()
    {
    }

    public sealed record Present(ProjectFacts Facts) : ProjectPresence;

    /// <summary>HTTP 460, "This service is expired": it can be reopened by payment, so it is not gone.</summary>
    public sealed record Expired : ProjectPresence;

    /// <summary>It answers 404 and is not listed, or says that it is deleted.</summary>
    public sealed record Absent : ProjectPresence;
}

/// <summary>A project of the account's list.</summary>
/// <param name="Refusal">Why nothing but its id is known; null where it could be read.</param>
internal sealed record ListedProject(ProjectId Id, ProjectFacts Facts, Exception? Refusal = null);

/// <summary>
/// Reads projects, and decides in one place what is gone: what answers 404 and is not listed, once it is certainly no longer hidden after
/// its delivery and its order is the account's, or whose end this provider (or a mailed token) asked for. Nothing else is gone: not 460,
/// not a suspended service.
/// </summary>
internal sealed class ProjectReader(OvhApi api, OrderReader orders, ProjectEnds ends, TerminationEmail emails)
{
    private const int ExpiredService = 460;

    private static readonly ProjectFacts Nothing = new(null, null, null, null, null, null, null);

    /// <exception cref="OvhApiException">It cannot be told.</exception>
    public async Task<ProjectPresence> FindAsync(ProjectId id, CancellationToken cancellationToken)
    {
        try
        {
            var project = await api.Projects.GetAsync(id, cancellationToken);
            return project.Status == ProjectStatus.Deleted ? new ProjectPresence.Absent() : new ProjectPresence.Present(Facts(project));
        }
        catch (OvhApiException e) when (e.Status is ExpiredService)
        {
            return new ProjectPresence.Expired();
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            // One answer is not enough to say that it does not exist: the listing has to agree.
            return await IsListedAsync(id, cancellationToken)
                ? throw new OrderException(new OrderFailure.ProjectListedButUnreadable(id), e)
                : new ProjectPresence.Absent();
        }
    }

    /// <summary>
    /// A project of the account's list; null when it has just gone. One that may not be read, or not yet, does not hide the others.
    /// </summary>
    public async Task<ListedProject?> ListedAsync(ProjectId id, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(id, cancellationToken) switch
            {
                ProjectPresence.Present present => new ListedProject(id, present.Facts),
                ProjectPresence.Expired => new ListedProject(id, Expired(last: null)),
                _ => null,
            };
        }
        catch (Exception e) when (e is OvhApiException { Status: 403 }
            or OrderException { Failure: OrderFailure.ProjectListedButUnreadable })
        {
            return new ListedProject(id, Nothing, e);
        }
    }

    /// <summary>What is left to say of a project whose service has expired.</summary>
    public static ProjectFacts Expired(ProjectFacts? last) => (last ?? Nothing) with { Status = ProjectStatus.Suspended };

    /// <summary>
    /// Whether an absent project is gone, and not only hidden because it was delivered minutes ago. One that was never seen, of an order
    /// that is delivered, may still appear, and would be billed on unseen.
    /// </summary>
    /// <exception cref="OrderException">It is absent because the credentials are another account's.</exception>
    public async Task<bool> IsGoneAsync(OrderFacts facts, ProjectId id, CancellationToken cancellationToken)
    {
        if (await WasEndRequestedAsync(id, cancellationToken))
        {
            return true;
        }

        if (facts.IsYoung(api.Time.GetUtcNow()))
        {
            return false;
        }

        return facts.OrderId is not { } order
            || !(await OrderStatusAsync(order, id, cancellationToken) == OrderStatus.Delivered && facts.Project is null
                && await MayAppearAsync(order, facts.OrderDate, cancellationToken));
    }

    /// <summary>
    /// Whether the absent project of a delivered order may still appear. OVHcloud does not say when it delivered an order, which a late
    /// payment or a review may put off for days: not before the last thing that it does say.
    /// </summary>
    /// <param name="placed">When the order was placed; null where that is not known.</param>
    public async Task<bool> MayAppearAsync(OrderId order, DateTimeOffset? placed, CancellationToken cancellationToken) =>
        !(await orders.LastMovedAsync(order, placed, cancellationToken) < api.Time.GetUtcNow() - PollingSchedule.MaxDelivery);

    /// <summary>
    /// The status of the order that delivered an absent project. Orders stay in the history of the account that placed them, however long
    /// their project has been gone: one that is not there is another account's.
    /// </summary>
    private async Task<string> OrderStatusAsync(OrderId order, ProjectId id, CancellationToken cancellationToken)
    {
        try
        {
            return await orders.FindStatusAsync(order, cancellationToken)
                ?? throw new OrderException(new OrderFailure.ProjectNotOfAccount(id, order));
        }
        catch (OvhApiException e) when (e.Status is 403)
        {
            throw new OrderException(new OrderFailure.ProjectMaybeOfOtherAccount(id, order), e);
        }
    }

    /// <summary>
    /// Whether a project that is there in some way is being deleted because that was asked for; unpaid debts suspend it too.
    /// </summary>
    public async Task<bool> IsEndingAsync(ProjectPresence presence, ProjectId id, CancellationToken cancellationToken) => presence switch
    {
        ProjectPresence.Present { Facts.Status: ProjectStatus.Deleting } => true,
        ProjectPresence.Present { Facts.Status: ProjectStatus.Suspended } or ProjectPresence.Expired =>
            await WasEndRequestedAsync(id, cancellationToken),
        _ => false,
    };

    /// <summary>By this process, or in an e-mail with a token.</summary>
    public async Task<bool> WasEndRequestedAsync(ProjectId id, CancellationToken cancellationToken) =>
        ends.WasRequested(id) || await emails.WasSentAsync(id, cancellationToken);

    public async Task<bool> IsListedAsync(ProjectId id, CancellationToken cancellationToken) =>
        (await api.Fresh.Projects.ListAsync(cancellationToken)).Contains(id);

    public static ProjectFacts Facts(CloudProject project) => new(
        project.ProjectName ?? project.Description, project.Description ?? project.ProjectName, project.Status, project.Access,
        project.CreationDate, project.PlanCode, project.OrderId)
    {
        Urn = project.Iam?.Urn,
    };
}
