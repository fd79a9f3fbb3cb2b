using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>A running plugin, and the calls that the engine makes, in the engine's order and with its fields.</summary>
internal sealed class Plugin : IAsyncDisposable
{
    private const string ProviderUrn = "urn:pulumi:dev::bench::pulumi:providers:ovh-order::default";

    private readonly Process _process;
    private readonly PluginClient _client;
    private readonly long _started;

    private Plugin(Process process, int port, long started)
    {
        _process = process;
        _client = new PluginClient($"127.0.0.1:{port}");
        _started = started;
        ToPort = SinceStart;
    }

    private ResourceProvider.ResourceProviderClient Methods => _client.Methods;

    /// <summary>From the start of the process to its port line.</summary>
    public TimeSpan ToPort { get; }

    public TimeSpan SinceStart => Stopwatch.GetElapsedTime(_started);

    public ProcessReading Reading => ProcessReading.Of(_process.Id);

    /// <param name="trust">The variables that decide which certificates are trusted; null: the system's are.</param>
    public static async Task<Plugin> StartAsync(
        string path, string engineAddress, IReadOnlyDictionary<string, string>? trust = null)
    {
        var start = new ProcessStartInfo(path, [engineAddress])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };

        // No account of the machine's own may reach a benchmark.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("OVH_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = Path.GetTempPath();
        foreach (var (name, value) in trust ?? ImmutableDictionary<string, string>.Empty)
        {
            start.Environment[name] = value;
        }

        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{path} did not start");
        var line = await process.StandardOutput.ReadLineAsync();
        return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new Plugin(process, port, started)
            : throw new InvalidOperationException($"{path} wrote '{line}' instead of its port");
    }

    /// <summary>A plugin that is ready for its first resource.</summary>
    public static async Task<Plugin> StartAsync(
        string path, string engineAddress, Uri api, IReadOnlyDictionary<string, string>? trust = null)
    {
        var plugin = await StartAsync(path, engineAddress, trust);
        await plugin.ConfigureAsync(engineAddress, api);
        return plugin;
    }

    /// <summary>The shortest life of the executable: it says its version and ends. What is left of a start is the runtime's.</summary>
    public static async Task<TimeSpan> AskVersionAsync(string path)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(path, ["--version"]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{path} did not start");
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(started);
    }

    /// <returns>How long each call took, in milliseconds.</returns>
    public async Task<IReadOnlyDictionary<string, double>> ConfigureAsync(string engineAddress, Uri api)
    {
        var times = new Dictionary<string, double>();
        await TimedAsync("Handshake", () => Methods.HandshakeAsync(new ProviderHandshakeRequest
        {
            EngineAddress = engineAddress,
            ConfigureWithUrn = true,
            SupportsViews = true,
            SupportsRefreshBeforeUpdate = true,
            InvokeWithPreview = true,
        }));
        await TimedAsync("GetSchema", () => Methods.GetSchemaAsync(new GetSchemaRequest()));
        var args = PropertyValueCodec.Encode(PropertyValue.Map.Empty
            .With("endpoint", PropertyValue.Of(api.AbsoluteUri))
            .With("accessToken", PropertyValue.Of("at"))
            .With("ovhSubsidiary", PropertyValue.Of("FR")));
        await TimedAsync("CheckConfig", () => Methods.CheckConfigAsync(new CheckRequest { Urn = ProviderUrn, News = args }));
        await TimedAsync(
            "Configure",
            () => Methods.ConfigureAsync(
                new ConfigureRequest { Urn = ProviderUrn, Args = args, AcceptSecrets = true, AcceptResources = true }));
        return times;

        async Task TimedAsync<TResponse>(string method, Func<AsyncUnaryCall<TResponse>> call)
        {
            var began = Stopwatch.GetTimestamp();
            await call();
            times[method] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
    }

    public async Task<CheckResponse> CheckAsync(Project project) => await Methods.CheckAsync(project.ToCheck());

    public async Task<DiffResponse> DiffAsync(Project project) => await Methods.DiffAsync(project.ToDiff());

    public async Task<CreateResponse> PreviewAsync(Project project) => await Methods.CreateAsync(project.ToCreate(preview: true));

    public async Task<Project> CreateAsync(Project project)
    {
        var response = await Methods.CreateAsync(project.ToCreate(preview: false));
        return project with { Id = response.Id, State = response.Properties };
    }

    public async Task<ReadResponse> ReadAsync(Project project) => await Methods.ReadAsync(project.ToRead());

    /// <returns>The project under its new description.</returns>
    public async Task<Project> UpdateAsync(Project project, string description)
    {
        var response = await Methods.UpdateAsync(project.ToUpdate(description));
        return project with { Description = description, State = response.Properties };
    }

    public async Task DeleteAsync(Project project) => await Methods.DeleteAsync(project.ToDelete());

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();

        // The end of stdin is how a plugin hears that its engine is gone.
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
