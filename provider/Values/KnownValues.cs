using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Values;

/// <summary>
/// What is left of a value without anything that is not known yet. An unknown that gets into a state from anything but a preview makes
/// the engine forget the resource's id, or its outputs and that it is unfinished.
/// </summary>
internal static class KnownValues
{
    public static Map Of(Map map)
    {
        var known = Map.Empty.Items.ToBuilder();
        foreach (var (key, value) in map.Items)
        {
            if (Of(value) is { } kept)
            {
                known[key] = kept;
            }
        }

        return new Map(known.ToImmutable());
    }

    /// <summary>Null when nothing is left. In a list an unknown becomes null, so that what follows keeps its place.</summary>
    private static PropertyValue? Of(PropertyValue value) => value switch
    {
        Unknown => null,
        Text text => PropertyValueCodec.IsUnknown(text.Value) ? null : text,
        Secret secret => Of(secret.Value) is { } known ? new Secret(known) : null,
        Output output => output.Value is { } inner && Of(inner) is { } known ? output with { Value = known } : null,
        List list => new List([.. list.Items.Select(item => Of(item) ?? None)]),
        Map map => Of(map),
        Asset or ResourceReference => value.ContainsUnknown ? null : value,
        _ => value,
    };
}
