using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Tests.Unit.Values;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.Rpc;

public class PartialStateStatusTests
{
    private const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static readonly Map OrderId = Map.Empty.With("orderId", Of(123456d));

    [Fact]
    public void Of_PartialState_CarriesAllOfIt()
    {
        var status = Failure(new PartialState("order/123456", OrderId, ["unpaid", "pay at …"], OrderId, true));

        status.StatusCode.ShouldBe(StatusCode.Aborted);
        status.Status.Detail.ShouldBe("unpaid\npay at …");
        status.GetRpcStatus().ShouldNotBeNull().GetDetail<ErrorResourceInitFailed>().ShouldBe(new ErrorResourceInitFailed
        {
            Id = "order/123456",
            Properties = PropertyValueCodec.Encode(OrderId),
            Reasons = { "unpaid", "pay at …" },
            Inputs = PropertyValueCodec.Encode(OrderId),
            RefreshBeforeUpdate = true,
        });
    }

    [Fact]
    public void Of_WithoutInputs_LeavesThemToTheEngine() =>
        Detail(new PartialState("id", OrderId, ["r"], null, false)).Inputs.ShouldBeNull();

    [Fact]
    public void Of_WithoutProperties_SendsThemEmptyRatherThanNotAtAll() =>
        Detail(new PartialState("id", Map.Empty, ["r"], null, false)).Properties.ShouldNotBeNull();

    [Fact]
    public void Of_UnknownProperties_SendsTheKnownOnes()
    {
        var properties = Map.Empty
            .With("orderId", Of(123456d))
            .With("projectId", UnknownValue)
            .With("text", new Text(UnknownText))
            .With("secret", SecretOf(UnknownValue))
            .With("nested", Map.Empty.With("known", Of("a")).With("unknown", new Unknown(UnknownKind.Object)))
            .With("list", Of([Of("first"), UnknownValue, Of("third")]))
            .With("output", new Output(null, false, []))
            .With("reference", new ResourceReference("urn:x", UnknownValue, null, null, null));

        var detail = Detail(new PartialState("id", properties, ["r"], properties, true));

        var known = Map.Empty
            .With("orderId", Of(123456d))
            .With("nested", Map.Empty.With("known", Of("a")))
            .With("list", Of([Of("first"), None, Of("third")]));
        detail.Properties.ShouldBe(PropertyValueCodec.Encode(known));
        detail.Inputs.ShouldBe(PropertyValueCodec.Encode(known));
    }

    [Fact]
    public void Of_AnyState_NeverSendsAnUnknown() =>
        Prop.ForAll(PropertyValues.Maps(), map =>
            !Detail(new PartialState("id", map, ["r"], null, true)).Properties.ToString().Contains(UnknownText, StringComparison.Ordinal)
            && !PropertyValueCodec.Decode(Detail(new PartialState("id", map, ["r"], null, true)).Properties).ContainsUnknown)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_NoReasons_GivesOneSinceTheEngineResumesOverReasonsOnly() =>
        Detail(new PartialState("id", OrderId, [], null, true)).Reasons.Count.ShouldBe(1);

    [Theory]
    [InlineData("")]
    [InlineData(UnknownText)]
    public void Of_NoId_SaysSoWithTheReasons(string id)
    {
        var status = Failure(new PartialState(id, OrderId, ["order 123456 is unpaid"], null, true));

        status.GetRpcStatus().ShouldBeNull();
        status.Status.ShouldBe(new Status(
            StatusCode.Internal,
            "this is a bug in pulumi-resource-ovh-order, please report it: an unfinished resource has no id; order 123456 is unpaid"));
    }

    [Theory]
    [InlineData("", "old")]
    [InlineData(UnknownText, "old")]
    [InlineData("new", "new")]
    public async Task KeepId_FailureWithoutId_HasTheIdThatTheEngineKnows(string id, string expected)
    {
        var failure = new ResourceInitFailedException(FailureKind.Aborted, new PartialState(id, OrderId, ["r"], null, true));

        var kept = await Should.ThrowAsync<ResourceInitFailedException>(
            () => PartialStateStatus.KeepIdAsync("old", Task.FromException<int>(failure)));

        kept.State.ShouldBe(failure.State with { Id = expected });
    }

    private static RpcException Failure(PartialState state) =>
        FailureStatus.Of(new ResourceInitFailedException(FailureKind.Aborted, state));

    private static ErrorResourceInitFailed Detail(PartialState state) =>
        Failure(state).GetRpcStatus()!.GetDetail<ErrorResourceInitFailed>().ShouldNotBeNull();
}
