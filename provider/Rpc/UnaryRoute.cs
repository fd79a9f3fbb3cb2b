using Google.Protobuf;

namespace PulumiOvhOrder.Rpc;

/// <summary>One method of a service.</summary>
/// <param name="Handle">From the bytes of the request to the frame of the response.</param>
/// <param name="AfterAnswer">Runs once the client has its answer.</param>
internal sealed record UnaryRoute(Func<byte[], CancellationToken, Task<byte[]>> Handle, Action? AfterAnswer = null)
{
    public static UnaryRoute For<TRequest, TResponse>(
        MessageParser<TRequest> parser, Func<TRequest, CancellationToken, Task<TResponse>> handle)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage =>
        new(async (request, cancellationToken) => GrpcFrame.Encode(await handle(MessageReader.Read(parser, request), cancellationToken)));

    public static UnaryRoute For<TRequest, TResponse>(MessageParser<TRequest> parser, Func<TRequest, TResponse> handle)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage =>
        new((request, _) => Task.FromResult(GrpcFrame.Encode(handle(MessageReader.Read(parser, request)))));
}
