using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator.Account;

/// <summary>What the account can pay with, and the older names of the same.</summary>
internal static class PaymentMethodRoutes
{
    private static readonly (string Path, string Type)[] Means =
        [("bankAccount", PaymentMethods.Sepa), ("creditCard", "CREDIT_CARD"), ("paypal", "PAYPAL")];

    public static IEnumerable<Route> All =>
    [
        new("GET", "/me/payment/method", false, call => PaymentMethods.Of(call.World)
            .Where(method => call.Query("default") != (method.Default ? "false" : "true"))
            .Where(method => (call.Query("status") ?? method.Status) == method.Status)
            .Where(method => (call.Query("paymentType") ?? method.Type) == method.Type)
            .Select(method => method.Id)),
        new("GET", "/me/payment/method/{id:long}", false, call => ToJson(Find(call, method => true))),
        .. Means.SelectMany(mean => new Route[]
        {
            new("GET", "/me/paymentMean/" + mean.Path, false, call => PaymentMethods.Of(call.World)
                .Where(method => method.Type == mean.Type && (call.Query("state") ?? StateOf(method)) == StateOf(method))
                .Select(method => method.Id)),
            new("GET", $"/me/paymentMean/{mean.Path}/{{id:long}}", false, call =>
                ToMean(mean.Path, Find(call, method => method.Type == mean.Type))),
        }),
    ];

    public static object ToJson(PaymentMethod method) => new
    {
        paymentMethodId = method.Id,
        paymentMeanId = (long?)null,
        @default = method.Default,
        paymentType = method.Type,
        paymentSubType = (string?)null,
        status = method.Status,
        label = "FR76XXXXXXXXXXXXXXXXXXXX123",
        description = "main account",
        expirationDate = (DateTimeOffset?)null,
        formSessionId = (string?)null,
        icon = new { name = method.Type, data = (string?)null, url = (string?)null },
        merchantId = (string?)null,
        oneclick = false,
        integration = "REDIRECT",
        billingContactId = 1L,
        creationDate = AccountRoutes.Since,
        lastUpdate = AccountRoutes.Since,
    };

    private static PaymentMethod Find(ApiCall call, Func<PaymentMethod, bool> wanted) =>
        PaymentMethods.Of(call.World).FirstOrDefault(method => method.Id == call.PathLong("id") && wanted(method))
        ?? throw ApiException.NoSuchObject("id", call.Path("id"));

    private static string StateOf(PaymentMethod method) => (method.Status, method.Type) switch
    {
        ("VALID", _) => "valid",
        (_, PaymentMethods.Sepa) => "pendingValidation",
        _ => "expired",
    };

    private static Dictionary<string, object?> ToMean(string kind, PaymentMethod method)
    {
        const string Day = "2020-01-01";
        var mean = new Dictionary<string, object?>
        {
            ["id"] = method.Id,
            ["state"] = StateOf(method),
            ["description"] = "main account",
            ["defaultPaymentMean"] = method.Default,
            ["icon"] = null,
        };
        (string, object?)[] more = kind switch
        {
            "bankAccount" =>
            [
                ("creationDate", Day), ("mandateSignatureDate", Day), ("bic", "EXAMPLEXXXX"), ("iban", "FR76XXXXXXXXXXXXXXXXXXXX123"),
                ("ownerName", "Alex Example"), ("ownerAddress", "1 street, Town"),
                ("uniqueReference", $"REF{method.Id}"), ("validationDocumentLink", null),
            ],
            "creditCard" =>
            [
                ("expirationDate", "2030-12-31"), ("number", "XXXXXXXXXXXX1234"), ("threeDsValidated", true), ("type", "visa"),
            ],
            _ => [("creationDate", Day), ("agreementId", $"B-{method.Id}"), ("email", "someone@example.com")],
        };
        foreach (var (name, value) in more)
        {
            mean[name] = value;
        }

        return mean;
    }
}
