using System.Text;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// What an error says: what was being done, what happened, what exists now, what to do next, and what OVHcloud's support asks for.
/// </summary>
internal static class ErrorMessages
{
    /// <param name="isOfOptions">The order is of options for a project that is there.</param>
    /// <param name="isFromState">The engine did not run the program: the credentials are those of the state.</param>
    public static string Of(
        Exception error, string doing, OrderFacts facts, RunKnowledge knowledge, bool isOfOptions = false, bool isFromState = false)
    {
        var text = new StringBuilder(doing).Append(": ").Append(What(error, isFromState).TrimEnd('.')).Append(". ")
            .Append(Exists(facts, knowledge));
        if (Next(error, facts, knowledge, isOfOptions) is { } next)
        {
            text.Append(' ').Append(next);
        }

        return Referenced(text, error).ToString();
    }

    /// <summary>Where nothing has to be said of what exists: the state has it, or it is not known.</summary>
    /// <inheritdoc cref="Of"/>
    public static string OfCall(Exception error, string doing, bool isFromState = false) =>
        Referenced(new StringBuilder(doing).Append(": ").Append(What(error, isFromState).TrimEnd('.')).Append('.'), error).ToString();

    /// <summary>Why something that is only good to know is not known.</summary>
    public static string OfQuote(Exception error) => Referenced(new StringBuilder(What(error).TrimEnd('.')), error).ToString();

    private static string What(Exception error, bool isFromState = false) => error switch
    {
        OperationCanceledException =>
            "cancelled, because the provider was told to stop: by Pulumi (Ctrl-C), by a signal, or by the end of its stdin",
        TimeoutException timeout => timeout.Message,
        OrderException { Failure: var failure, InnerException: OvhApiException api } when failure.Place is null =>
            $"{FailureMessages.Of(failure)} ({api.Message.TrimEnd('.')})",
        OrderException { Failure: var failure } => FailureMessages.WithProperty(failure),
        OvhApiException api => KnownErrors.Explain(api, isFromState),
        _ => $"this is a bug in pulumi-resource-ovh-order, please report it: {error.GetType().Name}: {error.Message}",
    };

    private static string Exists(OrderFacts facts, RunKnowledge knowledge) => facts switch
    {
        { ProjectId: { } project, OrderId: { } order } => $"Order {order} is delivered as project {project}.",
        { ProjectId: { } project } => $"Project {project} exists.",
        { OrderId: { } order, Status: Ovh.Models.OrderStatus.Cancelled } => $"Order {order} is cancelled.",
        { OrderId: { } order, Status: { } status } when knowledge.StatusRead => $"Order {order} is placed (status: {status}).",
        { OrderId: { } order } => $"Order {order} is placed.",
        { CartId: { } cart } when IsOutcomeUnknown(knowledge) => $"It is not known whether cart {cart} was ordered.",
        { CartId: { } cart } when knowledge.Cart is { ReadOnly: true } => $"Cart {cart} was checked out.",
        { CartId: { } cart } => $"Cart {cart} exists and was not ordered.",
        _ => "Nothing was ordered.",
    };

    private static string? Next(Exception error, OrderFacts facts, RunKnowledge knowledge, bool isOfOptions) => facts switch
    {
        _ when error is OrderException { Failure: var failure } && FailureMessages.IsFinal(failure) => null,
        { CartId: not null, IsOrdered: false } when IsOutcomeUnknown(knowledge) =>
            "The next `pulumi up` finds out, and never orders twice.",
        { IsOrdered: true } => "The next `pulumi up` continues with it and orders nothing again.",
        { CartId: not null } when knowledge.Cart is { ReadOnly: true } =>
            "The next `pulumi up` continues with it and orders nothing again.",
        { CartId: not null } when isOfOptions => "Run `pulumi up` to continue. Without the options in the program, it deletes the cart.",
        { CartId: not null } => "Run `pulumi up` to continue, or `pulumi destroy` to delete the cart.",
        _ => null,
    };

    /// <summary>The cart could not be looked into, and this run or an earlier one may have ordered it.</summary>
    private static bool IsOutcomeUnknown(RunKnowledge knowledge) =>
        knowledge is { Cart: null } and ({ CheckoutTried: true } or { CartMade: false });

    private static StringBuilder Referenced(StringBuilder text, Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is OvhApiException api)
            {
                return text.Append(' ').Append(api.Reference);
            }
        }

        return text;
    }
}
