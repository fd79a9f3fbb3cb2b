using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;

namespace PulumiOvhOrder.Rpc;

/// <summary>How a call ended.</summary>
/// <param name="Detail">What the engine recognises a partial state or missing configuration by.</param>
internal sealed record GrpcStatus(GrpcCode Code, string Message, IMessage? Detail = null)
{
    public const string DetailsTrailer = "grpc-status-details-bin";

    public static GrpcStatus Ok { get; } = new(GrpcCode.Ok, "");

    public void WriteTo(IHeaderDictionary trailers)
    {
        trailers["grpc-status"] = ((int)Code).ToString(CultureInfo.InvariantCulture);
        if (Message.Length > 0)
        {
            trailers["grpc-message"] = PercentEncoding.Encode(Message);
        }

        if (Detail is not null)
        {
            // Code and message must equal the trailers': on a mismatch the engine's gRPC library throws the details away, and with them
            // the only record of an order.
            var status = new Messages.Status { Code = (int)Code, Message = Message, Details = { Any.Pack(Detail) } };
            trailers[DetailsTrailer] = Convert.ToBase64String(status.ToByteArray());
        }
    }

    /// <summary>Base64 with or without padding: gRPC libraries write both.</summary>
    public static byte[] FromBase64(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
}
