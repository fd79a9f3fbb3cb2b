using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// What the engine is told about an exception. It takes Unknown, Internal and DataLoss to mean that anything may have happened, and every
/// other code to mean that nothing did.
/// </summary>
internal static class FailureStatus
{
    public static RpcException Of(Exception failure) => failure switch
    {
        RpcException e => e,
        ResourceInitFailedException e => PartialStateStatus.Of(e),
        ProviderException e => Plain((StatusCode)e.Kind, e.Message),
        PropertyFormatException e => Plain(StatusCode.InvalidArgument, e.Message),
        OperationCanceledException => Plain(StatusCode.Cancelled, "the operation was cancelled"),
        UnforeseenException e => Bug(e.Message),
        _ => Bug($"{failure.GetType().Name}: {failure.Message}"),
    };

    public static bool IsBug(Exception failure) =>
        failure is not (ProviderException or RpcException or PropertyFormatException or OperationCanceledException);

    public static RpcException Bug(string what) =>
        Plain(StatusCode.Internal, $"this is a bug in pulumi-resource-ovh-order, please report it: {what}");

    /// <summary>Code and message are repeated inside. On a mismatch the engine discards the detail: the record of an order.</summary>
    public static RpcException WithDetail(StatusCode code, string message, IMessage detail) =>
        new Google.Rpc.Status { Code = (int)code, Message = message, Details = { Any.Pack(detail) } }.ToRpcException();

    private static RpcException Plain(StatusCode code, string message) => new(new Status(code, message));
}
