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
        new("GET", "/me/fidelityAccount", false, _ => new { balance = 0, canBeCredited = true, lastUpdate = Since, alertThreshold = 0 }),
        new("GET", "/cloud/eligibility", false, Eligibility),
    ];

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
            organisation = (string?)null,
            address = "1 street",
            area = (string?)null,
            birthCity = (string?)null,
            birthDay = (string?)null,
            city = "Town",
            companyNationalIdentificationNumber = (string?)null,
            complementaryAddress = (string?)null,
            corporationType = (string?)null,
            fax = (string?)null,
            italianSDI = (string?)null,
            nationalIdentificationNumber = (string?)null,
            phone = (string?)null,
            phoneCountry = (string?)null,
            phoneType = (string?)null,
            purposeOfPurchase = (string?)null,
            sex = (string?)null,
            spareEmail = (string?)null,
            vat = (string?)null,
            zip = (string?)null,
        };
    }

    private static object Eligibility(ApiCall call)
    {
        var canPay = PaymentMethods.Of(call.World).Any(method => PaymentMethods.CanPay(call.World, method));
        return new
        {
            actionsRequired = new List<string>(call.Settings.Eligible ? canPay ? [] : ["addPaymentMethod"] : ["challengePaymentMethod"]),
            minimumCredit = call.Settings.MinimumCredit is { } amount ? Money.ToJson(amount, call.World.Subsidiary.Currency) : null,
            paymentMethodsAuthorized = call.Settings.PaymentMethodsAuthorized ?? ["creditCard", "paypal", "sepaDirectDebit"],
            voucher = call.Query("voucher") is { } code
                ? new { credit = (object?)null, paymentMethodRequired = !Vouchers.IsUsable(call, code) }
                : null,
        };
    }
}
