using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// What a change of inputs means. Pure, and also called inverted (olds = what Read returned, news = the state's inputs). An input that
/// cannot be read back, or that the program leaves to its default, is never a difference.
/// </summary>
internal static class CloudProjectDiff
{
    public static DiffResponse Diff(DiffRequest request)
    {
        var facts = StateReader.Read(request.Olds);
        var ordered = facts.IsOrdered || ResourceId.Parse(request.Id) is ResourceId.Order or ResourceId.Project;
        var changes = ImmutableSortedDictionary.CreateBuilder<string, PropertyDiff>(StringComparer.Ordinal);
        foreach (var definition in Definition.Definition.Inputs.Where(d => !request.IgnoreChanges.Contains(d.Name)))
        {
            if (ordered && IsAsOrdered(definition, request))
            {
                continue;
            }

            var replaces = definition.IsReplacing && ordered;
            foreach (var (path, kind) in Compare(definition, request, ordered))
            {
                var isOfInputs = request.OldInputs[definition.Name] is not null || kind == PropertyDiffKind.Add;
                changes[path] = new PropertyDiff(replaces ? Replacing(kind) : kind, InputDiff: isOfInputs);
            }
        }

        return new DiffResponse(changes.ToImmutable(), ordered ? Stables(facts) : [], DeleteBeforeReplace: false);
    }

    private static IEnumerable<(string Path, PropertyDiffKind Kind)> Compare(
        PropertyDefinition definition, DiffRequest request, bool ordered)
    {
        var path = new InputPath(definition.Name);
        var isKnown = request.OldInputs[definition.Name] is not null || request.Olds[definition.Name] is not null;
        var isResolved = Meaning(definition, request.Olds[definition.Name], withDefaults: true) is not null;
        var given = Meaning(definition, request.OldInputs[definition.Name], isResolved);
        var resolved = Meaning(definition, request.Olds[definition.Name], isResolved);
        var wanted = Meaning(definition, request.News[definition.Name], isResolved);
        var isImported = StateReader.IsImported(request.Olds);
        if (ordered && definition.OrderTime)
        {
            (given, wanted) = LeftOut.Named(given, wanted, resolved, isImported);
        }

        if (wanted is null)
        {
            // A voucher that the state alone has was tried, and not confirmed.
            var tried = definition == Definition.Voucher && !isImported ? resolved : null;
            return Removed(definition, given ?? tried, isKept: ordered || isImported) ? [(path.Value, PropertyDiffKind.Delete)] : [];
        }

        if (wanted.Equals(given)
            || (given is null && (wanted.Equals(resolved) || (!definition.OrderTime && IsDefault(definition, wanted)))))
        {
            return [];
        }

        if (!isKnown && (ordered && definition.OrderTime || isImported && IsNeverReadBack(definition)))
        {
            return [];
        }

        if (definition.OrderTime && resolved is not null)
        {
            wanted = Completed(wanted, resolved);
            return wanted.Equals(resolved) ? [] : Differences(given is null ? resolved : Completed(given, resolved), wanted, path);
        }

        return Differences(given ?? None, wanted, path);
    }

    /// <summary>
    /// What is asked for is what was ordered, whatever the program said before: an update may have failed after it ordered.
    /// </summary>
    private static bool IsAsOrdered(PropertyDefinition definition, DiffRequest request) =>
        definition.OrderTime && request.Olds[definition.Name] is { } ordered && Equals(
            Meaning(definition, request.News[definition.Name], withDefaults: true), Meaning(definition, ordered, withDefaults: true));

    /// <summary>
    /// A value without what says nothing: secrecy, the case of a subsidiary, entries that are null, and within options whatever equals its
    /// default. Null when nothing is left. Two values that mean the same order must never be told apart: a difference may end a project.
    /// </summary>
    private static PropertyValue? Meaning(PropertyDefinition definition, PropertyValue? value, bool withDefaults) =>
        (definition.Type, value?.Plain()) switch
        {
            (_, null or Null) => null,
            (PropertyType.MapOf, Map map) => map.Items.Values.All(v => v is Null) ? null
                : map.Items.Where(e => e.Value is Null).Aggregate(map, (all, e) => all.Without(e.Key)),
            (PropertyType.ListOf { Item: PropertyType.Nested nested }, List list) => list.Items.IsEmpty ? null
                : Of(list.Items.Select(item => item is Map map ? Meaning(nested.Definition, map, withDefaults) : item)),
            (_, Text text) when definition == Definition.OvhSubsidiary => Of(text.Value.ToUpperInvariant()),
            var (_, plain) => plain,
        };

