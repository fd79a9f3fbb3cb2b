using System.Runtime.InteropServices;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// The signals that end a plugin. They stay handled until the process is gone: the engine, and a person who presses Ctrl-C twice, send more
/// than one, and one that came between the end of the work and the end of the process would kill it.
/// </summary>
internal static class TerminationSignals
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    private static readonly CancellationTokenSource Received = new();
    private static readonly List<PosixSignalRegistration> Registrations = [];

    /// <summary>Handles the signals from now on. Called once, by the program.</summary>
    /// <returns>Cancelled by the first signal.</returns>
    public static CancellationToken Handle()
    {
        if (!OperatingSystem.IsWindows())
        {
            // A shell starts what runs in its background with both ignored, and .NET leaves ignored what is: the engine would not be heard.
            // SIGHUP is left alone: a user who starts the engine with nohup wants it to go on.
            _ = Reset(Interrupt, 0);
            _ = Reset(Terminate, 0);
        }

        Registrations.AddRange(new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }
            .Select(s => PosixSignalRegistration.Create(s, End)));
        return Received.Token;
    }

    private static void End(PosixSignalContext signal)
    {
        signal.Cancel = true;

        // Callbacks run elsewhere: the thread of signals has to be free for the next one.
        _ = Received.CancelAsync();
    }

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint Reset(int signal, nint handler);
}
