using System.Runtime.InteropServices;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// The signals that end a plugin. They stay handled until the process is gone: the engine, and a person who presses Ctrl-C twice, send more
/// than one, and one that came between the end of the work and the end of the process would kill it.
/// </summary>
/// <param name="Dismissal">Cancelled by SIGINT or SIGTERM: the engine is done with the plugin.</param>
/// <param name="Hangup">Cancelled by SIGHUP: the session is gone, and perhaps the engine with it.</param>
internal sealed record TerminationSignals(CancellationToken Dismissal, CancellationToken Hangup)
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    private static readonly List<PosixSignalRegistration> Registrations = [];

    /// <summary>Handles the signals from now on. Called once, by the program.</summary>
    public static TerminationSignals Handle()
    {
        if (!OperatingSystem.IsWindows())
        {
            // A shell starts what runs in its background with both ignored, and .NET leaves ignored what is: the engine would not be heard.
            // SIGHUP is left alone: whoever starts the engine by nohup wants it to go on.
            _ = Reset(Interrupt, 0);
            _ = Reset(Terminate, 0);
        }

        return new TerminationSignals(TokenOf(PosixSignal.SIGINT, PosixSignal.SIGTERM), TokenOf(PosixSignal.SIGHUP));
    }

    private static CancellationToken TokenOf(params ReadOnlySpan<PosixSignal> signals)
    {
        var received = new CancellationTokenSource();
        foreach (var signal in signals)
        {
            Registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;

                // Callbacks run elsewhere: the thread of signals has to be free for the next one.
                _ = received.CancelAsync();
            }));
        }

        return received.Token;
    }

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint Reset(int signal, nint handler);
}