    private static Map Meaning(ObjectDefinition definition, Map map, bool withDefaults) =>
        definition.Properties.Aggregate(map, (all, field) =>
            Meaning(field, all[field.Name], withDefaults) is { } meant && (withDefaults || !IsDefault(field, meant))
                ? all.With(field.Name, meant)
                : all.Without(field.Name));

    private static bool IsDefault(PropertyDefinition definition, PropertyValue value) => (definition.Default, value) switch
    {
        (bool b, Bool v) => b == v.Value,
        (string s, Text v) => s == v.Value,
        (int n, Number v) => n == v.Value,
        _ => false,
    };

    /// <summary>
    /// A pending cart becomes what the default makes of it. Of an order, and of what was imported, leaving out what has a default leaves it
    /// as it is; only what was added to it, or bounds this program's own behaviour, can be removed.
    /// </summary>
    private static bool Removed(PropertyDefinition definition, PropertyValue? given, bool isKept) => given switch
    {
        null => false,
        _ when definition == Definition.Options || definition == Definition.Configuration => true,
        _ when definition.OrderTime && isKept => false,
        _ => !IsDefault(definition, given),
    };

    /// <summary>OVHcloud does not say it of a cart either.</summary>
    private static bool IsNeverReadBack(PropertyDefinition definition) =>
        definition == Definition.OvhSubsidiary || definition == Definition.CatalogName
        || (!definition.OrderTime && definition != Definition.Voucher);

    /// <summary>Fields that the program leaves out of a list's objects hold the value that was resolved for them.</summary>
    private static PropertyValue Completed(PropertyValue wanted, PropertyValue resolved) => (wanted, resolved) switch
    {
        (List w, List r) => Of(w.Items.Select((item, i) =>
            item is Map given && r.Items.ElementAtOrDefault(i) is Map known ? Filled(given, known) : item)),
        _ => wanted,
    };

    private static Map Filled(Map given, Map known) => known.Items.Aggregate(given, (all, field) =>
        all[field.Key] is null && field.Value is not Map ? all.With(field.Key, field.Value) : all);

    private static IEnumerable<(string Path, PropertyDiffKind Kind)> Differences(PropertyValue old, PropertyValue wanted, InputPath path)
    {
        switch (old, wanted)
        {
            case (Null, Null):
                return [];
            case (Null, _):
                return [(path.Value, PropertyDiffKind.Add)];
            case (_, Null):
                return [(path.Value, PropertyDiffKind.Delete)];
            case (Map o, Map w):
                return o.Items.Keys.Union(w.Items.Keys).SelectMany(key => Differences(o[key] ?? None, w[key] ?? None, path.Under(key)));
            case (List o, List w):
                return Enumerable.Range(0, Math.Max(o.Items.Length, w.Items.Length)).SelectMany(i => Differences(
                    i < o.Items.Length ? o.Items[i] : None, i < w.Items.Length ? w.Items[i] : None, path.At(i)));
            default:
                return old.Equals(wanted) ? [] : [(path.Value, PropertyDiffKind.Update)];
        }
    }

    private static PropertyDiffKind Replacing(PropertyDiffKind kind) => kind switch
    {
        PropertyDiffKind.Add => PropertyDiffKind.AddReplace,
        PropertyDiffKind.Delete => PropertyDiffKind.DeleteReplace,
        _ => PropertyDiffKind.UpdateReplace,
    };

    /// <summary>What no update changes once it is known.</summary>
    private static ImmutableArray<string> Stables(OrderFacts facts)
    {
        var stables =
            ImmutableArray.Create(Definition.CartId.Name, Definition.ItemId.Name, Definition.OrderId.Name, Definition.OrderDate.Name);
        return facts.ProjectId is null ? stables : stables.AddRange(
            Definition.ProjectId.Name, Definition.ProjectUrn.Name, Definition.CreationDate.Name, QuoteProperties.Prices.Name,
            QuoteProperties.Details.Name, QuoteProperties.Contracts.Name, Definition.Stage.Name);
    }
}
