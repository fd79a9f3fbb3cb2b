using Grpc.Core;

namespace PulumiOvhOrder.Tests.Protocol;

internal static class CallFailure
{
    /// <summary>What the call failed with; that it does not fail is the test's failure.</summary>
    public static Task<RpcException> FailureAsync<TResponse>(this AsyncUnaryCall<TResponse> call) =>
        Should.ThrowAsync<RpcException>(() => call.ResponseAsync);
}
