using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using PulumiOvhOrder.Faults.Environments;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Simulator;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Tests.Protocol.StubProvider;
using static PulumiOvhOrder.Values.PropertyValue;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol.Account;

/// <summary>The provider over HTTP/2, configured for an account on a simulator, without an engine: as a command line asks it.</summary>
internal sealed class AccountUnderTest : IAsyncDisposable
{
    public const string Token = "ovh-order:index:CloudProject";

    private static readonly TimeSpan TestLimit = TimeSpan.FromSeconds(30);

    private readonly ServedProvider _served;

    private readonly bool _isOwner;

    private readonly ListeningEngine _engine;

    private AccountUnderTest(SimulatorHost ovh, ServedProvider served, ListeningEngine engine, bool isOwner) =>
        (Ovh, _served, _engine, _isOwner) = (ovh, served, engine, isOwner);

    public IReadOnlyList<string> Warnings => [.. _engine.Warnings];

    public SimulatorHost Ovh { get; }

    public Wire.ResourceProvider.ResourceProviderClient Methods => _served.Methods;

    public static async Task<AccountUnderTest> StartAsync(SimulatorOptions? options = null, bool withCredentials = true,
        TimeProvider? time = null)
    {
        var ovh = await SimulatorHost.StartAsync(options ?? new SimulatorOptions(), time);
        return await StartAsync(ovh, withCredentials, isOwner: true, time);
    }

    /// <summary>The same account, asked by another process.</summary>
    public Task<AccountUnderTest> AgainAsync() => StartAsync(Ovh, withCredentials: true, isOwner: false);

    private static async Task<AccountUnderTest> StartAsync(
        SimulatorHost ovh, bool withCredentials, bool isOwner, TimeProvider? time = null)
    {
        var engine = new ListeningEngine();
        var provider = TestEnvironment.Provider(engine, time ?? TimeProvider.System);
        var account = new AccountUnderTest(ovh, await ServedProvider.StartAsync(provider), engine, isOwner);
        await account.Methods.ConfigureAsync(new Wire.ConfigureRequest
        {
            Args = PropertyValueCodec.Encode(withCredentials
                ? Map(("endpoint", Of(ovh.BaseUri.ToString())), ("accessToken", Of("at")))
                : Map(("endpoint", Of(ovh.BaseUri.ToString())))),
        });
        return account;
    }

    /// <summary>Orders, or fills a cart, with the provider.</summary>
    /// <returns>The id.</returns>
    public async Task<string> CreateAsync(string description, params (string Name, PropertyValue Value)[] inputs) =>
        (await Methods.CreateAsync(new Wire.CreateRequest
        {
            Urn = $"urn:pulumi:dev::website::{Token}::{description.Replace(' ', '-')}",
            Properties =
                PropertyValueCodec.Encode(inputs.Aggregate(Map(("description", Of(description))), (map, i) => map.With(i.Name, i.Value))),
        })).Id;

    /// <summary>An order that OVHcloud has not delivered when this returns.</summary>
    public async Task<string> OrderUnderWayAsync(string description)
    {
        Ovh.Configure(s => s.DeliveryDelayMs = 3_600_000);
        var id = await CreateAsync(description, ("waitForDelivery", Of(false)));
        Ovh.Configure(s => s.DeliveryDelayMs = 0);
        return id;
    }

    public Task<string> PendingCartAsync(string description) => CreateAsync(description, ("checkout", Of(false)));

    public async Task<IReadOnlyList<Wire.ListResponse>> ListAsync(Map? query = null, long limit = 0, long pageSize = 0, string token = "")
    {
        using var limited = new CancellationTokenSource(TestLimit);
        using var call = Methods.List(
            new Wire.ListRequest
            {
                Token = Token,
                Query = PropertyValueCodec.Encode(query ?? PropertyValue.Map.Empty),
                Limit = limit,
                PageSize = pageSize,
                ContinuationToken = token,
            },
            cancellationToken: limited.Token);
        return await call.ResponseStream.ReadAllAsync(limited.Token).ToListAsync(limited.Token);
    }

    public async Task<IReadOnlyList<(string Id, string Name)>> ResultsAsync(Map? query = null) =>
        [.. (await ListAsync(query)).Select(r => (r.Result.Id, r.Result.Name))];

    public async Task<Map> InvokeAsync(string function, params (string Name, PropertyValue Value)[] arguments)
    {
        var answer = await Methods.InvokeAsync(
            new Wire.InvokeRequest { Tok = $"ovh-order:index:{function}", Args = PropertyValueCodec.Encode(Map(arguments)) });
        answer.Failures.ShouldBeEmpty();
        return PropertyValueCodec.Decode(answer.Return);
    }

    public int CallsTo(string method, string path) => Ovh.Calls().Count(c => PathPattern.Matches(method, path, c.Method, c.Path));

    /// <summary>A call by someone else.</summary>
    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var api = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Ovh.BaseUri + path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "at");
        using var answer = await api.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).Clone();
    }

    public async ValueTask DisposeAsync()
    {
        await _served.DisposeAsync();
        await (_isOwner ? Ovh.DisposeAsync() : ValueTask.CompletedTask);
    }

    private sealed class ListeningEngine : IEngine
    {
        public ConcurrentQueue<string> Warnings { get; } = [];

        public Task LogAsync(EngineSeverity severity, Urn? urn, string message, bool ephemeral)
        {
            if (severity == EngineSeverity.Warning)
            {
                Warnings.Enqueue(message);
            }

            return Task.CompletedTask;
        }

        public Task FlushAsync() => Task.CompletedTask;
    }
}
