using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Plugin;

/// <summary>
/// Hands each call to the resource or function of its token. Knows the two things that belong to the whole process: whether it was
/// configured, and whether it was told to stop.
/// </summary>
internal sealed class OrderProvider(string version, ReadOnlyMemory<byte> schema, IConfiguration configuration, IEngine engine) : IProvider, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private volatile IServices? _services;

    public string Version => version;

    public ReadOnlyMemory<byte> Schema => schema;

    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(configuration.Check(request));

    public Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(configuration.Diff(request));

    public async Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken)
    {
        var earlier = _services;
        _services = configuration.Configure(request, engine);
        if (earlier is not null)
        {
            await earlier.DisposeAsync();
        }
    }

    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Resource(request.Type).Check(request));

    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Resource(request.Type).Diff(request));

    public Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken) =>
        RunAsync(request.Urn, operation => Resource(request.Type).CreateAsync(request, operation), cancellationToken);

    public Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        RunAsync(request.Urn, operation => Resource(request.Type).ReadAsync(request, operation), cancellationToken);

    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken) =>
        RunAsync(request.Urn, operation => Resource(request.Type).UpdateAsync(request, operation), cancellationToken);

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) =>
        RunAsync(request.Urn, async operation =>
        {
            await Resource(request.Type).DeleteAsync(request, operation);
            return true;
        }, cancellationToken);

    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken) =>
        RunAsync(null, operation => Function(request.Token).InvokeAsync(request, operation), cancellationToken);

    public void Cancel() => _stop.Cancel();

    public async Task ShutdownAsync(CancellationToken cancellationToken)
    {
        if (_services is { } services)
        {
            await services.FarewellAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is { } services)
        {
            await services.DisposeAsync();
        }

        _stop.Dispose();
    }

    private async Task<T> RunAsync<T>(Urn? urn, Func<Operation, Task<T>> run, CancellationToken call)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(call, _stop.Token);
        return await run(new Operation(engine, urn, either.Token));
    }

    private IResource Resource(string token) => Services.Resources.TryGetValue(token, out var resource)
        ? resource
        : throw new ProviderException(FailureKind.InvalidArgument, $"there is no resource type {token} in this provider; it has {Known(Services.Resources.Keys)}");

    private IFunction Function(string token) => Services.Functions.TryGetValue(token, out var function)
        ? function
        : throw new ProviderException(FailureKind.InvalidArgument, $"there is no function {token} in this provider; it has {Known(Services.Functions.Keys)}");

    private static string Known(IEnumerable<string> tokens) => string.Join(", ", tokens.Order(StringComparer.Ordinal));

    private IServices Services => _services
        ?? throw new ProviderException(FailureKind.FailedPrecondition, "the provider was asked to work before it was configured");
}
