namespace PulumiOvhOrder.Tests.Unit.Simulator;

public sealed class PaymentTests : SimulatorTest
{
    [Fact]
    public async Task An_order_of_zero_is_not_paid_by_itself()
    {
        var orderId = await PlacedOrder(autoPay: false);

        (await Status(orderId)).ShouldBe("notPaid");
    }

    [Theory]
    [InlineData(true, false, "delivered")]
    [InlineData(false, false, "delivered")]
    [InlineData(false, true, "notPaid")]
    public async Task Autopay_settles_an_order_of_zero(bool hasMethod, bool needsMethod, string status)
    {
        Host.Configure(settings => (settings.DefaultPaymentMethod, settings.AutoPayNeedsMethod) = (hasMethod, needsMethod));

        (await Status(await PlacedOrder())).ShouldBe(status);
    }

    [Theory]
    [InlineData(true, "VALID", "delivered")]
    [InlineData(true, "EXPIRED", "notPaid")]
    [InlineData(false, "VALID", "notPaid")]
    public async Task Autopay_of_a_price_needs_a_valid_payment_method(bool hasMethod, string methodStatus, string status)
    {
        Host.Configure(settings =>
            (settings.DefaultPaymentMethod, settings.PaymentMethodStatus, settings.PriceWithTax) = (hasMethod, methodStatus, 12));

        (await Status(await PlacedOrder())).ShouldBe(status);
    }

    [Fact]
    public async Task The_fidelity_account_pays_zero_and_nothing_else()
    {
        var free = await PlacedOrder(autoPay: false);
        Host.Configure(settings => settings.PriceWithTax = 12);
        var priced = await PlacedOrder(autoPay: false);

        (await Pay(free)).Text.ShouldBe("null");
        var refused = await Pay(priced);

        refused.Status.ShouldBe(403);
        refused.Json.Text("message").ShouldBe("This order can't be paid with 'fidelityAccount'");
        (await Api.Json("GET", $"/me/order/{free}")).GetProperty("priceWithTax").Text("text").ShouldBe("0 PTS");
        (await Api.Json("GET", $"/me/order/{free}/payment")).Text("paymentType").ShouldBe("fidelityPoints");
        Host.Summary().ShouldSatisfyAllConditions(s => s.PaidOrders.ShouldBe(1), s => s.Payments.ShouldBe(1));
    }

    [Fact]
    public async Task An_order_is_paid_once()
    {
        var orderId = await PlacedOrder();

        (await Pay(orderId)).Status.ShouldBe(400);
        Host.Summary().Payments.ShouldBe(1);
    }

    [Fact]
    public async Task The_account_may_have_no_payment_method()
    {
        (await Api.Json("GET", "/me/payment/method?default=true&status=VALID")).Texts().ShouldBe(["1001"]);
        (await Api.Json("GET", "/me/payment/method/1001")).Flag("default").ShouldBeTrue();

        Host.Configure(settings => settings.DefaultPaymentMethod = false);

        (await Api.Json("GET", "/me/payment/method?default=true")).GetArrayLength().ShouldBe(0);
        var orderId = await PlacedOrder(autoPay: false);
        var payment = new { paymentMethod = new { id = 1001 } };
        (await Api.Error(404, "POST", $"/me/order/{orderId}/pay", payment)).ShouldBe("paymentMean not found");
    }

    [Theory]
    [InlineData("ovhAccount", 403)]
    [InlineData("bankAccount", 400)]
    [InlineData("cash", 400)]
    public async Task Other_means_are_refused(string paymentMean, int status)
    {
        var orderId = await PlacedOrder(autoPay: false);

        (await Pay(orderId, paymentMean)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Without_a_fidelity_account_a_payment_method_pays_zero()
    {
        Host.Configure(settings => settings.FidelityAccount = false);
        var orderId = await PlacedOrder(autoPay: false);

        (await Pay(orderId)).Json.Text("message").ShouldBe("paymentMean not found");
        var ways = await Api.Json("GET", $"/me/order/{orderId}/paymentMethods");
        ways.GetProperty("registered").Texts().ShouldBe(["1001"]);
        ways.List("paymentMethods")[0].Text("paymentType").ShouldBe("SEPA_DIRECT_DEBIT");
        (await Means(orderId)).ShouldBe(["SEPA_DIRECT_DEBIT"]);
        await Api.Json("POST", $"/me/order/{orderId}/pay", new { paymentMethod = new { id = 1001 } });

        (await Status(orderId)).ShouldBe("delivered");
        (await Api.Json("GET", $"/me/order/{orderId}/payment")).Text("paymentType").ShouldBe("paymentMandate");
    }

    [Fact]
    public async Task The_account_may_have_several_payment_methods_not_all_of_which_pay()
    {
        await Api.SideDoor("POST", "settings", new
        {
            paymentMethods = new object[]
            {
                new { id = 1, type = "CREDIT_CARD", status = "EXPIRED", @default = true },
                new { id = 2, type = "PAYPAL" },
                new { id = 3, type = "SEPA_DIRECT_DEBIT" },
            },
            paymentMethodsAuthorized = new[] { "creditCard", "sepaDirectDebit" },
            minimumCredit = 30,
        });
        var orderId = await PlacedOrder(autoPay: false);

        (await Api.Json("GET", "/me/payment/method?default=true")).Texts().ShouldBe(["1"]);
        (await Api.Json("GET", "/me/payment/method?default=false")).Texts().ShouldBe(["2", "3"]);
        (await Api.Json("GET", "/me/payment/method?status=VALID&paymentType=PAYPAL")).Texts().ShouldBe(["2"]);
        (await Means(orderId)).ShouldBe(["fidelityAccount", "SEPA_DIRECT_DEBIT"]);
        (await Api.Json("GET", $"/me/order/{orderId}/paymentMeans")).List("fidelityPoints").ShouldNotBeEmpty();
        await Api.Error(403, "POST", $"/me/order/{orderId}/pay", new { paymentMethod = new { id = 1 } });
        await Api.Error(403, "POST", $"/me/order/{orderId}/pay", new { paymentMethod = new { id = 2 } });
        await Api.Json("POST", $"/me/order/{orderId}/pay", new { paymentMethod = new { id = 3 } });
        (await Status(orderId)).ShouldBe("delivered");
        var eligibility = await Api.Json("GET", "/cloud/eligibility");
        eligibility.Price("minimumCredit").ShouldBe(30);
        eligibility.GetProperty("paymentMethodsAuthorized").Texts().ShouldBe(["creditCard", "sepaDirectDebit"]);
        (await Api.Json("GET", "/me/paymentMean/creditCard/1")).Text("state").ShouldBe("expired");
        (await Api.Json("GET", "/me/paymentMean/bankAccount?state=valid")).Texts().ShouldBe(["3"]);
        (await Api.Json("GET", "/me/paymentMean/paypal/2")).Flag("defaultPaymentMean").ShouldBeFalse();
        Host.Summary().UnknownCalls.ShouldBe(0);
    }

    private async Task<IEnumerable<string>> Means(long orderId) =>
        (await Api.Json("GET", $"/me/order/{orderId}/availableRegisteredPaymentMean")).EnumerateArray()
            .Select(mean => mean.Text("paymentMean"));

    private Task<ApiReply> Pay(long orderId, string paymentMean = "fidelityAccount") =>
        Api.Send("POST", $"/me/order/{orderId}/payWithRegisteredPaymentMean", new { paymentMean });
}
