using Grpc.Core;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Tests.Protocol.StubProvider;
using static PulumiOvhOrder.Values.PropertyValue;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol;

public class FailureTests
{
    [Fact]
    public async Task A_partial_state_arrives_with_the_same_code_and_message_inside_and_outside()
    {
        var state = new PartialState(
            "order/123456", Map(("orderId", Of(123456d))), ["order 123456: 25 € unpaid", "pay, then `pulumi up`"], null, true);

        var failure = await FailedUpdate(new ResourceInitFailedException(FailureKind.Aborted, state));

        failure.StatusCode.ShouldBe(StatusCode.Aborted);
        failure.Status.Detail.ShouldBe("order 123456: 25 € unpaid\npay, then `pulumi up`");
        var status = failure.GetRpcStatus().ShouldNotBeNull();
        status.Code.ShouldBe((int)failure.StatusCode);
        status.Message.ShouldBe(failure.Status.Detail);
        var detail = status.Details.ShouldHaveSingleItem();
        detail.TypeUrl.ShouldBe("type.googleapis.com/pulumirpc.ErrorResourceInitFailed");
        detail.Unpack<Wire.ErrorResourceInitFailed>().ShouldBe(new Wire.ErrorResourceInitFailed
        {
            Id = "order/123456",
            Properties = PropertyValueCodec.Encode(state.Properties),
            Reasons = { state.Reasons },
            RefreshBeforeUpdate = true,
        });
    }

    [Fact]
    public async Task A_partial_state_of_megabytes_arrives_whole()
    {
        var big = Map(("options", Of(Enumerable.Range(0, 1000).Select(i => Of(new string('x', 3000) + i)))));

        var failure =
            await FailedUpdate(new ResourceInitFailedException(FailureKind.Aborted, new PartialState("id", big, ["r"], null, true)));

        var detail = failure.GetRpcStatus().ShouldNotBeNull().Details.Single().Unpack<Wire.ErrorResourceInitFailed>();
        detail.Properties.ShouldBe(PropertyValueCodec.Encode(big));
    }

    [Fact]
    public async Task A_partial_state_without_id_keeps_the_id_that_the_engine_has()
    {
        var state = new PartialState("", Map(("orderId", Of(123456d))), ["r"], null, true);

        var failure = await FailedUpdate(new ResourceInitFailedException(FailureKind.Aborted, state));

        failure.GetRpcStatus().ShouldNotBeNull().Details.Single().Unpack<Wire.ErrorResourceInitFailed>().Id.ShouldBe("order/1");
    }

    [Fact]
    public async Task A_refusal_has_its_code_and_text_and_no_details()
    {
        var failure = await FailedUpdate(new ProviderException(FailureKind.PermissionDenied, "50 % off? 不"));

        failure.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        failure.Status.Detail.ShouldBe("50 % off? 不");
        failure.GetRpcStatus().ShouldBeNull();
    }

    [Fact]
    public async Task A_bug_asks_for_a_report_and_leaves_its_stack_on_stderr()
    {
        await using var served = await ServedProvider.StartAsync(new StubProvider { Update = _ => throw new ArithmeticException("oops") });

        var failure = await UpdateAsync(served).FailureAsync();

        failure.StatusCode.ShouldBe(StatusCode.Internal);
        failure.Status.Detail.ShouldBe("this is a bug in pulumi-resource-ovh-order, please report it: ArithmeticException: oops");
        served.Stderr.ToString().ShouldContain("   at PulumiOvhOrder.");
    }

    [Fact]
    public async Task A_refusal_leaves_nothing_on_stderr()
    {
        await using var served = await ServedProvider.StartAsync(new StubProvider
        {
            Update = _ => throw new ProviderException(FailureKind.Aborted, "no"),
        });

        await UpdateAsync(served).FailureAsync();

        served.Stderr.ToString().ShouldBeEmpty();
    }

    private static async Task<RpcException> FailedUpdate(Exception failure)
    {
        await using var served = await ServedProvider.StartAsync(new StubProvider { Update = _ => throw failure });
        return await UpdateAsync(served).FailureAsync();
    }

    private static AsyncUnaryCall<Wire.UpdateResponse> UpdateAsync(ServedProvider served) =>
        served.Methods.UpdateAsync(new Wire.UpdateRequest { Id = "order/1" });
}
