using Google.Protobuf.WellKnownTypes;
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

        var response = await _served.CallAsync(
            "Handshake", new ProviderHandshakeRequest { EngineAddress = engine.Address }, ProviderHandshakeResponse.Parser);
        await _served.Engine.LogAsync(EngineSeverity.Info, null, "hello", ephemeral: false, CancellationToken.None);

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

        await _served.CallAsync("Attach", new PluginAttach { Address = engine.Address }, Empty.Parser);
        await _served.Engine.LogAsync(EngineSeverity.Info, null, "hello", ephemeral: false, CancellationToken.None);

        engine.Messages.ShouldHaveSingleItem().Message.ShouldBe("hello");
    }

    [Fact]
    public async Task An_engine_at_no_address_is_shaken_hands_with_all_the_same()
    {
        var response = await _served.CallAsync(
            "Handshake", new ProviderHandshakeRequest { EngineAddress = "what:is:this" }, ProviderHandshakeResponse.Parser);

        response.AcceptSecrets.ShouldBeTrue();
    }

    [Fact]
    public async Task The_plugin_tells_its_version() =>
        (await _served.CallAsync("GetPluginInfo", new Empty(), PluginInfo.Parser)).Version.ShouldBe("1.2.3");

    [Fact]
    public async Task The_schema_is_the_providers_as_often_as_asked()
    {
        var first = await _served.CallAsync("GetSchema", new GetSchemaRequest(), GetSchemaResponse.Parser);
        var second = await _served.CallAsync("GetSchema", new GetSchemaRequest(), GetSchemaResponse.Parser);

        first.Schema.ShouldBe("""{"name":"ovh-order","description":"é"}""");
        second.ShouldBe(first);
    }

    [Fact]
    public async Task A_schema_of_another_version_is_refused() =>
        (await Should.ThrowAsync<GrpcCallException>(
            () => _served.CallAsync("GetSchema", new GetSchemaRequest { Version = 1 }, GetSchemaResponse.Parser)))
            .Code.ShouldBe(GrpcCode.InvalidArgument);

    [Fact]
    public async Task There_are_no_mappings()
    {
        (await _served.CallAsync("GetMapping", new GetMappingRequest { Key = "terraform" }, GetMappingResponse.Parser))
            .ShouldBe(new GetMappingResponse());
        (await _served.CallAsync("GetMappings", new GetMappingsRequest { Key = "terraform" }, GetMappingsResponse.Parser))
            .ShouldBe(new GetMappingsResponse());
    }

    [Theory]
    [InlineData("Parameterize")]
    [InlineData("Call")]
    [InlineData("Construct")]
    [InlineData("List")]
    [InlineData("WhateverComesNext")]
    public async Task Methods_that_are_not_served_are_unimplemented(string method)
    {
        var refusal = await Should.ThrowAsync<GrpcCallException>(() => _served.CallAsync(method, new Empty(), Empty.Parser));

        refusal.Code.ShouldBe(GrpcCode.Unimplemented);
        refusal.Message.ShouldBe($"this provider does not serve /pulumirpc.ResourceProvider/{method}");
    }
}
