using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Grpc.Core;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Plugins;

/// <summary>The provider processes of one preview or one update: nothing in their memory survives from the one to the other.</summary>
internal sealed class PluginPool : IAsyncDisposable
{
    private readonly ConcurrentQueue<PluginSession> _sessions = [];
    private readonly IPluginLauncher _launcher;
    private readonly PluginLaunch _launch;
    private readonly Journal _journal;
    private readonly TimeProvider _time;
    private readonly Lazy<Task<PackageSecrets>> _secrets;

    /// <param name="secrets">What the schema says is secret, where that is known already.</param>
    public PluginPool(IPluginLauncher launcher, PluginLaunch launch, Journal journal, TimeProvider time, PackageSecrets? secrets)
    {
        (_launcher, _launch, _journal, _time) = (launcher, launch, journal, time);
        _secrets = new Lazy<Task<PackageSecrets>>(() => secrets is null ? ReadSecretsAsync() : Task.FromResult(secrets));
    }

    /// <summary>What the schema says is secret. A YAML program asks a process of its own, when it first needs the schema.</summary>
    public Task<PackageSecrets> SecretsAsync() => _secrets.Value;

    public Task CancelAsync() => Task.WhenAll(_sessions.Select(s => s.CancelAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var complaint in (await Task.WhenAll(_sessions.Select(s => s.CloseAsync()))).OfType<string>())
        {
            _journal.Report(Severity.Error, null, complaint);
        }
    }

    public async Task<PluginSession> StartAsync()
    {
        try
        {
            var session = new PluginSession(await _launcher.StartAsync(_launch, CancellationToken.None), _launch.EngineAddress, _time);
            _sessions.Enqueue(session);
            await session.ShakeHandsAsync();
            return session;
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            throw new ProgramException($"the provider did not start: {(e as RpcException)?.Status.Detail ?? e.Message}");
        }
    }

    private async Task<PackageSecrets> ReadSecretsAsync()
    {
        var session = await StartAsync();
        var schema = await session.CallAsync(client => client.GetSchemaAsync(new GetSchemaRequest()));
        await session.InfoAsync();
        return new PackageSecrets(JsonNode.Parse(schema.Schema)!.AsObject());
    }
}

/// <summary>Which properties a package's schema declares secret: all that this stand-in reads from a schema.</summary>
internal sealed class PackageSecrets(JsonObject schema)
{
    /// <summary>Secret inputs are wrapped even when the program gives plain text.</summary>
    public Map Wrap(string type, Map inputs) => Secret(type, "inputProperties")
        .Aggregate(inputs, (map, name) => map.With(name, map[name] is { } value ? SecretOf(value) : null));

    public ImmutableArray<string> Outputs(string type)
        => [.. Secret(type, "properties").Union(Secret(type, "inputProperties")).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Secret(string type, string section)
    {
        var resource = type.StartsWith(ResourceTypes.ProviderPrefix, StringComparison.Ordinal)
            ? schema["provider"]
            : schema["resources"]?[type];
        return (resource?[section] as JsonObject ?? []).Where(p => (bool?)p.Value!["secret"] ?? false).Select(p => p.Key);
    }
}
