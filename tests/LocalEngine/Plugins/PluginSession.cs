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
    private readonly RecordedCalls _calls;
    private readonly PluginClient _client;
    private int _closed;

    private PluginSession(CallRecorder recorder, IPluginProcess process, TimeProvider time)
    {
        _process = process;
        _time = time;
        Number = recorder.NextProcess();
        _calls = new RecordedCalls(recorder, Number);
        _client = new PluginClient(process.Address, _calls);
    }

    public int Number { get; }

    /// <summary>A call fails with <see cref="RpcException"/> when the provider refuses, or is not there any more.</summary>
    public ResourceProvider.ResourceProviderClient Client => _client.Methods;

    public static async Task<PluginSession> StartAsync(
        IPluginLauncher launcher, PluginLaunch launch, CallRecorder recorder, TimeProvider time, CancellationToken cancellationToken)
    {
        var session = new PluginSession(recorder, await launcher.StartAsync(launch, cancellationToken), time);
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

    /// <summary>The end of every process: Cancel, then the signal. Returns a complaint when the process had ended before its time.</summary>
    public async Task<string?> CloseAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 1)
        {
            return null;
        }

        string? complaint = null;
        try
        {
            await CancelAsync(LastCancelTimeout);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unimplemented)
        {
            // Allowed.
        }
        catch (RpcException)
        {
            complaint = "Detected that the provider exited prematurely.\n"
                + "       This is *always* a bug in the provider. Please report the issue to the provider author as appropriate.\n"
                + "       Its output was: " + _process.Output;
        }

        await _process.StopAsync();
        await _calls.EndAsync();
        return complaint;
    }

    public void Dispose()
    {
        _client.Dispose();
        _calls.Dispose();
    }

    private async Task CancelAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit, _time);
        await Client.CancelAsync(new Empty(), cancellationToken: timeout.Token);
    }

    private async Task ShakeHandsAsync(PluginLaunch launch)
    {
        var directory = _process.Directory;
        var request = new ProviderHandshakeRequest
        {
            EngineAddress = launch.EngineAddress,
            ConfigureWithUrn = true,
            SupportsViews = true,
            SupportsRefreshBeforeUpdate = true,
            InvokeWithPreview = true,
            MapperTarget = launch.EngineAddress,
            LoaderTarget = launch.EngineAddress,
            ResolverTarget = launch.EngineAddress,
            AcceptsByteString = true,
        };
        if (directory is not null)
        {
            request.RootDirectory = directory;
            request.ProgramDirectory = directory;
        }

        using (var timeout = new CancellationTokenSource(HandshakeTimeout, _time))
        {
            await Client.HandshakeAsync(request, cancellationToken: timeout.Token);
        }

        if (directory is null)
        {
            await Client.AttachAsync(new PluginAttach { Address = launch.EngineAddress });
        }

        await InfoAsync();
    }
}
