using System.Collections.Immutable;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.Plugin;

public sealed class ProviderDispatcherTests : IAsyncDisposable
{
    private const string Listed = "ovh-order:index:Listed";
    private const string Unlisted = "ovh-order:index:Unlisted";
    private const string Asked = "ovh-order:index:asked";
    private const string Configured = "secret-of-the-configuration";
    private const string Queried = "secret-of-the-call";

    private static readonly Urn Somewhere = new("urn:pulumi:dev::website::ovh-order:index:Unlisted::it");

    private readonly ListeningEngine _engine = new();

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
    public async Task Errors_of_a_list_speak_of_no_secret()
    {
        await using var provider = await ConfiguredAsync();
        _services.Listing.Failure = new ProviderException(FailureKind.Unavailable, $"{Configured} is expired, and so is {Queried}");
        var request = Request(Listed) with { Query = Map.Empty.With("description", SecretOf(Of(Queried))) };

        var failure =
            await Should.ThrowAsync<ProviderException>(async () => await provider.ListAsync(request, CancellationToken.None).ToListAsync());

        (failure.Kind, failure.Message).ShouldBe((FailureKind.Unavailable, "[secret] is expired, and so is [secret]"));
    }

    /// <summary>Even an error that no one foresaw, whose words come from a library.</summary>
    [Fact]
    public async Task Errors_of_the_providers_own_speak_of_no_secret()
    {
        await using var provider = await ConfiguredAsync();
        _services.Listing.Failure = new InvalidOperationException($"cannot read {Configured}", new FormatException(Configured));

        var failure =
            await Should.ThrowAsync<Exception>(async () => await provider.ListAsync(Request(Listed), CancellationToken.None).ToListAsync());

        var status = FailureStatus.Of(failure);
        status.Status.Detail.ShouldBe(
            "this is a bug in pulumi-resource-ovh-order, please report it: InvalidOperationException: cannot read [secret]");
        FailureStatus.IsBug(failure).ShouldBeTrue();
        failure.ToString().ShouldNotContain(Configured);
        failure.ToString().ShouldContain("FormatException: [secret]");
    }

    [Fact]
    public async Task What_a_list_says_meanwhile_speaks_of_no_secret()
    {
        await using var provider = await ConfiguredAsync();
        _services.Listing.Says = $"asking with {Configured}";

        await provider.ListAsync(Request(Listed), CancellationToken.None).ToListAsync();

        _engine.Messages.ShouldBe(["asking with [secret]"]);
    }

    [Fact]
    public async Task Failed_checks_and_functions_speak_of_no_secret()
    {
        await using var provider = await ConfiguredAsync();

        var check = await provider.CheckAsync(new CheckRequest(Somewhere, Unlisted, null, Map.Empty), CancellationToken.None);
        var invoke = await provider.InvokeAsync(new InvokeRequest(Asked, Map.Empty, Preview: false), CancellationToken.None);
        var config = await provider.CheckConfigAsync(
            new CheckRequest(Somewhere, "", null, Map.Empty.With("password", Of(Queried))), CancellationToken.None);

        check.Failures.ShouldBe([new CheckFailure("a", "[secret] is wrong")]);
        invoke.Failures.ShouldBe([new CheckFailure("b", "[secret] is wrong")]);
        config.Failures.ShouldBe([new CheckFailure("password", "[secret] is wrong")]);
    }

    [Fact]
    public async Task A_Configure_that_fails_speaks_of_no_secret()
    {
        await using var provider = Dispatcher();

        var failure = await Should.ThrowAsync<ProviderException>(
            () => provider.ConfigureAsync(new ConfigureRequest(Map.Empty.With("password", Of(Queried))), CancellationToken.None));

        failure.Message.ShouldBe("[secret] is wrong");
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

    private ProviderDispatcher Dispatcher() => new("1.2.3", ReadOnlyMemory<byte>.Empty, new Configuration(_services), _engine);

    private async Task<ProviderDispatcher> ConfiguredAsync()
    {
        var provider = Dispatcher();
        await provider.ConfigureAsync(new ConfigureRequest(Map.Empty), CancellationToken.None);
        return provider;
    }

    private sealed class ListeningEngine : IEngine
    {
        public List<string> Messages { get; } = [];

        public Task LogAsync(EngineSeverity severity, Urn? urn, string message, bool ephemeral)
        {
            Messages.Add(message);
            return Task.CompletedTask;
        }

        public Task FlushAsync() => Task.CompletedTask;
    }

    private sealed class Configuration(IServices services) : IConfiguration
    {
        public IReadOnlySet<string> SecretKeys { get; } = new HashSet<string> { "password" };

        public CheckResponse Check(CheckRequest request) =>
            new(request.News, [new CheckFailure("password", $"{PasswordOf(request.News)} is wrong")]);

        public DiffResponse Diff(DiffRequest request) => throw new NotSupportedException();

        public IServices Configure(ConfigureRequest request, IEngine engine) => request.Args.Items.IsEmpty
            ? services
            : throw new ProviderException(FailureKind.InvalidArgument, $"{PasswordOf(request.Args)} is wrong");

        private static string PasswordOf(Map map) => ((Text)map["password"]!).Value;
    }

    private sealed class Services : IServices
    {
        public ListedResource Listing { get; } = new();

        public IReadOnlyCollection<string> Secrets => [Configured];

        public IReadOnlySet<string> SecretProperties { get; } = new HashSet<string>();

        public bool IsDisposed { get; private set; }

        public IReadOnlyDictionary<string, IResource> Resources =>
            new IResource[] { Listing, new Resource(Unlisted) }.ToImmutableDictionary(r => r.Token);

        public IReadOnlyDictionary<string, IFunction> Functions { get; } = new IFunction[] { new Function() }
            .ToImmutableDictionary(f => f.Token);

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Function : IFunction
    {
        public string Token => Asked;

        public Task<InvokeResponse> InvokeAsync(InvokeRequest request, Operation operation) =>
            Task.FromResult(new InvokeResponse(Map.Empty, [new CheckFailure("b", $"{Configured} is wrong")]));
    }

    private class Resource(string token) : IResource
    {
        public string Token => token;

        public CheckResponse Check(CheckRequest request) => new(request.News, [new CheckFailure("a", $"{Configured} is wrong")]);

        public DiffResponse Diff(DiffRequest request) => throw new NotSupportedException();

        public Task<CreateResponse> CreateAsync(CreateRequest request, Operation operation) => throw new NotSupportedException();

        public Task<ReadResponse> ReadAsync(ReadRequest request, Operation operation) => throw new NotSupportedException();

        public Task<UpdateResponse> UpdateAsync(UpdateRequest request, Operation operation) => throw new NotSupportedException();

        public Task DeleteAsync(DeleteRequest request, Operation operation) => throw new NotSupportedException();
    }

    private sealed class ListedResource() : Resource(Listed), IListable
    {
        public Exception? Failure { get; set; }

        public string? Says { get; set; }

        public async IAsyncEnumerable<ListItem> ListAsync(ListRequest request, Operation operation)
        {
            if (Says is not null)
            {
                await operation.InfoAsync(Says);
            }

            yield return new ListItem.Result("id-1", "one");
            await Task.Yield();
            operation.CancellationToken.ThrowIfCancellationRequested();
            yield return Failure is null ? new ListItem.Continuation("page-2") : throw Failure;
        }
    }
}
