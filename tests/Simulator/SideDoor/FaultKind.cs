namespace PulumiOvhOrder.Simulator.SideDoor;

public enum FaultKind
{
    /// <summary>Not processed; answers the given status.</summary>
    Status,

    /// <summary>Processed, then answers the given status.</summary>
    StatusAfter,

    /// <summary>Not processed; answers the given status with an HTML page.</summary>
    Html,

    /// <summary>Processed; the answer is late.</summary>
    Delay,

    /// <summary>Not processed; the connection is cut.</summary>
    DropBefore,

    /// <summary>Processed; the connection is cut without an answer.</summary>
    DropAfter,

    /// <summary>Processed; the connection is cut in the middle of the body.</summary>
    Truncate,
}
