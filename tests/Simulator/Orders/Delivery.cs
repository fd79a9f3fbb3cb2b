using PulumiOvhOrder.Simulator.Account;
using PulumiOvhOrder.Simulator.Projects;

namespace PulumiOvhOrder.Simulator.Orders;

/// <summary>From payment to project.</summary>
internal static class Delivery
{
    public static void Pay(World world, Order order, string means)
    {
        order.PaidAt = world.Now;
        order.PaidBy = means;
        order.Payments++;
        order.DueAt = world.Now.AddMilliseconds(world.Settings.DeliveryDelayMs);
        Advance(world, order);
    }

    public static void Advance(World world, Order order)
    {
        if (order.DeliveredAt is not null)
        {
            return;
        }

        if (order.ForcedStatus == OrderStatus.Delivered)
        {
            Deliver(world, order, world.Now);
        }
        else if (order.ForcedStatus is null && order.DueAt <= world.Now)
        {
            Deliver(world, order, order.DueAt.Value);
        }
    }

    private static void Deliver(World world, Order order, DateTimeOffset at)
    {
        order.DeliveredAt = at;
        foreach (var item in order.Details.Select(detail => detail.Line.Item).Where(item => item.ParentId is null).Distinct())
        {
            if (item.IsProject)
            {
                world.Projects.Add(Project.Of(world, order, item, at));
            }

            order.ProjectIds[item.Id] = item.ProjectId ?? world.Projects[^1].Id;
        }

        foreach (var item in order.Details.Select(detail => detail.Line.Item).Where(item => !item.IsProject).Distinct())
        {
            var projectId = order.ProjectIds[item.ParentId ?? item.Id];
            world.Projects.Find(project => project.Id == projectId)!.Options.Add(item.Plan.Code);
        }

        foreach (var voucher in order.Vouchers)
        {
            Vouchers.Add(world, voucher, at + order.Skew, order.ProjectId, order.OrderId);
        }
    }
}
