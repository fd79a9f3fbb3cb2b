using PulumiOvhOrder.Ordering;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What was being done when it failed.</summary>
internal static class StepText
{
    public static string Doing(OrderLedger ledger) => ledger.Step switch
    {
        OrderStep.FindEarlier => "looking for an earlier order of this resource",
        OrderStep.CreateCart => "creating the cart",
        OrderStep.InspectCart => "reading the cart",
        OrderStep.DiscardCart => "removing the cart",
        OrderStep.Prepare => "preparing the cart",
        OrderStep.AddItem or OrderStep.AddOption or OrderStep.RemoveItems => "adding the project to the cart",
        OrderStep.ReadBack or OrderStep.Configure => "configuring the project",
        OrderStep.Judge => "asking for the price",
        OrderStep.Checkout => "placing the order",
        OrderStep.FindOrder => "looking for the order of the cart",
        OrderStep.ReadOrder => "reading the order",
        OrderStep.Pay => "paying the order",
        OrderStep.AwaitDelivery => "waiting for delivery",
        OrderStep.OrderCancelled or OrderStep.OrderUnasked => "following the order",
        OrderStep.FindProject or OrderStep.ReadProject => "reading the project",
        OrderStep.DescribeProject => "renaming the project",
        _ => "ordering the project",
    };
}
