namespace PulumiOvhOrder.Ordering;

/// <summary>What the status column says while a step is under way.</summary>
internal static class OrderStatusLine
{
    private const int Phases = 6;

    public static string For(OrderStep step, OrderProgress progress) => step switch
    {
        OrderStep.FindEarlier => Line(1, "looking for an earlier order of this resource"),
        OrderStep.CreateCart or OrderStep.DiscardCart or OrderStep.Prepare => Line(1, "preparing the cart"),
        OrderStep.InspectCart => Line(1, $"reading cart {progress.Cart}"),
        OrderStep.AddItem or OrderStep.AddOption or OrderStep.RemoveItems or OrderStep.ReadBack or OrderStep.Configure => Line(2, "filling the cart"),
        OrderStep.Judge => Line(2, "asking for the price"),
        OrderStep.Checkout => Line(3, progress.Quote is { } quote ? $"placing the order for {quote.WithTax}" : "placing the order"),
        OrderStep.FindOrder => Line(3, $"cart {progress.Cart} was checked out, looking for its order"),
        OrderStep.ReadOrder => Line(4, $"order {progress.Order} accepted"),
        OrderStep.Pay => Line(4, $"order {progress.Order} accepted, paying"),
        OrderStep.AwaitDelivery => Line(5, $"order {progress.Order} {progress.Status}"),
        OrderStep.FindProject => Line(6, $"order {progress.Order} delivered, looking for its project"),
        OrderStep.ReadProject => Line(6, $"reading project {progress.ProjectId}"),
        OrderStep.DescribeProject => Line(6, $"renaming project {progress.ProjectId}"),
        _ => Line(6, $"order {progress.Order}"),
    };

    public static string Waiting(OrderProgress progress, string? status, TimeSpan waited) =>
        Line(5, $"order {progress.Order} {Words(status)} ({Duration(waited)})");

    public static string WaitingForProject(string what, TimeSpan waited) => Line(6, $"{what} ({Duration(waited)})");

    private static string Words(string? status) => status switch
    {
        null => "cannot be read right now, still asking",
        Ovh.Models.OrderStatus.NotPaid => "accepted, waiting for the payment",
        Ovh.Models.OrderStatus.Checking => "accepted, being checked",
        Ovh.Models.OrderStatus.Delivering => "accepted, delivering",
        Ovh.Models.OrderStatus.DocumentsRequested => "waits for documents that OVHcloud asked for by e-mail",
        Ovh.Models.OrderStatus.Cancelling => "being cancelled",
        _ => $"has status \"{status}\"",
    };

    private static string Duration(TimeSpan waited) => waited.TotalMinutes >= 1 ? $"{(int)waited.TotalMinutes}m{waited.Seconds:00}s" : $"{waited.Seconds}s";

    private static string Line(int phase, string what) => $"[{phase}/{Phases}] {what}";
}
