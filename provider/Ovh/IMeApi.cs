using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;
using Refit;

namespace PulumiOvhOrder.Ovh;

/// <summary>The account that the credentials belong to.</summary>
internal interface IMeApi
{
    [Get("/me")]
    Task<Me> GetAsync(CancellationToken cancellationToken, [Property(Call.SharedKey)] bool shared = true);

    [Get("/me/payment/method?default=true")]
    Task<IReadOnlyList<PaymentMethodId>> DefaultPaymentMethodsAsync(
        CancellationToken cancellationToken, [Property(Call.SharedKey)] bool shared = true);

    [Get("/me/payment/method/{methodId}")]
    Task<PaymentMethod> GetPaymentMethodAsync(
        PaymentMethodId methodId, CancellationToken cancellationToken, [Property(Call.SharedKey)] bool shared = true);

    [Get("/me/notification/email/history")]
    Task<IReadOnlyList<MailId>> MailsAsync(CancellationToken cancellationToken);

    [Get("/me/notification/email/history/{mailId}")]
    Task<MailHistoryEntry> GetMailAsync(MailId mailId, CancellationToken cancellationToken);
}
