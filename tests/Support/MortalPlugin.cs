namespace PulumiOvhOrder.Tests;

/// <summary>The provider's executable, that can be killed like any process.</summary>
internal sealed class MortalPlugin(string path) : IPluginLauncher
{
    private readonly ProcessLauncher _processes = new(path, TimeProvider.System);

    public Task<IPluginProcess> StartAsync(PluginLaunch launch, CancellationToken cancellationToken) =>
        _processes.StartAsync(launch, cancellationToken);

    /// <summary>kill -9: nothing of it runs on.</summary>
    public Task KillAsync() => _processes.KillAsync();
}
