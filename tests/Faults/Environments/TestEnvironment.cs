using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Plugins;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Simulator;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Faults.Environments;

/// <summary>One account on a simulator of its own, one stack, and an engine that brings the one to what the other says.</summary>
internal sealed class TestEnvironment : IAsyncDisposable
{
    /// <summary>Asked for in every command, the schema would take an eighth of the time.</summary>
    private static readonly PackageSecrets Secrets = new(JsonNode.Parse(PackageSchemaResource.Bytes.Span)!.AsObject());

    private readonly TimeProvider _time;
    private readonly StringWriter _printed = new();
    private readonly TextWriter _output;

    private TestEnvironment(SimulatorHost simulator, TimeProvider time)
    {
        Simulator = simulator;
        _time = time;
        // One for all runs, which may be at the same time. It locks itself.
        _output = TextWriter.Synchronized(_printed);
        Plugin = Healthy = new InProcessLauncher(engine => Provider(engine, time), TimeProvider.System);
    }

    public SimulatorHost Simulator { get; }

    /// <summary>Of the next commands.</summary>
    public MemoryState State { get; set; } = new();

    /// <summary>What the next commands start as the provider.</summary>
    public IPluginLauncher Plugin { get; set; }

    public IPluginLauncher Healthy { get; }

    /// <summary>The stack's configuration beside endpoint and credentials.</summary>
    public ImmutableSortedDictionary<string, string> Settings { get; set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whose credentials the stack has: a service account's, or an application key.</summary>
    public bool IsServiceAccount { get; set; }

    /// <summary>The id of the resource that a replacement replaces.</summary>
    public string? FirstId { get; set; }

    /// <summary>Everything that the commands printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _printed.ToString();
            }
        }
    }

    public static async Task<TestEnvironment> StartAsync(TimeProvider? time = null, SimulatorOptions? options = null)
    {
        var simulator = await SimulatorHost.StartAsync(options ?? new SimulatorOptions(), time);
        return new TestEnvironment(simulator, time ?? TimeProvider.System);
    }

    public Task<RunResult> UpAsync(string program, RunOptions? run = null, CancellationToken cancellationToken = default) =>
        Engine(program).UpAsync(run ?? Straight, cancellationToken);

    public Task<RunResult> RefreshAsync(string program, CancellationToken cancellationToken = default) =>
        Engine(program).RefreshAsync(Straight, cancellationToken);

    public Task<RunResult> DestroyAsync(string program, CancellationToken cancellationToken = default) =>
        Engine(program).DestroyAsync(Straight, cancellationToken);

    /// <summary>Takes an order over, as an error said: what is in the state under the name goes first.</summary>
    public async Task<RunResult> ImportAsync(string program, string id, string name = "cloud-project")
    {
        var state = State.Load();
        State.Save(state with { Resources = [.. state.Resources.Where(r => r.Name != name)] });
        return await Engine(program)
            .ImportAsync("ovh-order:index:CloudProject", name, id, Straight with { Protect = false }, CancellationToken.None);
    }

    /// <summary>Uses a voucher up for the account, without this provider.</summary>
    public async Task RedeemAsync(string voucher)
    {
        using var api = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Simulator.BaseUri + "/me/credit/code")
        {
            Content = JsonContent.Create(new { inputCode = voucher }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "at");
        using var answer = await api.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        await _output.DisposeAsync();
    }

    /// <summary>The real provider without a process of its own, which sees nothing of this machine.</summary>
    public static IProvider Provider(IEngine engine, TimeProvider time) =>
        Composition.Provider(new ConfigEnvironment(_ => null, Path.GetTempPath(), null, _ => null), time, () => 0.5, log: null, engine);

    private static RunOptions Straight { get; } = new() { SkipPreview = true };

    public Engine Engine(string program)
    {
        var settings = IsServiceAccount
            ? new Dictionary<string, string> { ["clientId"] = "ci", ["clientSecret"] = "cs" }
            : new Dictionary<string, string> { ["applicationKey"] = "ak", ["applicationSecret"] = "as", ["consumerKey"] = "ck" };
        settings["endpoint"] = Simulator.BaseUri.ToString();
        foreach (var (key, value) in Settings)
        {
            settings[key] = value;
        }

        return new Engine(new LocalEngineOptions
        {
            Plugin = Plugin,
            State = State,
            Secrets = Secrets,
            ProgramText = program,
            Configuration = new StackConfiguration(settings.ToImmutableSortedDictionary(
                s => $"ovh-order:{s.Key}", s => PropertyValue.Of(s.Value), StringComparer.Ordinal)),
            Output = _output,
        });
    }
}
