using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Plugin;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol;

public class CancellationTests
{
    private static readonly TimeSpan TestLimit = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_deadline_that_passes_cancels_the_operation_and_is_told()
    {
        await using var served = await ServedProvider.StartAsync(new StubProvider { Create = WaitAsync });

        var answer = await served.SendAsync(
            RawAnswer.EmptyMessage, request => request.Headers.Add("grpc-timeout", "100m"), "Create");

        answer.GrpcStatus.ShouldBe("4");
        await _cancelled.Task.WaitAsync(TestLimit);
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_the_operation()
    {
        using var abort = new CancellationTokenSource();
        await using var served = await ServedProvider.StartAsync(new StubProvider { Create = WaitAsync });

        var call = served.Methods.CreateAsync(new Wire.CreateRequest(), cancellationToken: abort.Token);
        await _started.Task.WaitAsync(TestLimit);
        await abort.CancelAsync();

        (await call.FailureAsync()).StatusCode.ShouldBe(StatusCode.Cancelled);
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

        await served.Methods.CancelAsync(new Empty());
        answered.Set();

        await _cancelled.Task.WaitAsync(TestLimit);
    }

    [Fact]
    public async Task Cancel_passes_a_thousand_calls_that_wait_for_it()
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

        var calls = Enumerable.Range(0, 1000).Select(_ => served.Methods.CreateAsync(new Wire.CreateRequest())).ToList();
        await served.Methods.CancelAsync(new Empty());

        foreach (var call in calls)
        {
            (await call.FailureAsync()).StatusCode.ShouldBe(StatusCode.Cancelled);
        }
    }

    [Fact]
    public async Task A_Cancel_that_fails_is_answered_and_the_next_call_is_served()
    {
        await using var served =
            await ServedProvider.StartAsync(new StubProvider { OnCancel = () => throw new InvalidOperationException("oops") });

        await served.Methods.CancelAsync(new Empty());

        (await served.Methods.GetPluginInfoAsync(new Empty())).Version.ShouldBe("1.2.3");
    }

    private async Task<CreateResponse> WaitAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        _started.TrySetResult();
        await using var registration = cancellationToken.Register(() => _cancelled.TrySetResult());
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("no one cancelled");
    }
}
