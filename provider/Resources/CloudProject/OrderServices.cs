using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What the resource and the functions work with; made by Configure.</summary>
internal sealed record OrderServices(
    OvhApi Api, Account Account, OwnershipRegistry Registry, CheckoutGate Gate, CartReader Carts, OrderReader Orders, DeliveredProject Delivered,
    EvidenceCollector Evidence, Reconciler Reconciler, OrderWorkflow Workflow, OrderRefresh Refresh, ProjectTermination Termination,
    QuoteService Quotes, Preflight Preflight, OrderSettings Settings)
{
    /// <summary>The API's clock, as far as its answers have told it.</summary>
    public TimeProvider Time => Api.Time;

    /// <exception cref="MissingConfigurationException">There are none, and what is the account's can be neither read nor changed.</exception>
    public void RequireCredentials()
    {
        if (Account.IsAnonymous)
        {
            throw new MissingConfigurationException(CredentialKeys.Missing);
        }
    }
}

/// <param name="OvhSubsidiary">The provider's default; null: the account's own.</param>
/// <param name="PreviewQuote">Whether previews ask for a price.</param>
/// <param name="Preflight">Whether previews look for what would keep the order from succeeding.</param>
/// <param name="AdoptEarlierOrders">Whether Create looks for what an interrupted run left.</param>
internal sealed record OrderSettings(string? OvhSubsidiary, bool PreviewQuote, bool Preflight, bool AdoptEarlierOrders);
