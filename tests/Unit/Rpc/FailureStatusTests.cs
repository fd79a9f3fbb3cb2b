using Grpc.Core;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Rpc;

public class FailureStatusTests
{
    [Fact]
    public void Of_ProviderException_HasTheCodeOfItsKind()
    {
        foreach (var kind in Enum.GetValues<FailureKind>())
        {
            var status = FailureStatus.Of(new ProviderException(kind, "no"));

            status.StatusCode.ToString().ShouldBe(kind.ToString());
            status.Status.Detail.ShouldBe("no");
            status.GetRpcStatus().ShouldBeNull();
        }
    }

    [Fact]
    public void Of_AnythingUnforeseen_IsOurBug()
    {
        var status = FailureStatus.Of(new InvalidOperationException("oops"));

        status.StatusCode.ShouldBe(StatusCode.Internal);
        status.Status.Detail.ShouldBe("this is a bug in pulumi-resource-ovh-order, please report it: InvalidOperationException: oops");
        FailureStatus.IsBug(new InvalidOperationException()).ShouldBeTrue();
    }

    [Fact]
    public void Of_Cancellation_IsCancelled() => FailureStatus.Of(new TaskCanceledException()).StatusCode.ShouldBe(StatusCode.Cancelled);

    [Fact]
    public void Of_PropertiesOfAnUnknownFormat_IsTheCallersFault() =>
        FailureStatus.Of(new PropertyFormatException("unknown signature")).Status
            .ShouldBe(new Status(StatusCode.InvalidArgument, "unknown signature"));
}
