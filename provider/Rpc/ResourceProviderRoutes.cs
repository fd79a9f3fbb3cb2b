using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Rpc;

/// <summary>The methods of <c>pulumirpc.ResourceProvider</c> that this provider serves.</summary>
internal static class ResourceProviderRoutes
{
    public static IReadOnlyDictionary<string, UnaryRoute> For(IProvider provider, EngineClient engine)
    {
        var adapter = new ResourceProviderAdapter(provider);
        var handshake = new EngineHandshake(provider, engine);
        return new Dictionary<string, UnaryRoute>
        {
            [Path("Handshake")] = UnaryRoute.For(ProviderHandshakeRequest.Parser, handshake.Handshake),
            [Path("Attach")] = UnaryRoute.For(PluginAttach.Parser, handshake.Attach),
            [Path("GetPluginInfo")] = UnaryRoute.For(Empty.Parser, handshake.GetPluginInfo),
            [Path("GetSchema")] = handshake.GetSchema,
            [Path("GetMapping")] = UnaryRoute.For(GetMappingRequest.Parser, _ => new GetMappingResponse()),
            [Path("GetMappings")] = UnaryRoute.For(GetMappingsRequest.Parser, _ => new GetMappingsResponse()),
            [Path("CheckConfig")] = UnaryRoute.For(Messages.CheckRequest.Parser, adapter.CheckConfigAsync),
            [Path("DiffConfig")] = UnaryRoute.For(Messages.DiffRequest.Parser, adapter.DiffConfigAsync),
            [Path("Configure")] = UnaryRoute.For(Messages.ConfigureRequest.Parser, adapter.ConfigureAsync),
            [Path("Check")] = UnaryRoute.For(Messages.CheckRequest.Parser, adapter.CheckAsync),
            [Path("Diff")] = UnaryRoute.For(Messages.DiffRequest.Parser, adapter.DiffAsync),
            [Path("Create")] = UnaryRoute.For(Messages.CreateRequest.Parser, adapter.CreateAsync),
            [Path("Read")] = UnaryRoute.For(Messages.ReadRequest.Parser, adapter.ReadAsync),
            [Path("Update")] = UnaryRoute.For(Messages.UpdateRequest.Parser, adapter.UpdateAsync),
            [Path("Delete")] = UnaryRoute.For(Messages.DeleteRequest.Parser, adapter.DeleteAsync),
            [Path("Invoke")] = UnaryRoute.For(Messages.InvokeRequest.Parser, adapter.InvokeAsync),

            // The engine asks for a prompt answer, and takes none as a crash; what is cancelled can take its time.
            [Path("Cancel")] = UnaryRoute.For(Empty.Parser, _ => new Empty()) with { AfterAnswer = provider.Cancel },
        };
    }

    private static string Path(string method) => "/pulumirpc.ResourceProvider/" + method;
}
