using PulumiOvhOrder.Ordering;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What a step does, as an error begins and as the status column says it.</summary>
internal static class StepMessages
{
    private const int Phases = 6;

    /// <summary>What was being done when it failed.</summary>
    public static string Doing(OrderStep? step) => step switch
    {
        OrderStep.Reconcile => "looking for an order of an interrupted run",
        OrderStep.CreateCart => "creating the cart",
        OrderStep.InspectCart => "reading the cart",
        OrderStep.DiscardCart => "deleting the cart",
        OrderStep.Prepare => "preparing the cart",
        OrderStep.AddItem or OrderStep.AddOption or OrderStep.RemoveItems => "adding the project to the cart",
        OrderStep.ReadRequirements or OrderStep.Configure => "configuring the project",
        OrderStep.PreviewCheckout => "asking for the price",
        OrderStep.Checkout => "placing the order",
        OrderStep.FindOrder => "looking for the order of the cart",
        OrderStep.ReadOrder => "reading the order",
        OrderStep.Pay => "paying the order",
        OrderStep.AwaitDelivery => "waiting for delivery",
        OrderStep.OrderCancelled or OrderStep.OrderNotRequested => "following the order",
        OrderStep.FindProject or OrderStep.ReadProject => "reading the project",
        OrderStep.RenameProject => "renaming the project",
        OrderStep.CreditVoucher => "crediting the voucher",
        _ => "ordering the project",
    };

    /// <summary>The same where options are ordered for a project that is there.</summary>
    public static string DoingForOptions(OrderStep? step) => step switch
    {
        OrderStep.AddOption or OrderStep.RemoveItems => "adding the options to the cart",
        OrderStep.ReadRequirements or OrderStep.Configure => "configuring the options",
        OrderStep.PreviewCheckout => "asking for the price of the options",
        OrderStep.Checkout => "ordering the options",
        null => "ordering the options",
        _ => Doing(step),
    };

    /// <summary>The status column.</summary>
    public static string Status(OrderActivity activity) => activity switch
    {
        OrderActivity.Step { Value: var step, Facts: var facts } => Step(step, facts),
        OrderActivity.AwaitingDelivery { Unanswered: { } silence } wait =>
            Line(5, $"order {wait.Order} is placed and safe; OVHcloud has not answered for {Duration(silence)}, retrying"),
        OrderActivity.AwaitingDelivery wait => Line(5, $"order {wait.Order} {StatusWords(wait.Status)} ({Duration(wait.Waited)})"),
        OrderActivity.AwaitingProject { Unanswered: { } silence } wait =>
            Line(6, $"{Delivered(wait)}; OVHcloud has not answered for {Duration(silence)}, retrying"),
        OrderActivity.AwaitingProject { Project: null } wait =>
            Line(6, $"order {wait.Order} is delivered, its project is not named yet ({Duration(wait.Waited)})"),
        OrderActivity.AwaitingProject wait => Line(6, $"project {wait.Project} is delivered, not visible yet ({Duration(wait.Waited)})"),
        OrderActivity.AwaitingFoundProject wait =>
            Line(1, $"order {wait.Order} of an interrupted run is delivered, its project is not visible yet ({Duration(wait.Waited)})"),
        OrderActivity.AwaitingTerminationEmail wait =>
            $"termination of project {wait.Project} requested, waiting for the confirmation e-mail ({Duration(wait.Waited)})",
        _ => "working",
    };

    private static string Step(OrderStep step, OrderFacts facts) => step switch
    {
        OrderStep.Reconcile => Line(1, "looking for an order of an interrupted run"),
        OrderStep.CreateCart or OrderStep.DiscardCart or OrderStep.Prepare => Line(1, "preparing the cart"),
        OrderStep.InspectCart => Line(1, $"reading cart {facts.CartId}"),
        OrderStep.AddItem or OrderStep.AddOption or OrderStep.RemoveItems or OrderStep.ReadRequirements or OrderStep.Configure =>
            Line(2, "filling the cart"),
        OrderStep.PreviewCheckout => Line(2, "asking for the price"),
        OrderStep.Checkout => Line(3, facts.Quote is { } quote ? $"placing the order for {quote.WithTax}" : "placing the order"),
        OrderStep.FindOrder => Line(3, $"cart {facts.CartId} was checked out, looking for its order"),
        OrderStep.ReadOrder => Line(4, $"order {facts.OrderId} accepted"),
        OrderStep.Pay => Line(4, $"order {facts.OrderId} accepted, paying"),
        OrderStep.AwaitDelivery => Line(5, $"order {facts.OrderId} {StatusWords(facts.Status)}"),
        OrderStep.FindProject => Line(6, $"order {facts.OrderId} delivered, looking for its project"),
        OrderStep.ReadProject => Line(6, $"reading project {facts.ProjectId}"),
        OrderStep.RenameProject => Line(6, $"renaming project {facts.ProjectId}"),
        _ => Line(6, $"order {facts.OrderId}"),
    };

    private static string StatusWords(string? status) => status switch
    {
        null => "accepted",
        Ovh.Models.OrderStatus.NotPaid => "accepted, waiting for the payment",
        Ovh.Models.OrderStatus.Checking => "accepted, being checked by OVHcloud",
        Ovh.Models.OrderStatus.Delivering => "accepted, being delivered",
        Ovh.Models.OrderStatus.DocumentsRequested => "waits for documents that OVHcloud requested by e-mail",
        Ovh.Models.OrderStatus.Cancelling => "is being cancelled",
        _ => $"has status \"{status}\"",
    };

    private static string Delivered(OrderActivity.AwaitingProject wait) =>
        wait.Project is { } project ? $"project {project} is delivered" : $"order {wait.Order} is delivered";

    private static string Duration(TimeSpan waited) => waited.TotalMinutes >= 1
        ? $"{(int)waited.TotalMinutes}m{waited.Seconds:00}s"
        : $"{waited.Seconds}s";

    private static string Line(int phase, string what) => $"[{phase}/{Phases}] {what}";
}
