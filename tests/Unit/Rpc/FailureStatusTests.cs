using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;
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

            status.Code.ToString().ShouldBe(kind.ToString());
            status.Message.ShouldBe("no");
            status.Detail.ShouldBeNull();
        }
    }

    [Fact]
    public void Of_MissingConfiguration_ListsTheKeys()
    {
        var status = FailureStatus.Of(new MissingConfigurationException([new("ovh-order:accessToken", "An OAuth2 token")]));

        status.Code.ShouldBe(GrpcCode.InvalidArgument);
        status.Detail.ShouldBe(new ConfigureErrorMissingKeys
        {
            MissingKeys = { new ConfigureErrorMissingKeys.Types.MissingKey { Name = "ovh-order:accessToken", Description = "An OAuth2 token" } },
        });
    }

    [Fact]
    public void Of_AnythingUnforeseen_IsOurBug()
    {
        var status = FailureStatus.Of(new InvalidOperationException("oops"));

        status.Code.ShouldBe(GrpcCode.Internal);
        status.Message.ShouldBe("this is a bug in pulumi-resource-ovh-order, please report it: InvalidOperationException: oops");
        FailureStatus.IsBug(new InvalidOperationException()).ShouldBeTrue();
    }

    [Fact]
    public void Of_Cancellation_IsCancelled() => FailureStatus.Of(new TaskCanceledException()).Code.ShouldBe(GrpcCode.Cancelled);

    [Fact]
    public void Of_PropertiesOfAnUnknownFormat_IsTheCallersFault() =>
        FailureStatus.Of(new PropertyFormatException("unknown signature")).ShouldBe(new GrpcStatus(GrpcCode.InvalidArgument, "unknown signature"));
}
