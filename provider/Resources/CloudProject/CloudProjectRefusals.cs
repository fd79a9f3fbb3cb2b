using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>Changes that nothing can bring about any more, in the preview as in the update.</summary>
internal static class CloudProjectRefusals
{
    /// <exception cref="ProviderException">The change is refused; says why and what to do instead.</exception>
    /// <param name="isImported">What the order was placed with may not be known: what the program says of it then is taken for right.</param>
    public static void Check(CloudProjectInputs inputs, CloudProjectInputs olds, OrderFacts facts, bool isImported)
    {
        if (!facts.IsOrdered)
        {
            return;
        }

        var what = facts.ProjectId is { } project ? $"project {project} is delivered" : $"order {facts.OrderId} is placed";
        if (!inputs.Checkout && olds.Checkout)
        {
            throw new ProviderException(FailureKind.FailedPrecondition, $"checkout: cannot be set back to false, because {what}. Set it to true again, or remove the resource to delete what was ordered");
        }

        var isVoucherKnown = !inputs.Unknown.Contains(CloudProjectDefinition.Voucher.Name) && !(isImported && olds.Voucher is null);
        if (facts.ProjectId is null && isVoucherKnown && inputs.Voucher != olds.Voucher)
        {
            throw new ProviderException(FailureKind.FailedPrecondition, $"voucher: cannot be changed now, because {what} and not delivered yet. Undo the change. Once the project is delivered, a new voucher is credited to it");
        }
    }
}
