namespace PulumiOvhOrder.Simulator.SideDoor;

internal sealed class FaultList
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];

    public void Add(IEnumerable<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        lock (_gate)
        {
            _entries.AddRange(faults.Select(fault => new Entry(fault)));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    /// <summary>Counts this call for every fault that matches it, and gives the first that is due.</summary>
    public Fault? Next(string method, string path)
    {
        lock (_gate)
        {
            Fault? due = null;
            foreach (var entry in _entries.Where(entry => PathPattern.Matches(entry.Fault.Method, entry.Fault.Path, method, path)))
            {
                if (entry.CountsAsHit())
                {
                    due ??= entry.Fault;
                }
            }

            return due;
        }
    }

    private sealed class Entry(Fault fault)
    {
        private int _seen;

        public Fault Fault => fault;

        public bool CountsAsHit()
        {
            _seen++;
            return _seen >= fault.Nth && (fault.Times == 0 || _seen < fault.Nth + fault.Times);
        }
    }
}
