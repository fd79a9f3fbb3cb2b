using System.Collections.Immutable;
using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Simulator;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Examples;

/// <summary>An account on a simulator, and a stack with a program of the examples or of the documentation.</summary>
internal sealed class ExampleStack : IAsyncDisposable
{
    private static readonly RunOptions AtOnce = new() { SkipPreview = true };

    private readonly MemoryState _state = new();
    private readonly StringWriter _output = new();
    private readonly IPluginLauncher _plugin;

    private ExampleStack(SimulatorHost simulator, IPluginLauncher plugin) => (Simulator, _plugin) = (simulator, plugin);

    public SimulatorHost Simulator { get; }

    /// <summary>The plugin's own process; most examples do without one, for the sake of time.</summary>
    public static IPluginLauncher Process => new ProcessLauncher(PluginUnderTest.Path, TimeProvider.System);

    public static IProvider Order(IEngine engine) => Composition.Provider(
        new ConfigEnvironment(_ => null, Path.GetTempPath(), null, _ => null), TimeProvider.System, () => 0.5, log: null, engine);

    /// <summary>Values that the program declares under <c>config</c>, by their full names.</summary>
    public Dictionary<string, string> Config { get; } = [];

    public string Program { get; set; } = "";

    public string Output => _output.ToString();

    public static async Task<ExampleStack> StartAsync(IPluginLauncher? plugin = null) =>
        new(await SimulatorHost.StartAsync(new SimulatorOptions()), plugin ?? new InProcessLauncher(Order, TimeProvider.System));

    public static string Example(string name) => Repository.Text($"examples/{name}/Pulumi.yaml");

    public async Task<RunResult> UpAsync()
    {
        var result = await TryUpAsync();
        result.Succeeded.ShouldBeTrue(Output);
        return result;
    }

    public Task<RunResult> TryUpAsync() => Engine().UpAsync(new RunOptions(), CancellationToken.None);

    public async Task DestroyAsync() => (await Engine().DestroyAsync(AtOnce, CancellationToken.None)).Succeeded.ShouldBeTrue(Output);

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        await _output.DisposeAsync();
    }

    private Engine Engine() => new(new LocalEngineOptions
    {
        Plugin = _plugin,
        State = _state,
        ProgramText = Program,
        Configuration = new StackConfiguration(new Dictionary<string, string>(Config)
        {
            ["ovh-order:endpoint"] = Simulator.BaseUri.ToString(),
            ["ovh-order:applicationKey"] = "ak",
            ["ovh-order:applicationSecret"] = "as",
            ["ovh-order:consumerKey"] = "ck",
        }.ToImmutableSortedDictionary(c => c.Key, c => PropertyValue.Of(c.Value), StringComparer.Ordinal)),
        Output = TextWriter.Synchronized(_output),
    });
}
