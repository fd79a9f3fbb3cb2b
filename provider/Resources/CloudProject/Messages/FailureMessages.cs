using System.Collections.Immutable;
using System.Globalization;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Values;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>Why an order cannot go on, and what to do: the words for every <see cref="OrderFailure"/>.</summary>
internal static class FailureMessages
{
    /// <summary>The input that a failure is about, as the program spells it; null where it is about none.</summary>
    public static string? Property(OrderFailure failure) => failure.Place switch
    {
        null => null,
        { Option: { } index, Label: { } label, Input: var input } =>
            new InputPath(Definition.Options.Name).At(index).Under(Name(input)).Under(label).ToString(),
        { Label: { } label, Input: var input } => new InputPath(Name(input)).Under(label).ToString(),
        { Option: { } index, Input: var input } => new InputPath(Definition.Options.Name).At(index).Under(Name(input)).ToString(),
        { Input: var input } => Name(input),
    };

    public static string WithProperty(OrderFailure failure) =>
        Property(failure) is { } property ? $"{property}: {Of(failure)}" : Of(failure);

    /// <summary>The same run would end the same way: the next one needs a person's decision.</summary>
    public static bool IsFinal(OrderFailure failure) =>
        failure is OrderFailure.OrderHoldsMore or OrderFailure.OrderNotRequested or OrderFailure.OrderCancelled
            or OrderFailure.OrderOfCartMissing or OrderFailure.OrderOfCartAmbiguous { OtherTagInSight: false }
        || (failure is OrderFailure.OfOptions { Reason: var reason } && IsFinal(reason));

    public static string Of(OrderFailure failure) => failure is OrderFailure.OfOptions options
        ? OwnershipMessages.OfOptions(options.Reason, options.Project) ?? Of(options.Reason)
        : Input(failure) ?? Money(failure) ?? OwnershipMessages.Of(failure) ?? Existing(failure) ?? OfProject(failure);

    private static string? Input(OrderFailure failure) => failure switch
    {
        OrderFailure.SubsidiaryUnknown { IsAnonymous: true } f =>
            $"is required {(f.AreNotKnownYet ? "while the credentials are not known yet" : "without credentials")}. Set it here, as "
                + $"ovh-order:ovhSubsidiary in the stack configuration, or as OVH_SUBSIDIARY in the environment",
        OrderFailure.SubsidiaryUnknown => "is required, because OVHcloud does not say which subsidiary the account belongs to",
        OrderFailure.PlanNotOffered f => $"plan \"{f.Plan}\" is not offered here. Offered: {Known(f.Offered)}",
        OrderFailure.OptionNotOffered f => $"option \"{f.Option}\" is not offered with {f.With}. Offered: {Known(f.Offered)}",
        OrderFailure.OptionMissing f => $"plan \"{f.Plan}\" needs an option of the family \"{f.Family}\", such as \"{f.Example}\"",
        OrderFailure.NoRenewalPrice f => $"the offer of \"{f.Plan}\" has no renewal price. Set both `duration` and `pricingMode`",
        OrderFailure.TermNotOffered f => $"\"{f.Plan}\" is not offered{Term(f)}. Offered: {Known(f.Offered)}",
        OrderFailure.QuantityNotOffered { Max: { } max } f when f.Quantity > max =>
            $"\"{f.Plan}\" can be ordered at most {max} times, not {f.Quantity}",
        OrderFailure.QuantityNotOffered f => $"\"{f.Plan}\" must be ordered at least {f.Min} times, not {f.Quantity}",
        OrderFailure.ConfigurationNotAllowed { Value: null } f => $"is required for this plan. Allowed values: {Quoted(f.Allowed)}",
        OrderFailure.ConfigurationNotAllowed f =>
            $"is not allowed by OVHcloud for the label \"{f.Label}\". Allowed values: {Quoted(f.Allowed)}",
        _ => null,
    };

