namespace PulumiOvhOrder.Plugin;

/// <summary>
/// A provider as the engine sees it, without gRPC. Failures are <see cref="ProviderException"/>; anything else is our bug.
/// </summary>
internal interface IProvider
{
    string Version { get; }

    /// <summary>The package schema as UTF-8 JSON.</summary>
    ReadOnlyMemory<byte> Schema { get; }

    Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken);

    Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken);

    Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken);

    Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken);

    Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken);

    Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken);

    Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken);

    Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken);

    Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken);

    Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken);

    IAsyncEnumerable<ListItem> ListAsync(ListRequest request, CancellationToken cancellationToken);

    /// <summary>Stops every wait at once; what exists is kept as partial state. May be called more than once.</summary>
    void Cancel();
}
