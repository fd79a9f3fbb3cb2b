using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using PulumiOvhOrder.LocalEngine.Plugins;

namespace PulumiOvhOrder.Faults.Environments;

/// <summary>The provider's executable, that can be killed like any process.</summary>
internal sealed class MortalPlugin(string path) : IPluginLauncher
{
    private readonly Lock _lock = new();
    private readonly List<Process> _alive = [];
    private readonly string _path = Path.GetFullPath(path);

    public async Task<IPluginProcess> StartAsync(PluginLaunch launch, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(_path, [launch.EngineAddress])
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
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var first = await process.StandardOutput.ReadLineAsync(cancellationToken);
        lock (_lock)
        {
            _alive.Add(process);
        }

        return new Running(process, $"127.0.0.1:{int.Parse(first ?? "", CultureInfo.InvariantCulture)}", Path.GetDirectoryName(_path)!);
    }

    /// <summary>kill -9: nothing of it runs on.</summary>
    public Task KillAsync() => Task.WhenAll(Alive().Select(async process =>
    {
        process.Kill();
        await process.WaitForExitAsync();
    }));

    private List<Process> Alive()
    {
        lock (_lock)
        {
            return [.. _alive.Where(p => !p.HasExited)];
        }
    }

    private sealed class Running(Process process, string address, string directory) : IPluginProcess
    {
        private const int Interrupt = 2;

        private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

        public string Address => address;

        public string Directory => directory;

        public string Output => "";

        public async Task StopAsync()
        {
            if (!process.HasExited)
            {
                _ = Signal(process.Id, Interrupt);
            }

            using var patience = new CancellationTokenSource(Grace, TimeProvider.System);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        [DllImport("libc", EntryPoint = "kill")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        private static extern int Signal(int process, int signal);
    }
}
