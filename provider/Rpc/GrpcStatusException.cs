namespace PulumiOvhOrder.Rpc;

/// <summary>A call that cannot be served as it came.</summary>
internal sealed class GrpcStatusException(GrpcCode code, string message, Exception? cause = null) : Exception(message, cause)
{
    public GrpcCode Code { get; } = code;
}
