using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.Values;

/// <summary>A state never gets a value that is not known.</summary>
public class KnownValuesTests
{
    private const string Sentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static readonly PropertyValue Reference = new ResourceReference("urn:a", UnknownValue, "n", "t", null);

    public static TheoryData<string, int> Nothing =>
        new() { { "unknown", 0 }, { "secret", 1 }, { "output", 2 }, { "asset", 3 }, { "reference", 4 }, { "text", 5 } };

    private static PropertyValue[] Unknowns =>
    [
        UnknownValue, new Secret(UnknownValue), new Output(null, false, []), new Asset(Map.Empty.With("a", UnknownValue)), Reference,
            Of(Sentinel),
    ];

    [Theory]
    [MemberData(nameof(Nothing))]
    public void What_is_not_known_is_left_out_of_a_map(string name, int value) =>
        KnownValues.Of(Map.Empty.With(name, Unknowns[value]).With("kept", Of("a"))).ShouldBe(Map.Empty.With("kept", Of("a")));

    [Theory]
    [MemberData(nameof(Nothing))]
    public void What_is_not_known_becomes_null_in_a_list(string name, int value) =>
        KnownValues.Of(Map.Empty.With(name, Of([Unknowns[value], Of("b")]))).ShouldBe(Map.Empty.With(name, Of([None, Of("b")])));

    [Fact]
    public void What_is_known_stays_as_it_is()
    {
        var map = Map.Empty.With("null", None).With("bool", Of(true)).With("number", Of(1.5)).With("text", Of("t"))
            .With("secret", new Secret(Of("s")))
            .With("output", new Output(Of("o"), true, ["urn:a"])).With("list", Of([Of("a"), None]))
            .With("map", Map.Empty.With("a", Of("b")))
            .With("asset", new Asset(Map.Empty.With("a", Of("b"))))
            .With("reference", new ResourceReference("urn:a", Of("id"), null, null, null))
            .With("bytes", new Bytes([1]));

        KnownValues.Of(map).ShouldBe(map);
    }

    [Fact]
    public void The_known_part_of_a_secret_and_of_an_output_stays_wrapped()
    {
        var half = Map.Empty.With("known", Of("a")).With("unknown", UnknownValue);
        var known = Map.Empty.With("known", Of("a"));

        KnownValues.Of(Map.Empty.With("secret", new Secret(half)).With("output", new Output(half, true, ["urn:a"])))
            .ShouldBe(Map.Empty.With("secret", new Secret(known)).With("output", new Output(known, true, ["urn:a"])));
    }

    [Fact]
    public void An_output_around_an_unknown_is_left_out() =>
        KnownValues.Of(Map.Empty.With("output", new Output(UnknownValue, false, []))).ShouldBe(Map.Empty);
}
