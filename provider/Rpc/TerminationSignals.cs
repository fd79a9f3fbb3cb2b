using System.Runtime.InteropServices;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// The signals by which the engine ends a plugin. They stay handled until the process is gone: the engine, and a person who presses Ctrl-C
/// twice, send more than one, and one that came between the end of the work and the end of the process would kill it.
/// </summary>
internal static class TerminationSignals
{
    private static readonly CancellationTokenSource Received = new();
    private static readonly List<PosixSignalRegistration> Registrations = [];

    /// <summary>Handles the signals from now on. Called once, by the program.</summary>
    /// <returns>Cancelled by the first signal.</returns>
    public static CancellationToken Handle()
    {
        Registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, End));
        Registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, End));
        return Received.Token;
    }

    private static void End(PosixSignalContext signal)
    {
        signal.Cancel = true;

        // Callbacks run elsewhere: the thread of signals has to be free for the next one.
        _ = Received.CancelAsync();
    }
}
