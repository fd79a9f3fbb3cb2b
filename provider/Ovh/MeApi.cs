using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;
using static PulumiOvhOrder.Ovh.Route;

namespace PulumiOvhOrder.Ovh;

/// <summary>The account that the credentials belong to.</summary>
internal sealed class MeApi(OvhTransport api)
{
    private static OvhJson Json => OvhJson.Default;

    public Task<Me> GetAsync(CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me").Shared(), Json.Me, cancellationToken);

    public Task<IReadOnlyList<PaymentMethodId>> DefaultPaymentMethodsAsync(CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/payment/method").Query("default", "true").Shared(), Json.PaymentMethodIds, cancellationToken);

    public Task<PaymentMethod> GetPaymentMethodAsync(PaymentMethodId methodId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/payment/method/{methodId}").Shared(), Json.PaymentMethod, cancellationToken);

    public Task<IReadOnlyList<MailId>> MailsAsync(CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/notification/email/history"), Json.MailIds, cancellationToken);

    public Task<MailHistoryEntry> GetMailAsync(MailId mailId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/notification/email/history/{mailId}"), Json.MailHistoryEntry, cancellationToken);
}