    private static string? Money(OrderFailure failure) => failure switch
    {
        OrderFailure.PriceAboveCeiling { Order: null } f =>
            $"the order would cost {f.Price} including tax, and {Definition.MaxPrice.Name} is {f.Ceiling}. Raise "
                + $"{Definition.MaxPrice.Name} if that is what you want to spend",
        OrderFailure.PriceAboveCeiling f =>
            $"order {f.Order} costs {f.Price} including tax, and {Definition.MaxPrice.Name} is {f.Ceiling}. The order is not paid, and "
                + $"expires if you do not pay it. Raise {Definition.MaxPrice.Name} if that is what you want to spend",
        OrderFailure.PriceUnknown { Order: null } => "OVHcloud returned no valid price. Without a price, no order is placed",
        OrderFailure.PriceUnknown f =>
            $"order {f.Order} is placed, but OVHcloud returned no valid price for it. It is not paid without a price",
        OrderFailure.NoPaymentMethod =>
            "the account has no default payment method. Add one in the OVHcloud Control Panel (Billing, Payment methods) and make it the "
                + "default, or set `payment: manual` and pay the order at its URL",
        OrderFailure.PaymentMethodNotValid f =>
            $"{(f.IsChosen ? "the payment method" : "the account's default payment method")} ({f.Type ?? "type unknown"}) is "
                + $"{f.Status ?? "of unknown status"}, not {PaymentMethodStatus.Valid}. Fix it in the OVHcloud Control Panel (Billing, "
                + $"Payment methods), choose another one, or set `payment: manual`",
        OrderFailure.PaymentMethodNotFound f =>
            $"the account has no payment method {f.Method}. The function getPaymentMethods lists the methods",
        _ => null,
    };

    private static string? Existing(OrderFailure failure) => failure switch
    {
        OrderFailure.CartChanges f =>
            $"cart {f.Cart} changes while it is being filled. Another run or another person is changing it. Nothing was ordered. Wait "
                + $"until that has ended, then run `pulumi up` again",
        OrderFailure.CartNotDeleted f => $"cart {f.Cart} could not be deleted. Try again later",
        OrderFailure.CartListedButUnreadable f =>
            $"cart {f.Cart} cannot be read, although it is among the account's carts. Try again later",
        OrderFailure.OrderListedButUnreadable f =>
            $"the status of order {f.Order} cannot be read, although it is among the account's orders. Try again later",
        OrderFailure.OrderHiddenWhileYoung f =>
            $"order {f.Order} was placed minutes ago, but OVHcloud does not show it now. Try again later",
        OrderFailure.OrderNotOfAccount f =>
            $"order {f.Order} is in the state, but the account of these credentials does not have it. {OtherAccount("order")}",
        OrderFailure.OrderOfOtherPlan f =>
            $"order {f.Order} is for the plan \"{f.Plan}\", which is no Public Cloud project. It cannot be imported",
        OrderFailure.OrderNotFound f => $"there is no order {f.Order} in this account",
        OrderFailure.OrderHoldsMore f =>
            $"order {f.Order} contains more than the program asks for. Another run, or a request that OVHcloud processed late, filled the "
                + $"same cart. The order is not paid, and expires if you do not pay it. To order again, remove this resource from the "
                + $"state with `pulumi state delete` if it is there. Then {OwnershipMessages.StartOver}",
        OrderFailure.OrderCancelled f =>
            $"OVHcloud cancelled order {f.Order} and delivered nothing. The reason is in the account's e-mails. A cancelled order counts "
                + $"against the account's quota of projects for some days. The next `pulumi up` places a new order",
        OrderFailure.OrderNotRequested f =>
            $"the program says `checkout: false`, but order {f.Order} of this resource is placed already{Status(f.Status)}. Nothing is "
                + $"paid now. Set `checkout: true` to continue with it, or remove the resource",
        OrderFailure.OrderUnderWay f =>
            $"order {f.Order} is paid and not delivered yet (status: {f.Status}), and OVHcloud's API cannot cancel it. Run `pulumi "
                + $"destroy` again once it is delivered, or ask OVHcloud's support to cancel it",
        _ => null,
    };

    private static string OfProject(OrderFailure failure) => failure switch
    {
        OrderFailure.ProjectNotVisible { Project: { } project } f => $"project {project} is delivered, but is still not visible after "
            + $"{Minutes(f.Waited)}. The order is kept in the state. Run `pulumi up` again later. If the project was terminated, run "
            + $"`pulumi state delete`",
        OrderFailure.ProjectNotVisible f => $"order {f.Order} is delivered, but does not name its project after {Minutes(f.Waited)}. The "
            + $"order is kept in the state. Run `pulumi up` again later",
        OrderFailure.ProjectListedButUnreadable f =>
            $"project {f.Project} cannot be read, although it is among the account's projects. Try again later",
        OrderFailure.ProjectNotOfAccount f =>
            $"project {f.Project} is in the state, but the account of these credentials has neither the project nor order {f.Order}, which "
                + $"delivered it. {OtherAccount("project")}",
        OrderFailure.ProjectMaybeOfOtherAccount f =>
            $"project {f.Project} is in the state, but the account of these credentials does not have it, and they may not read order "
                + $"{f.Order}, which shows whether the account is the right one. Grant the right GET /me/order/*. If the project does not "
                + "exist any more, you can also remove this resource from the state with `pulumi state delete`",
        OrderFailure.ProjectNotNamed f =>
            $"order {f.Order} is delivered, but does not name its project yet. Run `pulumi destroy` again in a few minutes",
        _ => OfChange(failure),
    };

