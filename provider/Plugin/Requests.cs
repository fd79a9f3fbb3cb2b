using System.Collections.Immutable;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Plugin;

// The engine's calls as plain records: a provider can be exercised without gRPC. Absent Structs are null, present but empty ones are
// Map.Empty: the engine tells a refresh, a get and an import apart by that difference.

internal sealed record CheckRequest(Urn Urn, string Type, Map? Olds, Map News);

internal sealed record CheckResponse(Map Inputs, ImmutableArray<CheckFailure> Failures);

/// <param name="Property">Path in the user's spelling, such as <c>options[1].planCode</c>; empty for the whole resource.</param>
/// <param name="Reason">What is wrong and what would be right.</param>
internal sealed record CheckFailure(string Property, string Reason);

internal sealed record DiffRequest(
    string Id, Urn Urn, string Type, Map Olds, Map OldInputs, Map News, ImmutableArray<string> IgnoreChanges);

/// <param name="Changes">Changed paths with their kinds; empty means no difference.</param>
/// <param name="Stables">Outputs that an update will not change.</param>
internal sealed record DiffResponse(
    ImmutableSortedDictionary<string, PropertyDiff> Changes, ImmutableArray<string> Stables, bool DeleteBeforeReplace)
{
    public bool Replaces => Changes.Values.Any(change => change.Replaces);

    public static DiffResponse None { get; } = new(ImmutableSortedDictionary<string, PropertyDiff>.Empty, [], false);
}

internal sealed record PropertyDiff(PropertyDiffKind Kind, bool InputDiff)
{
    public bool Replaces => Kind is PropertyDiffKind.AddReplace or PropertyDiffKind.DeleteReplace or PropertyDiffKind.UpdateReplace;
}

/// <summary>The kinds of the protocol, with its numbers.</summary>
internal enum PropertyDiffKind
{
    Add,
    AddReplace,
    Delete,
    DeleteReplace,
    Update,
    UpdateReplace,
}

internal sealed record ConfigureRequest(Map Args);

/// <param name="Timeout">The custom timeout; null leaves it to the provider.</param>
internal sealed record CreateRequest(Urn Urn, string Type, Map Properties, TimeSpan? Timeout, bool Preview);

/// <param name="RefreshBeforeUpdate">Asks the engine to call Read before the next operation; Read may move the id forward.</param>
internal sealed record CreateResponse(string Id, Map Properties, bool RefreshBeforeUpdate);

/// <param name="Properties">Outputs in the state; null when importing.</param>
/// <param name="Inputs">Inputs in the state; null when importing, empty for <c>get</c>.</param>
internal sealed record ReadRequest(string Id, Urn Urn, string Type, Map? Properties, Map? Inputs, TimeSpan? Timeout);

/// <summary>What exists. <see cref="Gone"/> tells the engine that nothing does.</summary>
internal sealed record ReadResponse(string Id, Map? Properties, Map? Inputs, bool RefreshBeforeUpdate)
{
    public static ReadResponse Gone { get; } = new("", null, null, false);
}

internal sealed record UpdateRequest(
    string Id, Urn Urn, string Type, Map Olds, Map OldInputs, Map News,
    ImmutableArray<string> IgnoreChanges, TimeSpan? Timeout, bool Preview);

internal sealed record UpdateResponse(Map Properties, bool RefreshBeforeUpdate);

internal sealed record DeleteRequest(string Id, Urn Urn, string Type, Map Properties, Map OldInputs, TimeSpan? Timeout);

internal sealed record InvokeRequest(string Token, Map Args, bool Preview);

internal sealed record InvokeResponse(Map Return, ImmutableArray<CheckFailure> Failures);

/// <param name="Query">Which resources; may hold unknowns during a preview.</param>
/// <param name="Limit">The most results that are wanted; null for all of them.</param>
/// <param name="PageSize">The most results of one call; null leaves it to the provider.</param>
/// <param name="ContinuationToken">What the call for the page before ended with; null for the first page.</param>
internal sealed record ListRequest(string Token, Map Query, long? Limit, long? PageSize, string? ContinuationToken);

/// <summary>A list is either one <see cref="Computed"/>, or results and then, when there are more, a <see cref="Continuation"/>.</summary>
internal abstract record ListItem
{
    private ListItem()
    {
    }

    /// <summary>The query is not known yet, and neither are the results.</summary>
    internal sealed record Computed : ListItem;

    /// <param name="Id">What an import of the resource takes.</param>
    internal sealed record Result(string Id, string Name) : ListItem;

    internal sealed record Continuation(string Token) : ListItem;
}
