namespace PulumiOvhOrder.Simulator.Orders;

internal static class FollowUp
{
    private const string Todo = "TODO";
    private const string Doing = "DOING";
    private const string Done = "DONE";
    private const string FraudRefused = "FRAUD_REFUSED";

    private static readonly string[] Steps = ["VALIDATING", "VALIDATED", "DELIVERING", "AVAILABLE"];

    /// <summary>Every label that there is, by the step in which it is seen.</summary>
    private static readonly string[][] Labels =
    [
        [
            "ORDER_STARTED", "ORDER_ACCEPTED", "PAYMENT_INITIATED", "REGISTERED_PAYMENT_INITIATED", "PAYMENT_RECEIVED",
            "FRAUD_CHECK", "FRAUD_MANUAL_REVIEW", "FRAUD_DOCS_REQUESTED", FraudRefused,
        ],
        ["PAYMENT_CONFIRMED"],
        ["DELIVERY"],
        ["INVOICE_IN_PROGRESS", "INVOICE_SENT"],
    ];

    public static bool Knows(string label) => StepOf(label) >= 0;

    public static IEnumerable<object> Of(Order order, DateTimeOffset now, bool allTodo)
    {
        var status = order.StatusAt(now);
        var forced = order.ForcedFollowUp is { } label ? StepOf(label) : -1;
        var states = forced >= 0
            ? Steps.Select((_, index) =>
                index < forced ? Done : index > forced ? Todo : order.ForcedFollowUp == FraudRefused ? "ERROR" : Doing)
            : allTodo ? [Todo, Todo, Todo, Todo] : StatesOf(status);
        return Steps.Zip(states, (step, state) => new
        {
            step,
            status = state,
            history = state switch
            {
                Todo => [],
                Done => HistoryOf(order, step, status),
                _ when forced >= 0 => [Entry(order, now, order.ForcedFollowUp!, $"Your order: {order.ForcedFollowUp}.")],
                _ => HistoryOf(order, step, status),
            },
        });
    }

    private static int StepOf(string label) => Array.FindIndex(Labels, labels => labels.Contains(label));

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
        var at = order.PaidAt ?? order.Date - order.Skew;
        return (step, status) switch
        {
            ("VALIDATING", OrderStatus.DocumentsRequested) =>
                [Entry(order, at, "FRAUD_DOCS_REQUESTED", "We need documents from you before we can go on.")],
            ("VALIDATING", OrderStatus.Checking) => [Entry(order, at, "FRAUD_CHECK", "Your order is being checked.")],
            ("VALIDATING", _) => [Entry(order, order.Date - order.Skew, "ORDER_ACCEPTED", "Your order has been accepted.")],
            ("VALIDATED", _) => [Entry(order, at, "PAYMENT_CONFIRMED", "Your payment has been confirmed.")],
            ("DELIVERING", _) => [Entry(order, at, "DELIVERY", "Your service is being delivered.")],
            _ => [Entry(order, order.DeliveredAt ?? at, "INVOICE_SENT", "Your invoice has been sent.")],
        };
    }

    private static object Entry(Order order, DateTimeOffset at, string label, string description) =>
        new { date = at + order.Skew, label, description };
}
