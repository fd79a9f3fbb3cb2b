using System.Globalization;
using System.Text;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// The life of the process, as the engine expects it: the port is the first and only line on stdout, and the end comes with SIGINT,
/// SIGTERM or SIGHUP or, when the engine dies without a word, the end of stdin.
/// </summary>
internal static class PluginProcess
{
    private const string Help = """
        A Pulumi resource provider. Pulumi starts it; there is nothing to do with it by hand, except:

          --version     print the version
          ADDRESS       serve the Pulumi engine at this address
          (nothing)     serve an engine that attaches by PULUMI_DEBUG_PROVIDERS=ovh-order:PORT
        """;

    // The engine kills what still lives five seconds after SIGINT.
    private static readonly TimeSpan CallsTimeout = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan SignalTimeout = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1.5);

    /// <summary>Runs until the engine is done with the plugin.</summary>
    /// <param name="factory">Gets the engine's log and, when it was asked for, the maintainers'.</param>
    /// <param name="stdin">Null when it is closed.</param>
    /// <param name="signals">The way out is the same when one comes before the start.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Func<IEngine, Action<string>?, IProvider> factory,
        Stream? stdin,
        Stream stdout,
        Lazy<TextWriter> stderr,
        TimeProvider time,
        TerminationSignals signals)
    {
        var commandLine = PluginCommandLine.Parse(arguments);
        var log = new MaintainerLog(stderr, commandLine.Verbose);
        using var engine = new EngineClient(log, time);
        var provider = factory(engine, commandLine.Verbose ? log.Write : null);
        if (arguments is ["--version" or "--help"])
        {
            await WriteAsync(stdout, arguments[0] == "--version" ? provider.Version : Help);
            return 0;
        }

        var end = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var dismissal = signals.Dismissal.Register(() => end.TrySetResult(true));
        using var hangup = signals.Hangup.Register(() => end.TrySetResult(false));

        engine.ConnectTo(commandLine.EngineAddress);
        using var server = GrpcServer.For(provider, engine, log);
        var port = await server.StartAsync(CancellationToken.None);
        await WriteAsync(stdout, port.ToString(CultureInfo.InvariantCulture));
        if (stdin is not null && commandLine.EngineAddress.Length > 0)
        {
            EndWithStdin(stdin, end, log, time);
        }

        await ShutdownAsync(provider, server, isDismissed: await end.Task, log, time);
        return 0;
    }

    // "\n" on every system: the engine wants no carriage return.
    private static async Task WriteAsync(Stream stdout, string line)
    {
        await stdout.WriteAsync(Encoding.UTF8.GetBytes(line.ReplaceLineEndings("\n") + "\n"));
        await stdout.FlushAsync();
    }

    /// <summary>The engine holds the other end open and writes nothing. Reading blocks, so it has a thread of its own.</summary>
    private static void EndWithStdin(Stream stdin, TaskCompletionSource<bool> end, MaintainerLog log, TimeProvider time)
    {
        new Thread(ReadToEnd) { IsBackground = true, Name = "stdin" }.Start();

        void ReadToEnd()
        {
            try
            {
                Span<byte> ignored = stackalloc byte[256];
                while (stdin.Read(ignored) > 0)
                {
                }

                _ = EndAfterSilenceAsync();
            }
            catch (Exception e)
            {
                // No stdin to read from says nothing about the engine.
                log.Write("stdin is unusable: " + e.Message);
            }
        }

        // An engine that says goodbye may close it beside its signal: only silence means that it died.
        async Task EndAfterSilenceAsync()
        {
            await Task.Delay(SignalTimeout, time);
            end.TrySetResult(false);
        }
    }

    /// <summary>Ends waits, so that running calls can still tell the engine what exists; then the provider has its last moments.</summary>
    /// <param name="isDismissed">
    /// False when the engine died, or may have: whether it wrote what it was told into its state is not known then, and nothing may be done
    /// that takes it for granted.
    /// </param>
    private static async Task ShutdownAsync(IProvider provider, GrpcServer server, bool isDismissed, MaintainerLog log, TimeProvider time)
    {
        await TryAsync(CallsTimeout, _ => Task.Run(provider.Cancel, CancellationToken.None));
        await TryAsync(CallsTimeout, server.StopAsync);
        if (isDismissed)
        {
            await TryAsync(ShutdownTimeout, limit => provider.ShutdownAsync(limit).WaitAsync(limit));
        }

        async Task TryAsync(TimeSpan timeout, Func<CancellationToken, Task> step)
        {
            using var limit = new CancellationTokenSource(timeout, time);
            try
            {
                await step(limit.Token);
            }
            catch (Exception e)
            {
                // The process ends in any case.
                log.Write($"on the way out: {e}");
            }
        }
    }
}
