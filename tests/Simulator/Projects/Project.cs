using PulumiOvhOrder.Simulator.Carts;
using PulumiOvhOrder.Simulator.Orders;

namespace PulumiOvhOrder.Simulator.Projects;

internal sealed class Project
{
    /// <summary>A UUIDv4 without dashes.</summary>
    public required string Id { get; init; }

    public required long ServiceId { get; init; }

    public required long OrderId { get; init; }

    public required string PlanCode { get; init; }

    public required DateTimeOffset CreationDate { get; init; }

    public required string Description { get; set; }

    public bool ManualQuota { get; set; }

    /// <summary>Mailed once termination was asked for.</summary>
    public string? TerminationToken { get; set; }

    public DateTimeOffset? TerminatedAt { get; set; }

    public static Project Of(World world, Order order, CartItem item, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        ServiceId = world.NextId("service", 300001),
        OrderId = order.OrderId,
        PlanCode = item.Plan.Code,
        CreationDate = at,
        Description = item.Configuration.Find(entry => entry.Label == Labels.Description)?.Value ?? "",
    };
}
