using PulumiOvhOrder.Simulator.Catalogue;
using PulumiOvhOrder.Simulator.Http;

namespace PulumiOvhOrder.Simulator.Account;

internal static class AccountRoutes
{
    public const string Nichandle = "xx12345-ovh";

    public static readonly DateTimeOffset Since = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Route> All =>
    [
        new("GET", "/me", false, Me),
        new("GET", "/me/payment/method", false, PaymentMethodIds),
        new("GET", "/me/payment/method/{paymentMethodId:long}", false, PaymentMethodById),
        new("POST", "/me/voucher/checkValidity", false, call => new { validity = IsVoucher(call, call.RequiredText("voucher")) }),
        new("POST", "/me/credit/code", false, RedeemCode),
        new("GET", "/me/credit/balance", false, _ => Array.Empty<string>()),
        new("GET", "/me/fidelityAccount", false, _ => new { balance = 0, canBeCredited = true, lastUpdate = Since, alertThreshold = 0 }),
        new("GET", "/cloud/eligibility", false, Eligibility),
    ];

    public static bool IsVoucher(ApiCall call, string code) => call.Settings.Vouchers.Contains(code);

    private static object Me(ApiCall call)
    {
        var subsidiary = call.World.Subsidiary;
        return new
        {
            nichandle = Nichandle,
            customerCode = "1234-5678-90",
            ovhSubsidiary = subsidiary.Code,
            currency = new { code = subsidiary.Currency, symbol = Money.Symbol(subsidiary.Currency) },
            country = subsidiary.Code.Length == 2 ? subsidiary.Code : "CA",
            language = "en_GB",
            email = "someone@example.com",
            name = "Example",
            firstname = "Alex",
            legalform = "individual",
            state = "complete",
            kycValidated = true,
            ovhCompany = "ovh",
            organisation = "",
            auth = false,
        };
    }

    private static IEnumerable<long> PaymentMethodIds(ApiCall call)
    {
        var method = PaymentMethod.DefaultOf(call.World);
        return method is not null
            && call.Query("default") is not "false"
            && (call.Query("status") ?? method.Status) == method.Status
            && (call.Query("paymentType") ?? method.Type) == method.Type
            ? [method.Id]
            : [];
    }

    private static object PaymentMethodById(ApiCall call)
    {
        var method = PaymentMethod.DefaultOf(call.World);
        return method is not null && method.Id == call.PathLong("paymentMethodId")
            ? new
            {
                paymentMethodId = method.Id,
                paymentMeanId = (long?)null,
                @default = true,
                paymentType = method.Type,
                paymentSubType = (string?)null,
                status = method.Status,
                label = "FR76XXXXXXXXXXXXXXXXXXXX123",
                description = "main account",
                expirationDate = (DateTimeOffset?)null,
                oneclick = false,
                integration = "REDIRECT",
                billingContactId = 1L,
                creationDate = Since,
                lastUpdate = Since,
            }
            : throw ApiException.NoSuchObject("paymentMethodId", call.Path("paymentMethodId"));
    }

    private static object RedeemCode(ApiCall call)
    {
        var code = call.RequiredText("inputCode");
        return IsVoucher(call, code)
            ? new
            {
                movementId = call.World.NextId("movement"),
                balance = "VOUCHER",
                amount = Money.ToJson(10, call.World.Subsidiary.Currency),
            }
            : throw ApiException.BadRequest($"Code {code} is not valid");
    }

    private static object Eligibility(ApiCall call) => new
    {
        actionsRequired = new List<string>(
            call.Settings.Eligible ? PaymentMethod.DefaultOf(call.World) is null ? ["addPaymentMethod"] : [] : ["challengePaymentMethod"]),
        minimumCredit = (object?)null,
        paymentMethodsAuthorized = new[] { "creditCard", "paypal", "SEPA_DIRECT_DEBIT" },
        voucher = call.Query("voucher") is { } code
            ? new { credit = (object?)null, paymentMethodRequired = !IsVoucher(call, code) }
            : null,
    };
}
