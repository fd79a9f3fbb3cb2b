using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Resources;

public sealed class OptionOrderStateTests
{
    private static readonly DateTimeOffset Date = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private static readonly OrderFacts Finished = new()
    {
        CartId = new CartId("7adbfca2-6847-4997-9960-af02fbaa015f"),
        CartExpirationDate = Date,
        OrderId = new OrderId(2),
        OrderUrl = "https://example.com/?password=p",
        Status = "delivered",
        OrderDate = Date,
        Options =
        [
            new PlacedItem(
                new ItemId(5),
                new ItemSettings("credit", "P1M", "default", 25),
                [new PlacedConfiguration(new ConfigurationId(1), "zone", "s-1")]),
        ],
        Quote = new Quote(new QuotePrices("EUR", 12, 10, 2, 0), [], []),
    };

    private static readonly OrderFacts Project = new()
    {
        ProjectId = ProjectId.Of(new string('a', 32)),
        FinishedOptionOrders = [Finished],
        UnfinishedOptionOrder = new OrderFacts { CartId = new CartId("c2"), CartExpirationDate = Date.AddDays(1), AdoptedAt = Date },
    };

    [Fact]
    public void Read_OfWhatWasWritten_HasBothOrders_AndTellsThemApart()
    {
        var read = StateReader.Read(StateWriter.Write(PropertyValue.Map.Empty, Project));

        var finished = read.FinishedOptionOrders.ShouldHaveSingleItem();
        (finished.CartId, finished.OrderId, finished.Status, finished.OrderUrl)
            .ShouldBe((Finished.CartId, Finished.OrderId, "delivered", Finished.OrderUrl));
        finished.Quote!.Prices.ShouldBe(Finished.Quote!.Prices);
        var option = finished.Options.ShouldHaveSingleItem()!;
        (option.Settings, option.Value("zone")).ShouldBe((Finished.Options[0]!.Settings, "s-1"));
        var unfinished = read.UnfinishedOptionOrder!;
        (unfinished.CartId, unfinished.OrderId, unfinished.AdoptedAt).ShouldBe((new CartId("c2"), null, Date));
    }

    [Fact]
    public void Write_KeepsTheLinkAndTheLabelsOfAnOptionSecret()
    {
        var order = StateWriter.Write(PropertyValue.Map.Empty, Project)["optionOrders"].ShouldBeOfType<PropertyValue.List>().Items[0]
            .ShouldBeOfType<PropertyValue.Map>();

        order["orderUrl"].ShouldBeOfType<PropertyValue.Secret>();
        order["options"].ShouldBeOfType<PropertyValue.List>().Items[0].ShouldBeOfType<PropertyValue.Map>()["configuration"]
            .ShouldBeOfType<PropertyValue.Secret>();
    }

    [Fact]
    public void A_project_is_refreshed_before_updates_as_long_as_a_cart_of_its_options_can_be_found()
    {
        Project.NeedsRefreshBeforeUpdate(Date.AddHours(23)).ShouldBeTrue();
        (Project with { UnfinishedOptionOrder = null }).NeedsRefreshBeforeUpdate(Date.AddHours(23)).ShouldBeFalse();
        (Project with { UnfinishedOptionOrder = null }).NeedsRefreshBeforeUpdate(Date.AddHours(-1)).ShouldBeTrue();
    }
}
