using Google.Protobuf.WellKnownTypes;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests;

/// <summary>The engine's own service, as far as providers use it: the log.</summary>
internal sealed class EngineServer : IAsyncDisposable
{
    private readonly GrpcServer _server;

    private EngineServer(GrpcServer server) => _server = server;

    /// <summary>As in <c>127.0.0.1:34567</c>.</summary>
    public required string Address { get; init; }

    /// <param name="log">Takes each message; the provider has its answer when that ends.</param>
    public static async Task<EngineServer> StartAsync(Func<LogRequest, Task> log)
    {
        var server = GrpcServer.For(new Service(log), new Methods());
        return new EngineServer(server) { Address = $"127.0.0.1:{await server.StartAsync(CancellationToken.None)}" };
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }

    private sealed class Service(Func<LogRequest, Task> log) : Rpc.Messages.Engine.EngineBase
    {
        public override async Task<Empty> Log(LogRequest request, ServerCallContext context)
        {
            await log(request);
            return new Empty();
        }
    }

    private sealed class Methods : IServiceMethodProvider<Service>
    {
        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<Service> context) => context.AddUnaryMethod(
            new Method<LogRequest, Empty>(
                MethodType.Unary, "pulumirpc.Engine", "Log", MessageMarshaller.For(LogRequest.Parser), MessageMarshaller.For(Empty.Parser)),
            [],
            (service, request, call) => service.Log(request, call));
    }
}