    /// <summary>Of what was to be done with a project that is there.</summary>
    private static string OfChange(OrderFailure failure) => failure switch
    {
        OrderFailure.ServiceNotNamed f =>
            $"project {f.Project} does not name its service. Terminate the project in the OVHcloud Control Panel",
        OrderFailure.TerminationEmailUnreadable f =>
            $"the termination of project {f.Project} is requested, and OVHcloud sent a confirmation link to the account's contact. The "
                + $"credentials may not read the account's e-mails (GET /me/notification/email/history/*). Open the link in that e-mail, "
                + $"or grant that right. Then run `pulumi destroy` again",
        OrderFailure.TerminationEmailMissing f =>
            $"the termination of project {f.Project} is requested, but the confirmation e-mail has not arrived after {Minutes(f.Waited)}. "
                + $"Run `pulumi destroy` again later, or open the link in that e-mail",
        OrderFailure.TerminationTokenRefused f =>
            $"the termination of project {f.Project} is requested, but OVHcloud refused the token from its e-mail. Run "
                + "`pulumi destroy` again",
        OrderFailure.TerminationUnconfirmed f => $"it is not known whether the termination of project {f.Project} was confirmed, and the "
            + $"project still exists. Run `pulumi destroy` again",
        OrderFailure.CreditUnconfirmed { IsShown: true } f =>
            $"it is not known whether the voucher was credited to project {f.Project}, which does not show it now. Run `pulumi up` again: "
                + "it credits the voucher only if the project still does not show it",
        OrderFailure.CreditUnconfirmed f =>
            $"it is not known whether the voucher was credited to project {f.Project}. Check the project's credits in the OVHcloud Control "
                + "Panel. This provider does not credit it again. If the credit is missing, remove `voucher` from the program, run `pulumi "
                + "up`, set it again, and run `pulumi up`",
        OrderFailure.VoucherMaybeOrdered f =>
            $"it is not known whether project {f.Project} was ordered with this voucher, because its order cannot be read. The voucher is "
                + "not credited. Remove `voucher` from the program, or credit it in the OVHcloud Control Panel",
        OrderFailure.TerminationRefused f => $"OVHcloud refused to terminate project {f.Project}",
        _ => failure.ToString(),
    };

    private static string OtherAccount(string thing) =>
        $"They probably belong to another account or site: check them and `ovh-order:endpoint`. If the {thing} does not exist any more, "
            + "remove this resource from the state with `pulumi state delete`";

    private static string Term(OrderFailure.TermNotOffered failure) =>
        (failure.Duration is null ? "" : $" for {failure.Duration}") + (failure.Mode is null ? "" : $" in the mode \"{failure.Mode}\"");

    private static string Known(ImmutableArray<string> names) => names.IsEmpty ? "nothing" : string.Join(", ", names);

    private static string Quoted(ImmutableArray<string> values) => string.Join(", ", values.Select(v => $"\"{v}\""));

    private static string Status(string? status) => status is null ? "" : $" (status: {status})";

    private static string Minutes(TimeSpan waited) => string.Create(CultureInfo.InvariantCulture, $"{waited.TotalMinutes:0} minutes");

    private static string Name(OrderInput input) => input switch
    {
        OrderInput.Description => Definition.Description.Name,
        OrderInput.OvhSubsidiary => Definition.OvhSubsidiary.Name,
        OrderInput.PlanCode => Definition.PlanCode.Name,
        OrderInput.Duration => Definition.Duration.Name,
        OrderInput.PricingMode => Definition.PricingMode.Name,
        OrderInput.Quantity => Definition.Quantity.Name,
        OrderInput.Voucher => Definition.Voucher.Name,
        OrderInput.Configuration => Definition.Configuration.Name,
        OrderInput.Options => Definition.Options.Name,
        OrderInput.Payment => Definition.Payment.Name,
        OrderInput.PaymentMethodId => Definition.PaymentMethodId.Name,
        OrderInput.MaxPrice => Definition.MaxPrice.Name,
        _ => Definition.OrderId.Name,
    };
}
