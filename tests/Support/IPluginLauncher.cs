namespace PulumiOvhOrder.Tests;

/// <summary>Starts the provider: once for every process that the engine would start.</summary>
internal interface IPluginLauncher
{
    Task<IPluginProcess> StartAsync(PluginLaunch launch, CancellationToken cancellationToken);
}

/// <param name="EngineAddress">Where this engine listens, as in <c>127.0.0.1:34567</c>.</param>
/// <param name="Directory">The project's; the plugin's working directory.</param>
internal sealed record PluginLaunch(string EngineAddress, string Directory, IReadOnlyDictionary<string, string> Environment);

internal interface IPluginProcess
{
    /// <summary>Where the provider listens.</summary>
    string Address { get; }

    /// <summary>The folder of the executable.</summary>
    string Directory { get; }

    /// <summary>It ended, or no one may speak to it any more: its address may be another process's by now.</summary>
    bool HasEnded { get; }

    /// <summary>What it wrote to stdout (after the port) and stderr, shown when it ended before its time.</summary>
    string Output { get; }

    /// <summary>Asks the process to end, and ends it when it doesn't.</summary>
    Task StopAsync();
}
