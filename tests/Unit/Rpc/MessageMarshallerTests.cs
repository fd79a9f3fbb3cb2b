using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Rpc;

public class MessageMarshallerTests
{
    [Fact]
    public void Read_DeepestAllowedValue_FitsASmallStack()
    {
        // Windows gives a thread 1.5 MiB; the rest is for those who walk the value.
        OnAStackOf(512 * 1024, () =>
        {
            var map = PropertyValueCodec.Decode((Struct)MessageMarshaller.Read(Struct.Parser, Nested(PropertyValueCodec.MaxDepth)));

            PropertyValueCodec.Encode(map).ToByteArray().ShouldBe(Nested(PropertyValueCodec.MaxDepth));
        });
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(20_000)]
    public void Read_DeeperValue_IsRefusedBeforeTheStackEnds(int levels) => Refused(Nested(levels));

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0x0A, 0x7F, 0x00 })]
    [InlineData(new byte[] { 0x0C, 0x0A, 0x00 })]
    [InlineData(new byte[] { 0x00 })]
    public void Read_Garbage_IsRefused(byte[] bytes) => Refused(bytes);

    [Fact]
    public void Read_UnknownFields_AreTolerated() =>
        ((PluginInfo)MessageMarshaller.Read(PluginInfo.Parser, [0x0A, 0x01, (byte)'1', 0xA2, 0x06, 0x01, 0x00])).Version.ShouldBe("1");

    private static void Refused(byte[] bytes)
    {
        var refusal = Should.Throw<RpcException>(() => MessageMarshaller.Read(Struct.Parser, bytes));

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refusal.Status.Detail.ShouldStartWith("malformed protobuf message");
    }

    /// <summary>A Struct in a Struct in a Struct, written by hand: the library's recursion would end the stack of the test.</summary>
    private static byte[] Nested(int levels)
    {
        var lengths = new List<(int Entry, int Value, int Inner)>();
        for (var (i, inner) = (0, 0); i < levels; i++)
        {
            var value = 1 + CodedOutputStream.ComputeLengthSize(inner) + inner;
            var entry = 3 + 1 + CodedOutputStream.ComputeLengthSize(value) + value;
            lengths.Add((entry, value, inner));
            inner = 1 + CodedOutputStream.ComputeLengthSize(entry) + entry;
        }

        using var bytes = new MemoryStream();
        using var output = new CodedOutputStream(bytes);
        foreach (var (entry, value, inner) in Enumerable.Reverse(lengths))
        {
            output.WriteRawTag(0x0A);
            output.WriteLength(entry);
            output.WriteRawTag(0x0A, 0x01, (byte)'a');
            output.WriteRawTag(0x12);
            output.WriteLength(value);
            output.WriteRawTag(0x2A);
            output.WriteLength(inner);
        }

        output.Flush();
        return bytes.ToArray();
    }

    private static void OnAStackOf(int bytes, Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), bytes);
        thread.Start();
        thread.Join();
        failure.ShouldBeNull();
    }
}
