using Nito.AsyncEx;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>The account behind the credentials: what orders ask of it, asked once.</summary>
/// <param name="areCredentialsNotKnownYet">There are no credentials because their values are known only in the update.</param>
internal sealed class Account(OvhApi api, bool areCredentialsNotKnownYet)
{
    private readonly AsyncLazy<Me> _me = new(
        () => api.Me.GetAsync(CancellationToken.None), AsyncLazyFlags.RetryOnFailure | AsyncLazyFlags.ExecuteOnCallingThread);

    public bool AreCredentialsNotKnownYet => areCredentialsNotKnownYet;

    public Task<Me> ReadAsync(CancellationToken cancellationToken) => _me.Task.WaitAsync(cancellationToken);

    public async Task<string> SubsidiaryAsync(CancellationToken cancellationToken)
    {
        if (api.IsAnonymous)
        {
            throw new OrderException(new OrderFailure.SubsidiaryUnknown(IsAnonymous: true, areCredentialsNotKnownYet));
        }

        var me = await ReadAsync(cancellationToken);
        return me.OvhSubsidiary?.ToUpperInvariant()
            ?? throw new OrderException(new OrderFailure.SubsidiaryUnknown(IsAnonymous: false, AreNotKnownYet: false));
    }

    /// <summary>How IAM names the account; null where its name or its site is not known.</summary>
    public async Task<string?> UrnAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) is { Nichandle: { } name, OvhSubsidiary: { } subsidiary }
            && Subsidiaries.SiteOf(subsidiary) is var site and not Site.Unknown
            ? $"urn:v1:{site.ToString().ToLowerInvariant()}:resource:account:{name}"
            : null;

    /// <summary>
    /// The payment method that pays: the one that is chosen, else the account's default. It must be valid before anything that costs money
    /// is ordered.
    /// </summary>
    public async Task<PaymentMethodId> PaymentMethodAsync(PaymentMethodId? chosen, CancellationToken cancellationToken)
    {
        if (chosen is null && await api.Me.DefaultPaymentMethodsAsync(PaymentMethodStatus.Valid, cancellationToken) is [var valid, ..])
        {
            return valid;
        }

        var id = chosen
            ?? (await api.Me.DefaultPaymentMethodsAsync(status: null, cancellationToken)).Cast<PaymentMethodId?>().FirstOrDefault()
            ?? throw new OrderException(new OrderFailure.NoPaymentMethod());
        try
        {
            var method = await api.Me.GetPaymentMethodAsync(id, cancellationToken);
            return method.IsValid ? id : throw new OrderException(
                new OrderFailure.PaymentMethodNotValid(method.PaymentType, method.Status, IsChosen: chosen is not null));
        }
        catch (OvhApiException e) when (e.IsMissing && chosen is { } named)
        {
            throw new OrderException(new OrderFailure.PaymentMethodNotFound(named), e);
        }
    }
}
