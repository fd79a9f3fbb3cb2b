using Grpc.Core;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Tests.Protocol.StubProvider;
using static PulumiOvhOrder.Values.PropertyValue;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol.Account;

/// <summary>
/// An engine checks inputs before it creates or updates. Where one does not, a ceiling that cannot be read is no missing ceiling.
/// </summary>
public sealed class UnreadableCeilingTests
{
    private const string Urn = $"urn:pulumi:dev::website::{AccountUnderTest.Token}::website";

    private static readonly Dictionary<string, PropertyValue> Ceilings = new()
    {
        ["unknown"] = UnknownValue,
        ["an output without a value"] = new Output(null, IsSecret: false, []),
        ["NaN"] = Of(double.NaN),
        ["infinity"] = Of(double.PositiveInfinity),
        ["a text"] = Of("5"),
        ["true"] = Of(true),
        ["negative"] = Of(-1.0),
        ["a list"] = Of([Of(5.0)]),
    };

    public static TheoryData<string> Names => [.. Ceilings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_create_whose_ceiling_cannot_be_read_is_refused_before_the_first_call(string ceiling)
    {
        await using var account = await AccountUnderTest.StartAsync();

        var failure = await account.Methods.CreateAsync(new Wire.CreateRequest { Urn = Urn, Properties = Inputs(Ceilings[ceiling]) })
            .FailureAsync();

        failure.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        failure.Status.Detail.ShouldContain("maxPrice");
        account.Ovh.Calls().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_update_whose_ceiling_cannot_be_read_is_refused_before_the_first_call(string ceiling)
    {
        await using var account = await AccountUnderTest.StartAsync();
        var inputs = Map(("description", Of("website")), ("checkout", Of(false)));
        var pending =
            await account.Methods.CreateAsync(new Wire.CreateRequest { Urn = Urn, Properties = PropertyValueCodec.Encode(inputs) });
        var calls = account.Ovh.Calls().Count;

        var failure = await account.Methods.UpdateAsync(new Wire.UpdateRequest
        {
            Id = pending.Id,
            Urn = Urn,
            Olds = pending.Properties,
            OldInputs = PropertyValueCodec.Encode(inputs),
            News = Inputs(Ceilings[ceiling]),
        }).FailureAsync();

        failure.Status.Detail.ShouldContain("maxPrice");
        account.Ovh.Calls().Count.ShouldBe(calls);
        account.Ovh.Summary().Orders.ShouldBe(0);
    }

    private static Google.Protobuf.WellKnownTypes.Struct Inputs(PropertyValue ceiling) =>
        PropertyValueCodec.Encode(Map(("description", Of("website")), ("maxPrice", ceiling)));
}
