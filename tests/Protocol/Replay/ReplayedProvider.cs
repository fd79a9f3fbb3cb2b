using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol.Replay;

internal sealed record ReplayedAnswer(IMessage Request, IMessage? Message, GrpcCallException? Error);

/// <summary>The real provider on a real port, in this process, that sees nothing of the machine's configuration.</summary>
internal sealed class ReplayedProvider : IDisposable
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));
    private static readonly ServiceDescriptor Service = ProviderReflection.Descriptor.Services.Single(s => s.Name == "ResourceProvider");

    private readonly EngineClient _engine;
    private readonly UnaryServer _server;
    private readonly UnaryClient _client;

    private ReplayedProvider(EngineClient engine, UnaryServer server, int port)
    {
        _engine = engine;
        _server = server;
        _client = new UnaryClient($"127.0.0.1:{port}");
    }

    public static async Task<ReplayedProvider> StartAsync()
    {
        var log = new MaintainerLog(new Lazy<TextWriter>(TextWriter.Null), verbose: false);
        var engine = new EngineClient(log, TimeProvider.System);
        var surroundings = new ConfigSurroundings(_ => null, "/", null, _ => null);
        var provider = Composition.Provider(surroundings, TimeProvider.System, () => 0.5, log: null, engine);
        var server = new UnaryServer(ResourceProviderRoutes.For(provider, engine), log, TimeProvider.System);
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
            return new ReplayedAnswer(request, await CallAsync(descriptor, request), null);
        }
        catch (GrpcCallException e)
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

    private Task<IMessage> CallAsync(MethodDescriptor method, IMessage request) => method.Name switch
    {
        "Handshake" => CallAsync(request, method, ProviderHandshakeResponse.Parser),
        "GetPluginInfo" => CallAsync(request, method, PluginInfo.Parser),
        "GetSchema" => CallAsync(request, method, GetSchemaResponse.Parser),
        "CheckConfig" or "Check" => CallAsync(request, method, CheckResponse.Parser),
        "DiffConfig" or "Diff" => CallAsync(request, method, DiffResponse.Parser),
        "Configure" => CallAsync(request, method, ConfigureResponse.Parser),
        "Create" => CallAsync(request, method, CreateResponse.Parser),
        "Read" => CallAsync(request, method, ReadResponse.Parser),
        "Update" => CallAsync(request, method, UpdateResponse.Parser),
        "Delete" or "Cancel" => CallAsync(request, method, Empty.Parser),
        "Invoke" => CallAsync(request, method, InvokeResponse.Parser),
        _ => throw new NotSupportedException($"{method.Name} was not recorded when this was written"),
    };

    private async Task<IMessage> CallAsync<T>(IMessage request, MethodDescriptor method, MessageParser<T> parser)
        where T : IMessage<T> =>
        await _client.CallAsync(method.Service.FullName, method.Name, request, parser, CancellationToken.None);
}
