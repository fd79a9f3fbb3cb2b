using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Resources.CloudProject;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class OfferSelectionTests
{
    private const string Plan = "project.2018";

    private static readonly OfferPrice Installation = Price("P0D", "default", 5, PriceCapacity.Installation);
    private static readonly OfferPrice Monthly = Price("P1M", "default", 10, PriceCapacity.Renew);
    private static readonly OfferPrice Yearly = Price("P1Y", "upfront12", 100, PriceCapacity.Renew);

    [Fact]
    public void Item_WithNothingChosen_TakesTheRenewalPriceInTheDefaultMode() =>
        Item(Request(), Installation, Yearly, Monthly).ShouldBe(new ItemSettings(Plan, "P1M", "default", 1));

    [Fact]
    public void Item_WithNothingChosen_PrefersRenewalToTheDefaultMode() =>
        Item(Request(), Price("P1D", "default", 1, PriceCapacity.Detach), Yearly).ShouldBe(new ItemSettings(Plan, "P1Y", "upfront12", 1));

    [Fact]
    public void Item_WithADuration_TakesTheModeOfItsPrice() =>
        Item(Request() with { Duration = "P1Y" }, Installation, Monthly, Yearly).ShouldBe(new ItemSettings(Plan, "P1Y", "upfront12", 1));

    [Fact]
    public void Item_WithAMode_TakesTheDurationOfItsPrice() =>
        Item(Request() with { PricingMode = "upfront12", Quantity = 3 }, Installation, Monthly, Yearly)
            .ShouldBe(new ItemSettings(Plan, "P1Y", "upfront12", 3));

    [Fact]
    public void Item_WithADurationThatIsNotOffered_SaysWhatIs() => Fails(
        () => Item(Request() with { Duration = "P2Y" }, Installation, Monthly, Yearly),
        "duration",
        "\"project.2018\" is not offered for P2Y. Offered: P1M in the mode \"default\", P1Y in the mode \"upfront12\"");

    [Fact]
    public void Item_WithAModeThatIsNotOffered_SaysWhatIs() => Fails(
        () => Item(Request() with { PricingMode = "free" }, Monthly),
        "pricingMode",
        "\"project.2018\" is not offered in the mode \"free\". Offered: P1M in the mode \"default\"");

    [Fact]
    public void Item_WithAModeThatIsOfferedForAnotherDuration_NamesTheDuration() => Fails(
        () => Item(Request() with { Duration = "P1M", PricingMode = "upfront12" }, Monthly, Yearly),
        "duration",
        "\"project.2018\" is not offered for P1M in the mode \"upfront12\". Offered: P1M in the mode \"default\", P1Y in the mode "
            + "\"upfront12\"");

    [Fact]
    public void Item_TheInstallationFee_CannotBeOrdered() => Fails(
        () => Item(Request(), Installation),
        "duration",
        "the offer of \"project.2018\" has no renewal price. Set both `duration` and `pricingMode`");

    [Fact]
    public void Item_WithoutPrices_TakesWhatIsGiven() =>
        Item(Request() with { Duration = "P1M", PricingMode = "default" }).ShouldBe(new ItemSettings(Plan, "P1M", "default", 1));

    [Fact]
    public void Item_OfAPlanThatIsNotOffered_SaysWhatIs()
    {
        Offer[] offers = [new() { PlanCode = "project" }, new() { PlanCode = "discovery" }, new() { PlanCode = "project" }];

        Fails(
            () => OfferSelection.Choose(Request(), Plan, offers, []),
            "planCode",
            "plan \"project.2018\" is not offered here. Offered: discovery, project");
        Fails(
            () => OfferSelection.Choose(Request(), Plan, [], []),
            "planCode",
            "plan \"project.2018\" is not offered here. Offered: nothing");
    }

    [Theory]
    [InlineData(1, "\"project.2018\" must be ordered at least 2 times, not 1")]
    [InlineData(6, "\"project.2018\" can be ordered at most 5 times, not 6")]
    public void Item_InAQuantityThatIsNotOffered_SaysTheLimit(long quantity, string words) => Fails(
        () => Item(Request() with { Quantity = quantity }, Monthly with { MinimumQuantity = 2, MaximumQuantity = 5 }),
        "quantity",
        words);

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Item_InAQuantityAtTheLimit_IsTaken(long quantity) =>
        Item(Request() with { Quantity = quantity }, Monthly with { MinimumQuantity = 2, MaximumQuantity = 5 }).Quantity.ShouldBe(quantity);

    [Fact]
    public void Options_ThatAreNotOffered_AreNamedByTheirPlace() => Fails(
        () => Options(Request("hds", "moon"), Option("hds"), Option("credit")),
        "options[1].planCode",
        "option \"moon\" is not offered with plan \"project.2018\". Offered: credit, hds");

    [Fact]
    public void Options_WithADurationThatIsNotOffered_AreNamedByTheirPlace()
    {
        var request =
            Request() with { Options = [new OptionRequest("hds", "P1Y", null, null, ImmutableSortedDictionary<string, string>.Empty)] };

        Fails(
            () => Options(request, Option("hds")),
            "options[0].duration",
            "\"hds\" is not offered for P1Y. Offered: P1M in the mode \"default\"");
    }

    [Fact]
    public void Options_OneThatIsMandatory_MustBeThere() => Fails(
        () => Options(Request("credit"), Option("credit"), Option("hds") with { Mandatory = true, Family = "certification" }),
        "options",
        "plan \"project.2018\" needs an option of the family \"certification\", such as \"hds\"");

    [Fact]
    public void Options_AnyOfAMandatoryFamily_WillDo()
    {
        OptionOffer[] offers = [.. new[] { "hds", "pci" }.Select(o => Option(o) with { Mandatory = true, Family = "certification" })];

        Options(Request("pci"), offers).ShouldBe([new ItemSettings("pci", "P1M", "default", 1)]);
    }

    [Fact]
    public void Options_KeepTheOrderOfTheRequest() =>
        Options(Request("hds", "credit", "hds"), Option("credit"), Option("hds"))
            .Select(o => o.PlanCode).ShouldBe(["hds", "credit", "hds"]);

    [Fact]
    public void Choose_AddsUpWhatAPeriodCosts() =>
        OfferSelection.Choose(Request("hds") with { Quantity = 3 }, Plan, [Offered(Installation, Monthly)], [Option("hds")])
            .PerPeriod.ShouldBe(new Money(32, "EUR"));

    [Fact]
    public void Choose_WhereAnOptionHasNoPriceForThatPeriod_LeavesItUnknown() =>
        OfferSelection.Choose(Request("hds") with { Duration = "P1Y" }, Plan, [Offered(Monthly, Yearly)], [Option("hds")])
            .PerPeriod.ShouldBeNull();

    [Fact]
    public void PerPeriod_is_the_price_that_an_order_takes_by_itself()
    {
        OfferSelection.PerPeriod([Installation, Yearly, Monthly])!.Duration.ShouldBe("P1M");
        OfferSelection.PerPeriod([Installation, Yearly])!.PricingMode.ShouldBe("upfront12");
        OfferSelection.PerPeriod([Installation, Price("P1D", "default", 1, PriceCapacity.Detach)]).ShouldBeNull();
        OfferSelection.PerPeriod([]).ShouldBeNull();
    }

    [Theory]
    [InlineData("project", true)]
    [InlineData("project.2018", true)]
    [InlineData("project.discovery", true)]
    [InlineData("projects", false)]
    [InlineData("credit", false)]
    [InlineData("certification.hds.2018", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsProjectPlan_tells_projects_from_what_is_ordered_with_them(string? plan, bool isProject) =>
        OfferSelection.IsProjectPlan(plan).ShouldBe(isProject);

    [Fact]
    public void The_catalogue_goes_to_the_item_and_its_options()
    {
        var choice = OfferSelection.Choose(Request("hds") with { CatalogName = "partner" }, Plan, [Offered(Monthly)], [Option("hds")]);

        choice.Item!.CatalogName.ShouldBe("partner");
        choice.Options.ShouldHaveSingleItem().CatalogName.ShouldBe("partner");
    }

    [Theory]
    [InlineData("FR", "project.2018")]
    [InlineData("CA", "project.2018")]
    [InlineData("US", "project")]
    public void DefaultPlan_IsThatOfTheSite(string subsidiary, string plan) => OfferSelection.DefaultPlan(subsidiary).ShouldBe(plan);

    private static void Fails(Action choose, string property, string words)
    {
        var error = Should.Throw<OrderException>(choose);

        FailureMessages.Property(error.Failure).ShouldBe(property);
        FailureMessages.Of(error.Failure).ShouldBe(words);
    }

    private static ItemSettings Item(OrderRequest request, params OfferPrice[] prices) =>
        OfferSelection.Choose(request, Plan, [Offered(prices)], []).Item!;

    private static ImmutableArray<ItemSettings> Options(OrderRequest request, params OptionOffer[] offers) =>
        OfferSelection.Choose(request, Plan, [Offered(Monthly)], offers).Options;

    private static Offer Offered(params OfferPrice[] prices) => new() { PlanCode = Plan, Prices = prices };

    private static OptionOffer Option(string plan) => new() { PlanCode = plan, Prices = [Price("P1M", "default", 2, PriceCapacity.Renew)] };

    private static OfferPrice Price(string duration, string mode, decimal value, string capacity) =>
        new()
        {
            Duration = duration,
            PricingMode = mode,
            Capacities = [capacity],
            Price = new Price { CurrencyCode = "EUR", Value = value }
        };

    private static OrderRequest Request(params string[] options) => new()
    {
        Tag = "tag",
        Description = "shop",
        Options =
        [
            .. options.Select((o, i) =>
                new OptionRequest(o, null, null, null, ImmutableSortedDictionary<string, string>.Empty) { Place = i }),
        ],
    };
}
