using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Values;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Unit.Rpc;

public class RequestMappingTests
{
    [Fact]
    public void Read_AbsentAndEmptyStructs_StayApart()
    {
        var import = new Wire.ReadRequest { Id = "id" }.ToPlugin();
        var get = new Wire.ReadRequest { Id = "id", Properties = new Struct(), Inputs = new Struct() }.ToPlugin();

        import.Properties.ShouldBeNull();
        import.Inputs.ShouldBeNull();
        get.Properties.ShouldBe(PropertyValue.Map.Empty);
        get.Inputs.ShouldBe(PropertyValue.Map.Empty);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, null)]
    [InlineData(double.NaN, null)]
    [InlineData(90, 90.0)]
    [InlineData(double.PositiveInfinity, 49 * 86400.0)]
    public void Timeout_ZeroLeavesItToTheProvider(double seconds, double? expected) =>
        new Wire.CreateRequest { Timeout = seconds }.ToPlugin().Timeout.ShouldBe(expected is { } e ? TimeSpan.FromSeconds(e) : null);

    [Fact]
    public void Type_NotSent_IsReadFromTheUrn() =>
        new Wire.CheckRequest { Urn = "urn:pulumi:dev::shop::my:Parent$ovh-order:index:CloudProject::main" }.ToPlugin()
            .Type.ShouldBe("ovh-order:index:CloudProject");

    [Fact]
    public void Diff_NoOldInputs_AreEmpty() => new Wire.DiffRequest().ToPlugin().OldInputs.ShouldBe(PropertyValue.Map.Empty);
}
