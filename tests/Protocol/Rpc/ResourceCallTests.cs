using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Rpc.Messages.ResourceProvider;
using static PulumiOvhOrder.Tests.Protocol.StubProvider;
using static PulumiOvhOrder.Values.PropertyValue;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>Every field on its way to the provider and back.</summary>
public class ResourceCallTests
{
    private const string Type = "ovh-order:index:CloudProject";

    private static readonly Urn Main = new($"urn:pulumi:dev::shop::{Type}::main");
    private static readonly Map Olds = Map(("description", Of("old")));
    private static readonly Map OldInputs = Map(("description", SecretOf(Of("old"))));
    private static readonly Map News = Map(("description", UnknownValue), ("options", Of([Map(("planCode", Of("p")))])));
    private static readonly Map Outputs = Map(("orderId", Of(123456d)), ("url", SecretOf(Of("https://pay"))));

    [Fact]
    public async Task CheckConfig() =>
        await AssertCheck((client, request) => client.CheckConfigAsync(request), answer => new StubProvider { CheckConfig = answer });

    [Fact]
    public async Task Check() =>
        await AssertCheck((client, request) => client.CheckAsync(request), answer => new StubProvider { Check = answer });

    [Fact]
    public async Task DiffConfig() =>
        await AssertDiff((client, request) => client.DiffConfigAsync(request), answer => new StubProvider { DiffConfig = answer });

    [Fact]
    public async Task Diff() =>
        await AssertDiff((client, request) => client.DiffAsync(request), answer => new StubProvider { Diff = answer });

