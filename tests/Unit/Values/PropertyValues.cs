using FsCheck;
using FsCheck.Fluent;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.Values;

/// <summary>Property values of every case, nested at random.</summary>
internal static class PropertyValues
{
    // An empty text would be an unknown id in a resource reference.
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("a", "é", "😀", "%", "a.b", "[0]", "\0", "1.0"),
        Gen.Choose(0x20, 0xD7FF).Select(c => ((char)c).ToString()).NonEmptyListOf().Select(parts => string.Concat(parts)));

    private static readonly Gen<string?> OptionalTexts = Gen.OneOf(Gen.Constant<string?>(null), Texts.Select(text => (string?)text));

    private static readonly Gen<PropertyValue> Leaves = Gen.OneOf(
        Gen.Constant(None),
        Gen.Constant(Of("")),
        Gen.Elements(false, true).Select(Of),
        ArbMap.Default.GeneratorFor<double>().Select(Of),
        Texts.Select(text => Of(text)),
        Gen.Elements(Enum.GetValues<UnknownKind>()).Select(kind => (PropertyValue)new Unknown(kind)),
        Gen.Choose(0, 255).Select(b => (byte)b).ListOf().Select(bytes => (PropertyValue)new Bytes([.. bytes])));

    public static Arbitrary<Map> Maps() => Gen.Choose(0, 4).SelectMany(depth => MapsOf(Values(depth))).ToArbitrary();

    private static Gen<PropertyValue> Values(int depth)
    {
        if (depth == 0)
        {
            return Leaves;
        }

        var inner = Values(depth - 1);
        return Gen.OneOf(
            Leaves,
            inner.Select(value => (PropertyValue)new Secret(value)),
            Few(inner).Select(items => Of(items)),
            MapsOf(inner).Select(map => (PropertyValue)map),
            MapsOf(inner).Select(map => (PropertyValue)new Asset(
                map.With("4dabf18193072939515e22adb298388d", Of("c44067f5952c0a294b673a41bacd8c17")))),
            from value in Gen.OneOf(Gen.Constant<PropertyValue?>(null), inner.Select(v => (PropertyValue?)v))
            from secret in Gen.Elements(false, true)
            from urns in Few(Texts)
            select (PropertyValue)new Output(value, secret, [.. urns]),
            from urn in Texts
            from id in Gen.OneOf(Gen.Constant<PropertyValue?>(null), Gen.Constant<PropertyValue?>(UnknownValue),
                Texts.Select(t => (PropertyValue?)Of(t)))
            from name in OptionalTexts
            from type in OptionalTexts
            from version in OptionalTexts
            select (PropertyValue)new ResourceReference(urn, id, name, type, version));
    }

    private static Gen<Map> MapsOf(Gen<PropertyValue> values) =>
        from keys in Few(Texts)
        from items in values.ListOf(keys.Count)
        select keys.Zip(items).Aggregate(Map.Empty, (map, item) => map.With(item.First, item.Second));

    private static Gen<List<T>> Few<T>(Gen<T> items) => Gen.Choose(0, 3).SelectMany(count => items.ListOf(count));
}
