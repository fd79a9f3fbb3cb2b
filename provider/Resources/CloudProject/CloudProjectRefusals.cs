using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>Changes that nothing can bring about any more, in the preview as in the update.</summary>
internal static class CloudProjectRefusals
{
    /// <exception cref="ProviderException">The change is refused; says why and what to do instead.</exception>
    /// <param name="isImported">What the order was placed with may not be known: what the program says of it then is taken for
    /// right.</param>
    /// <param name="options">Null where they are not known, or what there was is not.</param>
    public static void Check(CloudProjectInputs inputs, CloudProjectInputs olds, OrderFacts facts, bool isImported, OptionChanges? options)
    {
        if (!facts.IsOrdered)
        {
            return;
        }

        var what = facts.ProjectId is { } project ? $"project {project} is delivered" : $"order {facts.OrderId} is placed";
        if (!inputs.Checkout && olds.Checkout)
        {
            throw new ProviderException(
                FailureKind.FailedPrecondition,
                $"checkout: cannot be set back to false, because {what}. Set it to true again, or remove the resource to delete what was "
                    + "ordered");
        }

        var isVoucherKnown = !inputs.Unknown.Contains(CloudProjectDefinition.Voucher.Name)
            && !(isImported && (olds.Voucher is null || inputs.Voucher is null));
        if (facts.ProjectId is null && isVoucherKnown && inputs.Voucher != olds.Voucher)
        {
            throw new ProviderException(
                FailureKind.FailedPrecondition,
                $"voucher: cannot be changed now, because {what} and not delivered yet. Undo the change. Once the project is delivered, a "
                    + "new voucher is credited to it");
        }

        if (options is not null && RefusalOf(options, inputs, facts, what) is { } refusal)
        {
            throw new ProviderException(FailureKind.FailedPrecondition, $"{CloudProjectDefinition.Options.Name}: {refusal}");
        }
    }

    /// <summary>Null when the change can be brought about.</summary>
    private static string? RefusalOf(OptionChanges options, CloudProjectInputs inputs, OrderFacts facts, string what) => facts switch
    {
        { ProjectId: null } => options.AreNone ? null
            : $"cannot be changed now, because {what} and not delivered yet. Set them back; once the project is delivered, an option that "
                + "is added is ordered for it",
        _ when !options.Gone.IsEmpty =>
            $"{Names(options.Gone)} cannot be removed or changed, because {what}, and OVHcloud's order API takes no option back. Set it "
            + "back; to order another one, add it to the list. "
            + "If it has ended in the OVHcloud Control Panel, remove the resource from the state with `pulumi state delete` and import the "
            + "project again",
        { OpenOptionOrder: { OrderId: { } order } open }
            when OptionChanges.Of(RecordedOrder.OptionsOf(open.Options), options.Added) is { AreNone: false } =>
                $"cannot be changed now, because order {order} of {Names(RecordedOrder.OptionsOf(open.Options))} for the project is placed "
                + $"and not finished (status: {open.Status}). "
                + "Set them back to what was ordered, and the update continues with that order. If it is not paid, it expires, and the "
                + "options can then be changed",
        _ when !options.Added.IsEmpty && !inputs.Checkout =>
            $"{Names(options.Added)} cannot be added with `checkout: false`. Set it to true to order what is added",
        _ => null,
    };

    private static string Names(ImmutableArray<OptionRequest> options) => string.Join(", ", options.Select(o => $"\"{o.PlanCode}\""));
}
