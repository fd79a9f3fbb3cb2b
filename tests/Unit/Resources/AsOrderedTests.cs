using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.Resources;

/// <summary>What a cart held when it became an order, against what the engine has from before.</summary>
public sealed class AsOrderedTests
{
    private static readonly OrderFacts Pending = new() { CartId = new CartId("c") };

    private static readonly OrderFacts Ordered = Pending with
    {
        OrderId = new OrderId(1),
        Item = new PlacedItem(
            new ItemId(1), new ItemSettings("b", "P1M", "default", 2),
            [new(new ConfigurationId(1), "description", "x"), new(new ConfigurationId(2), "zone", "two")]),
        Options = [new PlacedItem(new ItemId(2), new ItemSettings("o", "P1M", "default", 1), [])],
    };

    [Fact]
    public void What_was_ordered_comes_before_what_the_program_said_and_a_secret_stays_one()
    {
        var inputs = Map.Of(
            ("description", Of("x")), ("planCode", SecretOf(Of("a"))), ("quantity", Of(1.0)), ("voucher", SecretOf(Of("V"))),
            ("configuration", Map.Empty.With("zone", Of("one"))), ("options", SecretOf(Of([Map.Empty.With("planCode", Of("p"))]))));

        var ordered = AsOrdered.Of(inputs, Pending, Ordered);

        ordered["description"].ShouldBe(Of("x"));
        ordered["planCode"].ShouldBe(SecretOf(Of("b")));
        ordered["quantity"].ShouldBe(Of(2.0));
        ordered["voucher"].ShouldBeNull();
        ordered["configuration"].ShouldBe(SecretOf(Map.Empty.With("zone", Of("two"))));
        ordered["options"].ShouldBeOfType<PropertyValue.Secret>().Plain().ShouldBeOfType<List>().Items.ShouldHaveSingleItem()
            .ShouldBeOfType<Map>()["planCode"].ShouldBe(Of("o"));
        AsOrdered.Of(inputs, Ordered, Ordered).ShouldBeSameAs(inputs, "it was ordered before");
        AsOrdered.Of(inputs, Pending, Pending).ShouldBeSameAs(inputs, "it is not ordered");
    }

    [Fact]
    public void Labels_that_a_checked_out_cart_hides_stay_as_the_program_said()
    {
        var inputs = Map.Of(("configuration", Map.Empty.With("zone", Of("one"))), ("voucher", SecretOf(Of("V"))));
        var hidden = Ordered with { Item = Ordered.Item! with { Configurations = [new(new ConfigurationId(2), "zone", null)] } };

        var ordered = AsOrdered.Of(inputs, Pending, hidden);

        (ordered["configuration"], ordered["voucher"]).ShouldBe((inputs["configuration"], inputs["voucher"]));
    }

    [Fact]
    public void A_refresh_gives_back_what_was_ordered_otherwise_than_the_program_named()
    {
        var state = Map.Of(
            ("planCode", Of("b")), ("duration", Of("P1M")), ("ovhSubsidiary", Of("FR")), ("quantity", Of(2.0)),
            ("configuration", SecretOf(Map.Empty.With("zone", Of("two")).With("left", Of("out")))),
            ("options", Of([Option("o"), Option("left-out")])));
        var named = Map.Of(
            ("description", Of("x")), ("planCode", SecretOf(Of("a"))), ("ovhSubsidiary", Of("fr")), ("catalogName", Of("kept")),
            ("quantity", None), ("configuration", Map.Empty.With("zone", Of("one")).With("gone", Of("1"))), ("options", Of([Option("p")])));

        var read = AsOrdered.Named(named, state);

        read.ShouldBe(named.With("planCode", SecretOf(Of("b")))
            .With("configuration", SecretOf(Map.Empty.With("zone", Of("two")))).With("options", state["options"]));
        AsOrdered.Named(read, state).ShouldBe(read);
        AsOrdered.Named(Map.Of(("options", Of([Option("o")]))), state).ShouldBe(Map.Of(("options", Of([Option("o")]))));

        static Map Option(string plan) => Map.Empty.With("planCode", Of(plan));
    }
}
