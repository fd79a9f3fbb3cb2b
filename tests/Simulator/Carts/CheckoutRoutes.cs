using PulumiOvhOrder.Simulator.Account;
using PulumiOvhOrder.Simulator.Catalogue;
using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.Orders;

namespace PulumiOvhOrder.Simulator.Carts;

internal static class CheckoutRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/order/cart/{cartId:uuid}/summary", true, call =>
        {
            var cart = CartRoutes.Find(call);
            return ToJson(cart, Quote.Of(cart, call.Settings), contracts: []);
        }),
        new("GET", "/order/cart/{cartId:uuid}/checkout", false, call =>
        {
            var cart = Judged(call);
            return ToJson(cart, Quote.Of(cart, call.Settings), Contracts);
        }),
        new("POST", "/order/cart/{cartId:uuid}/checkout", false, Checkout),
    ];

    private static readonly object[] Contracts =
    [
        new { name = "Terms of service", url = "https://www.ovh.com/contracts/terms-of-service.pdf", content = "The terms of service." },

        // Trailing whitespace as it was seen on the real API.
        new { name = "Public Cloud terms ", url = "https://www.ovh.com/contracts/public-cloud.pdf", content = "More terms." },
    ];

    private static Cart Judged(ApiCall call)
    {
        var cart = CartRoutes.Find(call);
        CheckoutJudge.Judge(call, cart);
        return cart;
    }

    private static object Checkout(ApiCall call)
    {
        var (autoPay, waive) = (call.Flag("autoPayWithPreferredPaymentMethod"), call.Flag("waiveRetractationPeriod"));
        var cart = Judged(call);
        var quote = Quote.Of(cart, call.Settings);
        var order = Order.Of(call.World, cart, quote, autoPay, waive);
        call.World.Orders.Add(order);
        cart.IsCheckedOut = true;
        if (autoPay && IsSettledByAutoPay(call, quote))
        {
            Delivery.Pay(call.World, order, PaymentMethods.DefaultOf(call.World)?.Type ?? PaymentRoutes.FidelityAccount);
        }

        return ToJson(cart, quote, Contracts, order);
    }

    private static bool IsSettledByAutoPay(ApiCall call, Quote quote) =>
        (PaymentMethods.DefaultOf(call.World) is { } method && PaymentMethods.CanPay(call.World, method))
        || (quote.WithTax == 0 && !call.Settings.AutoPayNeedsMethod);

    private static object ToReductionJson(object price) => new { context = "voucher", type = "percentage", price, value = price };

    private static object ToJson(Cart cart, Quote quote, object[] contracts, Order? order = null)
    {
        object Price(decimal value) => Money.ToJson(value, quote.Currency);

        return new
        {
            contracts,
            details = quote.Lines.Select(line => new
            {
                cartItemID = line.Item.Id,
                description = line.Description,
                detailType = line.DetailType,
                domain = line.Place,
                quantity = line.Item.Quantity,
                originalTotalPrice = Price(line.Full),
                reductionTotalPrice = Price(line.Reduction),
                reductions = line.Reduction == 0
                    ? []
                    : new[] { ToReductionJson(Price(line.Reduction)) },
                totalPrice = Price(line.Total),
                unitPrice = Price(line.Unit),
            }),
            orderId = order?.OrderId,
            prices = new
            {
                originalWithoutTax = Price(quote.Full),
                reduction = Price(quote.Full - quote.WithoutTax),
                tax = Price(quote.WithTax - quote.WithoutTax),
                withTax = Price(quote.WithTax),
                withoutTax = Price(quote.WithoutTax),
            },
            url = order?.Url,
        };
    }
}
