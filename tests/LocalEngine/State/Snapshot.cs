namespace PulumiOvhOrder.LocalEngine.State;

/// <summary>
/// The state while a command runs: what was there before, what this run has produced, what is finished with, and what is under way. It is
/// written before and after every step, so that whenever the engine dies the file says what may exist.
/// </summary>
/// <param name="store">Where to write; null in a preview, which changes nothing.</param>
internal sealed class Snapshot(StackState state, IStateStore? store)
{
    private readonly Lock _lock = new();
    private readonly List<ResourceState> _old = [.. state.Resources];
    private readonly List<ResourceState> _new = [];
    private readonly HashSet<ResourceState> _done = [];
    private readonly List<PendingOperation> _pending = [.. Creations(state)];

    /// <summary>Creations of an earlier run whose end no one knows.</summary>
    public IReadOnlyList<PendingOperation> Interrupted { get; } = [.. Creations(state)];

    public StackState Current => Locked(() => new StackState([.. _new, .. Left()], [.. _pending]));

    /// <summary>What was there before and isn't finished with.</summary>
    public IReadOnlyList<ResourceState> Remaining => Locked(() => Left().ToList());

    public ResourceState? FindOld(string urn) => Locked(() => _old.FirstOrDefault(r => r.Urn == urn && !r.Delete));

    public PendingOperation Begin(ResourceState resource, string kind)
    {
        var operation = new PendingOperation(resource, kind);
        Change(() => _pending.Add(operation));
        return operation;
    }

    /// <summary>
    /// The call was answered: <paramref name="produced"/> is what exists now, <paramref name="finished"/> what no longer counts.
    /// </summary>
    public void End(PendingOperation? operation, ResourceState? produced, ResourceState? finished) => Change(() =>
    {
        _pending.Remove(operation!);
        if (finished is not null)
        {
            _done.Add(finished);
            // What this run made and then finished with, such as an import that was updated at once.
            _new.Remove(finished);
        }

        if (produced is not null)
        {
            _new.Add(produced);
        }
    });

    /// <summary>Replaces a resource in its place, as a refresh does; null removes it.</summary>
    public void Replace(ResourceState old, ResourceState? current) => Change(() =>
    {
        var list = _new.Contains(old) ? _new : _old;
        var index = list.IndexOf(old);
        list.RemoveAt(index);
        list.InsertRange(index, current is null ? [] : [current]);
    });

    /// <summary>The other kinds are settled by the next run; only a creation may have left something that no one knows.</summary>
    private static IEnumerable<PendingOperation> Creations(StackState state) =>
        state.Pending.Where(p => p.Kind == PendingOperation.Creating);

    private IEnumerable<ResourceState> Left() => _old.Where(o => !_done.Contains(o));

    private void Change(Action change) => Locked(() =>
    {
        change();
        store?.Save(Current);
        return true;
    });

    private T Locked<T>(Func<T> look)
    {
        lock (_lock)
        {
            return look();
        }
    }
}
