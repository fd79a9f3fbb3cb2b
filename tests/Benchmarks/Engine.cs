using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>The engine's side as far as a plugin speaks to it: it takes every message of the log.</summary>
internal sealed class Engine : IDisposable
{
    private readonly UnaryServer _server;

    private Engine(UnaryServer server, string address)
    {
        _server = server;
        Address = address;
    }

    public string Address { get; }

    public static async Task<Engine> StartAsync()
    {
        var routes = new Dictionary<string, UnaryRoute>
        {
            ["/pulumirpc.Engine/Log"] = UnaryRoute.For(LogRequest.Parser, _ => new Empty()),
        };
        var server = new UnaryServer(routes, MaintainerLog.Silent, TimeProvider.System);
        return new Engine(server, $"127.0.0.1:{await server.StartAsync(CancellationToken.None)}");
    }

    public void Dispose() => _server.Dispose();
}
