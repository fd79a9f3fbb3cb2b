using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PulumiOvhOrder.Tests;

/// <summary>
/// Runs the provider's executable as the engine does: the engine's address as the argument, the port as the first line of output.
/// </summary>
internal sealed class ProcessLauncher(string path, TimeProvider time) : IPluginLauncher
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // A plugin must not hear the terminal's Ctrl-C, only the engine's Cancel; the engine puts it into a process group of its own.
    private const string SetSid = "/usr/bin/setsid";

    private readonly Lock _lock = new();
    private readonly List<Process> _started = [];
    private readonly string _path = Path.GetFullPath(path);

    public async Task<IPluginProcess> StartAsync(PluginLaunch launch, CancellationToken cancellationToken)
    {
        var own = File.Exists(SetSid);
        var start = new ProcessStartInfo(own ? SetSid : _path, own ? [_path, launch.EngineAddress] : [launch.EngineAddress])
        {
            WorkingDirectory = launch.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in launch.Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{_path} did not start");
        var output = new StringBuilder();
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginErrorReadLine();
        var first = await process.StandardOutput.ReadLineAsync(cancellationToken);
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            process.Kill();
            throw new InvalidOperationException($"{_path} wrote '{first}' instead of its port\n{output}");
        }

        _ = KeepReadingAsync(process.StandardOutput, output);
        lock (_lock)
        {
            _started.Add(process);
        }

        return new Running(process, $"127.0.0.1:{port}", Path.GetDirectoryName(_path)!, output, time, () => Forget(process));
    }

    /// <summary>kill -9 for all that run: nothing of them goes on.</summary>
    public Task KillAsync()
    {
        lock (_lock)
        {
            return Task.WhenAll(_started.Where(process => !process.HasExited).ToList().Select(async process =>
            {
                process.Kill();
                await process.WaitForExitAsync();
            }));
        }
    }

    private void Forget(Process process)
    {
        lock (_lock)
        {
            _started.Remove(process);
        }
    }

    /// <summary>A plugin says nothing after its port; what it says all the same is shown when it fails.</summary>
    private static async Task KeepReadingAsync(StreamReader reader, StringBuilder output)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            Append(output, line);
        }
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private sealed class Running(
        Process process, string address, string directory, StringBuilder output, TimeProvider time, Action ended) : IPluginProcess
    {
        private const int Interrupt = 2;

        public string Address => address;

        public string Directory => directory;

        public bool HasEnded => process.HasExited;

        public string Output
        {
            get
            {
                lock (output)
                {
                    return output.ToString();
                }
            }
        }

        public async Task StopAsync()
        {
            if (!process.HasExited && !OperatingSystem.IsWindows())
            {
                _ = Kill(process.Id, Interrupt);
            }

            // For plugins that were started where SIGINT is ignored, as it is in the background of a shell script.
            process.StandardInput.Close();

            using var patience = new CancellationTokenSource(Grace, time);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }

            ended();
            process.Dispose();
        }

        [DllImport("libc", EntryPoint = "kill")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        private static extern int Kill(int process, int signal);
    }
}