    [Fact]
    public async Task Configure()
    {
        ConfigureRequest? seen = null;
        await using var served = await ServedProvider.StartAsync(new StubProvider { Configure = request => seen = request });

        var response = await served.Methods.ConfigureAsync(new Wire.ConfigureRequest
        {
            Args = Encode(OldInputs),
            Variables = { ["ovh-order:config:description"] = "old" },
            AcceptSecrets = true,
        });

        seen.ShouldBe(new ConfigureRequest(OldInputs));
        response.ShouldBe(
            new Wire.ConfigureResponse { AcceptSecrets = true, SupportsPreview = true, AcceptResources = true, AcceptOutputs = true });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Create(bool preview)
    {
        CreateRequest? seen = null;
        await using var served = await ServedProvider.StartAsync(new StubProvider
        {
            Create = (request, _) =>
            {
                seen = request;
                return Task.FromResult(new CreateResponse("order/123456", Outputs, RefreshBeforeUpdate: true));
            },
        });

        var response = await served.Methods.CreateAsync(
            new Wire.CreateRequest { Urn = Main.Value, Type = Type, Properties = Encode(News), Timeout = 90, Preview = preview });

        seen.ShouldBe(new CreateRequest(Main, Type, News, TimeSpan.FromSeconds(90), preview));
        response.ShouldBe(new Wire.CreateResponse { Id = "order/123456", Properties = Encode(Outputs), RefreshBeforeUpdate = true });
    }

    [Fact]
    public async Task Read()
    {
        ReadRequest? seen = null;
        await using var served = await ServedProvider.StartAsync(new StubProvider
        {
            Read = request =>
            {
                seen = request;
                return new ReadResponse("project", Outputs, OldInputs, RefreshBeforeUpdate: false);
            },
        });

        var response = await served.Methods.ReadAsync(new Wire.ReadRequest
        {
            Id = "order/1",
            Urn = Main.Value,
            Type = Type,
            Properties = Encode(Olds),
            Inputs = new Struct(),
            Timeout = 1.5,
        });

        seen.ShouldBe(new ReadRequest("order/1", Main, Type, Olds, Values.PropertyValue.Map.Empty, TimeSpan.FromSeconds(1.5)));
        response.ShouldBe(new Wire.ReadResponse { Id = "project", Properties = Encode(Outputs), Inputs = Encode(OldInputs) });
    }

    [Fact]
    public async Task Read_of_something_gone_answers_an_empty_message()
    {
        await using var served = await ServedProvider.StartAsync(new StubProvider { Read = _ => ReadResponse.Gone });

        (await served.Methods.ReadAsync(new Wire.ReadRequest { Id = "order/1" })).ShouldBe(new Wire.ReadResponse());
    }

    [Fact]
    public async Task Update()
    {
        UpdateRequest? seen = null;
        await using var served = await ServedProvider.StartAsync(new StubProvider
        {
            Update = request =>
            {
                seen = request;
                return new UpdateResponse(Outputs, RefreshBeforeUpdate: true);
            },
        });

        var response = await served.Methods.UpdateAsync(new Wire.UpdateRequest
        {
            Id = "order/1",
            Urn = Main.Value,
            Type = Type,
            Olds = Encode(Olds),
            OldInputs = Encode(OldInputs),
            News = Encode(News),
            IgnoreChanges = { "description" },
            Timeout = 60,
            Preview = true,
        });

        var request = seen.ShouldNotBeNull();
        request.IgnoreChanges.ShouldBe(["description"]);
        request.ShouldBe(
            new UpdateRequest("order/1", Main, Type, Olds, OldInputs, News, request.IgnoreChanges, TimeSpan.FromMinutes(1), true));
        response.ShouldBe(new Wire.UpdateResponse { Properties = Encode(Outputs), RefreshBeforeUpdate = true });
    }

    [Fact]
    public async Task Delete()
    {
        DeleteRequest? seen = null;
        await using var served = await ServedProvider.StartAsync(new StubProvider { Delete = request => seen = request });

        await served.Methods.DeleteAsync(
            new Wire.DeleteRequest
            {
                Id = "order/1",
                Urn = Main.Value,
                Type = Type,
                Properties = Encode(Olds),
                OldInputs = Encode(OldInputs)
            });

        seen.ShouldBe(new DeleteRequest("order/1", Main, Type, Olds, OldInputs, null));
    }

    [Fact]
    public async Task Invoke()
    {
        InvokeRequest? seen = null;
        await using var served = await ServedProvider.StartAsync(new StubProvider
        {
            Invoke = request =>
            {
                seen = request;
                return new InvokeResponse(Outputs, [new CheckFailure("planCode", "unknown")]);
            },
        });

        var response = await served.Methods.InvokeAsync(
            new Wire.InvokeRequest { Tok = "ovh-order:index:getQuote", Args = Encode(Olds), Preview = true });

        seen.ShouldBe(new InvokeRequest("ovh-order:index:getQuote", Olds, true));
        response.ShouldBe(new Wire.InvokeResponse
        {
            Return = Encode(Outputs),
            Failures = { new Wire.CheckFailure { Property = "planCode", Reason = "unknown" } },
        });
    }

    private static async Task AssertCheck(
        Func<ResourceProviderClient, Wire.CheckRequest, AsyncUnaryCall<Wire.CheckResponse>> call,
        Func<Func<CheckRequest, CheckResponse>, StubProvider> stub)
    {
        CheckRequest? seen = null;
        await using var served = await ServedProvider.StartAsync(stub(request =>
        {
            seen = request;
            return new CheckResponse(News, [new CheckFailure("options[0].planCode", "no such plan")]);
        }));

        var response = await call(
            served.Methods,
            new Wire.CheckRequest { Urn = Main.Value, Type = Type, Olds = new Struct(), News = Encode(News) });

        seen.ShouldBe(new CheckRequest(Main, Type, Values.PropertyValue.Map.Empty, News));
        response.ShouldBe(new Wire.CheckResponse
        {
            Inputs = Encode(News),
            Failures = { new Wire.CheckFailure { Property = "options[0].planCode", Reason = "no such plan" } },
        });
    }

    private static async Task AssertDiff(
        Func<ResourceProviderClient, Wire.DiffRequest, AsyncUnaryCall<Wire.DiffResponse>> call,
        Func<Func<DiffRequest, DiffResponse>, StubProvider> stub)
    {
        DiffRequest? seen = null;
        await using var served = await ServedProvider.StartAsync(stub(request =>
        {
            seen = request;
            return new DiffResponse(
                ImmutableSortedDictionary<string, PropertyDiff>.Empty.Add("options[0].planCode", new(PropertyDiffKind.UpdateReplace, true)),
                ["projectId"],
                DeleteBeforeReplace: true);
        }));

        var response = await call(
            served.Methods,
            new Wire.DiffRequest
            {
                Id = "order/1",
                Urn = Main.Value,
                Type = Type,
                Olds = Encode(Olds),
                OldInputs = Encode(OldInputs),
                News = Encode(News),
                IgnoreChanges = { "quantity" },
            });

        var request = seen.ShouldNotBeNull();
        request.IgnoreChanges.ShouldBe(["quantity"]);
        request.ShouldBe(new DiffRequest("order/1", Main, Type, Olds, OldInputs, News, request.IgnoreChanges));
        response.ShouldBe(new Wire.DiffResponse
        {
            Changes = Wire.DiffResponse.Types.DiffChanges.DiffSome,
            HasDetailedDiff = true,
            DetailedDiff = { ["options[0].planCode"] = new() { Kind = Wire.PropertyDiff.Types.Kind.UpdateReplace, InputDiff = true } },
            Diffs = { "options" },
            Replaces = { "options" },
            Stables = { "projectId" },
            DeleteBeforeReplace = true,
        });
    }

    private static Struct Encode(Map map) => PropertyValueCodec.Encode(map);
}
