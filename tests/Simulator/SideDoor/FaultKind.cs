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

    /// <summary>Processed twice, as where something on the way delivers it twice; the first answer comes back.</summary>
    TwiceFirst,

    /// <summary>Processed twice; the second answer comes back.</summary>
    TwiceSecond,

    /// <summary>Processed; the connection is cut in the body, after <see cref="Fault.Bytes"/> of it.</summary>
    Truncate,

    /// <summary>Processed; the body ends after <see cref="Fault.Bytes"/> of it, as if that were all.</summary>
    Shorten,

    /// <summary>Processed; the value at <see cref="Fault.Place"/> is left out of the answer.</summary>
    Remove,

    /// <summary>Processed; <see cref="Fault.Body"/> stands in the answer where the value at <see cref="Fault.Place"/> was.</summary>
    Replace,
}
