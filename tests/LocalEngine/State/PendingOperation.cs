namespace PulumiOvhOrder.LocalEngine.State;

/// <summary>Written before a call that changes something outside, removed when it was answered; left behind by an engine that was killed.</summary>
/// <param name="Kind"><c>creating</c>, <c>updating</c>, <c>deleting</c>, <c>importing</c> or <c>reading</c>.</param>
internal sealed record PendingOperation(ResourceState Resource, string Kind)
{
    public const string Creating = "creating";
}

internal sealed record StackState(IReadOnlyList<ResourceState> Resources, IReadOnlyList<PendingOperation> Pending)
{
    public static StackState Empty { get; } = new([], []);

    /// <summary>The resource that is in force under this URN: not one that waits for its deletion.</summary>
    public ResourceState? Find(string urn) => Resources.FirstOrDefault(r => r.Urn == urn && !r.Delete);
}
