using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// Turns whatever ended an order into what the engine is told: once anything exists it is partial state with an id and words that say what
/// exists and what the next run does, and nothing can keep it from being that.
/// </summary>
internal static class CloudProjectFailure
{
    public static ProviderException From(
        Exception error, FailureKind kind, string? id, PropertyValue.Map inputs, OrderLedger ledger, string doing)
    {
        var progress = ledger.Progress;
        var exists = progress.Id?.ToString() ?? id;
        var reason = FailureText.Of(error, doing, progress);
        return exists is null
            ? new ProviderException(kind, reason, error)
            : new ResourceInitFailedException(kind, new PartialState(exists, Outputs(inputs, progress), [reason], null, RefreshBeforeUpdate: true), error);
    }

    /// <summary>A wait that ended without having been told to: its time was up.</summary>
    public static Exception Named(Exception error, TimeSpan limit, Operation operation) =>
        error is OperationCanceledException && !operation.CancellationToken.IsCancellationRequested
            ? new TimeoutException($"it took longer than the {Text(limit)} that it was given (`customTimeouts`)", error)
            : error;

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

    /// <summary>Ids alone are enough to go on from; they are written even if the rest cannot be.</summary>
    private static PropertyValue.Map Outputs(PropertyValue.Map inputs, OrderProgress progress)
    {
        try
        {
            return CloudProjectState.Write(inputs, progress);
        }
#pragma warning disable CA1031 // Whatever it is, it must not cost the user the order.
        catch (Exception)
#pragma warning restore CA1031
        {
            return CloudProjectState.Write(PropertyValue.Map.Empty, new OrderProgress { Cart = progress.Cart, Order = progress.Order, ProjectId = progress.ProjectId });
        }
    }

    private static string Text(TimeSpan limit) =>
        limit < TimeSpan.FromMinutes(2) ? $"{limit.TotalSeconds:0.#} seconds" : $"{limit.TotalMinutes:0.#} minutes";
}
