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

    /// <summary>How far the server's clock was ahead when the project was made.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>Plan codes of the options that were ordered with the project or for it.</summary>
    public List<string> Options { get; } = [];

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
        Skew = order.Skew,
        Description = item.Configuration.Find(entry => entry.Label == Labels.Description)?.Value ?? "",
    };
}
