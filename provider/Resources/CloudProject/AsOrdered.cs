using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
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
    /// <param name="inputs">As the state has them.</param>
    /// <param name="before">What there was when the state was written.</param>
    public static Map Of(Map inputs, OrderFacts before, OrderFacts now)
    {
        if (before.IsOrdered || now is not { IsOrdered: true, Item: { } item })
        {
            return inputs;
        }

        var map = inputs
            .With(Definition.PlanCode.Name, PropertyValue.Of(item.Settings.PlanCode))
            .With(Definition.Duration.Name, PropertyValue.Of(item.Settings.Duration))
            .With(Definition.PricingMode.Name, PropertyValue.Of(item.Settings.PricingMode))
            .With(Definition.Quantity.Name, PropertyValue.Of((double)item.Settings.Quantity))
            .With(Definition.CatalogName.Name, OrAbsent(item.Settings.CatalogName))
            .With(Definition.OvhSubsidiary.Name, OrAbsent(now.OvhSubsidiary))
            .With(Definition.Options.Name, Options(inputs, now.Options));
        return IsRecorded(item) ? WithLabels(map, item) : map;
    }

    /// <summary>The inputs without what is ordered with the project, or may be credited to it.</summary>
    public static Map Without(Map inputs) => Definition.Definition.Inputs.Where(d => d.OrderTime || d == Definition.Voucher)
        .Aggregate(inputs, (all, definition) => all.Without(definition.Name));

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
}
