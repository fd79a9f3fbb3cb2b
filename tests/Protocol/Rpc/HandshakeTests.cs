using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol;

public sealed class HandshakeTests : IAsyncLifetime
{
    private ServedProvider _served = null!;

    public async ValueTask InitializeAsync() => _served = await ServedProvider.StartAsync(new StubProvider());

    public ValueTask DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task The_handshake_accepts_what_the_codec_can_read_and_learns_the_engines_address()
    {
        await using var engine = await FakeEngine.StartAsync();

        var response = await _served.Methods.HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = engine.Address });
        await _served.Engine.LogAsync(EngineSeverity.Info, null, "hello", ephemeral: false);

        response.ShouldBe(new ProviderHandshakeResponse
        {
            AcceptSecrets = true,
            AcceptResources = true,
            AcceptOutputs = true,
            AcceptsByteString = true,
        });
        engine.Messages.ShouldHaveSingleItem().Message.ShouldBe("hello");
    }

    [Fact]
    public async Task An_engine_that_attaches_gets_the_messages()
    {
        await using var engine = await FakeEngine.StartAsync();

        await _served.Methods.AttachAsync(new PluginAttach { Address = engine.Address });
        await _served.Engine.LogAsync(EngineSeverity.Info, null, "hello", ephemeral: false);

        engine.Messages.ShouldHaveSingleItem().Message.ShouldBe("hello");
    }

    [Fact]
    public async Task An_engine_at_no_address_is_shaken_hands_with_all_the_same()
    {
        var response = await _served.Methods.HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = "what:is:this" });

        response.AcceptSecrets.ShouldBeTrue();
    }

    [Fact]
    public async Task The_plugin_tells_its_version() =>
        (await _served.Methods.GetPluginInfoAsync(new Empty())).Version.ShouldBe("1.2.3");

    [Fact]
    public async Task The_schema_is_the_providers_as_often_as_asked()
    {
        var first = await _served.Methods.GetSchemaAsync(new GetSchemaRequest());
        var second = await _served.Methods.GetSchemaAsync(new GetSchemaRequest());

        first.Schema.ShouldBe("""{"name":"ovh-order","description":"é"}""");
        second.ShouldBe(first);
    }

    [Fact]
    public async Task A_schema_of_another_version_is_refused() =>
        (await _served.Methods.GetSchemaAsync(new GetSchemaRequest { Version = 1 }).FailureAsync())
            .StatusCode.ShouldBe(StatusCode.InvalidArgument);

    [Fact]
    public async Task There_are_no_mappings()
    {
        (await _served.Methods.GetMappingAsync(new GetMappingRequest { Key = "terraform" }))
            .ShouldBe(new GetMappingResponse());
        (await _served.Methods.GetMappingsAsync(new GetMappingsRequest { Key = "terraform" }))
            .ShouldBe(new GetMappingsResponse());
    }

    [Theory]
    [InlineData("Parameterize")]
    [InlineData("Call")]
    [InlineData("Construct")]
    [InlineData("WhateverComesNext")]
    public async Task Methods_that_are_not_served_are_unimplemented(string method)
    {
        var unknown = new Method<Empty, Empty>(
            MethodType.Unary, ServedMethods.Service, method, MessageMarshaller.For(Empty.Parser), MessageMarshaller.For(Empty.Parser));

        var refusal = await _served.Invoker.AsyncUnaryCall(unknown, null, new CallOptions(), new Empty()).FailureAsync();

        refusal.StatusCode.ShouldBe(StatusCode.Unimplemented);
    }
}
