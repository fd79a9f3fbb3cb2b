using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>An engine that only listens.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly List<LogRequest> _messages = [];
    private readonly UnaryServer _server;

    private FakeEngine(Task answers) => _server = new UnaryServer(
        new Dictionary<string, UnaryRoute>
        {
            ["/pulumirpc.Engine/Log"] = UnaryRoute.For(LogRequest.Parser, async (LogRequest message, CancellationToken _) =>
            {
                lock (_messages)
                {
                    _messages.Add(message);
                }

                await answers;
                return new Empty();
            }),
        },
        MaintainerLog.Silent,
        TimeProvider.System);

    public string Address { get; private set; } = "";

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
        var engine = new FakeEngine(answers ?? Task.CompletedTask);
        engine.Address = $"127.0.0.1:{await engine._server.StartAsync(CancellationToken.None)}";
        return engine;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }
}
