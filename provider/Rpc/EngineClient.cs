using Grpc.Net.Client;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// Writes to the engine's log, one message after the other. An order must not fail, nor wait for long, because the engine does not listen:
/// after a moment the message is on its way alone.
/// </summary>
internal sealed class EngineClient(MaintainerLog log, TimeProvider time) : IEngine, IDisposable
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private string _address = "";
    private GrpcChannel? _channel;
    private Task _last = Task.CompletedTask;

    /// <summary>A message that the engine did not take in time.</summary>
    private Task _late = Task.CompletedTask;

    /// <summary>The last message of an operation that did not end in time: no other operation waits for it.</summary>
    private Task _abandoned = Task.CompletedTask;

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
            if (_address == address)
            {
                return;
            }

            _ = DisposeAfterAsync(_last, _channel);
            (_address, _channel, _last, _late, _abandoned) =
                (address, null, Task.CompletedTask, Task.CompletedTask, Task.CompletedTask);
        }
    }

    public Task LogAsync(EngineSeverity severity, Urn? urn, string message, bool ephemeral)
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
            // What only stands in the status column is old by the time that a late engine would show it.
            if (_address.Length == 0 || (ephemeral && IsLate))
            {
                return Task.CompletedTask;
            }

            // Made with the first message: the time to start does not pay for it.
            _channel ??= ClearTextChannel.To(_address);
            _last = SendAfterAsync(_last, new Engine.EngineClient(_channel), request);
            return IsLate ? Task.CompletedTask : TakenAsync(_last, late => _late = late);
        }
    }

    public Task FlushAsync()
    {
        lock (_lock)
        {
            return _last == _abandoned ? Task.CompletedTask : TakenAsync(_last, late => _abandoned = late);
        }
    }

    public void Dispose() => _channel?.Dispose();

    private bool IsLate => !_late.IsCompleted;

    private async Task TakenAsync(Task message, Action<Task> tooLate)
    {
        if (!message.IsCompleted && !await IsTakenInTimeAsync(message))
        {
            lock (_lock)
            {
                tooLate(message);
            }
        }
    }

    private async Task<bool> IsTakenInTimeAsync(Task message)
    {
        using var limit = new CancellationTokenSource(AnswerTimeout, time);
        try
        {
            await message.WaitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            log.Write("the engine does not take messages");
            return false;
        }
    }

    /// <summary>The last message may still be on its way.</summary>
    private async Task DisposeAfterAsync(Task last, GrpcChannel? channel)
    {
        await IsTakenInTimeAsync(last);
        channel?.Dispose();
    }

    private async Task SendAfterAsync(Task previous, Engine.EngineClient client, LogRequest request)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await client.LogAsync(request);
        }
        catch (Exception e)
        {
            log.Write($"the engine did not take a message: {e.Message}");
        }
    }
}
