using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>The account behind the credentials: what orders ask of it, asked once.</summary>
/// <param name="isNotKnownYet">There are no credentials because their values are known only in the update.</param>
internal sealed class Account(OvhApi api, bool isNotKnownYet = false)
{
    private volatile string? _subsidiary;

    public bool IsAnonymous => api.IsAnonymous;

    /// <summary>What has to be configured before anything can be ordered or read, or why that is not asked for yet.</summary>
    public string WithoutCredentials => isNotKnownYet
        ? "credentials: not known yet; the provider's configuration depends on resources that are not created yet"
        : "credentials: none are configured. Set one of these: "
            + "an application key (ovh-order:applicationKey, applicationSecret and consumerKey), "
            + "a service account (ovh-order:clientId and clientSecret), or an access token (ovh-order:accessToken); "
            + "in the stack configuration, the environment (OVH_APPLICATION_KEY and so on) or ovh.conf";

    public async Task<string> SubsidiaryAsync(CancellationToken cancellationToken)
    {
        if (_subsidiary is { } known)
        {
            return known;
        }

        if (api.IsAnonymous)
        {
            throw new OrderException(
                $"must be given when {(isNotKnownYet ? "the credentials are not known yet" : "no credentials are configured")}: set it here, as ovh-order:ovhSubsidiary in the stack configuration, or as OVH_SUBSIDIARY in the environment",
                "ovhSubsidiary");
        }

        var me = await api.Me.GetAsync(cancellationToken);
        return _subsidiary = me.OvhSubsidiary?.ToUpperInvariant()
            ?? throw new OrderException("must be given, because the account does not say which subsidiary it belongs to", "ovhSubsidiary");
    }

    /// <summary>The preferred payment method; it must exist and be valid before anything that costs money is ordered.</summary>
    public async Task<PaymentMethodId> DefaultPaymentMethodAsync(CancellationToken cancellationToken)
    {
        var ids = await api.Me.DefaultPaymentMethodsAsync(cancellationToken);
        if (ids.Count == 0)
        {
            throw new OrderException(
                "the account has no default payment method: add one in the OVHcloud Control Panel (Billing, Payment methods) and make it the default, or set `payment: manual` and pay the order by its URL",
                "payment");
        }

        var method = await api.Me.GetPaymentMethodAsync(ids[0], cancellationToken);
        return method.IsValid ? method.PaymentMethodId : throw new OrderException(
            $"the account's default payment method ({method.PaymentType ?? "of an unknown kind"}) is {method.Status ?? "in an unknown state"}, not {PaymentMethodStatus.Valid}: mend it in the OVHcloud Control Panel (Billing, Payment methods), make another one the default, or set `payment: manual`",
            "payment");
    }
}
