using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Examples;

/// <summary>
/// One process of a stack that also uses OVHcloud's own provider: it serves the one or the other, as it is first asked for.
/// </summary>
internal sealed class OfficialProviderBeside(IProvider order) : IProvider
{
    private readonly IProvider _official = StubProvider.Accepting();
    private IProvider? _named;

    private IProvider Served => _named ?? order;

    public string Version => Served.Version;

    public ReadOnlyMemory<byte> Schema => Served.Schema;

    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        _named = request.Urn.Type == "pulumi:providers:ovh" ? _official : null;
        return Served.CheckConfigAsync(request, cancellationToken);
    }

    public Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken) =>
        Served.DiffConfigAsync(request, cancellationToken);

    public Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken) =>
        Served.ConfigureAsync(request, cancellationToken);

    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken) =>
        Served.CheckAsync(request, cancellationToken);

    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken) =>
        Served.DiffAsync(request, cancellationToken);

    public async Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        var created = await Served.CreateAsync(request, cancellationToken);
        return request.Type == "ovh:CloudProject:User"
            ? created with { Properties = created.Properties.With("username", PropertyValue.Of("user-1")) }
            : created;
    }

    public Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        Served.ReadAsync(request, cancellationToken);

    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken) =>
        Served.UpdateAsync(request, cancellationToken);

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) => Served.DeleteAsync(request, cancellationToken);

    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken) =>
        Served.InvokeAsync(request, cancellationToken);

    public IAsyncEnumerable<ListItem> ListAsync(ListRequest request, CancellationToken cancellationToken) =>
        Served.ListAsync(request, cancellationToken);

    public void Cancel() => Served.Cancel();

}
