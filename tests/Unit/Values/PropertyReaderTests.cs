using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.Values;

public class PropertyReaderTests
{
    private static readonly PropertyReader Reader = new(Map.Empty
        .With("text", Of("t")).With("empty", Of("")).With("true", Of(true)).With("number", Of(7.9)).With("null", None)
        .With("secret", new Secret(Of("s"))).With("unknown", UnknownValue)
        .With("date", Of("2026-03-01T10:00:00Z")).With("no date", Of("tomorrow"))
        .With("list", Of([Map.Empty.With("a", Of("in the list")), Of("no map")]))
        .With("map", Map.Empty.With("a", Of("x")).With("b", Of(1.0)).With("c", Of("z"))));

    [Fact]
    public void A_value_is_read_as_its_type()
    {
        Reader.Text("text").ShouldBe("t");
        Reader.Text("secret").ShouldBe("s");
        Reader.Bool("true").ShouldBe(true);
        Reader.Integer("number").ShouldBe(7);
        Reader.Number("number").ShouldBe(7.9m);
        Reader.Date("date").ShouldBe(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero));
        Reader.Object("map")!.Text("c").ShouldBe("z");
        Reader.Texts("map")!.Select(p => (p.Key, p.Value)).ShouldBe([("a", "x"), ("c", "z")]);
    }

    [Fact]
    public void The_maps_of_a_list_keep_their_places_and_another_item_reads_as_an_empty_map()
    {
        var objects = Reader.Objects("list")!.Value;

        objects.Length.ShouldBe(2);
        objects[0].Text("a").ShouldBe("in the list");
        objects[1].Names.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("absent")]
    [InlineData("null")]
    [InlineData("unknown")]
    public void What_is_absent_or_unknown_reads_as_null(string name)
    {
        Reader.Text(name).ShouldBeNull();
        Reader.Bool(name).ShouldBeNull();
        Reader.Integer(name).ShouldBeNull();
        Reader.Number(name).ShouldBeNull();
        Reader.Date(name).ShouldBeNull();
        Reader.Objects(name).ShouldBeNull();
        Reader.Object(name).ShouldBeNull();
        Reader.Texts(name).ShouldBeNull();
    }

    [Fact]
    public void A_value_of_another_type_reads_as_null()
    {
        Reader.Text("number").ShouldBeNull();
        Reader.Text("empty").ShouldBeNull();
        Reader.Bool("text").ShouldBeNull();
        Reader.Integer("text").ShouldBeNull();
        Reader.Number("text").ShouldBeNull();
        Reader.Date("no date").ShouldBeNull();
        Reader.Objects("map").ShouldBeNull();
        Reader.Object("list").ShouldBeNull();
        Reader.Texts("list").ShouldBeNull();
    }

    [Theory]
    [InlineData(1e15)]
    [InlineData(-1e15)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_no_amount_reaches_reads_as_null(double value) => Number(value).ShouldBeNull();

    [Theory]
    [InlineData(999_999_999_999_999.0)]
    [InlineData(-999_999_999_999_999.0)]
    [InlineData(0.0)]
    public void A_number_below_that_is_read(double value) => Number(value).ShouldBe((decimal)value);

    [Fact]
    public void Names_of_unknown_properties_are_remembered() =>
        new PropertyReader(Map.Empty.With("a", Of([Map.Empty.With("deep", UnknownValue)])).With("b", Of("known"))
            .With("c", new Output(null, false, [])))
            .Unknown.Order().ShouldBe(["a", "c"]);

    private static decimal? Number(double value) => new PropertyReader(Map.Empty.With("n", Of(value))).Number("n");
}
