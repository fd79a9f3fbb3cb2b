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

        return Parts(inputs, now, item).Aggregate(inputs, (all, part) => part.Ordered is { } ordered
            ? all.With(part.Name, InPlaceOf(all[part.Name], ordered))
            : all.Without(part.Name));
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
            ? all.With(definition.Name, InPlaceOf(given, there.ContainsSecret ? SecretOf(named) : named))
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

    /// <summary>Whether the program has a label or a voucher as a secret is not known: it counts as one.</summary>
    private static IEnumerable<(string Name, PropertyValue? Ordered)> Parts(Map inputs, OrderFacts now, PlacedItem item)
    {
        yield return (Definition.PlanCode.Name, PropertyValue.Of(item.Settings.PlanCode));
        yield return (Definition.Duration.Name, PropertyValue.Of(item.Settings.Duration));
        yield return (Definition.PricingMode.Name, PropertyValue.Of(item.Settings.PricingMode));
        yield return (Definition.Quantity.Name, PropertyValue.Of((double)item.Settings.Quantity));
        yield return (Definition.CatalogName.Name, OrAbsent(item.Settings.CatalogName) ?? inputs[Definition.CatalogName.Name]);
        yield return (Definition.OvhSubsidiary.Name, OrAbsent(now.OvhSubsidiary) ?? inputs[Definition.OvhSubsidiary.Name]);
        yield return (Definition.Options.Name, Options(inputs, now.Options));
        if (IsRecorded(item))
        {
            var labels = new Map(item.Configurations.Where(c => Labels.Meant(c.Label) is null).GroupBy(c => c.Label)
                .ToImmutableSortedDictionary(g => g.Key, g => PropertyValue.Of(g.First().Value), StringComparer.Ordinal));
            yield return (Definition.Configuration.Name, labels.Items.IsEmpty ? labels : SecretOf(labels));
            var voucher = RecordedOrder.VoucherOf(item);
            yield return (Definition.Voucher.Name, voucher is null ? null : SecretOf(PropertyValue.Of(voucher)));
        }
    }

    /// <summary>Every project's item has its description; the values of a checked-out cart may be hidden.</summary>
    private static bool IsRecorded(PlacedItem item) => !item.Configurations.IsEmpty && item.Configurations.All(c => c.Value is not null);

    private static PropertyValue? Options(Map inputs, ImmutableArray<PlacedItem?> placed)
    {
        var ordered = RecordedOrder.OptionsOf(placed);
        return OptionChanges.Of(ordered, CloudProjectInputs.From(inputs).Options).AreNone
            ? inputs[Definition.Options.Name]
            : PropertyValue.Of(ordered.Select(StateWriter.Option).Select(StateWriter.WithSecretConfiguration));
    }

    /// <summary>What is the same stays as it was given, and what is a secret stays one.</summary>
    private static PropertyValue InPlaceOf(PropertyValue? given, PropertyValue ordered) => given switch
    {
        not null when ordered.Plain().Equals(given.Plain()) => given,
        { ContainsSecret: true } => SecretOf(ordered.Plain()),
        _ => ordered,
    };
}
