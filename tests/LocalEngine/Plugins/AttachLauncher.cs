using System.Globalization;

namespace PulumiOvhOrder.LocalEngine.Plugins;

/// <summary>
/// Attaches to a provider that already listens, as PULUMI_DEBUG_PROVIDERS does: no process is started or ended, and all of the engine's
/// processes are that one.
/// </summary>
internal sealed class AttachLauncher(int port) : IPluginLauncher
{
    public Task<IPluginProcess> StartAsync(PluginLaunch launch, CancellationToken cancellationToken)
        => Task.FromResult<IPluginProcess>(new Attached(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}")));

    private sealed record Attached(string Address) : IPluginProcess
    {
        public string? Directory => null;

        public string Output => "";

        public Task StopAsync() => Task.CompletedTask;
    }
}
