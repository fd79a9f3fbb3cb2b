using System.Text;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Plugin;
using static PulumiOvhOrder.Rpc.Messages.ResourceProvider;

namespace PulumiOvhOrder.Rpc;

/// <summary>The engine's calls: each is mapped to the plugin's request, made, and its answer mapped back.</summary>
internal sealed class ResourceProviderService(IProvider provider, EngineClient engine, MaintainerLog log) : ResourceProviderBase
{
    public override Task<Messages.ProviderHandshakeResponse> Handshake(Messages.ProviderHandshakeRequest request, ServerCallContext context)
    {
        engine.ConnectTo(request.EngineAddress);
        return Task.FromResult(new Messages.ProviderHandshakeResponse
        {
            AcceptSecrets = true,
            AcceptResources = true,
            AcceptOutputs = true,
            AcceptsByteString = true,
        });
    }

    public override Task<Empty> Attach(Messages.PluginAttach request, ServerCallContext context)
    {
        engine.ConnectTo(request.Address);
        return Task.FromResult(new Empty());
    }

    public override Task<Messages.PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(new Messages.PluginInfo { Version = provider.Version });

    public override Task<Messages.GetSchemaResponse> GetSchema(Messages.GetSchemaRequest request, ServerCallContext context) =>
        request.Version == 0
            ? Task.FromResult(new Messages.GetSchemaResponse { Schema = Encoding.UTF8.GetString(provider.Schema.Span) })
            : throw new ProviderException(FailureKind.InvalidArgument, $"there is no schema of version {request.Version}");

    public override Task<Messages.GetMappingResponse> GetMapping(Messages.GetMappingRequest request, ServerCallContext context) =>
        Task.FromResult(new Messages.GetMappingResponse());

    public override Task<Messages.GetMappingsResponse> GetMappings(Messages.GetMappingsRequest request, ServerCallContext context) =>
        Task.FromResult(new Messages.GetMappingsResponse());

    public override async Task<Messages.CheckResponse> CheckConfig(Messages.CheckRequest request, ServerCallContext context) =>
        (await provider.CheckConfigAsync(request.ToPlugin(), context.CancellationToken)).ToWire();

    public override async Task<Messages.DiffResponse> DiffConfig(Messages.DiffRequest request, ServerCallContext context) =>
        (await provider.DiffConfigAsync(request.ToPlugin(), context.CancellationToken)).ToWire();

    public override async Task<Messages.ConfigureResponse> Configure(Messages.ConfigureRequest request, ServerCallContext context)
    {
        await provider.ConfigureAsync(request.ToPlugin(), context.CancellationToken);
        return new() { AcceptSecrets = true, SupportsPreview = true, AcceptResources = true, AcceptOutputs = true };
    }

    public override async Task<Messages.InvokeResponse> Invoke(Messages.InvokeRequest request, ServerCallContext context) =>
        (await provider.InvokeAsync(request.ToPlugin(), context.CancellationToken)).ToWire();

    public override async Task<Messages.CheckResponse> Check(Messages.CheckRequest request, ServerCallContext context) =>
        (await provider.CheckAsync(request.ToPlugin(), context.CancellationToken)).ToWire();

    public override async Task<Messages.DiffResponse> Diff(Messages.DiffRequest request, ServerCallContext context) =>
        (await provider.DiffAsync(request.ToPlugin(), context.CancellationToken)).ToWire();

    public override async Task<Messages.CreateResponse> Create(Messages.CreateRequest request, ServerCallContext context) =>
        (await provider.CreateAsync(request.ToPlugin(), context.CancellationToken)).ToWire(request.Preview);

    public override async Task<Messages.ReadResponse> Read(Messages.ReadRequest request, ServerCallContext context) =>
        (await PartialStateStatus.KeepIdAsync(request.Id, provider.ReadAsync(request.ToPlugin(), context.CancellationToken))).ToWire();

    public override async Task<Messages.UpdateResponse> Update(Messages.UpdateRequest request, ServerCallContext context) =>
        (await PartialStateStatus.KeepIdAsync(request.Id, provider.UpdateAsync(request.ToPlugin(), context.CancellationToken)))
            .ToWire(request.Preview);

    public override async Task<Empty> Delete(Messages.DeleteRequest request, ServerCallContext context)
    {
        await provider.DeleteAsync(request.ToPlugin(), context.CancellationToken);
        return new Empty();
    }

    public override async Task List(
        Messages.ListRequest request, IServerStreamWriter<Messages.ListResponse> responseStream, ServerCallContext context)
    {
        await foreach (var item in provider.ListAsync(request.ToPlugin(), context.CancellationToken))
        {
            await responseStream.WriteAsync(item.ToWire(), context.CancellationToken);
        }
    }

    /// <summary>The engine asks for a prompt answer, and takes none as a crash; what is cancelled can take its time.</summary>
    public override Task<Empty> Cancel(Empty request, ServerCallContext context)
    {
        context.GetHttpContext().Response.OnCompleted(() =>
        {
            try
            {
                provider.Cancel();
            }
            catch (Exception e)
            {
                log.WriteBug(e);
            }

            return Task.CompletedTask;
        });
        return Task.FromResult(new Empty());
    }
}
