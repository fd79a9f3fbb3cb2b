using System.Collections.Immutable;
using Grpc.Core;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// Tells the engine that something exists but is not finished. All partial state passes here, because the engine loses the state, or the
/// resource in it, over an unknown value or an empty id, and ends the resuming when there are no reasons.
/// </summary>
internal static class PartialStateStatus
{
    public static RpcException Of(ResourceInitFailedException failure)
    {
        var state = failure.State;
        ImmutableArray<string> reasons = state.Reasons.IsEmpty
            ? ["the resource is not finished yet; run `pulumi up` again"]
            : state.Reasons;
        if (IsMissing(state.Id))
        {
            // The engine would answer no better, but this keeps the reasons, and the order number in them, in sight.
            return FailureStatus.Bug($"an unfinished resource has no id; {string.Join("; ", reasons)}");
        }

        return FailureStatus.WithDetail((StatusCode)failure.Kind, string.Join("\n", reasons), new ErrorResourceInitFailed
        {
            Id = state.Id,
            Properties = PropertyValueCodec.Encode(KnownValues.Of(state.Properties)),
            Inputs = state.Inputs is null ? null : PropertyValueCodec.Encode(KnownValues.Of(state.Inputs)),
            Reasons = { reasons },
            RefreshBeforeUpdate = state.RefreshBeforeUpdate,
        });
    }

    /// <summary>An operation on a resource that exists: its failure keeps the id that the engine has, unless it brings another.</summary>
    public static async Task<T> KeepIdAsync<T>(string id, Task<T> operation)
    {
        try
        {
            return await operation;
        }
        catch (ResourceInitFailedException failure) when (IsMissing(failure.State.Id))
        {
            throw new ResourceInitFailedException(failure.Kind, failure.State with { Id = id }, failure);
        }
    }

    public static bool IsMissing(string? id) => string.IsNullOrEmpty(id) || PropertyValueCodec.IsUnknown(id);
}
