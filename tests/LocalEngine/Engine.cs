using System.Collections.Immutable;
using System.Text.Json;
using PulumiOvhOrder.LocalEngine.Deployments;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.LocalEngine.Plugins;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Values;

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
        _configuration = options.Configuration
            ?? (options.ProgramText is null && File.Exists(file) ? StackConfiguration.Read(File.ReadAllText(file)) : StackConfiguration.Empty);
    }

    private delegate Task<PropertyValue.Map?> Phase(Deployment deployment);

    public Task<RunResult> PreviewAsync(RunOptions run, CancellationToken cancellationToken) => UpAsync(run with { PreviewOnly = true }, cancellationToken);

    public Task<RunResult> UpAsync(RunOptions run, CancellationToken cancellationToken) => RunAsync(
        run, "Previewing update", "Updating", d => d.UpAsync(_program, _options.Stack, run.Refresh, run.RunProgram), cancellationToken);

    public Task<RunResult> RefreshAsync(RunOptions run, CancellationToken cancellationToken) => RunAsync(
        run, "Previewing refresh", "Refreshing", d => d.RefreshAsync(_program, _options.Stack, run.RunProgram), cancellationToken);

    public Task<RunResult> DestroyAsync(RunOptions run, CancellationToken cancellationToken) => RunAsync(
        run, "Previewing destroy", "Destroying", d => d.DestroyAsync(_program, _options.Stack, run.Refresh, run.RunProgram), cancellationToken);

    public async Task<RunResult> ImportAsync(string type, string name, string id, RunOptions run, CancellationToken cancellationToken)
    {
        var token = ResourceTypes.Canonical(type);
        var recorder = new CallRecorder();
        var result = await RunAsync(
            run, "Previewing import", "Importing", d => d.ImportAsync(token, name, id, run.Protect), cancellationToken, recorder);
        if (result.Succeeded && !run.PreviewOnly)
        {
            // Writing code for the imported resource takes the schema.
            _ = await SchemaAsync(recorder);
            await _options.Output.WriteLineAsync("Please copy the following code into your Pulumi application.\n");
            await _options.Output.WriteLineAsync(ImportedCode.Of(result.State.Resources.First(r => r.Name == name && r.Type == token)));
        }

        return result with { Calls = recorder.Calls };
    }

    /// <summary>Marks a resource for replacement by the next update; calls nobody.</summary>
    public void Taint(string urn)
    {
        var state = _options.State.Load();
        var resource = state.Find(urn) ?? throw new ProgramException($"no such resource \"{urn}\" exists in the current state");
        _options.State.Save(state with { Resources = [.. state.Resources.Select(r => r == resource ? r with { Taint = true } : r)] });
    }

    public Task<string> GetSchemaAsync() => SchemaAsync(new CallRecorder());

    private async Task<RunResult> RunAsync(
        RunOptions run, string previewTitle, string title, Phase phase, CancellationToken cancellationToken, CallRecorder? recorder = null)
    {
        recorder ??= new CallRecorder();
        RunResult? preview = null;
        if (!run.SkipPreview || run.PreviewOnly)
        {
            preview = await RunPhaseAsync(run, previewTitle, isPreview: true, phase, recorder, cancellationToken);
            if (run.PreviewOnly || !preview.Succeeded)
            {
                return preview;
            }
        }

        var result = await RunPhaseAsync(run, title, isPreview: false, phase, recorder, cancellationToken);
        return result with { Preview = preview };
    }

    private async Task<RunResult> RunPhaseAsync(
        RunOptions run, string title, bool isPreview, Phase phase, CallRecorder recorder, CancellationToken cancellationToken)
    {
        var old = _options.State.Load();
        var snapshot = new Snapshot(old, isPreview ? null : _options.State);
        var stackUrn = DeploymentContext.StackUrnOf(_program.Name, _options.Stack);
        var journal = new Journal(_options.Output, stackUrn, isPreview, details: isPreview || run.Diff);
        foreach (var value in _configuration.Values.Values)
        {
            journal.Learn(value);
        }

        await _options.Output.WriteLineAsync($"{title} ({_options.Stack}):\n");
        await using var server = await EngineServer.StartAsync(journal);
        var plugins = new PluginPool(_options.Plugin, Launch(server.Address), recorder, journal, _options.Time) { KnownSecrets = _options.Secrets };
        using var context = new DeploymentContext(
            _program.Name, _options.Stack, _configuration, snapshot, journal, plugins, _options.Parallel)
        {
            ReplaceTargets = run.Replace,
        };

        PropertyValue.Map? outputs;
        try
        {
            await using (cancellationToken.Register(Interrupt))
            {
                outputs = await phase(new Deployment(context));
            }
        }
        finally
        {
            await plugins.DisposeAsync();
        }

        var oldOutputs = old.Find(stackUrn)?.Outputs ?? PropertyValue.Map.Empty;
        await _options.Output.WriteLineAsync();
        Summary.Write(_options.Output, journal, stackUrn, oldOutputs, outputs);
        return new RunResult(
            !context.Failed && !cancellationToken.IsCancellationRequested, journal.Steps, journal.Diagnostics, snapshot.Current, outputs, recorder.Calls);

        void Interrupt()
        {
            _options.Output.WriteLine("^C received; cancelling. If you would like to terminate immediately, press ^C again.");
            context.Stop();
            _ = plugins.CancelAsync();
        }
    }

    private async Task<string> SchemaAsync(CallRecorder recorder)
    {
        var journal = new Journal(_options.Output, DeploymentContext.StackUrnOf(_program.Name, _options.Stack), preview: true, details: false);
        await using var server = await EngineServer.StartAsync(journal);
        await using var plugins = new PluginPool(_options.Plugin, Launch(server.Address), recorder, journal, _options.Time);
        return await plugins.SchemaAsync();
    }

    private PluginLaunch Launch(string engineAddress)
    {
        var configuration = _configuration.Values.ToDictionary(v => v.Key, v => Interpolation.TextOf(v.Value.Plain()));
        var environment = new Dictionary<string, string>
        {
            ["PULUMI_PROJECT"] = _program.Name,
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(configuration),
        };
        foreach (var (name, value) in _options.Environment)
        {
            environment[name] = value;
        }

        return new PluginLaunch(engineAddress, Path.GetFullPath(_options.ProgramDirectory), environment.ToImmutableDictionary());
    }
}
