using System.Text;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>What an error says: what was being done, what happened, what exists now, what to do next, and what OVHcloud's support asks for.</summary>
internal static class FailureText
{
    public static string Of(Exception error, string doing, OrderProgress progress)
    {
        var text = new StringBuilder(doing).Append(": ").Append(What(error));
        if (!text.ToString().EndsWith('.'))
        {
            text.Append('.');
        }

        text.Append(' ').Append(Exists(progress)).Append(Next(error, progress));
        if (Cause<OvhApiException>(error) is { } api)
        {
            text.Append(' ').Append(api.Reference);
        }

        return text.ToString();
    }

    /// <summary>Where nothing has to be said of what exists: the state has it, or nobody knows.</summary>
    public static string OfCall(Exception error, string doing) =>
        $"{doing}: {What(error).TrimEnd('.')}.{(Cause<OvhApiException>(error) is { } api ? " " + api.Reference : "")}";

    /// <summary>Why something that is only good to know is not known.</summary>
    public static string OfQuote(Exception error) =>
        $"{What(error).TrimEnd('.')}{(Cause<OvhApiException>(error) is { } api ? " " + api.Reference : "")}";

    private static string What(Exception error) => error switch
    {
        OperationCanceledException => "stopped, as asked",
        TimeoutException timeout => timeout.Message,
        OrderException { InnerException: OvhApiException api, Property: null } order => $"{order.Message} ({api.Message})",
        OrderException { Property: { } property } order => $"{property}: {order.Message}",
        OrderException order => order.Message,
        OvhApiException api => KnownCauses.Explain(api),
        _ => $"this is a bug in pulumi-resource-ovh-order, please report it: {error.GetType().Name}: {error.Message}",
    };

    private static string Exists(OrderProgress progress) => progress switch
    {
        { ProjectId: { } project, Order: { } order } => $"Order {order} is delivered as project {project}",
        { ProjectId: { } project } => $"Project {project} exists",
        { Order: { } order, Status: null } => $"Order {order} is placed",
        { Order: { } order } => $"Order {order} is placed (status: {progress.Status})",
        { Cart: { } cart, CheckoutInDoubt: true } => $"Whether cart {cart} was ordered is not known",
        { Cart: { } cart, CartReadOnly: true } => $"Cart {cart} was checked out",
        { Cart: { } cart } => $"Cart {cart} exists and nothing is ordered",
        _ => "Nothing was ordered",
    };

    private static string Next(Exception error, OrderProgress progress) => progress switch
    {
        _ when error is OrderException { IsFinal: true } => ".",
        _ when error is OrderException && progress.Status == Ovh.Models.OrderStatus.Cancelled => ".",
        { CheckoutInDoubt: true } => "; the next `pulumi up` looks, and orders nothing twice.",
        { Order: not null } or { CartReadOnly: true } => "; the next `pulumi up` goes on with it and orders nothing again.",
        { Cart: not null } => "; the next `pulumi up` goes on with it, `pulumi destroy` removes it.",
        _ => ".",
    };

    private static T? Cause<T>(Exception? error)
        where T : Exception
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is T found)
            {
                return found;
            }
        }

        return null;
    }
}
