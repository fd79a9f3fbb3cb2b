using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>An engine that only listens.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly List<LogRequest> _messages = [];
    private EngineServer _server = null!;

    public string Address => _server.Address;

    public IReadOnlyList<LogRequest> Messages
    {
        get
        {
            lock (_messages)
            {
                return [.. _messages];
            }
        }
    }

    /// <param name="answers">The engine answers nothing before this ends.</param>
    public static async Task<FakeEngine> StartAsync(Task? answers = null)
    {
        var engine = new FakeEngine();
        engine._server = await EngineServer.StartAsync(message =>
        {
            lock (engine._messages)
            {
                engine._messages.Add(message);
            }

            return answers ?? Task.CompletedTask;
        });
        return engine;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
