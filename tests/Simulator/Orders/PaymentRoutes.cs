using System.Globalization;
using System.Text.Json;
using PulumiOvhOrder.Simulator.Account;
using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator.Orders;

internal static class PaymentRoutes
{
    public const string FidelityAccount = "fidelityAccount";

    private const string Order = "/me/order/{orderId:long}";

    private static readonly string[] Means =
    [
        "CREDIT_CARD", "CURRENT_ACCOUNT", "DEFERRED_PAYMENT_ACCOUNT", "DOMESTIC_CARD", "ENTERPRISE", "INTERNAL_TRUSTED_ACCOUNT", "PAYPAL",
        "RUPAY", "SEPA_DIRECT_DEBIT", "bankAccount", "creditCard", "deferredPaymentAccount", FidelityAccount, "ovhAccount", "paypal",
    ];

    private static readonly string[] MeansWithId = ["bankAccount", "creditCard", "paypal"];

    public static IEnumerable<Route> All =>
    [
        new("POST", Order + "/pay", false, Pay),
        new("POST", Order + "/payWithRegisteredPaymentMean", false, PayWithRegisteredPaymentMean),
        new("GET", Order + "/payment", false, call => OrderRoutes.Find(call) is { PaidAt: { } paidAt } order
            ? new { paymentDate = paidAt + order.Skew, paymentIdentifier = (string?)null, paymentType = ToPaymentType(order.PaidBy) }
            : throw ApiException.NoSuchObject("orderId", call.Path("orderId"))),
        new("GET", Order + "/paymentMethods", false, call =>
        {
            OrderRoutes.Find(call);
            var methods = Usable(call).ToList();
            return new
            {
                available = Array.Empty<object>(),
                paymentMethods = methods.Select(PaymentMethodRoutes.ToJson),
                registered = methods.Select(method => method.Id),
            };
        }),
        new("GET", Order + "/availableRegisteredPaymentMean", false, call => new[] { FidelityAccount }
            .Where(_ => CanUseFidelity(call, OrderRoutes.Find(call)))
            .Concat(Usable(call).Select(method => method.Type).Distinct())
            .Concat(call.Settings.PaymentMeans)
            .Select(paymentMean => new { paymentMean })),
        new("GET", Order + "/paymentMeans", false, PaymentMeans),
    ];

    private static object? Pay(ApiCall call)
    {
        var order = FindUnpaid(call);
        var id = call.Property("paymentMethod") is { ValueKind: JsonValueKind.Object } method
            && method.TryGetProperty("id", out var given)
            && long.TryParse(given.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiCall.Missing("paymentMethod.id");
        return PayWith(call, order, id);
    }

    private static object? PayWithRegisteredPaymentMean(ApiCall call)
    {
        var order = FindUnpaid(call);
        var means = call.RequiredText("paymentMean");
        if (!Means.Contains(means))
        {
            throw ApiException.BadRequest($"[paymentMean] Given data ({means}) does not belong to the ReusablePaymentMeanEnum enumeration");
        }

        if (MeansWithId.Contains(means) && call.Long("paymentMeanId") is null)
        {
            throw ApiCall.Missing("paymentMeanId");
        }

        if (PaymentMethods.Of(call.World).FirstOrDefault(method => method.Type == means) is { } known)
        {
            return PayWith(call, order, call.Long("paymentMeanId") ?? known.Id);
        }

        if (means == FidelityAccount && !call.Settings.FidelityAccount)
        {
            throw ApiException.NotFound("paymentMean not found");
        }

        if (!call.Settings.PaymentMeans.Contains(means) && (means != FidelityAccount || !CanUseFidelity(call, order)))
        {
            throw Refused(means);
        }

        Delivery.Pay(call.World, order, means);
        return null;
    }

    private static object? PayWith(ApiCall call, Order order, long methodId)
    {
        var method = PaymentMethods.Of(call.World).FirstOrDefault(method => method.Id == methodId)
            ?? throw ApiException.NotFound("paymentMean not found");
        if (!PaymentMethods.CanPay(call.World, method))
        {
            throw Refused(method.Type);
        }

        Delivery.Pay(call.World, order, method.Type);
        return null;
    }

    private static Order FindUnpaid(ApiCall call)
    {
        var order = OrderRoutes.Find(call);
        if (order.PaidAt is not null)
        {
            throw ApiException.BadRequest($"Order {order.OrderId} is already paid");
        }

        return order.StatusAt(call.Now) is OrderStatus.Cancelled or OrderStatus.Cancelling
            ? throw ApiException.BadRequest($"Order {order.OrderId} is cancelled")
            : order;
    }

    private static IEnumerable<PaymentMethod> Usable(ApiCall call) =>
        PaymentMethods.Of(call.World).Where(method => PaymentMethods.CanPay(call.World, method));

    private static object PaymentMeans(ApiCall call)
    {
        var order = OrderRoutes.Find(call);
        var byHand = new[]
        {
            new
            {
                fee = 0, httpMethod = "GET", url = order.Url, parameters = Array.Empty<object>(),
                htmlForm = (string?)null, logo = (string?)null, subType = (string?)null,
            },
        };
        return new
        {
            creditCard = byHand,
            edinar = (object?)null,
            fidelityPoints = CanUseFidelity(call, order) ? byHand : null,
            ideal = (object?)null,
            multibanco = (object?)null,
            ovhAccount = (object?)null,
            paypal = byHand,
            promotion = (object?)null,
        };
    }

    /// <summary>The words of the payment made are others than those of the order to pay.</summary>
    private static string ToPaymentType(string? means) => means switch
    {
        FidelityAccount => "fidelityPoints",
        "CREDIT_CARD" => "creditCard",
        "PAYPAL" => "paypal",
        PaymentMethods.Sepa => "paymentMandate",
        _ => "none",
    };

    private static bool CanUseFidelity(ApiCall call, Order order) => call.Settings.FidelityAccount && order.Quote.WithTax == 0;

    private static ApiException Refused(string means) => ApiException.Forbidden($"This order can't be paid with '{means}'");
}
