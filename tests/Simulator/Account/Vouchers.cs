using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.Orders;

namespace PulumiOvhOrder.Simulator.Account;

/// <summary>A voucher is used up by an order or as credit; an order that is cancelled gives it back.</summary>
internal static class Vouchers
{
    private const decimal Worth = 10;

    public static bool IsUsable(ApiCall call, string code) =>
        call.Settings.Vouchers.Contains(code) && (call.Settings.VouchersReusable || !IsUsed(call.World, code));

    public static void Check(ApiCall call, string code)
    {
        if (!IsUsable(call, code))
        {
            var problem = call.Settings.Vouchers.Contains(code) ? "has already been used" : "is not valid";
            throw ApiException.BadRequest($"Voucher {code} {problem}");
        }
    }

    public static Credit Redeem(ApiCall call, string code, string? projectId = null)
    {
        Check(call, code);
        return Add(call.World, code, call.Now + call.World.Skew, projectId);
    }

    public static Credit Add(World world, string code, DateTimeOffset at, string? projectId, long? orderId = null)
    {
        var credit = new Credit(world.NextId("credit"), code, Worth, at, projectId, orderId);
        world.Credits.Add(credit);
        return credit;
    }

    private static bool IsUsed(World world, string code) =>
        world.Credits.Any(credit => credit.Voucher == code)
        || world.Orders.Any(order =>
            order.Vouchers.Contains(code) && order.StatusAt(world.Now) is not (OrderStatus.Cancelled or OrderStatus.Cancelling));
}
