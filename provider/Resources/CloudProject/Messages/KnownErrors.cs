using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// One known cause of an API error: how it is recognized, what it means and what to do. docs/errors.md is written from these.
/// </summary>
/// <param name="Title">The heading in docs/errors.md.</param>
/// <param name="Pattern">What the API says, as people search for it.</param>
/// <param name="Advice">What it means and what to do, in sentences that follow the API's own.</param>
internal sealed record KnownError(string Title, string Pattern, Func<OvhApiException, bool> Matches, Func<OvhApiException, string> Advice)
{
    /// <summary>For docs/errors.md, where there is no particular error.</summary>
    public required string GeneralAdvice { get; init; }

    /// <summary>The cause may be that the engine uses a credential of the state, which is not the configured one any more.</summary>
    public bool IsOfCredential { get; init; }
}

/// <summary>What is known about the causes of OVHcloud's refusals. The first that matches explains.</summary>
internal static class KnownErrors
{
    private const string NotAllowed = "You are not allowed";

    private const string NewCredential =
        "If you changed the credential in the stack configuration, run `pulumi up --run-program`, `pulumi refresh --run-program` or "
        + "`pulumi destroy --run-program` once. Without that flag, Pulumi may still use the credential that is in its state.";

    public static ImmutableArray<KnownError> All { get; } =
    [
        Known("The account may not order through the API yet", "Found eligibility issues: challengePaymentMethod",
            e => Has(e, "challengePaymentMethod"),
            "OVHcloud must confirm the account's payment method before the account can order Public Cloud projects through the API. Order "
                + "the first project in the OVHcloud Control Panel, which shows the confirmation, or ask OVHcloud's support."),
        Known("The quota of projects is used up", "Found eligibility issues: askIncreaseProjectsQuota",
            e => Has(e, "askIncreaseProjectsQuota"),
            "The account has reached its quota of projects. Deleted and cancelled projects count for some days. Ask OVHcloud's support to "
                + "raise the quota."),
        Known("The account has no payment method", "Found eligibility issues: addPaymentMethod", e => Has(e, "addPaymentMethod"),
            "Add a payment method in the OVHcloud Control Panel (Billing, Payment methods) and make it the default."),
        Known("The account's PayPal is not verified", "Found eligibility issues: verifyPaypal", e => Has(e, "verifyPaypal"),
            "Verify PayPal in the OVHcloud Control Panel (Billing, Payment methods), or make another payment method the default."),
        Known("The order was refused by the fraud check", "(error 906)", e => Has(e, "(error 906)"),
            "OVHcloud's fraud check refused the order. Only OVHcloud's support can give the reason and lift the refusal."),
        Known("A right is missing", "This call has not been granted",
            e => e.Status is 403
                && (e.ErrorCode is "NOT_GRANTED_CALL" || e.UnauthorizedActions.Any()
                    || Has(e, "not been granted") || Has(e, "User not granted")
                    || (Has(e, NotAllowed) && !IsOfOrdering(e))),
            e => e.UnauthorizedActions.ToList() is { Count: > 0 } actions
                ? $"The credentials lack {(actions.Count == 1 ? "the IAM action" : "the IAM actions")} {string.Join(", ", actions)}. Add "
                    + $"{(actions.Count == 1 ? "it" : "them")} to the policy of the user or service account."
                : $"The credentials lack a right. Add the rule `{e.Method} {Rule(e.Path)}` to the consumer key, or the matching action to "
                    + $"the IAM policy.",
            "The credentials lack a right. The message names the rule (method and path) to add to the consumer key, or the IAM action to "
                + "add to the policy. The page on installation and configuration lists all rights that are needed."),
        Known("The application key is not known", "This application key is invalid",
            e => Has(e, "application key is invalid") || e.ErrorCode is "INVALID_KEY",
            "The endpoint does not know the application key. Check ovh-order:applicationKey (OVH_APPLICATION_KEY). Check that "
                + "ovh-order:endpoint is the site on which the key was created.") with { IsOfCredential = true },
        Known("The service account is not known", "invalid_client", e => e.ErrorCode is "invalid_client",
            "The endpoint does not know the service account, or its secret is another one. Check ovh-order:clientId and "
                + "ovh-order:clientSecret. Check that ovh-order:endpoint is the site on which the account was created.") with
        { IsOfCredential = true },
        Known("The credential is refused", "This credential is not valid; This credential does not exist; You must login first",
            e => Has(e, "credential is not valid") || Has(e, "credential does not exist") || Has(e, "must login first")
                || e.ErrorCode is "INVALID_CREDENTIAL" or "NOT_CREDENTIAL" || e.Status is 401,
            "The credential has expired, was revoked, or was never validated. Create a new one and set it in the configuration.") with
        { IsOfCredential = true },
        Known("The signature is refused", "Invalid signature", e => Has(e, "Invalid signature") || e.ErrorCode is "INVALID_SIGNATURE",
            "The application secret or the consumer key does not belong to the application key. Check ovh-order:applicationSecret and "
                + "ovh-order:consumerKey."),
        Known("The clock is wrong", "QUERY_TIME_OUT", e => e.ErrorCode is "QUERY_TIME_OUT" || Has(e, "Query out of time"),
            "The request's timestamp is too far from OVHcloud's time, although the provider corrects for the difference. Check the clock "
                + "of this machine."),
        Known("Ordering is not allowed", "You are not allowed; Unable to generate order : You are not allowed",
            e => e.Status is 403 && Has(e, NotAllowed),
            "OVHcloud does not let this account or user order, and gives no reason. Check in the OVHcloud Control Panel that the account "
                + "is complete and verified, and that the user is not a sub-account without the right to order. Otherwise ask OVHcloud's "
                + "support."),
        Known("The payment method cannot pay this order", "This order can't be paid with 'bankAccount'", e => Has(e, "can't be paid with"),
            "Make another payment method the default, and run `pulumi up` again. A SEPA direct debit must be registered as "
                + "SEPA_DIRECT_DEBIT, no longer as bankAccount. Or pay the order at its URL (`orderUrl`), then run `pulumi up`."),
        Known("The payment method is not known", "paymentMean not found", e => Has(e, "paymentMean not found"),
            "The account has no such payment method. Add one and make it the default, or pay the order at its URL (`orderUrl`). Then run "
                + "`pulumi up` again."),
        Known("A configuration label is duplicated", "Custom field … is duplicated for product …", e => Has(e, "is duplicated for product"),
            "The cart has the same configuration label twice. Run `pulumi up` again. If the error stays, run `pulumi destroy` to delete "
                + "the pending cart, then `pulumi up`."),
        Known("A configuration label is missing",
            "Custom field … is mandatory for product …; in customFields there must be a field with name '…'",
            e => Has(e, "is mandatory for product") || Has(e, "must be a field with name"),
            "Add that label to `configuration`, or remove it if OVHcloud does not know it. For the labels `description` and `voucher`, set "
                + "the inputs of the same name."),
        Known("A configuration value is refused", "Custom field … has an invalid value", e => Has(e, "has an invalid value"),
            "Correct the value of that label in `configuration`, or of the input of the same name."),
        Known("The endpoint and the subsidiary belong to different sites", "invalid ovhSubsidiary", e => Has(e, "ovhSubsidiary"),
            "The endpoint does not serve this subsidiary. ovh-eu, ovh-ca and ovh-us are separate sites. Change ovhSubsidiary or "
                + "ovh-order:endpoint."),
        Known("The duration is refused", "Service is temporarily unavailable",
            e => Has(e, "Service is temporarily unavailable") && IsOfOrdering(e),
            "OVHcloud also returns this message for a malformed duration. Remove `duration`, or use one that the function getOffers lists. "
                + "If the duration is correct, try again later."),
        Known("The plan is not offered", "not found: plan not found", e => Has(e, "plan not found"),
            "The function getOffers lists the plans that this subsidiary offers."),
        Known("The endpoint has no such route", "Got an invalid (or empty) URL", e => Has(e, "Got an invalid (or empty) URL"),
            "If ovh-order:endpoint is a URL, check that it is that of version 1 of OVHcloud's API, and ends with /1.0 or /v1."),
        Known("The cart has expired", "The requested object (cartId = …) does not exist",
            e => e.Status is 404 && e.Path.StartsWith("/order/cart/{", StringComparison.Ordinal) && !Has(e, "plan"),
            "The cart has expired or was deleted. Run `pulumi up` again to create another one."),
        Known("The cart was checked out", "has already been checked out", e => Has(e, "already been checked out"),
            "The cart was ordered. Run `pulumi up` again: the provider finds the order and resumes it. Nothing is ordered twice."),
        Known("The project has expired", "HTTP 460, This service is expired", e => e.Status is 460,
            "The project has expired or is suspended at OVHcloud, and still exists. Pay what is due in the OVHcloud Control Panel to "
                + "reopen it."),
        Known("Too many requests", "HTTP 429", e => e.Status is 429,
            "OVHcloud limits the rate of requests, and the limit still applied after the provider waited. Try again in a few minutes, with "
                + "fewer resources at once (`--parallel`)."),
        Known("A proxy answers", "HTTP 3xx, HTTP 407, HTTP 511", e => e.Status is (>= 300 and < 400) or 407 or 511,
            "This is the answer of a proxy or of a login page, not of OVHcloud's API. Check the network, the proxy and "
                + "ovh-order:endpoint."),
        Known("No answer", "no answer", e => e.Status is null,
            "OVHcloud's API could not be reached. Check the network, the proxy and ovh-order:endpoint."),
        Known("OVHcloud returned a server error", "HTTP 5xx, Server::InternalServerError", e => e.Status is >= 500,
            e => $"The error is on OVHcloud's side{(e.Attempts > 1 ? ", and retries did not help" : "")}. Try again later.",
            "The error is on OVHcloud's side. Try again later."),
    ];

