using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// A pending cart that became an order. What it held then is what was ordered, whatever the program said of the cart before: an update that
/// changed the cart and ordered it may have been interrupted, and leaves the engine with the inputs from before. By those the order would
/// look like another one, and be replaced.
/// </summary>
internal static class AsOrdered
{
    private static readonly ImmutableArray<PropertyDefinition> OrderTime = [.. Definition.Definition.Inputs.Where(d => d.OrderTime)];

    /// <param name="inputs">As the state has them.</param>
    /// <param name="before">What there was when the state was written.</param>
    public static Map Of(Map inputs, OrderFacts before, OrderFacts now)
    {
        if (before.IsOrdered || now is not { IsOrdered: true, Item: { } item })
        {
            return inputs;
        }

        var map = inputs;
        Set(Definition.PlanCode, PropertyValue.Of(item.Settings.PlanCode));
        Set(Definition.Duration, PropertyValue.Of(item.Settings.Duration));
        Set(Definition.PricingMode, PropertyValue.Of(item.Settings.PricingMode));
        Set(Definition.Quantity, PropertyValue.Of((double)item.Settings.Quantity));
        Set(Definition.CatalogName, OrAbsent(item.Settings.CatalogName));
        Set(Definition.OvhSubsidiary, OrAbsent(now.OvhSubsidiary));
        Set(Definition.Options, Options(inputs, now.Options));
        return IsRecorded(item) ? WithLabels(map, item) : map;

        void Set(PropertyDefinition definition, PropertyValue? ordered) =>
            map = map.With(definition.Name, Like(map[definition.Name], ordered));
    }

    /// <summary>The inputs without what is ordered with the project, or may be credited to it.</summary>
    public static Map Without(Map inputs) =>
        OrderTime.Add(Definition.Voucher).Aggregate(inputs, (all, definition) => all.Without(definition.Name));

    /// <summary>
    /// The engine's inputs, as a refresh gives them back: what the program named, and what was ordered otherwise, is as it was ordered. A
    /// program that says again what it said before then asks for another order than there is.
    /// </summary>
    /// <param name="state">With everything that was ordered.</param>
    public static Map Named(Map inputs, Map state) => OrderTime.Aggregate(inputs, (all, definition) =>
        (inputs[definition.Name], state[definition.Name]) is ({ } given, { } there)
            && Named(given.Plain(), there.Plain()) is var named && !named.Equals(given.Plain())
            ? all.With(definition.Name, given.ContainsSecret || there.ContainsSecret ? SecretOf(named) : named)
            : all);

    private static PropertyValue Named(PropertyValue given, PropertyValue there) => (given, there) switch
    {
        (Map labels, Map ordered) => labels.Items.Where(l => l.Value is not Null).Aggregate(labels, (all, label) =>
            ordered[label.Key] is { } value ? all.With(label.Key, value) : all.Without(label.Key)),
        (List, List) => OptionChanges.Of(CloudProjectInputs.OptionsOf(there), CloudProjectInputs.OptionsOf(given)).Added.IsEmpty
            ? given
            : there,
        (Text text, Text ordered) when string.Equals(text.Value, ordered.Value, StringComparison.OrdinalIgnoreCase) => given,
        (Null, _) => given,
        _ => there,
    };

    /// <summary>Every project's item has its description; the values of a checked-out cart may be hidden.</summary>
    private static bool IsRecorded(PlacedItem item) => !item.Configurations.IsEmpty && item.Configurations.All(c => c.Value is not null);

    private static Map WithLabels(Map map, PlacedItem item)
    {
        var labels = item.Configurations.Where(c => c.Label is not (Labels.Description or Labels.Voucher)).GroupBy(c => c.Label)
            .ToImmutableSortedDictionary(g => g.Key, g => PropertyValue.Of(g.First().Value), StringComparer.Ordinal);
        map = Kept(map, Definition.Configuration.Name, new Map(labels));
        return item.Value(Labels.Voucher) is { } voucher
            ? Kept(map, Definition.Voucher.Name, PropertyValue.Of(voucher))
            : map.Without(Definition.Voucher.Name);
    }

    private static PropertyValue? Options(Map inputs, ImmutableArray<PlacedItem?> placed)
    {
        var ordered = RecordedOrder.OptionsOf(placed);
        return OptionChanges.Of(ordered, CloudProjectInputs.From(inputs).Options).AreNone
            ? inputs[Definition.Options.Name]
            : PropertyValue.Of(ordered.Select(StateWriter.Option).Select(StateWriter.WithSecretConfiguration));
    }

    /// <summary>Whether the program has another value as a secret is not known.</summary>
    private static Map Kept(Map map, string name, PropertyValue ordered) => ordered.Equals(map[name]?.Plain())
        ? map
        : map.With(name, ordered is Map { Items.IsEmpty: true } ? ordered : SecretOf(ordered));

    /// <summary>What the program has as a secret stays one.</summary>
    private static PropertyValue? Like(PropertyValue? given, PropertyValue? ordered) =>
        ordered is null || given is not { ContainsSecret: true } || ordered.ContainsSecret ? ordered
        : ordered.Equals(given.Plain()) ? given
        : SecretOf(ordered);
}
