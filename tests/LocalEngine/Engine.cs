using System.Text.Json;
using PulumiOvhOrder.LocalEngine.Deployments;

namespace PulumiOvhOrder.LocalEngine;

/// <summary>
/// Stands in for the Pulumi engine: calls the provider as recorded conversations with the real one show, keeps the state as that does, and
/// prints what it plans and does. The token of every command is Ctrl-C: what runs is asked to end, nothing new is begun.
/// </summary>
internal sealed class Engine
{
    private readonly LocalEngineOptions _options;
    private readonly PulumiProgram _program;
    private readonly StackConfiguration _configuration;

    /// <exception cref="ProgramException">The program or its configuration is wrong.</exception>
    public Engine(LocalEngineOptions options)
    {
        _options = options;
        _program = ProgramReader.Read(options.ProgramText ?? File.ReadAllText(Path.Combine(options.ProgramDirectory, "Pulumi.yaml")));
        var file = Path.Combine(options.ProgramDirectory, $"Pulumi.{options.Stack}.yaml");
        _configuration = options.Configuration ?? (options.ProgramText is null && File.Exists(file)
            ? StackConfiguration.Read(File.ReadAllText(file))
            : StackConfiguration.Empty);
    }

    public Task<RunResult> RunAsync(CommandLine line, CancellationToken cancellationToken) => (line.Command, line.Operands) switch
    {
        ("preview", []) => UpAsync(line.Run with { PreviewOnly = true }, cancellationToken),
        ("up", []) => UpAsync(line.Run, cancellationToken),
        ("refresh", []) => RefreshAsync(line.Run, cancellationToken),
        ("destroy", []) => DestroyAsync(line.Run, cancellationToken),
        ("import", [var type, var name, var id]) => ImportAsync(type, name, id, line.Run, cancellationToken),
        _ => throw new ProgramException(CommandLine.Usage),
    };

    public Task<RunResult> UpAsync(RunOptions run, CancellationToken cancellationToken) => RunAsync(
        run, "Previewing update", "Updating", d => d.UpAsync(), cancellationToken);

    public Task<RunResult> RefreshAsync(RunOptions run, CancellationToken cancellationToken) => RunAsync(
        run, "Previewing refresh", "Refreshing", d => d.RefreshAsync(), cancellationToken);

    public Task<RunResult> DestroyAsync(RunOptions run, CancellationToken cancellationToken) => RunAsync(
        run, "Previewing destroy", "Destroying", d => d.DestroyAsync(), cancellationToken);

    public Task<RunResult> ImportAsync(string type, string name, string id, RunOptions run, CancellationToken cancellationToken) =>
        RunAsync(run, "Previewing import", "Importing", d => d.ImportAsync(ResourceTypes.Canonical(type), name, id), cancellationToken);

    private async Task<RunResult> RunAsync(
        RunOptions run, string previewTitle, string title, Func<Deployment, Task<Map?>> phase, CancellationToken cancellationToken)
    {
        RunResult? preview = null;
        if (!run.SkipPreview || run.PreviewOnly)
        {
            preview = await RunPhaseAsync(run, previewTitle, isPreview: true, phase, cancellationToken);
            if (run.PreviewOnly || !preview.Succeeded)
            {
                return preview;
            }
        }

        var result = await RunPhaseAsync(run, title, isPreview: false, phase, cancellationToken);
        return result with { Preview = preview };
    }

    private async Task<RunResult> RunPhaseAsync(
        RunOptions run, string title, bool isPreview, Func<Deployment, Task<Map?>> phase, CancellationToken cancellationToken)
    {
        var old = _options.State.Load();
        var snapshot = new Snapshot(old, isPreview ? null : _options.State);
        var stackUrn = DeploymentContext.StackUrnOf(_program.Name, _options.Stack);
        var journal = new Journal(_options.Output, stackUrn, isPreview);
        journal.Learn(_configuration.Values.Values);
        await _options.Output.WriteLineAsync($"{title} ({_options.Stack}):\n");
        await using var server = await EngineServer.StartAsync(log =>
        {
            journal.Report(log.Severity, log.Urn.Length == 0 ? null : log.Urn, log.Message, log.Ephemeral);
            return Task.CompletedTask;
        });
        var plugins = new PluginPool(_options.Plugin, Launch(server.Address), journal, _options.Secrets);
        using var context = new DeploymentContext(_program, _options, _configuration, run, snapshot, journal, plugins);
        Map? outputs;
        await using (plugins)
        await using (cancellationToken.Register(Interrupt))
        {
            var providers = new ProviderRegistry(context);
            outputs = await phase(new Deployment(context, providers, new StepRunner(context, providers)));
        }

        await _options.Output.WriteLineAsync();
        journal.WriteSummary(old.Find(stackUrn)?.Outputs ?? Map.Empty, outputs);
        return new RunResult(
            !context.Failed && !cancellationToken.IsCancellationRequested, journal.Steps, journal.Diagnostics, snapshot.Current, outputs);

        void Interrupt()
        {
            _options.Output.WriteLine("^C received; cancelling. If you would like to terminate immediately, press ^C again.");
            context.Stop();
            _ = plugins.CancelAsync();
        }
    }

    private PluginLaunch Launch(string engineAddress)
    {
        var configuration = _configuration.Values.ToDictionary(v => v.Key, v => PropertyText.Plain(v.Value.Plain()));
        var environment = new Dictionary<string, string>
        {
            ["PULUMI_PROJECT"] = _program.Name,
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(configuration),
        };
        return new PluginLaunch(engineAddress, Path.GetFullPath(_options.ProgramDirectory), environment);
    }
}
