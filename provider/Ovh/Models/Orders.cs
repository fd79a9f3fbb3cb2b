using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;

namespace PulumiOvhOrder.Ovh.Models;

// What a cart would become or became (order.Order), and the orders of an account (/me/order).

/// <summary>An order.Order: the answer of summary and of both checkouts. Only the real checkout has an id and a url: they
/// are read whatever the rest of the answer is like, because the order is placed.</summary>
internal sealed record Order
{
    public OrderId? OrderId { get; init; }

    /// <summary>Secret: it carries the order's password, with which anyone may open it.</summary>
    public Secret? Url { get; init; }

    [JsonConverter(typeof(OrAbsentConverter<OrderPrices>))]
    public OrderPrices? Prices { get; init; }

    [AllowNull]
    public IReadOnlyList<OrderLine> Details { get; init => field = value ?? []; } = [];

    [AllowNull]
    public IReadOnlyList<Contract> Contracts { get; init => field = value ?? []; } = [];
}

internal sealed record OrderPrices
{
    [JsonConverter(typeof(OrAbsentConverter<Price>))]
    public Price? Reduction { get; init; }

    [JsonConverter(typeof(OrAbsentConverter<Price>))]
    public Price? Tax { get; init; }

    [JsonConverter(typeof(OrAbsentConverter<Price>))]
    public Price? WithTax { get; init; }

    [JsonConverter(typeof(OrAbsentConverter<Price>))]
    public Price? WithoutTax { get; init; }
}

internal sealed record OrderLine
{
    [JsonPropertyName("cartItemID")]
    public ItemId? CartItemId { get; init; }

    public string? Description { get; init; }

    public string? DetailType { get; init; }

    public decimal? Quantity { get; init; }

    public Price? TotalPrice { get; init; }

    public Price? UnitPrice { get; init; }
}

internal sealed record Contract
{
    /// <summary>The API's names may end in blanks.</summary>
    [AllowNull]
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    public string? Url { get; init; }
}

/// <summary>A billing.Order. It has no status: that is a call of its own.</summary>
internal sealed record BillingOrder
{
    public required OrderId OrderId { get; init; }

    public DateTimeOffset? Date { get; init; }

    public DateTimeOffset? ExpirationDate { get; init; }

    public Secret? Url { get; init; }

    public Price? PriceWithTax { get; init; }

    public Price? PriceWithoutTax { get; init; }

    public Price? Tax { get; init; }
}

/// <summary>
/// The answer of <c>GET /me/order/{orderId}/status</c>, a bare text: one of <see cref="OrderStatus"/>, or a word that this version does not
/// know.
/// </summary>
[JsonConverter(typeof(OrderStatusConverter))]
internal sealed record OrderStatusAnswer(string Status);

/// <summary>The words of <c>GET /me/order/{orderId}/status</c>; the API may send others.</summary>
internal static class OrderStatus
{
    public const string Cancelled = "cancelled";
    public const string Cancelling = "cancelling";
    public const string Checking = "checking";
    public const string Delivered = "delivered";
    public const string Delivering = "delivering";
    public const string DocumentsRequested = "documentsRequested";
    public const string NotPaid = "notPaid";
    public const string Unknown = "unknown";
}

/// <summary>A step of <c>GET /me/order/{orderId}/followUp</c>.</summary>
internal sealed record FollowUpStep
{
    [AllowNull]
    public IReadOnlyList<FollowUpEvent> History { get; init => field = value ?? []; } = [];
}

/// <param name="Label">Such as <c>FRAUD_MANUAL_REVIEW</c>; the API may send others than <see cref="FollowUpLabel"/> knows.</param>
internal sealed record FollowUpEvent(DateTimeOffset? Date, string? Label);

internal static class FollowUpLabel
{
    public const string FraudDocumentsRequested = "FRAUD_DOCS_REQUESTED";
    public const string FraudManualReview = "FRAUD_MANUAL_REVIEW";
    public const string FraudRefused = "FRAUD_REFUSED";
    public const string PaymentInitiated = "PAYMENT_INITIATED";
    public const string RegisteredPaymentInitiated = "REGISTERED_PAYMENT_INITIATED";
    public const string PaymentReceived = "PAYMENT_RECEIVED";
    public const string PaymentConfirmed = "PAYMENT_CONFIRMED";

    /// <summary>A person at OVHcloud looks at the order: that may take days.</summary>
    public static bool IsReview(string? label) => label is FraudDocumentsRequested or FraudManualReview or FraudRefused;

    public static bool IsPayment(string? label) => label is PaymentReceived or PaymentConfirmed;

    /// <summary>It may be on its way, and may have failed since.</summary>
    public static bool IsPaymentBegun(string? label) => label is PaymentInitiated or RegisteredPaymentInitiated;
}

internal sealed record OrderDetail
{
    public required OrderDetailId OrderDetailId { get; init; }

    public string? Description { get; init; }

    /// <summary>The service's name once delivered; before, a placeholder such as <c>*001</c>.</summary>
    public string? Domain { get; init; }

    public string? DetailType { get; init; }

    /// <summary>A string in this route, a number elsewhere.</summary>
    public decimal? Quantity { get; init; }

    public Price? TotalPrice { get; init; }

    public Price? UnitPrice { get; init; }
}

/// <summary>What was ordered, read back from the order; not available on the US site.</summary>
internal sealed record OrderDetailExtension
{
    public ExtensionOrder? Order { get; init; }
}

internal sealed record ExtensionOrder
{
    /// <summary>Such as <c>installation</c> or <c>renew</c>.</summary>
    public string? Action { get; init; }

    public ExtensionPlan? Plan { get; init; }

    [AllowNull]
    public IReadOnlyList<OrderedConfiguration> Configurations { get; init => field = value ?? []; } = [];
}

/// <param name="Value">Null where the label was ordered without one.</param>
internal sealed record OrderedConfiguration([property: JsonConverter(typeof(NameConverter))] string Label, string? Value)
{
    // The value may be a voucher.
    private bool PrintMembers(StringBuilder text) => text.Append("Label = ").Append(Label) is not null;
}

internal sealed record ExtensionPlan
{
    public string? Code { get; init; }

    public string? Duration { get; init; }

    public string? PricingMode { get; init; }

    public decimal? Quantity { get; init; }
}

/// <summary>A service.Operation: how the US site tells what an order delivered.</summary>
internal sealed record OrderOperation
{
    public required OperationId Id { get; init; }

    public OperationResource? Resource { get; init; }
}

internal sealed record OperationResource(string? Name);
