using System.Collections.Immutable;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Plugin;

/// <summary>The kinds of failure that the engine can be told; names and numbers are gRPC's.</summary>
internal enum FailureKind
{
    Cancelled = 1,
    Unknown = 2,
    InvalidArgument = 3,
    DeadlineExceeded = 4,
    NotFound = 5,
    PermissionDenied = 7,
    FailedPrecondition = 9,
    Aborted = 10,
    Unimplemented = 12,
    Unavailable = 14,
}

/// <summary>A failure with words for the user; nothing that must be remembered exists outside.</summary>
internal class ProviderException(FailureKind kind, string message, Exception? cause = null) : Exception(message, cause)
{
    public FailureKind Kind { get; } = kind;
}

/// <summary>A fault of the provider's own that spoke of a secret, without it.</summary>
/// <param name="trace">All that is known of it, for the maintainers.</param>
internal sealed class UnforeseenException(string message, string trace) : Exception(message)
{
    public override string ToString() => trace;
}

/// <summary>
/// Something exists outside but is not finished: the engine saves this state, shows the reasons (and only them) and calls Update on the
/// next run. The only way an operation may fail once anything was ordered.
/// </summary>
internal sealed class ResourceInitFailedException(FailureKind kind, PartialState state, Exception? cause = null)
    : ProviderException(kind, string.Join("\n", state.Reasons), cause)
{
    public PartialState State { get; } = state;
}

/// <param name="Inputs">Only for Read; elsewhere the engine takes the inputs of the request.</param>
internal sealed record PartialState(
    string Id, PropertyValue.Map Properties, ImmutableArray<string> Reasons, PropertyValue.Map? Inputs, bool RefreshBeforeUpdate);
