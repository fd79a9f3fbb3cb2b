using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Resources.CloudProject;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class RequiredConfigurationTests
{
    private static readonly OrderRequest Request = new() { Tag = "tag", Description = "shop" };

    [Fact]
    public void Check_OfAValueThatIsNotAllowed_NamesTheAllowedOnes()
    {
        var error = Should.Throw<OrderException>(() => Check(
            With("infrastructure", "moon"),
            new ConfigurationRequirement { Label = "infrastructure", AllowedValues = ["production", "staging"] }));

        FailureMessages.Property(error.Failure).ShouldBe("configuration.infrastructure");
        FailureMessages.Of(error.Failure)
            .ShouldBe("is not allowed by OVHcloud for the label \"infrastructure\". Allowed values: \"production\", \"staging\"");
    }

    [Fact]
    public void Check_OfARequiredLabelThatIsMissing_SaysWhatItTakes()
    {
        var error = Should.Throw<OrderException>(() => Check(
            Request, new ConfigurationRequirement { Label = "infrastructure", Required = true, AllowedValues = ["production"] }));

        FailureMessages.Property(error.Failure).ShouldBe("configuration.infrastructure");
        FailureMessages.Of(error.Failure).ShouldBe("is required for this plan. Allowed values: \"production\"");
    }

    [Fact]
    public void Check_OfALabelThatIsAnInput_NamesThatInput() => Should.Throw<OrderException>(
        () => Check(Request, new ConfigurationRequirement { Label = "voucher", Required = true, AllowedValues = ["V-1"] }))
        .Failure.Place!.Input.ShouldBe(OrderInput.Voucher);

    [Fact]
    public void Check_OfALabelWithoutAllowedValues_LeavesItToTheJudge() =>
        Should.NotThrow(() => Check(Request, new ConfigurationRequirement { Label = "vrack", Required = true }));

    [Fact]
    public void Check_OfAnAllowedValue_Passes() => Should.NotThrow(() => Check(
        With("infrastructure", "production"),
        new ConfigurationRequirement { Label = "infrastructure", Required = true, AllowedValues = ["production"] }));

    [Fact]
    public void Check_OfAnOptionalLabelThatIsNotGiven_Passes() =>
        Should.NotThrow(() => Check(Request, new ConfigurationRequirement { Label = "infrastructure", AllowedValues = ["production"] }));

    private static OrderRequest With(string label, string value) =>
        Request with { Configuration = ImmutableSortedDictionary<string, string>.Empty.Add(label, value) };

    private static void Check(OrderRequest request, ConfigurationRequirement requirement) =>
        RequiredConfiguration.Check(request.ItemConfiguration, [requirement], option: null);
}
