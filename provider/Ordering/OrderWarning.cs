using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>What a person has to do so that an order goes on; null while it goes on by itself.</summary>
internal static class OrderWarning
{
    private static readonly TimeSpan PaymentPatience = TimeSpan.FromMinutes(1);

    public static string? For(string status, OrderRequest request, OrderProgress progress, TimeSpan waited) => status switch
    {
        OrderStatus.DocumentsRequested =>
            $"order {progress.Order} waits for documents: OVHcloud has asked for them by e-mail. Send them; the order goes on afterwards, and this run or the next `pulumi up` follows it",
        OrderStatus.NotPaid when request.Payment == PaymentKind.Manual =>
            $"order {progress.Order} is not paid: pay it by its URL, the secret output `orderUrl`{Lapses(progress)}",
        OrderStatus.NotPaid when waited > PaymentPatience =>
            $"order {progress.Order} is still not paid although its payment was sent: look at the payment method in the OVHcloud Control Panel, or pay it by its URL, the secret output `orderUrl`{Lapses(progress)}",
        OrderStatus.Cancelling => $"order {progress.Order} is being cancelled by OVHcloud; the reason is in the account's e-mails",
        _ => null,
    };

    private static string Lapses(OrderProgress progress) => progress.OrderExpirationDate is { } date ? $". Unpaid, it lapses on {date:yyyy-MM-dd HH:mm} UTC" : "";
}
