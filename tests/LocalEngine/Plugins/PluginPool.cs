using Grpc.Core;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Plugins;

/// <summary>The provider processes of one preview or one update: nothing in their memory survives from the one to the other.</summary>
internal sealed class PluginPool(IPluginLauncher launcher, PluginLaunch launch, CallRecorder recorder, Journal journal, TimeProvider time)
    : IAsyncDisposable
{
    private readonly List<PluginSession> _sessions = [];
    private Task<PackageSecrets>? _secrets;

    /// <summary>What the schema says is secret, where that is known already.</summary>
    public PackageSecrets? KnownSecrets
    {
        init => _secrets = value is null ? null : Task.FromResult(value);
    }

    public string EngineAddress => launch.EngineAddress;

    public async Task<PluginSession> StartAsync()
    {
        PluginSession session;
        try
        {
            session = await PluginSession.StartAsync(launcher, launch, recorder, time, CancellationToken.None);
        }
        catch (RpcException e)
        {
            throw new ProgramException($"the provider did not start: {e.Status.Detail}");
        }

        lock (_sessions)
        {
            _sessions.Add(session);
        }

        return session;
    }

    /// <summary>What the schema says is secret. A YAML program asks a process of its own, when it first needs the schema.</summary>
    public Task<PackageSecrets> SecretsAsync()
    {
        lock (_sessions)
        {
            return _secrets ??= ReadAsync();
        }

        async Task<PackageSecrets> ReadAsync() => PackageSecrets.Read(await SchemaAsync());
    }

    public async Task<string> SchemaAsync()
    {
        var session = await StartAsync();
        var schema = await session.Client.GetSchemaAsync(new GetSchemaRequest());
        await session.InfoAsync();
        return schema.Schema;
    }

    public Task CancelAsync() => Task.WhenAll(Sessions().Select(s => s.CancelAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var complaint in await Task.WhenAll(Sessions().Select(s => s.CloseAsync())))
        {
            if (complaint is not null)
            {
                journal.Report(Severity.Error, null, complaint);
            }
        }

        foreach (var session in Sessions())
        {
            session.Dispose();
        }
    }

    private List<PluginSession> Sessions()
    {
        lock (_sessions)
        {
            return [.. _sessions];
        }
    }
}
