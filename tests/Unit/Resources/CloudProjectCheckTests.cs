using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Tests.Unit.Resources.Maps;

namespace PulumiOvhOrder.Tests.Unit.Resources;

public sealed class CloudProjectCheckTests
{
    [Fact]
    public void A_description_is_enough() => Check(Map(("description", "a"))).ShouldBeEmpty();

    [Fact]
    public void All_problems_are_told_at_once_each_under_its_own_path()
    {
        var failures = Check(Map(
            ("description", new string('x', 256)),
            ("ovhSubsidiary", "US"),
            ("duration", "1 month"),
            ("quantity", 0),
            ("payment", "cash"),
            ("maxPrice", -1),
            ("checkout", "yes"),
            ("maxprice", 5),
            ("configuration", Map(("Beschreibung", "x"), ("vrack", 7))),
            ("options", PropertyValue.Of([Map(("planCode", "a")), Map(("duration", "P0D"), ("quantity", 1.5))]))));

        failures.Select(f => $"{f.Property}: {f.Reason}").Order().ShouldBe(
        [
            "checkout: must be true or false, not a string",
            "configuration.Beschreibung: cannot be set as a label. Set the input `description` instead of the label \"Beschreibung\"",
            "configuration.vrack: must be a string, not a number",
            "description: must have at most 255 characters, but has 256",
            "duration: \"1 month\" is not an ISO 8601 duration such as P1M or P1Y",
            "maxPrice: must be at least 0",
            "maxprice: is not a known property. Known properties: description, ovhSubsidiary, planCode, duration, pricingMode, quantity, "
                + "catalogName, voucher, configuration, options, checkout, payment, paymentMethodId, waiveRetractationPeriod, maxPrice, "
                + "waitForDelivery",
            "options[1].duration: P0D is the duration of installation fees and cannot be ordered. Remove it, or use the duration of the "
                + "renewal price, such as P1M",
            "options[1].planCode: is required, but was not set",
            "options[1].quantity: must be a whole number",
            "ovhSubsidiary: subsidiary US is served by endpoint ovh-us. This is endpoint ovh-eu, which serves CZ, DE, ES, EU, FI, FR, GB, "
                + "IE, IT, LT, MA, NL, PL, PT, SN, TN",
            "payment: must be one of \"automatic\", \"manual\"",
            "quantity: must be at least 1",
        ]);
    }

    [Theory]
    [InlineData("description")]
    [InlineData("quantity")]
    [InlineData("configuration")]
    [InlineData("options")]
    [InlineData("voucher")]
    public void What_is_not_known_yet_passes(string property) =>
        Check(Map(("description", "a")).With(property, PropertyValue.UnknownValue)).ShouldBeEmpty();

    public static TheoryData<string> Nulls =>
        [.. CloudProjectDefinition.Definition.Inputs.Select(i => i.Name).Where(name => name != "description")];

    [Theory]
    [MemberData(nameof(Nulls))]
    public void A_secret_null_counts_as_absent(string property)
    {
        Check(Map(("description", "a"), (property, PropertyValue.SecretOf(PropertyValue.None)))).ShouldBeEmpty();
        Check(Map(("description", "a"), (property, new PropertyValue.Output(PropertyValue.None, IsSecret: true, [])))).ShouldBeEmpty();
    }

    [Fact]
    public void A_secret_null_counts_as_absent_where_a_value_is_required_and_inside_objects()
    {
        var absent = PropertyValue.SecretOf(PropertyValue.None);

        Check(Map(("description", absent))).ShouldBe([new CheckFailure("description", "is required, but was not set")]);
        Check(Map(("description", "a"), ("configuration", Map(("vrack", absent))),
            ("options", PropertyValue.Of([Map(("planCode", "hds"), ("quantity", absent), ("configuration", absent))])))).ShouldBeEmpty();
    }

    public static TheoryData<string, string> ArgumentsOfFunctions =>
        [.. OrderPackage.Definition.Functions.SelectMany(f => f.Inputs.Where(i => !i.Required).Select(i => (f.Token, i.Name)))];

    [Theory]
    [MemberData(nameof(ArgumentsOfFunctions))]
    public void A_secret_null_counts_as_absent_in_the_arguments_of_a_function(string function, string argument) =>
        DefinitionCheck.Check(
            [.. OrderPackage.Definition.Functions.Single(f => f.Token == function).Inputs.Where(i => !i.Required)],
            Map((argument, PropertyValue.SecretOf(PropertyValue.None)))).ShouldBeEmpty();

    [Fact]
    public void What_is_ordered_is_the_same_for_a_secret_null_and_for_nothing()
    {
        var urn = new Urn("urn:pulumi:dev::t::ovh-order:index:CloudProject::p");
        var absent = CloudProjectDefinition.Definition.Inputs.Aggregate(
            PropertyValue.Map.Empty, (map, input) => map.With(input.Name, PropertyValue.SecretOf(PropertyValue.None)));

        var some = CloudProjectInputs.From(absent).ToRequest(urn, "FR");
        var none = CloudProjectInputs.From(PropertyValue.Map.Empty).ToRequest(urn, "FR");

        (some with { Options = none.Options, Configuration = none.Configuration }).ShouldBe(none);
        some.Options.ShouldBeEmpty();
        some.Configuration.ShouldBeEmpty();
    }

    [Fact]
    public void Secrets_are_looked_into_and_never_told()
    {
        var failures = Check(Map(("description", "a"), ("payment", PropertyValue.SecretOf(PropertyValue.Of("hush")))));

        failures.ShouldHaveSingleItem().Property.ShouldBe("payment");
        failures[0].Reason.ShouldNotContain("hush");
    }

    [Fact]
    public void An_empty_description_is_told_as_such() =>
        Check(Map(("description", ""))).ShouldHaveSingleItem().ShouldBe(new CheckFailure("description", "must not be empty"));

    [Theory]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("P2Y6M")]
    [InlineData("PT1H")]
    public void Durations_are_ISO_8601(string duration) => Check(Map(("description", "a"), ("duration", duration))).ShouldBeEmpty();

    [Theory]
    [InlineData("P1M\n")]
    [InlineData("P１M")]
    [InlineData("P")]
    public void Nothing_else_is(string duration) =>
        Check(Map(("description", "a"), ("duration", duration))).ShouldHaveSingleItem().Property.ShouldBe("duration");

    [Theory]
    [InlineData(double.PositiveInfinity, "must be a finite number")]
    [InlineData(double.NaN, "must be a finite number")]
    [InlineData(1e30, "must be below 1000000000000000. Remove it for no limit")]
    public void A_ceiling_is_an_amount_of_money(double maxPrice, string reason) =>
        Check(Map(("description", "a"), ("maxPrice", maxPrice))).ShouldHaveSingleItem().ShouldBe(new CheckFailure("maxPrice", reason));

    [Fact]
    public void A_problem_of_an_option_is_told_under_its_own_place() =>
        Check(Map(("description", "a"),
            ("options", PropertyValue.Of([PropertyValue.UnknownValue, Map(("planCode", "x"), ("duration", "bad"))]))))
            .ShouldHaveSingleItem().Property.ShouldBe("options[1].duration");

    private static List<CheckFailure> Check(PropertyValue.Map values) => [.. CloudProjectCheck.Check(values, OvhEndpoint.Default)];
}
