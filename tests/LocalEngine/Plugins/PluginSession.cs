using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.LocalEngine.Deployments;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Plugins;

/// <summary>One running provider process and the conversation with it.</summary>
internal sealed class PluginSession(IPluginProcess process, string engineAddress) : IDisposable
{
    // Longer than the real engine's: many of these run at once, on machines that do other things too.
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CancelTimeout = TimeSpan.FromSeconds(30);

    private readonly PluginClient _client = new(process.Address);
    private int _closed;

    public string EngineAddress => engineAddress;

    /// <exception cref="StepException">The provider refuses, or is not there any more.</exception>
    /// <param name="failure">What stands before the provider's words then.</param>
    public async Task<TResponse> CallAsync<TResponse>(
        Func<ResourceProvider.ResourceProviderClient, AsyncUnaryCall<TResponse>> call, string failure = "")
    {
        try
        {
            return await call(_client.Methods);
        }
        catch (RpcException e)
        {
            throw new StepException(failure + ProviderValues.Message(e), e);
        }
    }

    /// <summary>
    /// What Ctrl-C does: the provider should end what it is doing and answer it. The calls under way will say what became of them.
    /// </summary>
    /// <returns>Whether there is someone to answer.</returns>
    public async Task<bool> CancelAsync()
    {
        using var timeout = new CancellationTokenSource(CancelTimeout, TimeProvider.System);
        try
        {
            await _client.Methods.CancelAsync(new Empty(), cancellationToken: timeout.Token);
            return true;
        }
        catch (RpcException)
        {
            return false;
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

        var isThere = !process.HasEnded && await CancelAsync();
        var complaint = isThere
            ? null
            : "Detected that the provider exited prematurely.\n"
                + "       This is *always* a bug in the provider. Please report the issue to the provider author as appropriate.\n"
                + "       Its output was: " + process.Output;
        await process.StopAsync();
        // What still runs (a Configure that no one waits for) ends with the connection.
        _client.Dispose();
        return complaint;
    }

    public void Dispose() => _client.Dispose();

    public async Task ShakeHandsAsync()
    {
        using var timeout = new CancellationTokenSource(HandshakeTimeout, TimeProvider.System);
        var request = new ProviderHandshakeRequest
        {
            RootDirectory = process.Directory,
            ProgramDirectory = process.Directory,
            EngineAddress = engineAddress,
            MapperTarget = engineAddress,
            LoaderTarget = engineAddress,
            ResolverTarget = engineAddress,
            ConfigureWithUrn = true,
            SupportsViews = true,
            SupportsRefreshBeforeUpdate = true,
            InvokeWithPreview = true,
            AcceptsByteString = true,
        };
        await _client.Methods.HandshakeAsync(request, cancellationToken: timeout.Token);
        await _client.Methods.GetPluginInfoAsync(new Empty());
    }

    // The calls about a provider's own configuration never carry secrets as secrets.
    public async Task<CheckAnswer> CheckConfigAsync(ResourceState goal, Map olds)
    {
        var (oldInputs, news) = (Plain(olds), Plain(goal.Inputs));
        var response = await CallAsync(client => client.CheckConfigAsync(
            new CheckRequest { Urn = goal.Urn, Type = goal.Type, Name = goal.Name, Olds = oldInputs, News = news }));
        return new CheckAnswer(ProviderValues.Remark(ProviderValues.Decode(response.Inputs) ?? Map.Empty, goal.Inputs), response.Failures);
    }

    public async Task<DiffAnswer> DiffConfigAsync(ResourceState old, Map news)
    {
        var (olds, oldInputs) = (Plain(old.Outputs), Plain(old.Inputs));
        var request =
            new DiffRequest { Urn = old.Urn, Type = old.Type, Name = old.Name, Olds = olds, OldInputs = oldInputs, News = Plain(news) };
        return DiffAnswer.From(await CallAsync(client => client.DiffConfigAsync(request)));
    }

    private static Struct Plain(Map map) => PropertyValueCodec.Encode((Map)map.Plain());
}
