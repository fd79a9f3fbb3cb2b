using System.Globalization;
using PulumiOvhOrder.Simulator.Catalogue;
using PulumiOvhOrder.Simulator.Http;

namespace PulumiOvhOrder.Simulator.Orders;

internal static class OrderDetailRoutes
{
    private const string Detail = "/me/order/{orderId:long}/details/{orderDetailId:long}";

    public static IEnumerable<Route> All =>
    [
        new("GET", "/me/order/{orderId:long}/details", false, call => OrderRoutes.Find(call).Details.Select(detail => detail.Id)),
        new("GET", Detail, false, ToJson),
        new("GET", Detail + "/extension", false, call => call.World.Site != Site.Us || call.Settings.UsDetailExtension
            ? Extension(call)
            : throw ApiException.NoSuchRoute()),
        new("GET", Detail + "/operations", false, call =>
        {
            FindOperated(call, out _);
            return new[] { call.PathLong("orderDetailId") };
        }),
        new("GET", Detail + "/operations/{operationId:long}", false, Operation),
    ];

    private static OrderDetail Find(ApiCall call, out Order order)
    {
        order = OrderRoutes.Find(call);
        return order.Details.FirstOrDefault(detail => detail.Id == call.PathLong("orderDetailId"))
            ?? throw ApiException.NoSuchObject("orderDetailId", call.Path("orderDetailId"));
    }

    /// <summary>Operations are in the document of the US site alone.</summary>
    private static OrderDetail FindOperated(ApiCall call, out Order order) =>
        call.World.Site == Site.Us ? Find(call, out order) : throw ApiException.NoSuchRoute();

    private static string DomainOf(ApiCall call, Order order, OrderDetail detail) =>
        order.DeliveredAt?.AddMilliseconds(call.Settings.DomainLateMs) <= call.Now ? ProjectOf(order, detail)! : detail.Line.Place;

    private static string? ProjectOf(Order order, OrderDetail detail) =>
        order.ProjectIds.GetValueOrDefault(detail.Line.Item.ParentId ?? detail.Line.Item.Id);

    private static object ToJson(ApiCall call)
    {
        var detail = Find(call, out var order);
        return new
        {
            orderDetailId = detail.Id,
            description = detail.Line.Description,
            detailType = detail.Line.DetailType,
            domain = DomainOf(call, order, detail),
            // A string here, a number in the cart's answers.
            quantity = detail.Line.Item.Quantity.ToString(CultureInfo.InvariantCulture),
            cancelled = order.StatusAt(call.Now) == OrderStatus.Cancelled,
            totalPrice = Money.ToJson(detail.Line.Total, order.Quote.Currency),
            unitPrice = Money.ToJson(detail.Line.Unit, order.Quote.Currency),
        };
    }

    private static object Extension(ApiCall call)
    {
        var item = Find(call, out _).Line.Item;
        return new
        {
            order = new
            {
                action = "installation",
                configurations = item.Configuration.Select(entry => new { label = entry.Label, value = entry.Value }),
                plan = new
                {
                    code = item.Plan.Code,
                    duration = item.Duration,
                    pricingMode = item.PricingMode,
                    product = new { name = "cloud" },
                    quantity = item.Quantity,
                },
                type = "plan",
            },
        };
    }

    private static object Operation(ApiCall call)
    {
        var detail = FindOperated(call, out var order);
        if (call.PathLong("operationId") != detail.Id)
        {
            throw ApiException.NoSuchObject("operationId", call.Path("operationId"));
        }

        var delivered = order.DeliveredAt is not null;
        return new
        {
            id = detail.Id,
            status = delivered ? "done" : "todo",
            type = "installation",
            quantity = detail.Line.Item.Quantity,
            resource = new
            {
                name = ProjectOf(order, detail) ?? detail.Line.Place,
                displayName = ProjectOf(order, detail) ?? detail.Line.Place,
                state = delivered ? "active" : "toActivate",
            },
        };
    }
}
