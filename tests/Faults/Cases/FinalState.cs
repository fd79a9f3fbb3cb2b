using System.Collections.Immutable;
using PulumiOvhOrder.Faults.Environments;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Faults.Cases;

/// <summary>What the engine's state says of the resource in the end, without what differs from run to run.</summary>
internal sealed record FinalState(ImmutableSortedDictionary<string, string> Outputs, bool IsUnfinished, bool IsPending, string? Id)
{
    /// <summary>Ids, dates and links: that they are there is compared, not what they are.</summary>
    private static readonly ImmutableHashSet<string> Varying =
    [
        "cartId", "itemId", "configurationIds", "cartExpirationDate", "orderId", "orderUrl", "orderDate", "orderExpirationDate",
            "projectId", "projectUrn",
        "creationDate",
    ];

    /// <summary>An order that was found again cannot tell its contracts any more: only the answers of the checkout do.</summary>
    private static readonly (string, string) NoContracts = ("contracts", "[]");

    public static FinalState Of(TestEnvironment environment)
    {
        var state = environment.State.Load();
        var resource = state.Find(Scenarios.Urn);
        var outputs = (resource?.Outputs ?? PropertyValue.Map.Empty).Items.SelectMany(Members);
        return new FinalState(
            outputs.ToImmutableSortedDictionary(i => i.Key, i => Varying.Contains(i.Key) ? "" : Text(i.Value), StringComparer.Ordinal),
            resource is { InitErrors.IsEmpty: false } || resource is { RefreshBeforeUpdate: true },
            state.Pending.Any(p => p.Kind != PendingOperation.Creating),
            resource?.Id);
    }

    private static string Text(PropertyValue value) => StateJson.Write(Constant(value.Plain()))?.ToJsonString() ?? "null";

    /// <summary>Of a map each entry, as <c>prices.withTax</c>.</summary>
    private static IEnumerable<KeyValuePair<string, PropertyValue>> Members(KeyValuePair<string, PropertyValue> output) =>
        !Varying.Contains(output.Key) && output.Value.Plain() is PropertyValue.Map map
            ? map.Items.Select(i => KeyValuePair.Create($"{output.Key}.{i.Key}", i.Value))
            : [output];

    /// <summary>The same without what varies, at every depth.</summary>
    private static PropertyValue Constant(PropertyValue value) => value switch
    {
        PropertyValue.List list => PropertyValue.Of(list.Items.Select(Constant)),
        PropertyValue.Map map => new PropertyValue.Map(map.Items.Where(i => IsForPrograms(i.Key)).ToImmutableSortedDictionary(
            i => i.Key, i => Varying.Contains(i.Key) ? PropertyValue.None : Constant(i.Value), StringComparer.Ordinal)),
        _ => value,
    };

    /// <summary>What is missing or different here, beside what may; null when nothing is.</summary>
    public string? DifferenceFrom(FinalState reference, IReadOnlySet<string> mayDiffer)
    {
        var missing = reference.Outputs.Keys.Except(Outputs.Keys).Except(mayDiffer).ToList();
        if (missing.Count > 0)
        {
            return "lacks " + string.Join(",", missing);
        }

        var different = reference.Outputs.Where(o =>
            !mayDiffer.Contains(o.Key) && Outputs[o.Key] != o.Value && (o.Key, Outputs[o.Key]) != NoContracts).Select(o => o.Key).ToList();
        return different.Count > 0 ? "differs in " + string.Join(",", different)
            : Outputs.Keys.Except(reference.Outputs.Keys).Except(mayDiffer).Where(IsForPrograms).ToList() is { Count: > 0 } more
                ? "has also " + string.Join(",", more)
            : IsUnfinished != reference.IsUnfinished ? "unfinished"
            : IsPending ? "pending operation"
            : null;
    }

    /// <summary>When an order was adopted is a note of the provider's own; a run without faults has none.</summary>
    private static bool IsForPrograms(string name) => name != "adoptedAt";
}
