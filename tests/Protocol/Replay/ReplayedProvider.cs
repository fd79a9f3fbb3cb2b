using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol.Replay;

internal sealed record ReplayedAnswer(IMessage Request, IMessage? Message, RpcException? Error);

/// <summary>The real provider on a real port, in this process, that sees nothing of the machine's configuration.</summary>
internal sealed class ReplayedProvider : IDisposable
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));
    private static readonly ServiceDescriptor Service = ProviderReflection.Descriptor.Services.Single(s => s.Name == "ResourceProvider");

    private readonly EngineClient _engine;
    private readonly GrpcServer _server;
    private readonly PluginClient _client;

    private ReplayedProvider(EngineClient engine, GrpcServer server, int port)
    {
        _engine = engine;
        _server = server;
        _client = new PluginClient($"127.0.0.1:{port}");
    }

    public static async Task<ReplayedProvider> StartAsync()
    {
        var log = new MaintainerLog(new Lazy<TextWriter>(TextWriter.Null), verbose: false);
        var engine = new EngineClient(log, TimeProvider.System);
        var environment = new ConfigEnvironment(_ => null, "/", null, _ => null);
        var provider = Composition.Provider(environment, TimeProvider.System, () => 0.5, log: null, engine);
        var server = GrpcServer.For(provider, engine, log);
        return new ReplayedProvider(engine, server, await server.StartAsync(CancellationToken.None));
    }

    public async Task<ReplayedAnswer> SendAsync(string method, JsonObject body)
    {
        var descriptor = Service.FindMethodByName(method);
        // The recorded engine's own address is not there.
        body.Remove("engineAddress");
        var request = Json.Parse(body.ToJsonString(), descriptor.InputType);
        try
        {
            return new ReplayedAnswer(request, await CallAsync(method, request), null);
        }
        catch (RpcException e)
        {
            return new ReplayedAnswer(request, null, e);
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _engine.Dispose();
    }

    private async Task<IMessage> CallAsync(string method, IMessage request) => (method, request) switch
    {
        (_, ProviderHandshakeRequest r) => await _client.Methods.HandshakeAsync(r),
        ("GetPluginInfo", Empty r) => await _client.Methods.GetPluginInfoAsync(r),
        (_, GetSchemaRequest r) => await _client.Methods.GetSchemaAsync(r),
        ("CheckConfig", CheckRequest r) => await _client.Methods.CheckConfigAsync(r),
        ("Check", CheckRequest r) => await _client.Methods.CheckAsync(r),
        ("DiffConfig", DiffRequest r) => await _client.Methods.DiffConfigAsync(r),
        ("Diff", DiffRequest r) => await _client.Methods.DiffAsync(r),
        (_, ConfigureRequest r) => await _client.Methods.ConfigureAsync(r),
        (_, CreateRequest r) => await _client.Methods.CreateAsync(r),
        (_, ReadRequest r) => await _client.Methods.ReadAsync(r),
        (_, UpdateRequest r) => await _client.Methods.UpdateAsync(r),
        (_, DeleteRequest r) => await _client.Methods.DeleteAsync(r),
        (_, InvokeRequest r) => await _client.Methods.InvokeAsync(r),
        ("Cancel", Empty r) => await _client.Methods.CancelAsync(r),
        _ => throw new NotSupportedException($"{method} was not recorded when this was written"),
    };
}
