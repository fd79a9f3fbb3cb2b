namespace PulumiOvhOrder.Simulator.SideDoor;

public enum ProjectState
{
    Ok,

    /// <summary>Every call on a project answers 460; it is still listed, and its service's information says so.</summary>
    Expired,

    /// <summary>For debts: projects are shown, as suspended.</summary>
    Suspended,
}
