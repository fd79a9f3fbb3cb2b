using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// Speaks to the engine's log. A message that cannot be delivered is dropped: an order must not fail, nor wait for long, because
/// nobody listens.
/// </summary>
internal sealed class EngineClient(MaintainerLog log, TimeProvider time) : IEngine, IDisposable
{
    private static readonly TimeSpan PatienceForAnswer = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private UnaryClient? _client;
    private string? _address;
    private Task _last = Task.CompletedTask;
    private volatile bool _deaf;

    /// <summary>From now on messages go to <paramref name="address"/>; an empty one changes nothing.</summary>
    public void ConnectTo(string address)
    {
        if (address.Length == 0)
        {
            return;
        }

        if (!Uri.TryCreate($"http://{address}/", UriKind.Absolute, out _))
        {
            log.Write($"'{address}' is not an address of an engine");
            return;
        }

        lock (_lock)
        {
            _deaf = false;
            if (_address == address)
            {
                return;
            }

            _last = _client is { } old ? DisposeAfterAsync(_last, old) : _last;
            _client = new UnaryClient(address);
            _address = address;
        }
    }

    /// <summary>
    /// Ends when the message is delivered or given up. The token is not heeded, since the last words of a cancelled operation matter
    /// most; the wait is short anyway.
    /// </summary>
    public Task LogAsync(EngineSeverity severity, Urn? urn, string message, bool ephemeral, CancellationToken cancellationToken)
    {
        var request = new LogRequest
        {
            Severity = severity switch
            {
                EngineSeverity.Debug => LogSeverity.Debug,
                EngineSeverity.Info => LogSeverity.Info,
                _ => LogSeverity.Warning,
            },
            Message = message,
            Urn = urn?.Value ?? "",
            Ephemeral = ephemeral,
        };

        lock (_lock)
        {
            if (_client is not { } client)
            {
                return Task.CompletedTask;
            }

            // One after the other, so that they are shown in the order of the calls.
            _last = SendAfterAsync(_last, client, request);
            return _deaf ? Task.CompletedTask : _last;
        }
    }

    public void Dispose() => _client?.Dispose();

    /// <summary>The last message may still be on its way.</summary>
    private static async Task DisposeAfterAsync(Task last, UnaryClient client)
    {
        await last;
        client.Dispose();
    }

    private async Task SendAfterAsync(Task previous, UnaryClient client, LogRequest request)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        using var patience = new CancellationTokenSource(PatienceForAnswer, time);
        try
        {
            await client.CallAsync("pulumirpc.Engine", "Log", request, Empty.Parser, patience.Token);
            _deaf = false;
        }
        catch (Exception e)
        {
            _deaf = e is OperationCanceledException;
            log.Write($"the engine did not take a message: {e.Message}");
        }
    }
}
