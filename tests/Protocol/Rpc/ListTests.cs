using System.Runtime.CompilerServices;
using Grpc.Core;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Tests.Protocol.StubProvider;
using static PulumiOvhOrder.Values.PropertyValue;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>The one method that answers with a stream.</summary>
public class ListTests
{
    private static readonly TimeSpan TestLimit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Results_and_their_continuation_arrive_in_order()
    {
        ListRequest? seen = null;
        await using var served = await ServedProvider.StartAsync(new StubProvider
        {
            List = (request, _) =>
            {
                seen = request;
                ListItem[] items =
                    [new ListItem.Result("a", "first"), new ListItem.Result("b", "second"), new ListItem.Continuation("next")];
                return items.ToAsyncEnumerable();
            },
        });
        var query = Map(("description", UnknownValue));

        using var call = served.Methods.List(new Wire.ListRequest
        {
            Token = "ovh-order:index:CloudProject",
            Query = PropertyValueCodec.Encode(query),
            Limit = 10,
            PageSize = 2,
            ContinuationToken = "here",
        });
        var answers = await call.ResponseStream.ReadAllAsync().ToListAsync();

        seen.ShouldBe(new ListRequest("ovh-order:index:CloudProject", query, 10, 2, "here"));
        answers.ShouldBe(
        [
            new Wire.ListResponse { Result = new() { Id = "a", Name = "first" } },
            new Wire.ListResponse { Result = new() { Id = "b", Name = "second" } },
            new Wire.ListResponse { Continuation = new() { ContinuationToken = "next" } },
        ]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Without_limits_there_are_none(long none)
    {
        ListRequest? seen = null;
        await using var served = await ServedProvider.StartAsync(new StubProvider
        {
            List = (request, _) =>
            {
                seen = request;
                return new ListItem[] { new ListItem.Computed() }.ToAsyncEnumerable();
            },
        });

        using var call = served.Methods.List(new Wire.ListRequest { Token = "t", Limit = none, PageSize = none });
        var answers = await call.ResponseStream.ReadAllAsync().ToListAsync();

        seen.ShouldBe(new ListRequest("t", Values.PropertyValue.Map.Empty, null, null, null));
        answers.ShouldHaveSingleItem().ResponseCase.ShouldBe(Wire.ListResponse.ResponseOneofCase.Computed);
    }

    [Fact]
    public async Task A_failure_in_the_middle_is_told_after_what_came_before()
    {
        await using var served = await ServedProvider.StartAsync(new StubProvider
        {
            List = (_, _) => OneThenAsync(() => throw new ProviderException(FailureKind.Unavailable, "50 % of it")),
        });
        using var call = served.Methods.List(new Wire.ListRequest());

        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
        failure.Status.Detail.ShouldBe("50 % of it");
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_list()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var served = await ServedProvider.StartAsync(new StubProvider { List = (_, token) => EndlessAsync(ended, token) });

        using (var call = served.Methods.List(new Wire.ListRequest()))
        {
            await call.ResponseStream.MoveNext(CancellationToken.None);
        }

        await ended.Task.WaitAsync(TestLimit);
        served.Stderr.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Hundreds_of_lists_run_beside_each_other()
    {
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var open = 0;
        await using var served = await ServedProvider.StartAsync(new StubProvider
        {
            List = (_, _) => OneThenAsync(() =>
            {
                if (Interlocked.Increment(ref open) == 300)
                {
                    all.SetResult();
                }

                return all.Task;
            }),
        });

        var counts = await Task.WhenAll(Enumerable.Range(0, 300).Select(async _ =>
        {
            using var call = served.Methods.List(new Wire.ListRequest());
            return await call.ResponseStream.ReadAllAsync().CountAsync();
        })).WaitAsync(TestLimit);

        counts.ShouldAllBe(count => count == 2);
    }

    private static async IAsyncEnumerable<ListItem> OneThenAsync(Func<Task> then)
    {
        yield return new ListItem.Result("1", "one");
        await then();
        yield return new ListItem.Result("2", "two");
    }

    private static async IAsyncEnumerable<ListItem> EndlessAsync(
        TaskCompletionSource ended, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            yield return new ListItem.Result("1", "one");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        finally
        {
            ended.SetResult();
        }
    }
}
