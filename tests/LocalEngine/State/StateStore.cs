namespace PulumiOvhOrder.LocalEngine.State;

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

/// <summary>State in memory, kept as text: what can't be written to a file can't be kept here either.</summary>
internal sealed class MemoryState : IStateStore
{
    private readonly List<string> _history = [];

    public MemoryState()
    {
    }

    public MemoryState(string json) => _history.Add(json);

    /// <summary>Every state that was written, in order.</summary>
    public IReadOnlyList<string> History => _history;

    public string Json => _history.Count == 0 ? StateJson.Write(StackState.Empty) : _history[^1];

    public StackState Load() => StateJson.Read(Json);

    public void Save(StackState state) => _history.Add(StateJson.Write(state));
}
