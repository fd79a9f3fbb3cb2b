using PulumiOvhOrder.Simulator.Catalogue;
using PulumiOvhOrder.Simulator.Http;

namespace PulumiOvhOrder.Simulator.Orders;

internal static class OrderRoutes
{
    private static readonly TimeSpan RetractionPeriod = TimeSpan.FromDays(15);

    public static IEnumerable<Route> All =>
    [
        new("GET", "/me/order", false, List),
        new("GET", "/me/order/{orderId:long}", false, call => ToJson(Find(call), call.Settings.FidelityOrdersInPoints)),
        new("GET", "/me/order/{orderId:long}/status", false, call => Find(call).StatusAt(call.Now)),
        new("GET", "/me/order/{orderId:long}/followUp", false, call => FollowUp.Of(Find(call), call.Now, call.Settings.FollowUpAllTodo)),
        new("GET", "/me/order/{orderId:long}/associatedObject", false, call => Find(call) is { PaidAt: not null } order
            ? new { id = $"FR{order.OrderId}", type = "Bill" }
            : throw ApiException.NoSuchObject("orderId", call.Path("orderId"))),
        new("POST", "/me/order/{orderId:long}/waiveRetraction", false, call =>
        {
            Find(call).WaiveRetractationPeriod = true;
            return null;
        }),
        new("POST", "/me/order/{orderId:long}/retraction", false, Retract),
        new("GET", "/cloud/order", false, CloudOrders),
    ];

    public static Order Find(ApiCall call) =>
        call.World.Orders.Find(order => order.OrderId == call.PathLong("orderId"))
        ?? throw ApiException.NoSuchObject("orderId", call.Path("orderId"));

    private static IEnumerable<long> List(ApiCall call)
    {
        var (from, to) = (call.QueryDate("date.from"), call.QueryDate("date.to"));
        return call.World.Orders
            .Where(order => (from is null || order.Date >= from) && (to is null || order.Date <= to))
            .Select(order => order.OrderId);
    }

    private static object ToJson(Order order, bool fidelityInPoints)
    {
        var currency = fidelityInPoints && order.PaidBy == PaymentRoutes.FidelityAccount ? Money.Points : order.Quote.Currency;
        return new
        {
            orderId = order.OrderId,
            date = order.Date,
            expirationDate = order.ExpirationDate + order.Skew,
            retractionDate = order.Date + RetractionPeriod,
            password = order.Password,
            url = order.Url,
            pdfUrl = order.PdfUrl,
            priceWithTax = Money.ToJson(order.Quote.WithTax, currency),
            priceWithoutTax = Money.ToJson(order.Quote.WithoutTax, currency),
            tax = Money.ToJson(order.Quote.WithTax - order.Quote.WithoutTax, currency),
            metadatas = Array.Empty<object>(),
        };
    }

    private static object? Retract(ApiCall call)
    {
        var order = Find(call);
        call.RequiredText("reason");
        if (order.PaidAt is null || order.WaiveRetractationPeriod || call.Now + order.Skew > order.Date + RetractionPeriod)
        {
            throw ApiException.BadRequest($"Order {order.OrderId} can't be retracted");
        }

        order.ForcedStatus = OrderStatus.Cancelling;
        return null;
    }

    private static IEnumerable<object> CloudOrders(ApiCall call) => call.World.Orders
        .Where(order => (call.Query("planCode") ?? order.PlanCode) == order.PlanCode)
        .Where(order => !call.Settings.CloudOrderPendingOnly
            || order.StatusAt(call.Now) is not (OrderStatus.Delivered or OrderStatus.Cancelled))
        .Select(order => new
        {
            date = order.Date,
            orderId = order.OrderId,
            planCode = order.PlanCode,
            serviceName = order.ProjectId,
            status = order.StatusAt(call.Now) switch
            {
                OrderStatus.Delivered => "delivered",
                OrderStatus.Delivering or OrderStatus.Checking => "delivering",
                OrderStatus.NotPaid => "unpaid",
                _ => "unknown",
            },
        });
}
