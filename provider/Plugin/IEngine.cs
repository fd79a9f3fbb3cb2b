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
    /// <returns>Ends when the engine has taken the message, or has kept it waiting for too long.</returns>
    Task LogAsync(EngineSeverity severity, Urn? urn, string message, bool ephemeral);

    /// <summary>Waits, no longer than that, for what is still on its way: the engine may stop listening after an operation's end.</summary>
    Task FlushAsync();
}

/// <summary>The severities of the protocol, with its numbers.</summary>
internal enum EngineSeverity
{
    Debug,
    Info,
    Warning,
}
