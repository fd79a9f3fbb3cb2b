using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Rpc;

/// <summary>A call that the other side answered with a failure, or did not answer.</summary>
internal sealed class GrpcCallException(GrpcCode code, string message, Status? details = null, Exception? cause = null)
    : Exception(message, cause)
{
    public GrpcCode Code { get; } = code;

    /// <summary>What came in <c>grpc-status-details-bin</c>.</summary>
    public Status? Details { get; } = details;
}
