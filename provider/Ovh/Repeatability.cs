namespace PulumiOvhOrder.Ovh;

/// <summary>How a call may be repeated when its answer is lost. Money hangs on it, so every route says it.</summary>
internal enum Repeatability
{
    /// <summary>Reads: as often as one likes.</summary>
    Safe,

    /// <summary>The second call leaves what the first one left.</summary>
    Idempotent,

    /// <summary>Each call makes one more: never repeated unless it is certain that the earlier one was not processed.</summary>
    Once,
}
