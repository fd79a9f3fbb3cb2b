using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What is said when it cannot be determined whose a cart or an order is, and of orders that are left.</summary>
internal static class OwnershipMessages
{
    private const string OptionsWaysOn =
        "If the options are ordered already, adopt the project with them: `pulumi state delete`, then `pulumi import`. To order them "
            + "again, " + StartOver;

    public const string StartOver = "run `pulumi config set ovh-order:adoptEarlierOrders false` and `pulumi up`, then remove the setting";

    /// <summary>What a preview says of an order whose project is hidden.</summary>
    public static string Waits(OrderId order) =>
        $"The update will first wait up to ten minutes for the project of order {order}, which an interrupted run may have placed. The "
            + $"order is delivered, but its project is not visible. If it does not appear, the update places a new order.";

    /// <summary>What options take other advice for than a project; null where the same holds.</summary>
    public static string? OfOptions(OrderFailure failure, ProjectId project) => failure switch
    {
        OrderFailure.ConcurrentRun f =>
            $"another run is ordering options for the same project with cart {f.Cart}. Wait for the other run to end, then run `pulumi up` "
                + $"again",
        OrderFailure.OrderBeside f =>
            $"found another order ({f.Order}, cart {f.Cart}) of options for project {project} that is not in the state. If another run has "
                + $"just placed it, wait for that run to end, then run `pulumi up` again. {OptionsWaysOn}",
        OrderFailure.OtherOrderFound f =>
            $"found order {f.Order} (cart {f.Cart}, {f.Status}) of options for project {project} that is not in the state, and it is not "
                + $"what the program asks for now. Put the options of that order into the program, and this run continues with it. "
                + $"{OptionsWaysOn}",
        OrderFailure.SeveralOrdersFound f =>
            $"found {f.Orders.Length} orders of options for project {project} that are not in the state: "
                + $"{string.Join(", ", f.Orders.Select(o => $"order {o.Order} of cart {o.Cart}"))}. {OptionsWaysOn}",
        OrderFailure.OrderOfCartAmbiguous f =>
            $"cart {f.Cart} with options for project {project} was checked out, and its order is one of these: "
                + $"{string.Join(", ", f.Orders)}. Nothing was ordered again. Compare them in the OVHcloud Control Panel (Billing, "
                + $"Orders). {OptionsWaysOn}",
        OrderFailure.OrderOfCartMissing f =>
            $"cart {f.Cart} with options for project {project} was checked out, but its order is not among the account's orders. Nothing "
                + $"was ordered again. Find it in the OVHcloud Control Panel (Billing, Orders). {OptionsWaysOn}",
        OrderFailure.PossibleDuplicate f =>
            $"found {Delivered(f)} order of the same options{(f.IsDelivered ? $" for project {project}" : "")}, and no cart that tells "
                + $"whose it is: order {f.Order}. {OptionsWaysOn}",
        OrderFailure.OrderHoldsMore f =>
            $"order {f.Order} of options for project {project} holds more than the program asks for: another run, or a request that "
                + $"OVHcloud processed late, filled the same cart. It is not paid, and expires if it is not paid. Once it has expired, the "
                + $"next `pulumi up` orders again",
        OrderFailure.OrderCancelled f =>
            $"OVHcloud cancelled order {f.Order} of options for project {project} and delivered nothing. The reason is in the account's "
                + $"e-mails. The next `pulumi up` places a new order. If it finds nothing to do, run `pulumi refresh` first",
        OrderFailure.OrderNotRequested f =>
            $"order {f.Order} of options for project {project} is placed (status: {f.Status}), and the program does not ask for them any "
                + $"more. Set the options back to what was ordered, and the update continues with that order. If it is not paid, it "
                + $"expires, and the options can then be changed",
        OrderFailure.OrderLeft f => $"order {f.Order} (cart {f.Cart}) of options for project {project} is not ended by this deletion",
        _ => null,
    };

