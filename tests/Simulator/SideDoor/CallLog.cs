namespace PulumiOvhOrder.Simulator.SideDoor;

internal sealed class CallLog
{
    private readonly Lock _gate = new();
    private readonly List<CallRecord> _calls = [];

    // A reset while calls are under way must not let them write into the new list.
    private int _generation;

    /// <returns>Tells the log what became of the call.</returns>
    public Action<int, ReadOnlyMemory<byte>> Begin(CallRecord call)
    {
        lock (_gate)
        {
            _calls.Add(call);
            var (index, generation) = (_calls.Count - 1, _generation);
            return (status, answer) => End(index, generation, status, answer);
        }
    }

    public IReadOnlyList<CallRecord> Snapshot()
    {
        lock (_gate)
        {
            return [.. _calls];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _generation++;
        }
    }

    private void End(int index, int generation, int status, ReadOnlyMemory<byte> answer)
    {
        lock (_gate)
        {
            if (generation == _generation)
            {
                _calls[index] = _calls[index] with { Status = status, Answer = answer };
            }
        }
    }
}
