using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>One known cause of an API error: how it is recognized, what it means and what to do. The page of errors is made from these.</summary>
/// <param name="Title">For the page of errors.</param>
/// <param name="Pattern">What the API says, as people search for it.</param>
/// <param name="Advice">What it means and what to do, in sentences that stand after the API's own.</param>
internal sealed record KnownError(string Title, string Pattern, Func<OvhApiException, bool> Matches, Func<OvhApiException, string> Advice)
{
    /// <summary>For the page, where no error is at hand.</summary>
    public required string GeneralAdvice { get; init; }
}

/// <summary>What is known about the causes of OVHcloud's refusals. The first that matches explains.</summary>
internal static class KnownErrors
{
    private const string NewCredential =
        "A credential that was replaced in the stack's configuration is used at once by `pulumi up --run-program`, `pulumi refresh --run-program` and "
        + "`pulumi destroy --run-program`; without that flag Pulumi may still use the one in its state.";

    public static ImmutableArray<KnownError> All { get; } =
    [
        Known("The account may not order by API yet", "Found eligibility issues: challengePaymentMethod", e => Has(e, "challengePaymentMethod"),
            "OVHcloud lets an account order Public Cloud projects by API only after its payment method was confirmed: order the first projects in the OVHcloud Control Panel, where the challenge is shown, or ask OVHcloud's support."),
        Known("The quota of projects is used up", "Found eligibility issues: askIncreaseProjectsQuota", e => Has(e, "askIncreaseProjectsQuota"),
            "The account may have no more projects, and deleted or cancelled ones count for some days. Ask OVHcloud's support to raise the quota."),
        Known("The account has no payment method", "Found eligibility issues: addPaymentMethod", e => Has(e, "addPaymentMethod"),
            "Add a payment method in the OVHcloud Control Panel (Billing, Payment methods) and make it the default."),
        Known("The account's PayPal is not verified", "Found eligibility issues: verifyPaypal", e => Has(e, "verifyPaypal"),
            "Verify PayPal in the OVHcloud Control Panel (Billing, Payment methods), or make another payment method the default."),
        Known("The order was refused by the fraud check", "(error 906)", e => Has(e, "(error 906)"),
            "OVHcloud refused the order in its fraud check. Only its support can say why and lift it."),
        Known("A right is missing", "This call has not been granted", e => e.Status is 403 && (Has(e, "not been granted") || Has(e, "User not granted") || e.UnauthorizedActions.Any() || e.ErrorCode is "NOT_GRANTED_CALL"),
            e => e.UnauthorizedActions.ToList() is { Count: > 0 } actions
                ? $"The credentials lack {(actions.Count == 1 ? "the IAM action" : "the IAM actions")} {string.Join(", ", actions)}: add {(actions.Count == 1 ? "it" : "them")} to the policy of the user or service account."
                : $"The credentials lack a right: add the rule `{e.Method} {Rule(e.Path)}` to the consumer key, or the matching action to the IAM policy.",
            "The credentials lack a right. The message names the rule (method and path) to add to the consumer key, or the IAM action to add to the policy. All that are needed are listed under installation and configuration."),
        Known("The application key is not known", "This application key is invalid", e => Has(e, "application key is invalid") || e.ErrorCode is "INVALID_KEY",
            "The application key is not known to this endpoint: check ovh-order:applicationKey (OVH_APPLICATION_KEY), and that ovh-order:endpoint is the site where it was created. " + NewCredential),
        Known("The credential is refused", "This credential is not valid; This credential does not exist; You must login first",
            e => Has(e, "credential is not valid") || Has(e, "credential does not exist") || Has(e, "must login first") || e.ErrorCode is "INVALID_CREDENTIAL" or "NOT_CREDENTIAL" || e.Status is 401,
            "The credential has expired, was revoked, or was never validated: make a new one and set it in the configuration. " + NewCredential),
        Known("The signature is refused", "Invalid signature", e => Has(e, "Invalid signature") || e.ErrorCode is "INVALID_SIGNATURE",
            "The application secret or the consumer key does not belong to the application key: check ovh-order:applicationSecret and ovh-order:consumerKey."),
        Known("The clock is wrong", "QUERY_TIME_OUT", e => e.ErrorCode is "QUERY_TIME_OUT" || Has(e, "Query out of time"),
            "The signature's time is too far from OVHcloud's, although it was measured: check this machine's clock."),
        Known("Ordering is not allowed", "You are not allowed; Unable to generate order : You are not allowed", e => e.Status is 403 && Has(e, "You are not allowed"),
            "OVHcloud does not let this account or user order. It gives no reason: look whether the account is complete and verified in the OVHcloud Control Panel, whether the user is a sub-account without the right to order, and ask OVHcloud's support."),
        Known("The payment method does not fit", "This order can't be paid with 'bankAccount'", e => Has(e, "can't be paid with"),
            "Make another payment method the default (a direct debit in the SEPA scheme is SEPA_DIRECT_DEBIT now, no longer bankAccount), or set `payment: manual` and pay the order by its URL."),
        Known("The payment mean is not known", "paymentMean not found", e => Has(e, "paymentMean not found"),
            "This account has no such payment mean. Set `payment: manual` and pay the order by its URL."),
        Known("A label is there twice", "Custom field … is duplicated for product …", e => Has(e, "is duplicated for product"),
            "The cart has the same configuration label twice. Run `pulumi destroy` to remove the cart, then `pulumi up`."),
        Known("A label is missing", "Custom field … is mandatory for product …; in customFields there must be a field with name '…'",
            e => Has(e, "is mandatory for product") || Has(e, "must be a field with name"),
            "Give that label under `configuration`, or remove it if OVHcloud does not know it; `description` and `voucher` have inputs of their own."),
        Known("A value is refused", "Custom field … has an invalid value", e => Has(e, "has an invalid value"),
            "Correct the value that is named, under `configuration`, or the input of that name."),
        Known("Endpoint and subsidiary are of different sites", "invalid ovhSubsidiary", e => Has(e, "ovhSubsidiary"),
            "The subsidiary belongs to another site than the endpoint: ovh-eu, ovh-ca and ovh-us share nothing. Change ovhSubsidiary or ovh-order:endpoint."),
        Known("The duration is refused", "Service is temporarily unavailable", e => Has(e, "Service is temporarily unavailable"),
            "OVHcloud answers this when a duration is malformed, among other things. Leave `duration` out, or take one that getOffers shows; if it is right, try again later."),
        Known("The plan is not offered", "not found: plan not found", e => Has(e, "plan not found"),
            "The function getOffers shows what is offered to this subsidiary."),
        Known("The cart has expired", "The requested object (cartId = …) does not exist", e => e.Status is 404 && e.Path.StartsWith("/order/cart/{", StringComparison.Ordinal) && !Has(e, "plan"),
            "The cart has expired or was deleted. Run `pulumi up` again: another is made."),
        Known("The cart was checked out", "has already been checked out", e => Has(e, "already been checked out"),
            "The cart has become an order. Run `pulumi up` again: its order is looked for, and nothing is ordered twice."),
        Known("Too many calls", "HTTP 429", e => e.Status is 429,
            "OVHcloud limits how many calls may be made, and waiting did not help. Try again in some minutes, with fewer resources at once (`--parallel`)."),
        Known("No answer", "no answer", e => e.Status is null,
            "OVHcloud's API could not be reached: check the network, the proxy and ovh-order:endpoint."),
        Known("OVHcloud is in trouble", "HTTP 5xx, Server::InternalServerError", e => e.Status is >= 500,
            "The trouble is on OVHcloud's side, and repeating did not help. Try again later."),
    ];

    /// <summary>The API's words and, where the cause is known, what helps.</summary>
    public static string Explain(OvhApiException error)
    {
        var said = error.Message.TrimEnd('.', ' ');
        return All.FirstOrDefault(c => c.Matches(error)) is { } known ? $"{said}. {known.Advice(error)}" : said;
    }

    private static KnownError Known(string title, string pattern, Func<OvhApiException, bool> matches, string advice) =>
        new(title, pattern, matches, _ => advice) { GeneralAdvice = advice };

    private static KnownError Known(string title, string pattern, Func<OvhApiException, bool> matches, Func<OvhApiException, string> advice, string general) =>
        new(title, pattern, matches, advice) { GeneralAdvice = general };

    private static bool Has(OvhApiException error, string words) => error.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>Access rules know no placeholders, only stars.</summary>
    private static string Rule(string path) => string.Join('/', path.Split('?')[0].Split('/').Select(part => part.StartsWith('{') ? "*" : part));
}
