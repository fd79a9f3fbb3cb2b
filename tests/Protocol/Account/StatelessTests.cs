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

    private static async Task<string> CreateAsync(AccountUnderTest account, string description) => (await account.Methods.CreateAsync(
        new Wire.CreateRequest { Urn = Urn, Properties = PropertyValueCodec.Encode(Map(("description", Of(description)))) })).Id;
}
