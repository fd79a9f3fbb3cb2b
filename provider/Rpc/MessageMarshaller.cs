using Google.Protobuf;
using Grpc.Core;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// Reads protobuf messages that nest deeper than the hundred levels of the generated marshallers, and refuses those that could end the
/// stack: three levels of protobuf (Struct, map entry, Value) make one level of a property value.
/// </summary>
internal static class MessageMarshaller
{
    private const int RecursionLimit = 3 * (Values.PropertyValueCodec.MaxDepth + 8);

    public static Marshaller<T> For<T>(MessageParser<T> parser)
        where T : IMessage<T> => new(Write, context => (T)Read(parser, context.PayloadAsNewBuffer()));

    /// <exception cref="RpcException">These bytes are no such message.</exception>
    public static IMessage Read(MessageParser parser, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, RecursionLimit);
        try
        {
            var message = parser.ParseFrom(input);
            return input.IsAtEnd ? message : throw Malformed("data follows the message");
        }
        catch (InvalidProtocolBufferException e)
        {
            throw Malformed(e.Message);
        }
    }

    private static void Write<T>(T message, SerializationContext context)
        where T : IMessage<T>
    {
        context.SetPayloadLength(message.CalculateSize());
        message.WriteTo(context.GetBufferWriter());
        context.Complete();
    }

    private static RpcException Malformed(string what) =>
        new(new Status(StatusCode.InvalidArgument, "malformed protobuf message: " + what));
}
