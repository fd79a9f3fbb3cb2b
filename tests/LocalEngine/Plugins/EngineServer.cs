using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Plugins;

/// <summary>The engine's own service, as far as providers use it: the log.</summary>
internal sealed class EngineServer : IAsyncDisposable
{
    private readonly UnaryServer _server;

    private EngineServer(UnaryServer server) => _server = server;

    /// <summary>As in <c>127.0.0.1:34567</c>.</summary>
    public required string Address { get; init; }

    public static async Task<EngineServer> StartAsync(Journal journal, TimeProvider time)
    {
        var routes = new Dictionary<string, UnaryRoute>
        {
            ["/pulumirpc.Engine/Log"] = UnaryRoute.For(LogRequest.Parser, request => Log(journal, request)),
        };
        var server = new UnaryServer(routes, MaintainerLog.Silent, time);
        return new EngineServer(server) { Address = $"127.0.0.1:{await server.StartAsync(CancellationToken.None)}" };
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }

    private static Empty Log(Journal journal, LogRequest request)
    {
        var severity = request.Severity switch
        {
            LogSeverity.Debug => Severity.Debug,
            LogSeverity.Info => Severity.Info,
            LogSeverity.Warning => Severity.Warning,
            _ => Severity.Error,
        };
        journal.Report(severity, request.Urn.Length == 0 ? null : request.Urn, request.Message, request.Ephemeral);
        return new Empty();
    }
}
