using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Plugins;

/// <summary>One running provider process and the conversation with it.</summary>
internal sealed class PluginSession : IDisposable
{
    private const string Service = "pulumirpc.ResourceProvider";

    private static readonly TimeSpan HandshakeDeadline = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastCancelDeadline = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CancelDeadline = TimeSpan.FromSeconds(30);

    private readonly CallRecorder _recorder;
    private readonly IPluginProcess _process;
    private readonly TimeProvider _time;
    private readonly UnaryClient _client;
    private readonly CancellationTokenSource _cut = new();
    private readonly ConcurrentBag<Task> _calls = [];
    private int _closed;

    private PluginSession(CallRecorder recorder, IPluginProcess process, TimeProvider time)
    {
        _recorder = recorder;
        _process = process;
        _time = time;
        _client = new UnaryClient(process.Address);
        Number = recorder.NextProcess();
    }

    public int Number { get; }

    public static async Task<PluginSession> StartAsync(
        IPluginLauncher launcher, PluginLaunch launch, CallRecorder recorder, TimeProvider time, CancellationToken cancellationToken)
    {
        var session = new PluginSession(recorder, await launcher.StartAsync(launch, cancellationToken), time);
        try
        {
            await session.ShakeHandsAsync(launch);
            return session;
        }
        catch (GrpcCallException)
        {
            await session._process.StopAsync();
            session.Dispose();
            throw;
        }
    }

    public Task<PluginInfo> InfoAsync() => CallAsync("GetPluginInfo", new Empty(), PluginInfo.Parser);

    /// <exception cref="GrpcCallException">The provider refused, or isn't there any more.</exception>
    public Task<TResponse> CallAsync<TRequest, TResponse>(
        string method, TRequest request, MessageParser<TResponse> parser, TimeSpan? deadline = null)
        where TRequest : IMessage
        where TResponse : class, IMessage<TResponse>
    {
        var call = RecordedAsync(method, request, parser, deadline);
        _calls.Add(call);
        return call;
    }

    /// <summary>What Ctrl-C does: the provider should end what it is doing and answer it.</summary>
    public async Task CancelAsync()
    {
        try
        {
            await CallAsync("Cancel", new Empty(), Empty.Parser, CancelDeadline);
        }
        catch (GrpcCallException)
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
            await CallAsync("Cancel", new Empty(), Empty.Parser, LastCancelDeadline);
        }
        catch (GrpcCallException e) when (e.Code == GrpcCode.Unimplemented)
        {
            // Allowed.
        }
        catch (GrpcCallException)
        {
            complaint = "Detected that the provider exited prematurely.\n"
                + "       This is *always* a bug in the provider. Please report the issue to the provider author as appropriate.\n"
                + "       Its output was: " + _process.Output;
        }

        await _process.StopAsync();
        await _cut.CancelAsync();
        // Nobody may wait for them (a Configure), and yet they are to be recorded.
        await Task.WhenAll(_calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return complaint;
    }

    public void Dispose()
    {
        _client.Dispose();
        _cut.Dispose();
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

        await CallAsync("Handshake", request, ProviderHandshakeResponse.Parser, HandshakeDeadline);
        if (directory is null)
        {
            await CallAsync("Attach", new PluginAttach { Address = launch.EngineAddress }, Empty.Parser);
        }

        await InfoAsync();
    }

    private async Task<TResponse> RecordedAsync<TRequest, TResponse>(
        string method, TRequest request, MessageParser<TResponse> parser, TimeSpan? deadline)
        where TRequest : IMessage
        where TResponse : class, IMessage<TResponse>
    {
        using var timeout = new CancellationTokenSource(deadline ?? Timeout.InfiniteTimeSpan, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(_cut.Token, timeout.Token);
        TResponse? response = null;
        Exception? failure = null;
        try
        {
            response = await _client.CallAsync(Service, method, request, parser, linked.Token);
            return response;
        }
        catch (Exception e) when (e is GrpcCallException or OperationCanceledException)
        {
            failure = e;
            throw e as GrpcCallException ?? new GrpcCallException(GrpcCode.Cancelled, $"{method} was not answered", cause: e);
        }
        finally
        {
            _recorder.Add(Number, method, request, response, failure);
        }
    }
}
