using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>Whatever comes, the answer is a status, and the next call is served.</summary>
public sealed class MalformedRequestTests : IAsyncLifetime
{
    private static readonly byte[] Valid = GrpcFrame.Encode(new Wire.CheckRequest { News = new Struct() });

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
    [InlineData("application/grpc+json", 415)]
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
    public async Task No_message() => await AssertRefused([], GrpcCode.InvalidArgument, "malformed gRPC message: there is no message");

    [Fact]
    public async Task A_message_shorter_than_stated() => await AssertRefused(
        [0, 0, 0, 0, 9, 1], GrpcCode.InvalidArgument, "malformed gRPC message: the message has 1 bytes instead of 9");

    [Fact]
    public async Task Two_messages() => await AssertRefused(
        [.. Valid, .. Valid], GrpcCode.InvalidArgument, "malformed gRPC message: more data follows the one message of a unary call");

    [Fact]
    public async Task A_compressed_message() => await AssertRefused(
        [1, .. Valid[1..]], GrpcCode.Unimplemented, "compressed messages are not supported");

    [Fact]
    public async Task A_message_of_more_than_400_mebibytes() => await AssertRefused(
        [0, 0x19, 0, 0, 1, 0], GrpcCode.ResourceExhausted, "the message has 419430401 bytes, more than the limit of 419430400");

    [Fact]
    public async Task Bytes_that_are_no_protobuf()
    {
        var answer = await _served.SendAsync([0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF]);

        answer.GrpcStatus.ShouldBe("3");
        answer.GrpcMessage.ShouldNotBeNull().ShouldStartWith("malformed protobuf message");
    }

    [Fact]
    public async Task A_signature_that_nobody_knows() => await AssertRefused(
        GrpcFrame.Encode(new Wire.CheckRequest
        {
            News = JsonParser.Default.Parse<Struct>("""{"a": {"4dabf18193072939515e22adb298388d": "new"}}"""),
        }),
        GrpcCode.InvalidArgument,
        "unknown signature 'new' in a property value");

    [Fact]
    public async Task A_timeout_that_is_none()
    {
        var answer = await _served.SendAsync(Valid, request => request.Headers.Add("grpc-timeout", "soon"));

        answer.GrpcStatus.ShouldBe("3");
        answer.GrpcMessage.ShouldBe("malformed grpc-timeout 'soon'");
    }

    [Fact]
    public async Task A_large_message_within_the_limit_is_served()
    {
        var news = new Struct { Fields = { ["big"] = Value.ForString(new string('x', 40_000_000)) } };

        var answer = await _served.CallAsync("Check", new Wire.CheckRequest { News = news }, Wire.CheckResponse.Parser);

        answer.Inputs.ShouldBe(news);
    }

    private async Task AssertRefused(byte[] body, GrpcCode code, string message)
    {
        var answer = await _served.SendAsync(body);

        answer.HttpStatus.ShouldBe(HttpStatusCode.OK);
        answer.GrpcStatus.ShouldBe(((int)code).ToString());
        answer.GrpcMessage.ShouldBe(message);
        answer.Content.ShouldBeEmpty();
    }
}