    /// <summary>The API's words and, where the cause is known, what helps.</summary>
    /// <param name="isFromState">The engine did not run the program: the credentials are those of the state.</param>
    public static string Explain(OvhApiException error, bool isFromState)
    {
        var said = error.Message.TrimEnd('.', ' ');
        return All.FirstOrDefault(c => c.Matches(error)) is not { } known ? said
            : $"{said}. {known.Advice(error)}{(isFromState && known.IsOfCredential ? " " + NewCredential : "")}";
    }

    /// <summary>For docs/errors.md, where it is not known what the engine was doing.</summary>
    public static string General(KnownError known) => known.IsOfCredential ? $"{known.GeneralAdvice} {NewCredential}" : known.GeneralAdvice;

    private static KnownError Known(string title, string pattern, Func<OvhApiException, bool> matches, string advice) =>
        new(title, pattern, matches, _ => advice) { GeneralAdvice = advice };

    private static KnownError Known(
        string title, string pattern, Func<OvhApiException, bool> matches, Func<OvhApiException, string> advice, string general) =>
        new(title, pattern, matches, advice) { GeneralAdvice = general };

    /// <summary>Of a request that fills a cart, or asks for its checkout.</summary>
    private static bool IsOfOrdering(OvhApiException error) => error.Path.StartsWith("/order/", StringComparison.Ordinal)
        && error.Method != HttpMethod.Delete
        && (error.Method != HttpMethod.Get || error.Path.EndsWith("/checkout", StringComparison.Ordinal));

    private static bool Has(OvhApiException error, string words) => error.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>Access rules know no placeholders, only stars.</summary>
    private static string Rule(string path) =>
        string.Join('/', path.Split('?')[0].Split('/').Select(part => part.StartsWith('{') ? "*" : part));
}
