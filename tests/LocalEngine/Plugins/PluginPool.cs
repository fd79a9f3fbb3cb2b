using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Plugins;

/// <summary>The provider processes of one preview or one update: nothing in their memory survives from the one to the other.</summary>
/// <param name="secrets">What the schema says is secret, where that is known already.</param>
internal sealed class PluginPool(IPluginLauncher launcher, PluginLaunch launch, Journal journal, PackageSecrets? secrets) : IAsyncDisposable
{
    private readonly ConcurrentQueue<PluginSession> _sessions = [];
    private readonly Lock _lock = new();
    private Task<PackageSecrets>? _secrets = secrets is null ? null : Task.FromResult(secrets);

    /// <summary>What the schema says is secret. A YAML program asks a process of its own, when it first needs the schema.</summary>
    public Task<PackageSecrets> SecretsAsync()
    {
        lock (_lock)
        {
            return _secrets ??= ReadSecretsAsync();
        }
    }

    public Task CancelAsync() => Task.WhenAll(_sessions.Select(s => s.CancelAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var complaint in (await Task.WhenAll(_sessions.Select(s => s.CloseAsync()))).OfType<string>())
        {
            journal.Report(LogSeverity.Error, null, complaint);
        }
    }

    public async Task<PluginSession> StartAsync()
    {
        try
        {
            var session = new PluginSession(await launcher.StartAsync(launch, CancellationToken.None), launch.EngineAddress);
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
        await session.CallAsync(client => client.GetPluginInfoAsync(new Empty()));
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
