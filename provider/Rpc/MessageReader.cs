using Google.Protobuf;

namespace PulumiOvhOrder.Rpc;

/// <summary>Parses protobuf messages that nest deeper than the library's own limit of a hundred, and refuses those that could end the stack.</summary>
internal static class MessageReader
{
    // Each level of a property value takes three levels of protobuf: Struct, map entry, Value.
    private const int RecursionLimit = 3 * (Values.PropertyValueCodec.MaxDepth + 8);

    /// <exception cref="GrpcStatusException">These bytes are no such message.</exception>
    public static T Read<T>(MessageParser<T> parser, byte[] bytes)
        where T : IMessage<T>
    {
        using var stream = new MemoryStream(bytes, writable: false);
        using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, RecursionLimit);
        try
        {
            var message = parser.ParseFrom(input);
            return input.IsAtEnd ? message : throw new GrpcStatusException(GrpcCode.InvalidArgument, "malformed protobuf message");
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new GrpcStatusException(GrpcCode.InvalidArgument, "malformed protobuf message: " + e.Message, e);
        }
    }
}
