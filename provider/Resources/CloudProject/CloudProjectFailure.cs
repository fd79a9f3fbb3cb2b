using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// Turns whatever ended an order into what the engine is told: once anything exists it is partial state with an id and words that say what
/// exists and what the next run does, and nothing can keep it from being that.
/// </summary>
/// <param name="Id">The id that the engine has already; null on a create.</param>
/// <param name="Inputs">The inputs that hold as long as the operation is not done, and nothing is ordered.</param>
internal sealed record FailedEnd(string? Id, PropertyValue.Map Inputs, OrderLedger Ledger)
{
    private readonly OrderFacts _start = Ledger.Facts;

    /// <summary>
    /// A voucher that may have been credited, which nothing will show: the state has it then, so that it is not credited again. Null while
    /// there is none.
    /// </summary>
    public string? Voucher { get; set; }

    public ProviderException Of(Exception error)
    {
        var (facts, knowledge) = Ledger.Content;
        var kind = CloudProjectFailure.KindOf(error);
        string reason;
        if (Ledger.Options is { } options)
        {
            var (ordered, known) = options.Content;
            reason = ErrorMessages.Of(error, StepMessages.DoingForOptions(options.Step), ordered, known, isOfOptions: true);
            facts = facts with { UnfinishedOptionOrder = ordered.Id is null ? null : ordered };
        }
        else
        {
            reason = ErrorMessages.Of(error, StepMessages.Doing(Ledger.Step), facts, knowledge);
        }

        return (facts.Id?.ToString() ?? Id) is { } exists
            ? new ResourceInitFailedException(
                kind, new PartialState(exists, Outputs(facts), [reason], null, RefreshBeforeUpdate: true), error)
            : new ProviderException(kind, reason, error);
    }

    /// <summary>Ids alone are enough to go on from; they are written even if the rest cannot be.</summary>
    private PropertyValue.Map Outputs(OrderFacts facts)
    {
        try
        {
            var inputs = Voucher is { } tried ? Inputs.With(CloudProjectDefinition.Voucher.Name, PropertyValue.Of(tried)) : Inputs;
            var asOrdered = Id is null ? inputs : AsOrdered.Of(inputs, _start, facts);
            return StateWriter.Write(asOrdered, facts, isImported: Id is not null && StateReader.IsImported(Inputs));
        }
#pragma warning disable CA1031 // Whatever it is, it must not cost the user the order.
        catch (Exception)
#pragma warning restore CA1031
        {
            return StateWriter.Write(PropertyValue.Map.Empty, new OrderFacts
            {
                CartId = facts.CartId,
                OrderId = facts.OrderId,
                ProjectId = facts.ProjectId,
                UnfinishedOptionOrder = facts.UnfinishedOptionOrder is { } options
                    ? new OrderFacts { CartId = options.CartId, OrderId = options.OrderId }
                    : null,
                FinishedOptionOrders =
                    [.. facts.FinishedOptionOrders.Select(o => new OrderFacts { CartId = o.CartId, OrderId = o.OrderId })],
            });
        }
    }
}

internal static class CloudProjectFailure
{
    public static FailureKind KindOf(Exception error) => error switch
    {
        OperationCanceledException => FailureKind.Cancelled,
        TimeoutException => FailureKind.DeadlineExceeded,
        OrderException => FailureKind.FailedPrecondition,
        OvhApiException { Status: 401 or 403 } => FailureKind.PermissionDenied,
        OvhApiException { Outcome: CallOutcome.NotProcessed } => FailureKind.FailedPrecondition,
        OvhApiException => FailureKind.Unavailable,
        ProviderException provider => provider.Kind,
        _ => FailureKind.Unknown,
    };
}
