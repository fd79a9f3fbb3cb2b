using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What a person should do or know, in a line that stays.</summary>
internal static class NoticeMessages
{
    public static string Of(OrderNotice notice) => notice switch
    {
        OrderNotice.DocumentsRequested n =>
            $"Order {n.Order} waits for documents. OVHcloud requested them by e-mail. Send them. This run, or the next `pulumi up`, then "
                + $"continues.",
        OrderNotice.PaymentDue n => $"Order {n.Order} is not paid. Pay it in the OVHcloud Control Panel (Billing, Orders), or at its URL, "
            + $"{Url(n.IsOfOptions)}.{Lapses(n.Expires)}",
        OrderNotice.PaymentNotSeen n =>
            $"Order {n.Order} is still not paid although its payment was sent. Check the payment method in the OVHcloud Control Panel, or "
                + $"pay at its URL, {Url(n.IsOfOptions)}.{Lapses(n.Expires)}",
        OrderNotice.BeingCancelled n => $"OVHcloud is cancelling order {n.Order}. The reason is in the account's e-mails.",
        OrderNotice.Ended { IsOfOptions: true } n =>
            $"Order {n.Order} of options was cancelled, or expired unpaid, and nothing was delivered. If the program still asks for the "
                + $"options, the next `pulumi up` places a new order.",
        OrderNotice.Ended n =>
            $"Order {n.Order} was cancelled, or expired unpaid, and nothing was delivered. `pulumi up` places a new order. A cancelled "
                + $"order counts against the account's quota of projects for some days.",
        OrderNotice.UnderReview { Label: FollowUpLabel.FraudDocumentsRequested } n =>
            $"OVHcloud requests documents for order {n.Order} ({n.Label}). The request is in the account's e-mails. This can take days. "
                + $"Ctrl-C is safe: the next `pulumi up` continues with this order.",
        OrderNotice.UnderReview { Label: FollowUpLabel.FraudRefused } n =>
            $"OVHcloud's fraud check refused order {n.Order} ({n.Label}). Ask OVHcloud's support. Ctrl-C is safe: the next `pulumi up` "
                + $"continues with this order.",
        OrderNotice.UnderReview n =>
            $"OVHcloud reviews order {n.Order} by hand ({n.Label}). This can take days. Ctrl-C is safe: the next `pulumi up` continues "
                + $"with this order.",
        OrderNotice.Adopted { Order: { } order } n =>
            $"Found order {order} (cart {n.Cart}) of an interrupted run. This run resumes it. Nothing is ordered again.",
        OrderNotice.Adopted n => $"Found cart {n.Cart} of an interrupted run. This run continues with it.",
        OrderNotice.OrdersNotExamined n =>
            $"The account has many recent orders. {n.Count} of them were not compared with this resource. If an interrupted run of it may "
                + $"have ordered, look at them first in the OVHcloud Control Panel (Billing, Orders).",
        OrderNotice.ProjectExpired n =>
            $"Project {n.Project} is expired or suspended at OVHcloud, and still exists. Pay what is due in the OVHcloud Control Panel to "
                + $"reopen it, or run `pulumi destroy` to terminate it.",
        _ => OfDeletion(notice),
    };

    /// <summary>What a deletion leaves.</summary>
    private static string OfDeletion(OrderNotice notice) => notice switch
    {
        OrderNotice.LeftUnpaid n =>
            $"Order {n.Order} is not paid, and OVHcloud's API cannot cancel it. It "
                + $"expires{(n.Expires is { } date ? $" on {date.InUtc()}" : "")}. Do not pay it.",
        OrderNotice.OptionsUnderWay n =>
            $"Order {n.Order} of options for project {n.Project} is paid and not delivered (status: {n.Status}), and OVHcloud's API cannot "
                + $"cancel it. Ask OVHcloud's support to cancel it.",
        OrderNotice.Left n => FailureMessages.Of(n.Reason) + ".",
        _ => notice.ToString(),
    };

    private static string Url(bool isOfOptions) => isOfOptions ? "in the secret output `optionOrders`" : "the secret output `orderUrl`";

    private static string Lapses(DateTimeOffset? expires) => expires is { } date
        ? $" If it is not paid, it expires on {date.InUtc()}."
        : "";
}
