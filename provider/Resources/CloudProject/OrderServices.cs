using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What the resource and the functions work with; made by Configure.</summary>
internal sealed record OrderServices(
    OvhApi Api, Account Account, OwnershipRegistry Registry, CartReader Carts, OrderReader Orders, OrderContents Contents,
    OrderLookup Lookup, ProjectReader Projects, EvidenceCollector PreviewEvidence, OrderWorkflow Workflow, ProjectInventory Inventory,
    OrderRefresh Refresh, OptionOrders Options, OrderDeletion Deletion, VoucherCredit Credit, QuoteService Quotes, Preflight Preflight,
    OrderSettings Settings)
{
    /// <summary>The API's clock, as far as its answers have told it.</summary>
    public TimeProvider Time => Api.Time;

    /// <exception cref="ProviderException">There are none, and what is the account's can be neither read nor changed.</exception>
    public void RequireCredentials()
    {
        if (Api.IsAnonymous)
        {
            throw new ProviderException(FailureKind.FailedPrecondition, CredentialMessages.Without(Account.AreCredentialsNotKnownYet));
        }
    }
}

/// <param name="OvhSubsidiary">The provider's default; null: the account's own.</param>
/// <param name="PreviewQuote">Whether previews ask for a price.</param>
/// <param name="Preflight">Whether previews look for what would keep the order from succeeding.</param>
/// <param name="AdoptEarlierOrders">Whether Create looks for what an interrupted run left.</param>
internal sealed record OrderSettings(string? OvhSubsidiary, bool PreviewQuote, bool Preflight, bool AdoptEarlierOrders)
{
    /// <summary>It has no value before the update, and an API that was asked now would be that of another site.</summary>
    public bool IsEndpointNotKnownYet { get; init; }

    public bool IsSubsidiaryNotKnownYet { get; init; }

    /// <summary>The configuration without which nothing can be asked about offers, as messages call it.</summary>
    public IEnumerable<string> NotKnownYet(string? ovhSubsidiary)
    {
        if (IsEndpointNotKnownYet)
        {
            yield return "ovh-order:endpoint";
        }

        if (IsSubsidiaryNotKnownYet && ovhSubsidiary is null)
        {
            yield return "ovh-order:ovhSubsidiary";
        }
    }
}
