using System.Text.Json.Serialization;

namespace PulumiOvhOrder.LocalEngine.State;

internal sealed record StackState(IReadOnlyList<ResourceState> Resources, IReadOnlyList<PendingOperation> Pending)
{
    public static StackState Empty { get; } = new([], []);

    public IReadOnlyList<ResourceState> Resources { get; init; } = Resources ?? [];

    [JsonPropertyName("pending_operations")]
    public IReadOnlyList<PendingOperation> Pending { get; init; } = Pending ?? [];

    /// <summary>The resource that is in force under this URN: not one that waits for its deletion.</summary>
    public ResourceState? Find(string urn) => Resources.FirstOrDefault(r => r.Urn == urn && !r.Delete);
}

/// <summary>
/// Written before a call that changes something outside, removed when it was answered; left behind by an engine that was killed.
/// </summary>
/// <param name="Kind"><c>creating</c>, <c>updating</c>, <c>deleting</c>, <c>importing</c> or <c>reading</c>.</param>
internal sealed record PendingOperation(ResourceState Resource, [property: JsonPropertyName("type")] string Kind)
{
    public const string Creating = "creating";
}

/// <summary>Where a stack's state is kept.</summary>
internal interface IStateStore
{
    StackState Load();

    void Save(StackState state);
}

internal sealed class StateFile(string path) : IStateStore
{
    public StackState Load() => File.Exists(path) ? StateJson.Read(File.ReadAllText(path)) : StackState.Empty;

    /// <summary>In one step, so that a killed engine leaves either the old state or the new one.</summary>
    public void Save(StackState state)
    {
        File.WriteAllText(path + ".new", StateJson.Write(state));
        File.Move(path + ".new", path, overwrite: true);
    }
}

/// <summary>State in memory as text: what can't be written to a file can't be kept here either.</summary>
internal sealed class MemoryState(string? json = null) : IStateStore
{
    private readonly Lock _lock = new();
    private volatile string _json = json ?? StateJson.Write(StackState.Empty);
    private bool _frozen;

    public string Json => _json;

    /// <summary>From now on nothing is written, as by a killed engine, or it is again.</summary>
    public void Freeze(bool frozen)
    {
        lock (_lock)
        {
            _frozen = frozen;
        }
    }

    public StackState Load() => StateJson.Read(Json);

    public void Save(StackState state)
    {
        lock (_lock)
        {
            _json = _frozen ? _json : StateJson.Write(state);
        }
    }
}
