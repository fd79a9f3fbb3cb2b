using PulumiOvhOrder.LocalEngine.Plugins;

namespace PulumiOvhOrder.Faults.Environments;

/// <summary>One process for all questions about the schema, which is the same for all; every other one is started.</summary>
internal sealed class SharedSchema(IPluginLauncher launcher) : IPluginLauncher
{
    private static readonly Lock Gate = new();
    private static Task<IPluginProcess>? _shared;

    public async Task<IPluginProcess> StartAsync(PluginLaunch launch, CancellationToken cancellationToken)
    {
        if (!launch.IsForSchema)
        {
            return await launcher.StartAsync(launch, cancellationToken);
        }

        Task<IPluginProcess> shared;
        lock (Gate)
        {
            shared = _shared ??= launcher.StartAsync(launch, CancellationToken.None);
        }

        return new Borrowed(await shared);
    }

    private sealed class Borrowed(IPluginProcess process) : IPluginProcess
    {
        public string Address => process.Address;

        public string? Directory => process.Directory;

        public string Output => process.Output;

        public Task StopAsync() => Task.CompletedTask;
    }
}
