using PulumiOvhOrder.LocalEngine.State;

namespace PulumiOvhOrder.Faults.Environments;

/// <summary>A state file that a killed engine does not write any more.</summary>
internal sealed class FreezableState : IStateStore
{
    private readonly Lock _lock = new();
    private string _json = StateJson.Write(StackState.Empty);
    private bool _frozen;

    public string Json
    {
        get
        {
            lock (_lock)
            {
                return _json;
            }
        }
    }

    public void Freeze()
    {
        lock (_lock)
        {
            _frozen = true;
        }
    }

    public void Thaw()
    {
        lock (_lock)
        {
            _frozen = false;
        }
    }

    public StackState Load() => StateJson.Read(Json);

    public void Save(StackState state)
    {
        lock (_lock)
        {
            if (!_frozen)
            {
                _json = StateJson.Write(state);
            }
        }
    }
}
