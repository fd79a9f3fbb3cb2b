using System.Buffers.Binary;
using Google.Protobuf;

namespace PulumiOvhOrder.Rpc;

/// <summary>One message on the wire: a compression flag, the length as four big-endian bytes, the message.</summary>
internal static class GrpcFrame
{
    public const int PrefixLength = 5;

    /// <summary>The limit that the engine and Pulumi's own servers set.</summary>
    public const int MaxMessageLength = 400 * 1024 * 1024;

    public static byte[] Encode(IMessage message)
    {
        var frame = new byte[PrefixLength + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - PrefixLength);
        message.WriteTo(frame.AsSpan(PrefixLength));
        return frame;
    }

    /// <summary>Reads the one message that the body of a unary call holds.</summary>
    /// <exception cref="GrpcStatusException">The body is anything else.</exception>
    public static async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var prefix = new byte[PrefixLength];
        var read = await body.ReadAtLeastAsync(prefix, PrefixLength, throwOnEndOfStream: false, cancellationToken);
        if (read < PrefixLength)
        {
            throw Malformed(read == 0 ? "there is no message" : "the message ends within its prefix");
        }

        var message = new byte[MessageLength(prefix)];
        read = await body.ReadAtLeastAsync(message, message.Length, throwOnEndOfStream: false, cancellationToken);
        if (read < message.Length)
        {
            throw Malformed($"the message has {read} bytes instead of {message.Length}");
        }

        if (await body.ReadAsync(prefix.AsMemory(0, 1), cancellationToken) != 0)
        {
            throw Malformed("more data follows the one message of a unary call");
        }

        return message;
    }

    private static int MessageLength(ReadOnlySpan<byte> prefix)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        return prefix[0] switch
        {
            1 => throw new GrpcStatusException(GrpcCode.Unimplemented, "compressed messages are not supported"),
            > 1 => throw Malformed("the compression flag is neither 0 nor 1"),
            _ when length > MaxMessageLength => throw new GrpcStatusException(
                GrpcCode.ResourceExhausted, $"the message has {length} bytes, more than the limit of {MaxMessageLength}"),
            _ => (int)length,
        };
    }

    private static GrpcStatusException Malformed(string what) => new(GrpcCode.InvalidArgument, "malformed gRPC message: " + what);
}
