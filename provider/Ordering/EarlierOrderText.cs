using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>What is said when it cannot be told whose an order is: what was found, and both ways on.</summary>
internal static class EarlierOrderText
{
    /// <param name="isReplacement">The state has another order of this resource, which this one would replace.</param>
    public static OrderException CannotTell(string what, string which, OrderId order, bool isReplacement) => new(
        $"found {what}: {which}. If it is this resource's, {(isReplacement ? "end what is in the state with `pulumi destroy --target URN`, then " : "")}"
        + $"take it over: `pulumi import ovh-order:index:CloudProject NAME order/{order}`. "
        + "If it is not, order anew with `pulumi config set ovh-order:adoptEarlierOrders false` for this run");

    /// <summary>A run that goes on with its own cart finds an order of the same resource: a rival's, or what it is to replace.</summary>
    public static OrderException Beside(CartId cart, OrderId order) => new(
        $"order {order}, of cart {cart}, is this resource's too, and is not what its state has. Nothing was ordered by this run. If another run has just placed it, wait for that to end and run `pulumi up` again. "
        + "If it is what this resource replaces, go on with `pulumi config set ovh-order:adoptEarlierOrders false` for one run");

    public static OrderException Several(CartId cart, IReadOnlyCollection<OrderId> orders) => new(
        $"cart {cart} was checked out, and several orders could be its own: {string.Join(", ", orders)}. Nothing was ordered again. Take over the right one: "
        + "`pulumi import ovh-order:index:CloudProject NAME order/NUMBER`, after `pulumi state delete` if the resource is in the state already");

    public static OrderException Missing(CartId cart) => new(
        $"cart {cart} was checked out, but its order is not among the account's orders. Nothing was ordered again: look for it in the OVHcloud Control Panel "
        + "(Billing, Orders), then take it over: `pulumi import ovh-order:index:CloudProject NAME order/NUMBER`, after `pulumi state delete` if the resource is in the state already");
}
