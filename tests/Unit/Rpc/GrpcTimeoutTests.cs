using PulumiOvhOrder.Rpc;

namespace PulumiOvhOrder.Tests.Unit.Rpc;

public class GrpcTimeoutTests
{
    [Theory]
    [InlineData("2H", 7200)]
    [InlineData("3M", 180)]
    [InlineData("10S", 10)]
    [InlineData("1500m", 1.5)]
    [InlineData("250000u", 0.25)]
    [InlineData("99999999n", 0.0999999)]
    [InlineData("0S", 0)]
    public void Parse_KnowsEveryUnit(string header, double seconds) => GrpcTimeout.Parse(header).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("99999999H")]
    public void Parse_NoneOrTooLongForAnyTimer_IsWithoutLimit(string? header) => GrpcTimeout.Parse(header).ShouldBeNull();

    [Theory]
    [InlineData("10")]
    [InlineData("S")]
    [InlineData("-1S")]
    [InlineData("1.5S")]
    [InlineData("10s")]
    [InlineData("123456789S")]
    public void Parse_AnythingElse_IsRefused(string header) =>
        Should.Throw<GrpcStatusException>(() => GrpcTimeout.Parse(header)).Code.ShouldBe(GrpcCode.InvalidArgument);
}
