using System.Diagnostics.CodeAnalysis;

namespace PulumiOvhOrder.Ovh.Models;

// How orders are paid: /me/order/{orderId}/pay… and /me/payment/method.

internal sealed record PaymentRequest(PaymentMethodReference PaymentMethod);

internal sealed record PaymentMethodReference(PaymentMethodId Id);

internal sealed record OrderPaymentMethods
{
    /// <summary>Those that the account has and the order accepts.</summary>
    [AllowNull]
    public IReadOnlyList<PaymentMethodId> Registered { get; init => field = value ?? []; } = [];
}

/// <summary>One that the account has and the order accepts, such as <c>ovhAccount</c>, the account's prepaid money.</summary>
internal sealed record AvailablePaymentMean(string? PaymentMean);

internal sealed record RegisteredPaymentRequest(string PaymentMean);

internal static class PaymentMean
{
    /// <summary>Settles an order of zero without a payment method.</summary>
    public const string FidelityAccount = "fidelityAccount";

    /// <summary>It is sent as it is, and was not tried yet: the others of its kind name an account or a card.</summary>
    public static bool IsPlain(string mean) => mean is not (FidelityAccount or "bankAccount" or "creditCard" or "paypal");
}

/// <summary>How an order was paid.</summary>
internal sealed record OrderPayment(DateTimeOffset? PaymentDate, string? PaymentType);

internal sealed record PaymentMethod
{
    public required PaymentMethodId PaymentMethodId { get; init; }

    public string? PaymentType { get; init; }

    public string? Status { get; init; }

    /// <summary>OVHcloud has masked the number of an account or a card in it.</summary>
    public string? Label { get; init; }

    public bool? Default { get; init; }

    public bool IsValid => Status == PaymentMethodStatus.Valid;
}

internal static class PaymentMethodStatus
{
    public const string Valid = "VALID";
}
