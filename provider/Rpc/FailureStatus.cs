using System.Diagnostics;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Rpc;

/// <summary>What the engine is told about an exception.</summary>
internal static class FailureStatus
{
    public static GrpcStatus Of(Exception failure) => failure switch
    {
        ResourceInitFailedException e => PartialStateStatus.Of(e),
        MissingConfigurationException e => new GrpcStatus(Code(e.Kind), e.Message, new ConfigureErrorMissingKeys
        {
            MissingKeys = { e.Keys.Select(k => new ConfigureErrorMissingKeys.Types.MissingKey { Name = k.Name, Description = k.Description }) },
        }),
        ProviderException e => new GrpcStatus(Code(e.Kind), e.Message),
        GrpcStatusException e => new GrpcStatus(e.Code, e.Message),
        PropertyFormatException e => new GrpcStatus(GrpcCode.InvalidArgument, e.Message),
        OperationCanceledException => new GrpcStatus(GrpcCode.Cancelled, "the operation was cancelled"),
        _ => Bug($"{failure.GetType().Name}: {failure.Message}"),
    };

    public static bool IsBug(Exception failure) =>
        failure is not (ProviderException or GrpcStatusException or PropertyFormatException or OperationCanceledException);

    public static GrpcStatus Bug(string what) =>
        new(GrpcCode.Internal, $"this is a bug in pulumi-resource-ovh-order, please report it: {what}");

    public static GrpcCode Code(FailureKind kind) => kind switch
    {
        FailureKind.Cancelled => GrpcCode.Cancelled,
        FailureKind.Unknown => GrpcCode.Unknown,
        FailureKind.InvalidArgument => GrpcCode.InvalidArgument,
        FailureKind.DeadlineExceeded => GrpcCode.DeadlineExceeded,
        FailureKind.NotFound => GrpcCode.NotFound,
        FailureKind.PermissionDenied => GrpcCode.PermissionDenied,
        FailureKind.FailedPrecondition => GrpcCode.FailedPrecondition,
        FailureKind.Aborted => GrpcCode.Aborted,
        FailureKind.Unimplemented => GrpcCode.Unimplemented,
        FailureKind.Unavailable => GrpcCode.Unavailable,
        _ => throw new UnreachableException(),
    };
}
