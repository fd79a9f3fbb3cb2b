using System.Text;
using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Rpc;

/// <summary>How engine and plugin get to know each other, before anything is said about resources.</summary>
internal sealed class EngineHandshake(IProvider provider, EngineClient engine)
{
    private readonly Lazy<byte[]> _schema =
        new(() => GrpcFrame.Encode(new GetSchemaResponse { Schema = Encoding.UTF8.GetString(provider.Schema.Span) }));

    public UnaryRoute GetSchema => new((request, _) => MessageReader.Read(GetSchemaRequest.Parser, request).Version switch
    {
        0 => Task.FromResult(_schema.Value),
        var version => throw new GrpcStatusException(GrpcCode.InvalidArgument, $"there is no schema of version {version}"),
    });

    public ProviderHandshakeResponse Handshake(ProviderHandshakeRequest request)
    {
        engine.ConnectTo(request.EngineAddress);
        return new ProviderHandshakeResponse
        {
            AcceptSecrets = true,
            AcceptResources = true,
            AcceptOutputs = true,
            AcceptsByteString = true,
        };
    }

    public Empty Attach(PluginAttach request)
    {
        engine.ConnectTo(request.Address);
        return new Empty();
    }

    public PluginInfo GetPluginInfo(Empty request) => new() { Version = provider.Version };
}
