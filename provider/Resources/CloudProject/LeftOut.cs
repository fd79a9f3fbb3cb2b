using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// What an order has and the program never named, because the order was imported. It is no difference while the program leaves it out, and
/// it is there already when the program names it. The state keeps it, behind the program's own.
/// </summary>
internal static class LeftOut
{
    private static readonly ImmutableArray<PropertyDefinition> Definitions = [Definition.Configuration, Definition.Options];

    /// <summary>Two versions of a program's input as they would be if the program named what it leaves out.</summary>
    /// <param name="given">The last version's; of an import what could be read back.</param>
    /// <param name="resolved">What the order has.</param>
    /// <param name="isImported">No version of the program ran over the order.</param>
    public static (PropertyValue? Given, PropertyValue? Wanted) Named(
        PropertyValue? given, PropertyValue? wanted, PropertyValue? resolved, bool isImported)
    {
        var (ordered, named) = isImported ? (given ?? resolved, null) : (resolved, given);
        switch (ordered, wanted)
        {
            case (Map labels, null or Map):
                return (With(given as Map, labels, named as Map), With(wanted as Map, labels, named as Map));
            case (List, null or List { ContainsUnknown: false }):
                var (there, before) = (CloudProjectInputs.OptionsOf(ordered), CloudProjectInputs.OptionsOf(named));
                return OptionChanges.Of(there, before).Gone.IsEmpty ? (given, wanted)
                    : OptionChanges.Of(there, CloudProjectInputs.OptionsOf(wanted)).Managed(before).AreNone ? (ordered, ordered)
                    : (given ?? Of([]), wanted);
            default:
                return (given, isImported ? wanted ?? ordered : wanted);
        }
    }

    /// <summary>The properties of an ordered project, with what its state has beyond them.</summary>
    public static Map Keep(Map properties, Map state) => Definitions.Aggregate(properties, (all, definition) =>
        state[definition.Name] is { } ordered && Kept(all[definition.Name]?.Plain(), ordered.Plain()) is { } kept
            ? all.With(definition.Name, ordered.ContainsSecret || all[definition.Name] is { ContainsSecret: true } ? SecretOf(kept) : kept)
            : all);

    /// <summary>Null where nothing is left out.</summary>
    private static PropertyValue? Kept(PropertyValue? given, PropertyValue ordered)
    {
        switch (ordered, given)
        {
            case (Map labels, null or Map):
                var with = With(given as Map, labels, named: null);
                return with == given ? null : with;
            case (List options, null or List { ContainsUnknown: false }):
                var kept = OptionChanges.Of(CloudProjectInputs.OptionsOf(options), CloudProjectInputs.OptionsOf(given)).Kept;
                var left = options.Items.Where((_, i) => !kept.Contains(i)).ToList();
                return left.Count == 0 ? null : Of(((given as List)?.Items ?? []).Concat(left));
            default:
                return null;
        }
    }

    private static Map? With(Map? labels, Map ordered, Map? named)
    {
        var left = ordered.Items.Where(label => labels?[label.Key] is null && named?[label.Key] is null).ToList();
        return left.Count == 0 ? labels : left.Aggregate(labels ?? Map.Empty, (all, label) => all.With(label.Key, label.Value));
    }
}
