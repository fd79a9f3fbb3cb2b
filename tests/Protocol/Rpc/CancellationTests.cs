using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Values;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol;

public class CancellationTests
{
    private static readonly TimeSpan TestLimit = TimeSpan.FromSeconds(20);

    private readonly TriggeredTime _time = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_deadline_that_passes_cancels_the_operation_and_is_told()
    {
        await using var served = await ServedProvider.StartAsync(new StubProvider { Create = WaitAsync }, _time);

        var answer = await CreateUntilDeadlineAsync(served);

        answer.GrpcStatus.ShouldBe("4");
        await _cancelled.Task.WaitAsync(TestLimit);
    }

    [Fact]
    public async Task A_partial_state_outlives_the_deadline()
    {
        var state = new PartialState("order/1", PropertyValue.Map.Empty, ["unpaid"], null, true);
        await using var served = await ServedProvider.StartAsync(new StubProvider
        {
            Create = async (request, cancellationToken) =>
            {
                await Should.ThrowAsync<OperationCanceledException>(() => WaitAsync(request, cancellationToken));
                throw new ResourceInitFailedException(FailureKind.Aborted, state);
            },
        }, _time);

        var answer = await CreateUntilDeadlineAsync(served);

        answer.GrpcStatus.ShouldBe("10");
        answer.GrpcMessage.ShouldBe("unpaid");
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_the_operation()
    {
        using var abort = new CancellationTokenSource();
        await using var served = await ServedProvider.StartAsync(new StubProvider { Create = WaitAsync });

        var call = served.CallAsync("Create", new Wire.CreateRequest(), Wire.CreateResponse.Parser, abort.Token);
        await _started.Task.WaitAsync(TestLimit);
        await abort.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        await _cancelled.Task.WaitAsync(TestLimit);
        served.Stderr.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancel_is_answered_before_anything_is_cancelled()
    {
        using var answered = new ManualResetEventSlim();
        await using var served = await ServedProvider.StartAsync(new StubProvider
        {
            OnCancel = () =>
            {
                answered.Wait(TestLimit).ShouldBeTrue();
                _cancelled.SetResult();
            },
        });

        await served.CallAsync("Cancel", new Empty(), Empty.Parser);
        answered.Set();

        await _cancelled.Task.WaitAsync(TestLimit);
    }

    [Fact]
    public async Task Cancel_passes_hundreds_of_calls_that_wait_for_it()
    {
        await using var served = await ServedProvider.StartAsync(new StubProvider
        {
            Create = async (_, _) =>
            {
                await _cancelled.Task;
                throw new ProviderException(FailureKind.Cancelled, "stopped");
            },
            OnCancel = () => _cancelled.TrySetResult(),
        });

        var calls = Enumerable.Range(0, 300).Select(_ => served.CallAsync("Create", new Wire.CreateRequest(), Wire.CreateResponse.Parser)).ToList();
        await served.CallAsync("Cancel", new Empty(), Empty.Parser);

        foreach (var call in calls)
        {
            (await Should.ThrowAsync<GrpcCallException>(() => call)).Code.ShouldBe(GrpcCode.Cancelled);
        }
    }

    [Fact]
    public async Task A_Cancel_that_fails_is_answered_and_the_next_call_is_served()
    {
        await using var served = await ServedProvider.StartAsync(new StubProvider { OnCancel = () => throw new InvalidOperationException("oops") });

        await served.CallAsync("Cancel", new Empty(), Empty.Parser);

        (await served.CallAsync("GetPluginInfo", new Empty(), Wire.PluginInfo.Parser)).Version.ShouldBe("1.2.3");
    }

    private async Task<RawAnswer> CreateUntilDeadlineAsync(ServedProvider served)
    {
        var call = served.SendAsync(
            GrpcFrame.Encode(new Wire.CreateRequest()), request => request.Headers.Add("grpc-timeout", "10S"), "Create");
        await _started.Task.WaitAsync(TestLimit);
        _time.Trigger();
        return await call;
    }

    private async Task<CreateResponse> WaitAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        _started.TrySetResult();
        await using var registration = cancellationToken.Register(() => _cancelled.TrySetResult());
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("nobody cancelled");
    }
}
