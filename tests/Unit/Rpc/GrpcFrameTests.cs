using Google.Protobuf;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Unit.Rpc;

public class GrpcFrameTests
{
    [Fact]
    public async Task Read_WhatWasEncoded_GivesTheMessage()
    {
        var message = new PluginInfo { Version = new string('1', 70_000) };

        (await ReadAsync(GrpcFrame.Encode(message))).ShouldBe(message.ToByteArray());
    }

    [Fact]
    public void Encode_EmptyMessage_IsThePrefixAlone() => GrpcFrame.Encode(new PluginInfo()).ShouldBe(new byte[5]);

    [Theory]
    [InlineData(new byte[0], GrpcCode.InvalidArgument, "malformed gRPC message: there is no message")]
    [InlineData(new byte[] { 0, 0, 0 }, GrpcCode.InvalidArgument, "malformed gRPC message: the message ends within its prefix")]
    [InlineData(new byte[] { 0, 0, 0, 0, 3, 1 }, GrpcCode.InvalidArgument, "malformed gRPC message: the message has 1 bytes instead of 3")]
    [InlineData(new byte[] { 0, 0, 0, 0, 1, 1, 2 }, GrpcCode.InvalidArgument, "malformed gRPC message: more data follows the one message of a unary call")]
    [InlineData(new byte[] { 2, 0, 0, 0, 0 }, GrpcCode.InvalidArgument, "malformed gRPC message: the compression flag is neither 0 nor 1")]
    [InlineData(new byte[] { 1, 0, 0, 0, 0 }, GrpcCode.Unimplemented, "compressed messages are not supported")]
    [InlineData(new byte[] { 0, 255, 255, 255, 255 }, GrpcCode.ResourceExhausted, "the message has 4294967295 bytes, more than the limit of 419430400")]
    internal async Task Read_AnythingElse_SaysWhatIsWrong(byte[] body, GrpcCode code, string message)
    {
        var refusal = await Should.ThrowAsync<GrpcStatusException>(() => ReadAsync(body));

        refusal.Code.ShouldBe(code);
        refusal.Message.ShouldBe(message);
    }

    private static async Task<byte[]> ReadAsync(byte[] body)
    {
        using var stream = new MemoryStream(body);
        return await GrpcFrame.ReadAsync(stream, CancellationToken.None);
    }
}
