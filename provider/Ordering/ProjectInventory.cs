using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>A project of the account, however far its order has come.</summary>
/// <param name="Description">Null where none is recorded.</param>
/// <param name="DeliveredBy">The order that delivered the project; null where it is not known, and of what is not delivered.</param>
/// <param name="Unread">The project where only its id is known.</param>
internal sealed record InventoryItem(ResourceId Id, string? Description, OrderId? DeliveredBy = null, ListedProject? Unread = null);

/// <summary>
/// Lists what can be imported, each project once: delivered projects, then orders under way, then pending carts, each sorted by id. The
/// order does not depend on what comes and goes meanwhile, so that a listing can go on after any item.
/// </summary>
internal sealed class ProjectInventory(
    OvhApi api, OrderList list, OrderReader orders, OrderRecords records, CartReader carts, ProjectReader projects)
{
    /// <summary>Where only the list of all orders of any product can be had, older ones are not looked at.</summary>
    private static readonly TimeSpan MaxOrderAge = TimeSpan.FromDays(30);

    /// <param name="stage">Only this one of <see cref="Stages"/>; null: all that can be imported.</param>
    /// <param name="after">The last item that is known already; null: from the beginning.</param>
    /// <param name="batchSize">How many are read side by side.</param>
    public async IAsyncEnumerable<InventoryItem> ListAsync(
        string? stage, ResourceId? after, int batchSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ordersOfProjects = new HashSet<OrderId?>();
        if (IsAsked(Stages.Delivered) && after is null or ResourceId.Project)
        {
            var ids = Following(await api.Projects.ListAsync(cancellationToken), (after as ResourceId.Project)?.Value.Value);
            await foreach (var item in ReadAsync(ids, batchSize, id => ReadProjectAsync(id, cancellationToken)))
            {
                ordersOfProjects.Add(item.DeliveredBy);
                yield return item;
            }
        }

        if (IsAsked(Stages.Ordered) && after is not ResourceId.Cart)
        {
            var (listed, delivered) = await OrdersAsync(after as ResourceId.Order, cancellationToken);
            var candidates = listed.Where(o => !ordersOfProjects.Contains(o.OrderId));
            await foreach (var item in ReadAsync(candidates, batchSize, order => ReadOrderAsync(order, delivered, cancellationToken)))
            {
                yield return item;
            }
        }

        if (IsAsked(Stages.Cart))
        {
            var ids = Following(await api.Carts.ListAsync(null, cancellationToken), (after as ResourceId.Cart)?.Value.Value);
            await foreach (var item in ReadAsync(ids, batchSize, id => ReadCartAsync(id, cancellationToken)))
            {
                yield return item;
            }
        }

        bool IsAsked(string candidate) => stage is null || stage == candidate;
    }

    private static async IAsyncEnumerable<InventoryItem> ReadAsync<T>(
        IEnumerable<T> candidates, int batchSize, Func<T, Task<InventoryItem?>> read)
    {
        foreach (var batch in candidates.Chunk(batchSize))
        {
            foreach (var item in (await Task.WhenAll(batch.Select(read))).OfType<InventoryItem>())
            {
                yield return item;
            }
        }
    }

    /// <summary>The ids in their order, from the first one after this.</summary>
    private static IEnumerable<T> Following<T>(IEnumerable<T> ids, string? after)
        where T : ITextId<T> =>
        ids.Where(id => string.CompareOrdinal(id.Value, after) > 0).OrderBy(id => id.Value, StringComparer.Ordinal);

    /// <returns>Orders that may be under way, and the projects that are listed.</returns>
    private async Task<(IEnumerable<CloudOrder> Candidates, ImmutableHashSet<ProjectId> Delivered)> OrdersAsync(
        ResourceId.Order? after, CancellationToken cancellationToken)
    {
        var listed = api.Projects.ListAsync(cancellationToken);
        var cloud = list.IfCloudOrdersAsync(cancellationToken);
        await Task.WhenAll(listed, cloud);
        var delivered = (await listed).ToImmutableHashSet();
        var candidates = await cloud is { } pending
            ? pending.Where(o => !OrderList.IsDelivered(o) && !IsDelivered(o.ServiceName, delivered)
                && (o.PlanCode is null || OfferSelection.IsProjectPlan(o.PlanCode)))
            : await list.SinceAsync(api.Time.GetUtcNow() - MaxOrderAge, cancellationToken);
        return (candidates.Where(o => o.OrderId.Value > (after?.Value.Value ?? 0)).OrderBy(o => o.OrderId.Value), delivered);
    }

    /// <summary>Null for a project that has just gone.</summary>
    private async Task<InventoryItem?> ReadProjectAsync(ProjectId id, CancellationToken cancellationToken) =>
        await projects.ListedAsync(id, cancellationToken) is { } listed
            ? new InventoryItem(
                new ResourceId.Project(id), listed.Facts.Description, listed.Facts.Order, listed.Refusal is null ? null : listed)
            : null;

    /// <summary>Null for an order that has ended, that delivered a project which is listed, or that is for something else.</summary>
    /// <param name="delivered">The projects that are listed.</param>
    private async Task<InventoryItem?> ReadOrderAsync(
        CloudOrder order, ImmutableHashSet<ProjectId> delivered, CancellationToken cancellationToken)
    {
        var id = order.OrderId;
        if (await orders.FindStatusAsync(id, cancellationToken) is null or OrderStatus.Cancelled or OrderStatus.Delivered)
        {
            return null;
        }

        var recorded = await records.OfAsync(id, cancellationToken);
        return OfferSelection.IsProjectPlan(recorded.Settings?.PlanCode ?? order.PlanCode)
            && !(recorded.Project is { } project && delivered.Contains(project))
                ? new InventoryItem(new ResourceId.Order(id), recorded.Description)
                : null;
    }

    /// <summary>Null for a cart that was ordered, has expired, belongs to a preview, or holds no project.</summary>
    private async Task<InventoryItem?> ReadCartAsync(CartId id, CancellationToken cancellationToken)
    {
        if (await carts.FindAsync(id, cancellationToken) is not { ReadOnly: false } cart
            || cart.Expire < api.Time.GetUtcNow() || cart.Description == CartTag.Quote)
        {
            return null;
        }

        var contents = await carts.ContentsOfAsync(cart, cancellationToken);
        return OfferSelection.IsProjectPlan(contents.Project?.Settings.PlanCode)
            ? new InventoryItem(new ResourceId.Cart(id), contents.Description ?? cart.Description)
            : null;
    }

    private static bool IsDelivered(string? serviceName, ImmutableHashSet<ProjectId> delivered) =>
        ProjectId.TryParse(serviceName, out var project) && delivered.Contains(project);
}
