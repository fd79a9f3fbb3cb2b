using Grpc.Core;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Tests.Protocol.StubProvider;
using static PulumiOvhOrder.Values.PropertyValue;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol.Account;

/// <summary>Without a state, all creates of a type have one URN: what <c>pulumi do --stateless</c> sends.</summary>
public sealed class StatelessTests
{
    private const string Urn = $"urn:pulumi:dev::default::{AccountUnderTest.Token}::CloudProject";

    [Fact]
    public async Task A_second_create_resumes_the_order_of_the_first_one()
    {
        await using var account = await AccountUnderTest.StartAsync();
        await using var other = await account.AgainAsync();

        var first = await CreateAsync(account, "website");
        var second = await CreateAsync(other, "website");

        second.ShouldBe(first);
        account.Ovh.Orders().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_create_of_something_else_stops_and_names_the_order()
    {
        await using var account = await AccountUnderTest.StartAsync();
        await using var other = await account.AgainAsync();
        await CreateAsync(account, "website");

        var refusal = await Should.ThrowAsync<RpcException>(() => CreateAsync(other, "shop"));

        refusal.Status.Detail.ShouldContain($"order {account.Ovh.Orders().ShouldHaveSingleItem().OrderId}");
    }

    [Fact]
    public async Task A_second_create_at_the_same_time_in_the_same_process_is_refused()
    {
        await using var account = await AccountUnderTest.StartAsync();

        var (began, refused) = (new TaskCompletionSource(), new TaskCompletionSource());
        account.Ovh.Watcher = async (_, _) =>
        {
            began.TrySetResult();
            await refused.Task;
        };
        var first = CreateAsync(account, "website");
        await began.Task;

        var refusal = await Should.ThrowAsync<RpcException>(() => CreateAsync(account, "website"));
        refused.SetResult();

        refusal.Status.Detail.ShouldStartWith("another call is creating or updating this resource at the same time");
        (await first).ShouldBe(account.Ovh.Orders().ShouldHaveSingleItem().ProjectId);
    }

    [Fact]
    public async Task A_create_that_failed_keeps_no_other_from_beginning()
    {
        await using var account = await AccountUnderTest.StartAsync();
        account.Ovh.Configure("""{"eligible":false}""");
        await Should.ThrowAsync<RpcException>(() => CreateAsync(account, "website"));
        account.Ovh.Configure("""{"eligible":true}""");

        await CreateAsync(account, "website");

        account.Ovh.Orders().Count.ShouldBe(1);
    }

    private static async Task<string> CreateAsync(AccountUnderTest account, string description) => (await account.Methods.CreateAsync(
        new Wire.CreateRequest { Urn = Urn, Properties = PropertyValueCodec.Encode(Map(("description", Of(description)))) })).Id;
}
