using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;
using Refit;

namespace PulumiOvhOrder.Ovh;

/// <summary>The account that the credentials belong to.</summary>
internal interface IMeApi
{
    [Get("/me")]
    Task<Me> GetAsync(CancellationToken cancellationToken, [Property(Call.SharedKey)] bool shared = true);

    /// <param name="isDefault">A text, as the query has it; null: all of them.</param>
    [Get("/me/payment/method")]
    Task<IReadOnlyList<PaymentMethodId>> PaymentMethodsAsync(
        [AliasAs("default")] string? isDefault, string? status, CancellationToken cancellationToken,
        [Property(Call.SharedKey)] bool shared = true);

    Task<IReadOnlyList<PaymentMethodId>> DefaultPaymentMethodsAsync(string? status, CancellationToken cancellationToken) =>
        PaymentMethodsAsync("true", status, cancellationToken);

    [Get("/me/payment/method/{methodId}")]
    Task<PaymentMethod> GetPaymentMethodAsync(
        PaymentMethodId methodId, CancellationToken cancellationToken, [Property(Call.SharedKey)] bool shared = true);

    [Get("/me/notification/email/history")]
    Task<IReadOnlyList<MailId>> MailsAsync(CancellationToken cancellationToken);

    [Get("/me/notification/email/history/{mailId}")]
    Task<MailHistoryEntry> GetMailAsync(MailId mailId, CancellationToken cancellationToken);
}
