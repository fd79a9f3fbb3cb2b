using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Rpc;

/// <summary>The calls about configuration, resources and functions: decode, call, encode.</summary>
internal sealed class ResourceProviderAdapter(IProvider provider)
{
    public async Task<Messages.CheckResponse> CheckConfigAsync(Messages.CheckRequest request, CancellationToken cancellationToken) =>
        (await provider.CheckConfigAsync(request.ToPlugin(), cancellationToken)).ToWire();

    public async Task<Messages.DiffResponse> DiffConfigAsync(Messages.DiffRequest request, CancellationToken cancellationToken) =>
        (await provider.DiffConfigAsync(request.ToPlugin(), cancellationToken)).ToWire();

    public async Task<Messages.ConfigureResponse> ConfigureAsync(Messages.ConfigureRequest request, CancellationToken cancellationToken)
    {
        await provider.ConfigureAsync(request.ToPlugin(), cancellationToken);
        return new Messages.ConfigureResponse { AcceptSecrets = true, SupportsPreview = true, AcceptResources = true, AcceptOutputs = true };
    }

    public async Task<Messages.CheckResponse> CheckAsync(Messages.CheckRequest request, CancellationToken cancellationToken) =>
        (await provider.CheckAsync(request.ToPlugin(), cancellationToken)).ToWire();

    public async Task<Messages.DiffResponse> DiffAsync(Messages.DiffRequest request, CancellationToken cancellationToken) =>
        (await provider.DiffAsync(request.ToPlugin(), cancellationToken)).ToWire();

    public async Task<Messages.CreateResponse> CreateAsync(Messages.CreateRequest request, CancellationToken cancellationToken) =>
        (await provider.CreateAsync(request.ToPlugin(), cancellationToken)).ToWire(request.Preview);

    public async Task<Messages.ReadResponse> ReadAsync(Messages.ReadRequest request, CancellationToken cancellationToken) =>
        (await PartialStateStatus.KeepIdAsync(request.Id, provider.ReadAsync(request.ToPlugin(), cancellationToken))).ToWire();

    public async Task<Messages.UpdateResponse> UpdateAsync(Messages.UpdateRequest request, CancellationToken cancellationToken) =>
        (await PartialStateStatus.KeepIdAsync(request.Id, provider.UpdateAsync(request.ToPlugin(), cancellationToken))).ToWire(request.Preview);

    public async Task<Empty> DeleteAsync(Messages.DeleteRequest request, CancellationToken cancellationToken)
    {
        await provider.DeleteAsync(request.ToPlugin(), cancellationToken);
        return new Empty();
    }

    public async Task<Messages.InvokeResponse> InvokeAsync(Messages.InvokeRequest request, CancellationToken cancellationToken) =>
        (await provider.InvokeAsync(request.ToPlugin(), cancellationToken)).ToWire();
}
