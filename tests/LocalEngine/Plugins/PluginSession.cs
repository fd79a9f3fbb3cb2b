using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Plugins;

/// <summary>One running provider process and the conversation with it.</summary>
internal sealed class PluginSession : IDisposable
{
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastCancelTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CancelTimeout = TimeSpan.FromSeconds(30);

    private readonly IPluginProcess _process;
    private readonly TimeProvider _time;
    private readonly PluginClient _client;
    private int _closed;

    private PluginSession(IPluginProcess process, TimeProvider time)
    {
        _process = process;
        _time = time;
        _client = new PluginClient(process.Address);
    }

    /// <summary>A call fails with <see cref="RpcException"/> when the provider refuses, or is not there any more.</summary>
    public ResourceProvider.ResourceProviderClient Client => _client.Methods;

    public static async Task<PluginSession> StartAsync(IPluginLauncher launcher, PluginLaunch launch, TimeProvider time)
    {
        var session = new PluginSession(await launcher.StartAsync(launch, CancellationToken.None), time);
        try
        {
            await session.ShakeHandsAsync(launch);
            return session;
        }
        catch (RpcException)
        {
            await session._process.StopAsync();
            session.Dispose();
            throw;
        }
    }

    public async Task InfoAsync() => await Client.GetPluginInfoAsync(new Empty());

    /// <summary>What Ctrl-C does: the provider should end what it is doing and answer it.</summary>
    public async Task CancelAsync()
    {
        try
        {
            await CancelAsync(CancelTimeout);
        }
        catch (RpcException)
        {
            // The calls under way will say what became of them.
        }
    }

    /// <summary>
    /// The end of every process: Cancel, then the signal. Returns a complaint when the process had ended before its time.
    /// </summary>
    public async Task<string?> CloseAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 1)
        {
            return null;
        }

        var hasEnded = _process.HasEnded;
        try
        {
            await (hasEnded ? Task.CompletedTask : CancelAsync(LastCancelTimeout));
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unimplemented)
        {
            // Allowed.
        }
        catch (RpcException)
        {
            hasEnded = true;
        }

        var complaint = hasEnded
            ? "Detected that the provider exited prematurely.\n"
                + "       This is *always* a bug in the provider. Please report the issue to the provider author as appropriate.\n"
                + "       Its output was: " + _process.Output
            : null;
        await _process.StopAsync();
        // What still runs (a Configure that no one waits for) ends with the connection.
        _client.Dispose();
        return complaint;
    }

    public void Dispose() => _client.Dispose();

    private async Task CancelAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit, _time);
        await Client.CancelAsync(new Empty(), cancellationToken: timeout.Token);
    }

    private async Task ShakeHandsAsync(PluginLaunch launch)
    {
        using var timeout = new CancellationTokenSource(HandshakeTimeout, _time);
        var request = new ProviderHandshakeRequest
        {
            RootDirectory = _process.Directory,
            ProgramDirectory = _process.Directory,
            EngineAddress = launch.EngineAddress,
            MapperTarget = launch.EngineAddress,
            LoaderTarget = launch.EngineAddress,
            ResolverTarget = launch.EngineAddress,
            ConfigureWithUrn = true,
            SupportsViews = true,
            SupportsRefreshBeforeUpdate = true,
            InvokeWithPreview = true,
            AcceptsByteString = true,
        };
        await Client.HandshakeAsync(request, cancellationToken: timeout.Token);
        await InfoAsync();
    }
}
