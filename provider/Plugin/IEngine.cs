using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Plugin;

/// <summary>
/// Sends log messages to the engine. There is no error level: the engine counts an error that is logged as a failed resource although the
/// call succeeds.
/// </summary>
internal interface IEngine
{
    /// <param name="urn">The resource to show the message under; null for the stack.</param>
    /// <param name="ephemeral">Shown in the status column while the operation runs, and not kept.</param>
    Task LogAsync(EngineSeverity severity, Urn? urn, string message, bool ephemeral, CancellationToken cancellationToken);
}

/// <summary>The severities of the protocol, with its numbers.</summary>
internal enum EngineSeverity
{
    Debug,
    Info,
    Warning,
}
