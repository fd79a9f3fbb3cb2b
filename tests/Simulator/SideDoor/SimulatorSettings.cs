namespace PulumiOvhOrder.Simulator.SideDoor;

/// <summary>
/// How the simulated account and API behave. Names are those of <c>POST /_simulator/settings</c> in camel case.
/// Where the real API's behaviour is not known for certain, the default is the more plausible one and the setting is the other.
/// </summary>
public sealed class SimulatorSettings
{
    // The wire and the clock.

    /// <summary>Added to every API answer.</summary>
    public int LatencyMs { get; set; }

    /// <summary>How far the server's clock is ahead: in /auth/time, Date, judging signatures, and dates of what is ordered.</summary>
    public int ClockSkewMs { get; set; }

    // Credentials.

    /// <summary>The consumer key's rules, as <c>"METHOD /path/*"</c>; a last <c>*</c> covers everything below.</summary>
    public IReadOnlyList<string> AccessRules { get; set; } = ["GET /*", "POST /*", "PUT /*", "DELETE /*"];

    /// <summary>Routes that no credentials may call, whatever their rules; written in the same way.</summary>
    public IReadOnlyList<string> DeniedRoutes { get; set; } = [];

    public int TokenLifetimeSeconds { get; set; } = 3600;

    /// <summary>Set to true to make every issued OAuth2 token invalid at once; reads back as false.</summary>
    public bool RevokeTokens { get; set; }

    /// <summary>401 or 403: the answer to a bearer token that is unknown, revoked or expired.</summary>
    public int InvalidTokenStatus { get; set; } = 401;

    // The account.

    /// <summary>Null: the site's usual one (FR, CA, US).</summary>
    public string? Subsidiary { get; set; }

    /// <summary>Null: the one that the next two settings describe, or none.</summary>
    public IReadOnlyList<PaymentMethod>? PaymentMethods { get; set; }

    public bool DefaultPaymentMethod { get; set; } = true;

    public string PaymentMethodStatus { get; set; } = "VALID";

    /// <summary>What pays any order beside the payment methods, such as <c>ovhAccount</c>.</summary>
    public IReadOnlyList<string> PaymentMeans { get; set; } = [];

    /// <summary>In the words of eligibility (creditCard, paypal, sepaDirectDebit), and nothing else pays; null: no limit.</summary>
    public IReadOnlyList<string>? PaymentMethodsAuthorized { get; set; }

    /// <summary>What eligibility wants to be bought with a project.</summary>
    public decimal? MinimumCredit { get; set; }

    /// <summary>False: "paymentMean not found"; the account has no fidelity account, and only its payment methods pay.</summary>
    public bool FidelityAccount { get; set; } = true;

    /// <summary>An order of zero that the fidelity account paid reads back in points ("0 PTS").</summary>
    public bool FidelityOrdersInPoints { get; set; } = true;

    /// <summary>True: autopay settles an order of zero only where there is a default payment method.</summary>
    public bool AutoPayNeedsMethod { get; set; }

    /// <summary>False: checkout finds eligibility issues.</summary>
    public bool Eligible { get; set; } = true;

    public bool MailReadable { get; set; } = true;

    public int MailDelayMs { get; set; }

    /// <summary>The start of the mailed link; it was https://www.ovh.com/manager for long.</summary>
    public string ControlPanelUrl { get; set; } = "https://manager.eu.ovhcloud.com";

    /// <summary>True: the mailed link is written as in HTML, with <c>&amp;amp;</c>.</summary>
    public bool MailEscaped { get; set; }

    // Carts.

    public IReadOnlyList<string> Vouchers { get; set; } = ["V-1", "WELCOME", "FREE"];

    public bool VouchersReusable { get; set; }

    /// <summary>What a voucher takes off; FREE takes everything.</summary>
    public decimal VoucherPercent { get; set; } = 50;

    /// <summary>True: plans <c>project</c> and <c>certification.hds</c> on every site, of type delivery, as the US site has them.</summary>
    public bool UndatedPlans { get; set; }

    /// <summary>Null: the built-in answer for a cloud item.</summary>
    public IReadOnlyList<ConfigurationRequirement>? RequiredConfiguration { get; set; }

    /// <summary>Null: the plans' own prices; else what any order costs in all, tax included.</summary>
    public decimal? PriceWithTax { get; set; }

    /// <summary>Lines that one rented plan makes on the order.</summary>
    public int DetailCount { get; set; } = 3;

    public int MalformedDurationStatus { get; set; } = 500;

    /// <summary>The longest life a cart is granted, whatever expiry is asked for.</summary>
    public long? MaxCartLifeMs { get; set; }

    /// <summary>True: description and expiry of a checked-out cart can still be changed; everything else is refused in any case.</summary>
    public bool DescribeCheckedOutCarts { get; set; }

    public bool ListCheckedOutCarts { get; set; } = true;

    /// <summary>True: a cart that was made with credentials is listed before it is assigned.</summary>
    public bool ListUnassignedCarts { get; set; }

    public bool DeleteCheckedOutCarts { get; set; } = true;

    public bool DeleteUnassignedCarts { get; set; }

    // Orders and projects.

    public long DeliveryDelayMs { get; set; }

    /// <summary>An unpaid order is cancelled after this time.</summary>
    public long OrderExpiryMs { get; set; } = 7L * 24 * 60 * 60 * 1000;

    /// <summary>Details keep their placeholder domain for this time after delivery.</summary>
    public long DomainLateMs { get; set; }

    /// <summary>True: GET /cloud/order leaves out what is delivered or cancelled.</summary>
    public bool CloudOrderPendingOnly { get; set; }

    /// <summary>False: the US site has no extension of order details.</summary>
    public bool UsDetailExtension { get; set; } = true;

    /// <summary>The followUp route shows every step as TODO, as was seen on delivered orders.</summary>
    public bool FollowUpAllTodo { get; set; }

    /// <summary>The project is neither found nor listed for this time after delivery.</summary>
    public long ProjectMissingMs { get; set; }

    /// <summary>The project's status is "creating" for this time after delivery.</summary>
    public long ProjectCreatingMs { get; set; }

    public ProjectState ProjectState { get; set; }

    /// <summary>Words with which the end of any project is refused, such as those about unpaid debts.</summary>
    public string? TerminationRefusal { get; set; }

    /// <summary>A terminated project is still shown for this time.</summary>
    public long SuspendedMs { get; set; }

    /// <summary>suspended, deleting or deleted: the status of a terminated project while it is shown.</summary>
    public string TerminatedStatus { get; set; } = "suspended";

    /// <summary>404 or 460: the answer to any call on a terminated project.</summary>
    public int GoneStatus { get; set; } = 404;
}
