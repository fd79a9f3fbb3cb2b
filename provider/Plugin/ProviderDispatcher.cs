using System.Runtime.CompilerServices;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Plugin;

/// <summary>
/// Hands each call to the resource or function of its token. Knows the two things that belong to the whole process: whether it was
/// configured, and whether it was told to stop.
/// </summary>
internal sealed class ProviderDispatcher(
    string version, ReadOnlyMemory<byte> schema, IConfiguration configuration, IEngine engine) : IProvider, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private volatile Configured? _configured;

    public string Version => version;

    public ReadOnlyMemory<byte> Schema => schema;

    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        var secrets = SecretMask.Of([], configuration.SecretKeys, request.Olds, request.News);
        return secrets.GuardAsync(() =>
        {
            var answer = configuration.Check(request);
            return Task.FromResult(answer with { Failures = secrets.Apply(answer.Failures) });
        });
    }

    public Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(configuration.Diff(request));

    public async Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken)
    {
        var services = await SecretMask.Of([], configuration.SecretKeys, request.Args)
            .GuardAsync(() => Task.FromResult(configuration.Configure(request, engine)));
        var earlier = Interlocked.Exchange(ref _configured, new Configured(services));
        await (earlier?.ReleaseAsync() ?? ValueTask.CompletedTask);
    }

    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken) =>
        RunAsync(request.Urn, [request.Olds, request.News], (services, operation) =>
        {
            var answer = Resource(services, request.Type).Check(request);
            return Task.FromResult(answer with { Failures = operation.Masked(answer.Failures) });
        }, cancellationToken);

    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken) =>
        RunAsync(
            request.Urn, [request.Olds, request.OldInputs, request.News],
            (services, _) => Task.FromResult(Resource(services, request.Type).Diff(request)), cancellationToken);

    public Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken) =>
        RunAsync(
            request.Urn, [request.Properties],
            (services, operation) => Resource(services, request.Type).CreateAsync(request, operation), cancellationToken);

    public Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        RunAsync(
            request.Urn, [request.Properties, request.Inputs],
            (services, operation) => Resource(services, request.Type).ReadAsync(request, operation), cancellationToken);

    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken) =>
        RunAsync(
            request.Urn, [request.Olds, request.News, request.OldInputs],
            (services, operation) => Resource(services, request.Type).UpdateAsync(request, operation), cancellationToken);

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) =>
        RunAsync(request.Urn, [request.Properties, request.OldInputs], async (services, operation) =>
        {
            await Resource(services, request.Type).DeleteAsync(request, operation);
            return true;
        }, cancellationToken);

    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken) =>
        RunAsync(null, [request.Args], async (services, operation) =>
        {
            var answer = await Function(services, request.Token).InvokeAsync(request, operation);
            return answer with { Failures = operation.Masked(answer.Failures) };
        }, cancellationToken);

    public async IAsyncEnumerable<ListItem> ListAsync(ListRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var configured = Acquire();
        try
        {
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
            var secrets = MaskOf(configured.Services, request.Query);
            await using var items = Listable(configured.Services, request.Token)
                .ListAsync(request, new Operation(engine, null, linked.Token, secrets)).GetAsyncEnumerator(linked.Token);
            while (await secrets.GuardAsync(() => items.MoveNextAsync().AsTask()))
            {
                yield return items.Current;
            }
        }
        finally
        {
            await engine.FlushAsync();
            await configured.ReleaseAsync();
        }
    }

    public void Cancel() => _stop.Cancel();

    public async ValueTask DisposeAsync()
    {
        await (Interlocked.Exchange(ref _configured, null)?.ReleaseAsync() ?? ValueTask.CompletedTask);
        _stop.Dispose();
    }

    private async Task<T> RunAsync<T>(
        Urn? urn, PropertyValue.Map?[] values, Func<IServices, Operation, Task<T>> run, CancellationToken call)
    {
        var configured = Acquire();
        var secrets = MaskOf(configured.Services, values);
        try
        {
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(call, _stop.Token);
            return await secrets.GuardAsync(() => run(configured.Services, new Operation(engine, urn, linked.Token, secrets)));
        }
        finally
        {
            await engine.FlushAsync();
            await configured.ReleaseAsync();
        }
    }

    private static SecretMask MaskOf(IServices services, params PropertyValue.Map?[] values) =>
        SecretMask.Of(services.Secrets, services.SecretProperties, values);

    private static IResource Resource(IServices services, string token) => services.Resources.TryGetValue(token, out var resource)
        ? resource
        : throw new ProviderException(FailureKind.InvalidArgument,
            $"this provider has no resource type {token}. Its resource types: {Known(services.Resources.Keys)}");

    private static IListable Listable(IServices services, string token) => Resource(services, token) as IListable
        ?? throw new ProviderException(FailureKind.Unimplemented, $"resources of type {token} cannot be listed");

    private static IFunction Function(IServices services, string token) => services.Functions.TryGetValue(token, out var function)
        ? function
        : throw new ProviderException(FailureKind.InvalidArgument,
            $"this provider has no function {token}. Its functions: {Known(services.Functions.Keys)}");

    private static string Known(IEnumerable<string> tokens) => string.Join(", ", tokens.Order(StringComparer.Ordinal));

    private Configured Acquire()
    {
        while (true)
        {
            var configured = _configured ?? throw NotConfigured();
            if (configured.TryAcquire())
            {
                return configured;
            }

            // Another Configure has just taken its place.
        }
    }

    private static ProviderException NotConfigured() =>
        new(FailureKind.FailedPrecondition, "the engine called the provider before it configured it");

    /// <summary>Services that are there as long as anybody uses them: calls may be running when another Configure comes.</summary>
    private sealed class Configured(IServices services)
    {
        private readonly Lock _lock = new();
        private int _users = 1;

        public IServices Services => services;

        public bool TryAcquire()
        {
            lock (_lock)
            {
                _users += _users > 0 ? 1 : 0;
                return _users > 0;
            }
        }

        public ValueTask ReleaseAsync()
        {
            lock (_lock)
            {
                if (--_users > 0)
                {
                    return ValueTask.CompletedTask;
                }
            }

            return services.DisposeAsync();
        }
    }
}
