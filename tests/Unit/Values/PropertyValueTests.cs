using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.Values;

/// <summary>What a value says of itself: is it null, is anything in it unknown or secret, and what is it without wrappers?</summary>
public class PropertyValueTests
{
    private static readonly PropertyValue SecretText = new Secret(Of("s"));

    [Fact]
    public void A_null_is_null_in_a_secret_and_in_an_output_too()
    {
        None.IsNull.ShouldBeTrue();
        new Secret(None).IsNull.ShouldBeTrue();
        new Output(None, false, []).IsNull.ShouldBeTrue();
    }

    [Fact]
    public void What_is_unknown_or_has_a_value_is_not_null()
    {
        new Output(null, false, []).IsNull.ShouldBeFalse();
        new Output(Of(""), false, []).IsNull.ShouldBeFalse();
        new Secret(Of(false)).IsNull.ShouldBeFalse();
        UnknownValue.IsNull.ShouldBeFalse();
        Of(0.0).IsNull.ShouldBeFalse();
    }

    [Fact]
    public void An_unknown_is_found_at_every_place_of_a_value()
    {
        foreach (var value in Around(UnknownValue).Append(Reference(UnknownValue)).Append(new Output(null, false, [])))
        {
            value.ContainsUnknown.ShouldBeTrue(value.ToString());
        }
    }

    [Fact]
    public void A_known_value_contains_no_unknown()
    {
        foreach (var value in Around(Of("known")).Append(Reference(Of("id"))).Append(Reference(null)).Append(None))
        {
            value.ContainsUnknown.ShouldBeFalse(value.ToString());
        }
    }

    [Fact]
    public void One_unknown_among_known_values_is_found()
    {
        Of([Of("known"), UnknownValue]).ContainsUnknown.ShouldBeTrue();
        Map.Empty.With("a", Of("known")).With("b", UnknownValue).ContainsUnknown.ShouldBeTrue();
    }

    [Fact]
    public void A_secret_is_found_at_every_place_of_a_value()
    {
        foreach (var value in Around(SecretText).Append(new Output(Of("plain"), true, [])).Append(new Output(null, true, [])))
        {
            value.ContainsSecret.ShouldBeTrue(value.ToString());
        }
    }

    [Fact]
    public void A_value_without_a_secret_contains_none()
    {
        PropertyValue[] values =
        [
            Of("plain"), Of([Of("plain")]), Map.Empty.With("a", Of("plain")), new Asset(Map.Empty.With("a", Of("plain"))),
            new Output(Of("plain"), false, []), new Output(null, false, []), None,
        ];
        foreach (var value in values)
        {
            value.ContainsSecret.ShouldBeFalse(value.ToString());
        }
    }

    [Fact]
    public void One_secret_among_other_values_is_found()
    {
        Of([Of("plain"), SecretText]).ContainsSecret.ShouldBeTrue();
        Map.Empty.With("a", Of("plain")).With("b", SecretText).ContainsSecret.ShouldBeTrue();
    }

    [Fact]
    public void A_plain_value_has_no_wrapper_at_any_depth()
    {
        var wrapped = Map.Empty.With("list", Of([SecretText, new Output(Of(1.0), true, ["urn:a"])]))
            .With("map", new Secret(Map.Empty.With("inner", new Output(SecretText, false, []))))
            .With("later", new Output(null, true, []));

        wrapped.Plain().ShouldBe(Map.Empty.With("list", Of([Of("s"), Of(1.0)]))
            .With("map", Map.Empty.With("inner", Of("s")))
            .With("later", UnknownValue));
    }

    [Fact]
    public void A_secret_is_wrapped_once()
    {
        SecretOf(Of("s")).ShouldBe(SecretText);
        SecretOf(SecretText).ShouldBe(SecretText);
    }

    [Fact]
    public void A_missing_text_is_null() => Of((string?)null).ShouldBe(None);

    [Fact]
    public void Values_differ_where_any_part_differs()
    {
        PropertyValue[] different =
        [
            new Output(Of("a"), false, []), new Output(Of("b"), false, []), new Output(Of("a"), true, []),
                new Output(Of("a"), false, ["urn:a"]),
            new Output(Of("a"), false, ["urn:b"]), new Output(null, false, []),
            new Bytes([1]), new Bytes([2]), new Bytes([1, 2]),
            Of([Of("a")]), Of([Of("b")]), Of([Of("a"), Of("b")]), Of([]),
            Map.Empty, Map.Empty.With("a", Of("a")), Map.Empty.With("a", Of("b")), Map.Empty.With("b", Of("a")),
            Map.Empty.With("a", Of("a")).With("b", Of("b")),
        ];

        different.Distinct().Count().ShouldBe(different.Length);
        foreach (var (value, at) in different.Select((value, at) => (value, at)))
        {
            different.Where((other, place) => place != at && other.Equals(value)).ShouldBeEmpty(value.ToString());
        }
    }

    [Fact]
    public void Equal_values_have_one_hash()
    {
        (PropertyValue, PropertyValue)[] pairs =
        [
            (new Output(Of("a"), true, ["urn:a"]), new Output(Of("a"), true, ["urn:a"])),
            (new Bytes([1, 2]), new Bytes([1, 2])),
            (Of([Of("a")]), Of([Of("a")])),
            (Map.Empty.With("a", Of("a")), Map.Empty.With("a", Of("a"))),
        ];
        foreach (var (one, other) in pairs)
        {
            one.ShouldBe(other);
            one.GetHashCode().ShouldBe(other.GetHashCode());
        }
    }

    [Fact]
    public void A_null_in_a_map_counts_as_absent_and_stays_where_it_is()
    {
        var map = Map.Empty.With("null", None).With("secret", new Secret(None)).With("set", Of("a")).With("kept", null);

        map["null"].ShouldBeNull();
        map["secret"].ShouldBeNull();
        map["absent"].ShouldBeNull();
        map["set"].ShouldBe(Of("a"));
        map.Items.Keys.ShouldBe(["null", "secret", "set"]);
        map.Without("set").Items.Keys.ShouldBe(["null", "secret"]);
    }

    private static ResourceReference Reference(PropertyValue? id) => new("urn:a", id, "n", "t", null);

    private static IEnumerable<PropertyValue> Around(PropertyValue value)
    {
        var map = Map.Empty.With("key", value);
        return [value, new Secret(value), new Output(value, false, []), Of([value]), map, new Asset(map)];
    }
}
