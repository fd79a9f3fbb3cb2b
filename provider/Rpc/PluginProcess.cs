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
        A Pulumi resource provider. Pulumi starts it. By hand, only these are useful:

          --version     print the version
          ADDRESS       serve the Pulumi engine at this address
          (nothing)     serve an engine that attaches by PULUMI_DEBUG_PROVIDERS=ovh-order:PORT
        """;

    // The engine kills what still lives five seconds after SIGINT.
    private static readonly TimeSpan CallsTimeout = TimeSpan.FromSeconds(2.5);

    /// <summary>Runs until the engine is done with the plugin.</summary>
    /// <param name="factory">Gets the engine's log and, when it was asked for, the maintainers'.</param>
    /// <param name="stdin">Null when it is closed.</param>
    /// <param name="signals">Cancelled by a signal that ends the plugin; the way out is the same when one comes before the start.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Func<IEngine, Action<string>?, IProvider> factory,
        Stream? stdin,
        Stream stdout,
        Lazy<TextWriter> stderr,
        TimeProvider time,
        CancellationToken signals)
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

        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = signals.Register(() => end.TrySetResult());

        engine.ConnectTo(commandLine.EngineAddress);
        using var server = GrpcServer.For(provider, engine, log);
        var port = await server.StartAsync(CancellationToken.None);
        await WriteAsync(stdout, port.ToString(CultureInfo.InvariantCulture));
        if (stdin is not null && commandLine.EngineAddress.Length > 0)
        {
            EndWithStdin(stdin, end, log);
        }

        await end.Task;
        await ShutdownAsync(provider, server, log, time);
        return 0;
    }

    // "\n" on every system: the engine wants no carriage return.
    private static async Task WriteAsync(Stream stdout, string line)
    {
        await stdout.WriteAsync(Encoding.UTF8.GetBytes(line.ReplaceLineEndings("\n") + "\n"));
        await stdout.FlushAsync();
    }

    /// <summary>The engine holds the other end open and writes nothing. Reading blocks, so it has a thread of its own.</summary>
    private static void EndWithStdin(Stream stdin, TaskCompletionSource end, MaintainerLog log)
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

                end.TrySetResult();
            }
            catch (Exception e)
            {
                // No stdin to read from says nothing about the engine.
                log.Write("stdin is unusable: " + e.Message);
            }
        }
    }

    /// <summary>Ends waits, so that running calls can still tell the engine what exists.</summary>
    private static async Task ShutdownAsync(IProvider provider, GrpcServer server, MaintainerLog log, TimeProvider time)
    {
        await TryAsync(CallsTimeout, _ => Task.Run(provider.Cancel, CancellationToken.None));
        await TryAsync(CallsTimeout, server.StopAsync);

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
