using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.Plugin;

public sealed class ProviderDispatcherTests : IAsyncDisposable
{
    private const string Listed = "ovh-order:index:Listed";
    private const string Unlisted = "ovh-order:index:Unlisted";

    private readonly Services _services = new();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task A_list_goes_to_the_resource_of_its_token()
    {
        await using var provider = await ConfiguredAsync();

        var items = await provider.ListAsync(Request(Listed), CancellationToken.None).ToListAsync();

        items.ShouldBe([new ListItem.Result("id-1", "one"), new ListItem.Continuation("page-2")]);
    }

    [Theory]
    [InlineData(Unlisted, FailureKind.Unimplemented, "resources of type ovh-order:index:Unlisted cannot be listed")]
    [InlineData(
        "ovh-order:index:Other",
        FailureKind.InvalidArgument,
        "this provider has no resource type ovh-order:index:Other. Its resource types: ovh-order:index:Listed, ovh-order:index:Unlisted")]
    internal async Task A_list_of_what_cannot_be_listed_is_refused(string token, FailureKind kind, string message)
    {
        await using var provider = await ConfiguredAsync();

        var refusal = await Should.ThrowAsync<ProviderException>(
            async () => await provider.ListAsync(Request(token), CancellationToken.None).ToListAsync());

        (refusal.Kind, refusal.Message).ShouldBe((kind, message));
    }

    [Fact]
    public async Task A_list_before_Configure_is_refused()
    {
        await using var provider = Dispatcher();

        var refusal = await Should.ThrowAsync<ProviderException>(
            async () => await provider.ListAsync(Request(Listed), CancellationToken.None).ToListAsync());

        refusal.Kind.ShouldBe(FailureKind.FailedPrecondition);
    }

    [Fact]
    public async Task Cancel_stops_a_list()
    {
        await using var provider = await ConfiguredAsync();
        await using var items = provider.ListAsync(Request(Listed), CancellationToken.None).GetAsyncEnumerator();
        await items.MoveNextAsync();

        provider.Cancel();

        await Should.ThrowAsync<OperationCanceledException>(async () => await items.MoveNextAsync());
    }

    [Fact]
    public async Task Services_are_kept_until_the_list_that_uses_them_ends()
    {
        await using var provider = await ConfiguredAsync();
        await using (var items = provider.ListAsync(Request(Listed), CancellationToken.None).GetAsyncEnumerator())
        {
            await items.MoveNextAsync();
            await provider.DisposeAsync();
            _services.IsDisposed.ShouldBeFalse();
        }

        _services.IsDisposed.ShouldBeTrue();
    }

    private static ListRequest Request(string token) => new(token, Map.Empty, null, null, null);

    private ProviderDispatcher Dispatcher() => new("1.2.3", ReadOnlyMemory<byte>.Empty, new Configuration(_services), new SilentEngine());

    private async Task<ProviderDispatcher> ConfiguredAsync()
    {
        var provider = Dispatcher();
        await provider.ConfigureAsync(new ConfigureRequest(Map.Empty), CancellationToken.None);
        return provider;
    }

    private sealed class SilentEngine : IEngine
    {
        public Task LogAsync(EngineSeverity severity, Urn? urn, string message, bool ephemeral, CancellationToken cancellationToken) =>
            Task.CompletedTask;
    }

    private sealed class Configuration(IServices services) : IConfiguration
    {
        public CheckResponse Check(CheckRequest request) => throw new NotSupportedException();

        public DiffResponse Diff(DiffRequest request) => throw new NotSupportedException();

        public IServices Configure(ConfigureRequest request, IEngine engine) => services;
    }

    private sealed class Services : IServices
    {
        public IReadOnlyCollection<string> Secrets => [];

        public IReadOnlySet<string> SecretProperties { get; } = new HashSet<string>();

        public bool IsDisposed { get; private set; }

        public IReadOnlyDictionary<string, IResource> Resources { get; } =
            new IResource[] { new ListedResource(), new Resource(Unlisted) }.ToImmutableDictionary(r => r.Token);

        public IReadOnlyDictionary<string, IFunction> Functions { get; } = ImmutableDictionary<string, IFunction>.Empty;

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }

    private class Resource(string token) : IResource
    {
        public string Token => token;

        public CheckResponse Check(CheckRequest request) => throw new NotSupportedException();

        public DiffResponse Diff(DiffRequest request) => throw new NotSupportedException();

        public Task<CreateResponse> CreateAsync(CreateRequest request, Operation operation) => throw new NotSupportedException();

        public Task<ReadResponse> ReadAsync(ReadRequest request, Operation operation) => throw new NotSupportedException();

        public Task<UpdateResponse> UpdateAsync(UpdateRequest request, Operation operation) => throw new NotSupportedException();

        public Task DeleteAsync(DeleteRequest request, Operation operation) => throw new NotSupportedException();
    }

    private sealed class ListedResource() : Resource(Listed), IListable
    {
        public IAsyncEnumerable<ListItem> ListAsync(ListRequest request, Operation operation) => ItemsAsync(operation.CancellationToken);

        private static async IAsyncEnumerable<ListItem> ItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return new ListItem.Result("id-1", "one");
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ListItem.Continuation("page-2");
        }
    }
}
