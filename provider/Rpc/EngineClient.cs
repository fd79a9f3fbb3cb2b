using Grpc.Core;
using Grpc.Net.Client;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// Writes to the engine's log. A message that cannot be delivered is dropped: an order must not fail, nor wait for long, because the
/// engine does not listen.
/// </summary>
internal sealed class EngineClient(MaintainerLog log, TimeProvider time) : IEngine, IDisposable
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private string _address = "";
    private GrpcChannel? _channel;
    private Task _last = Task.CompletedTask;
    private volatile bool _unresponsive;

    /// <summary>From now on messages go to <paramref name="address"/>; an empty one changes nothing.</summary>
    public void ConnectTo(string address)
    {
        if (address.Length == 0 || !Uri.TryCreate($"http://{address}/", UriKind.Absolute, out _))
        {
            log.Write($"'{address}' is not an address of an engine");
            return;
        }

        lock (_lock)
        {
            _unresponsive = false;
            if (_address == address)
            {
                return;
            }

            _last = _channel is { } old ? DisposeAfterAsync(_last, old) : _last;
            _channel = null;
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
            Severity = (LogSeverity)severity,
            Message = message,
            Urn = urn?.Value ?? "",
            Ephemeral = ephemeral,
        };

        lock (_lock)
        {
            if (_address.Length == 0)
            {
                return Task.CompletedTask;
            }

            // Made with the first message: the time to start does not pay for it. One message after the other, in the order of the calls.
            _channel ??= ClearTextChannel.To(_address);
            _last = SendAfterAsync(_last, new Engine.EngineClient(_channel), request);
            return _unresponsive ? Task.CompletedTask : _last;
        }
    }

    public void Dispose() => _channel?.Dispose();

    /// <summary>The last message may still be on its way.</summary>
    private static async Task DisposeAfterAsync(Task last, GrpcChannel channel)
    {
        await last;
        channel.Dispose();
    }

    private async Task SendAfterAsync(Task previous, Engine.EngineClient client, LogRequest request)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        using var timeout = new CancellationTokenSource(AnswerTimeout, time);
        try
        {
            await client.LogAsync(request, cancellationToken: timeout.Token);
            _unresponsive = false;
        }
        catch (Exception e)
        {
            _unresponsive = e is RpcException { StatusCode: StatusCode.Cancelled };
            log.Write($"the engine did not take a message: {e.Message}");
        }
    }
}
