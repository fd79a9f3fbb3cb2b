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

/// <summary>Configuration that is missing; the engine adds <c>pulumi config set NAME</c> to each key.</summary>
internal sealed class MissingConfigurationException(ImmutableArray<MissingKey> keys)
    : ProviderException(FailureKind.InvalidArgument, "missing configuration: " + string.Join(", ", keys.Select(k => k.Name)))
{
    public ImmutableArray<MissingKey> Keys { get; } = keys;
}

/// <param name="Name">With the package, as in <c>ovh-order:accessToken</c>.</param>
internal sealed record MissingKey(string Name, string Description);

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
