namespace PulumiOvhOrder.Simulator.Orders;

internal static class FollowUp
{
    private const string Todo = "TODO";
    private const string Doing = "DOING";
    private const string Done = "DONE";

    private static readonly string[] Steps = ["VALIDATING", "VALIDATED", "DELIVERING", "AVAILABLE"];

    public static IEnumerable<object> Of(Order order, DateTimeOffset now, bool allTodo)
    {
        var status = order.StatusAt(now);
        var states = allTodo ? [Todo, Todo, Todo, Todo] : StatesOf(status);
        return Steps.Zip(states, (step, state) => new
        {
            step,
            status = state,
            history = state == Todo ? [] : HistoryOf(order, step, status),
        });
    }

    private static string[] StatesOf(string status) => status switch
    {
        OrderStatus.NotPaid => [Todo, Todo, Todo, Todo],
        OrderStatus.Checking or OrderStatus.DocumentsRequested => [Doing, Todo, Todo, Todo],
        OrderStatus.Delivering => [Done, Done, Doing, Todo],
        OrderStatus.Delivered => [Done, Done, Done, Done],
        _ => ["ERROR", Todo, Todo, Todo],
    };

    private static object[] HistoryOf(Order order, string step, string status)
    {
        var at = order.PaidAt ?? order.Date;
        return (step, status) switch
        {
            ("VALIDATING", OrderStatus.DocumentsRequested) =>
                [Entry(at, "FRAUD_DOCS_REQUESTED", "We need documents from you before we can go on.")],
            ("VALIDATING", OrderStatus.Checking) => [Entry(at, "FRAUD_CHECK", "Your order is being checked.")],
            ("VALIDATING", _) => [Entry(order.Date, "ORDER_ACCEPTED", "Your order has been accepted.")],
            ("VALIDATED", _) => [Entry(at, "PAYMENT_CONFIRMED", "Your payment has been confirmed.")],
            ("DELIVERING", _) => [Entry(at, "DELIVERY", "Your service is being delivered.")],
            _ => [Entry(order.DeliveredAt ?? at, "INVOICE_SENT", "Your invoice has been sent.")],
        };
    }

    private static object Entry(DateTimeOffset date, string label, string description) => new { date, label, description };
}