    public static string? Of(OrderFailure failure) => failure switch
    {
        OrderFailure.ConcurrentRun f =>
            $"another run is ordering the same resource with cart {f.Cart}. Wait for the other run to end, then run `pulumi up` again",
        OrderFailure.OrderBeside f =>
            $"found another order ({f.Order}, cart {f.Cart}) for this resource that is not in the state. If another run has just placed "
                + $"it, wait for that run to end, then run `pulumi up` again. If it is the order that this resource replaces, {StartOver}",
        OrderFailure.OtherOrderFound f =>
            $"found order {f.Order} (cart {f.Cart}, {f.Status}) for this resource that is not in the state, and it is not what the program "
                + $"asks for now. {WaysOn(f.Order, f.IsReplacement)}",
        OrderFailure.CartOrderedOtherwise f =>
            $"an interrupted run ordered cart {f.Cart} (order {f.Order}), and not as the program asks for now. Run `pulumi refresh`, so "
                + "that the state has the order. Then `pulumi preview` shows what the program would change",
        OrderFailure.SuspendedOrderFound f =>
            $"found order {f.Order} (cart {f.Cart}, delivered) for this resource that is not in the state. Its project has expired or is "
                + "suspended: because of unpaid debts, or because it was terminated. To keep that project, "
                + $"{Adopt(f.Order, f.IsReplacement)}. To order another one, {StartOver}",
        OrderFailure.SeveralOrdersFound f =>
            $"found {f.Orders.Length} orders for this resource that are not in the state: "
                + $"{string.Join(", ", f.Orders.Select(o => $"order {o.Order} of cart {o.Cart}"))}. "
                + $"{WaysOn(f.Orders[0].Order, f.IsReplacement, "one of them")}",
        OrderFailure.PossibleDuplicate { OtherTagInSight: true } f =>
            $"found {Delivered(f)} order with the same plan and description (order {f.Order}). It may belong to another resource with the "
                + $"same description, and the provider cannot determine its owner, so it stops. If no interrupted run of this resource "
                + $"placed it, {StartOver}",
        OrderFailure.PossibleDuplicate f =>
            $"found {Delivered(f)} order with the same plan and description (order {f.Order}). The provider cannot determine its owner, so "
                + $"it stops. {WaysOn(f.Order, f.IsReplacement)}",
        OrderFailure.OrderLeft f =>
            $"order {f.Order} (cart {f.Cart}) of an interrupted run of this resource still exists. This deletion does not end it",
        _ => OfCheckedOutCart(failure),
    };

    /// <summary>A cart whose order cannot be told. No import is advised where the order may be another resource's.</summary>
    private static string? OfCheckedOutCart(OrderFailure failure) => failure switch
    {
        OrderFailure.OrderOfCartAmbiguous { OtherTagInSight: true } f =>
            $"cart {f.Cart} was checked out, and its order is one of these: {string.Join(", ", f.Orders)}. Another resource ordered the "
                + $"same at the same time, and the provider cannot determine which order belongs to which. Nothing was ordered again. "
                + $"Compare the orders in the OVHcloud Control Panel (Billing, Orders) with the other resource's `orderId`, then run "
                + $"`pulumi up` again once the other resource's run has ended",
        OrderFailure.OrderOfCartAmbiguous f =>
            $"cart {f.Cart} was checked out, and several orders could be its own: {string.Join(", ", f.Orders)}. Nothing was ordered "
                + $"again. Import the right one: {Import("NUMBER")}, after `pulumi state delete` if the resource is in the state already",
        OrderFailure.OrderOfCartMissing { OtherTagInSight: true } f =>
            $"cart {f.Cart} was checked out, and its order may be one that another resource has. Nothing was ordered again. Compare the "
                + $"orders in the OVHcloud Control Panel (Billing, Orders) with the other resource's `orderId`. If that is the order of "
                + $"this cart, {StartOver}",
        OrderFailure.OrderOfCartMissing f =>
            $"cart {f.Cart} was checked out, but its order is not among the account's orders. Nothing was ordered again. Find it in the "
                + $"OVHcloud Control Panel (Billing, Orders), then import it: {Import("NUMBER")}, after `pulumi state delete` if the "
                + $"resource is in the state already",
        _ => null,
    };

    private static string WaysOn(OrderId order, bool isReplacement, string found = "it") =>
        $"If {found} is this resource's, {Adopt(order, isReplacement)}. Otherwise {StartOver}";

    private static string Adopt(OrderId order, bool isReplacement) =>
        $"{(isReplacement ? "delete what is in the state with `pulumi destroy --target URN`, then " : "")}import it: "
            + Import(order.ToString());

    private static string Import(string order) => $"`pulumi import {Definition.Token} NAME order/{order}`";

    private static string Delivered(OrderFailure.PossibleDuplicate found) => found.IsDelivered ? "a delivered" : "a pending";
}
