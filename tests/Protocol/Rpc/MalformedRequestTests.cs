using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>Whatever comes, the answer is a status, and the next call is served.</summary>
public sealed class MalformedRequestTests : IAsyncLifetime
{
    /// <summary>As a frame, the request of a Check with empty news.</summary>
    private static readonly byte[] Valid = [0, 0, 0, 0, 2, 0x1A, 0];

    private ServedProvider _served = null!;

    public async ValueTask InitializeAsync() =>
        _served = await ServedProvider.StartAsync(new StubProvider { Check = request => new CheckResponse(request.News, []) });

    public async ValueTask DisposeAsync()
    {
        (await _served.SendAsync(Valid)).GrpcStatus.ShouldBe("0");
        _served.Stderr.ToString().ShouldBeEmpty();
        await _served.DisposeAsync();
    }

    [Theory]
    [InlineData("application/grpc", 200)]
    [InlineData("application/grpc+proto", 200)]
    [InlineData("Application/GRPC; charset=x", 200)]
    [InlineData("application/grpc-web", 415)]
    [InlineData("application/grpc+json", 200)]
    [InlineData("application/json", 415)]
    [InlineData(null, 415)]
    public async Task Other_content_types_are_refused(string? type, int status)
    {
        var answer = await _served.SendAsync(
            Valid, request => request.Content!.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type));

        ((int)answer.HttpStatus).ShouldBe(status);
    }

    [Fact]
    public async Task Other_methods_of_http_are_refused() =>
        (await _served.SendAsync(Valid, request => request.Method = HttpMethod.Put)).HttpStatus.ShouldBe(HttpStatusCode.MethodNotAllowed);

    [Fact]
    public async Task Http_1_is_refused() =>
        (await _served.SendAsync(Valid, request => request.Version = HttpVersion.Version11)).HttpStatus.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task No_message() => await AssertRefused([], StatusCode.Internal);

    [Fact]
    public async Task A_message_shorter_than_stated() => await AssertRefused([0, 0, 0, 0, 9, 1], StatusCode.Internal);

    [Fact]
    public async Task Two_messages() => await AssertRefused([.. Valid, .. Valid], StatusCode.Internal);

    [Fact]
    public async Task A_compressed_message_without_an_encoding() => await AssertRefused([1, .. Valid[1..]], StatusCode.Internal);

    [Fact]
    public async Task A_message_of_more_than_400_mebibytes() => await AssertRefused([0, 0x19, 0, 0, 1, 0], StatusCode.ResourceExhausted);

    [Fact]
    public async Task A_message_that_is_announced_and_does_not_come_takes_no_memory()
    {
        // Five bytes that promise 400 MiB, many times: what was promised must not be allocated before it comes.
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => AssertRefused([0, 0x19, 0, 0, 0], StatusCode.Internal)));

        GC.GetGCMemoryInfo().HeapSizeBytes.ShouldBeLessThan(1L << 30);
    }

    [Fact]
    public async Task Bytes_that_are_no_protobuf()
    {
        var answer = await _served.SendAsync([0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF]);

        answer.GrpcStatus.ShouldBe("3");
        answer.GrpcMessage.ShouldNotBeNull().ShouldStartWith("malformed protobuf message");
    }

    [Fact]
    public async Task A_signature_that_is_unknown()
    {
        var news = JsonParser.Default.Parse<Struct>("""{"a": {"4dabf18193072939515e22adb298388d": "new"}}""");

        var refusal = await _served.Methods.CheckAsync(new Wire.CheckRequest { News = news }).FailureAsync();

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refusal.Status.Detail.ShouldBe("unknown signature 'new' in a property value");
    }

    [Fact]
    public async Task A_timeout_that_is_none_is_no_limit() =>
        (await _served.SendAsync(Valid, request => request.Headers.Add("grpc-timeout", "soon"))).GrpcStatus.ShouldBe("0");

    [Fact]
    public async Task A_value_as_deep_as_allowed_goes_in_and_out()
    {
        // Three levels of protobuf each: three times beyond the limit of the generated marshallers.
        var deepest = new Struct();
        for (var level = 1; level < PropertyValueCodec.MaxDepth; level++)
        {
            deepest = new Struct { Fields = { ["a"] = new Value { StructValue = deepest } } };
        }

        var answer = await _served.Methods.CheckAsync(new Wire.CheckRequest { News = deepest });

        answer.Inputs.ToByteArray().ShouldBe(deepest.ToByteArray());
    }

    [Fact]
    public async Task A_large_message_within_the_limit_is_served()
    {
        var news = new Struct { Fields = { ["big"] = Value.ForString(new string('x', 40_000_000)) } };

        var answer = await _served.Methods.CheckAsync(new Wire.CheckRequest { News = news });

        answer.Inputs.ShouldBe(news);
    }

    private async Task AssertRefused(byte[] body, StatusCode code)
    {
        var answer = await _served.SendAsync(body);

        answer.HttpStatus.ShouldBe(HttpStatusCode.OK);
        answer.GrpcStatus.ShouldBe(((int)code).ToString());
        answer.GrpcMessage.ShouldNotBeNullOrEmpty();
        answer.Content.ShouldBeEmpty();
    }
}
