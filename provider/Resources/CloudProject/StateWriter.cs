using System.Collections.Immutable;
using System.Globalization;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>From what exists to the properties that the engine keeps. Never writes an unknown.</summary>
internal static class StateWriter
{
    /// <summary>The inputs as resolved, and everything that is known to exist.</summary>
    /// <param name="isImported">No update has succeeded yet: the inputs are those that could be read back, and stay so.</param>
    public static Map Write(Map inputs, OrderFacts facts, bool isImported = false) =>
        WriteOutputs(isImported ? inputs : WriteInputs(inputs, facts), facts);

    /// <summary>
    /// Every input with the value that holds: the user's, else what the offers and the account decided, else the default.
    /// </summary>
    public static Map WriteInputs(Map inputs, OrderFacts facts)
    {
        var settings = facts.Item?.Settings ?? facts.Choice?.Item;
        var map = inputs
            .With(Definition.OvhSubsidiary.Name, inputs[Definition.OvhSubsidiary.Name] ?? OrAbsent(facts.OvhSubsidiary))
            .With(Definition.PlanCode.Name, inputs[Definition.PlanCode.Name] ?? OrAbsent(settings?.PlanCode ?? facts.Project?.PlanCode))
            .With(Definition.Duration.Name, inputs[Definition.Duration.Name] ?? OrAbsent(settings?.Duration))
            .With(Definition.PricingMode.Name, inputs[Definition.PricingMode.Name] ?? OrAbsent(settings?.PricingMode))
            .With(Definition.Quantity.Name, inputs[Definition.Quantity.Name] ?? (settings is null ? null : Of((double)settings.Quantity)))
            .With(Definition.CatalogName.Name, inputs[Definition.CatalogName.Name] ?? OrAbsent(settings?.CatalogName))
            .With(Definition.Options.Name, Options(inputs[Definition.Options.Name], facts));
        if (inputs[Definition.Voucher.Name] is { } voucher)
        {
            map = map.With(Definition.Voucher.Name, SecretOf(voucher));
        }

        if (settings is not null)
        {
            map = map.With(Definition.Configuration.Name, inputs[Definition.Configuration.Name] ?? Map.Empty);
        }

        return WithDefaults(map, inputs);
    }

    public static Map WriteOutputs(Map map, OrderFacts facts)
    {
        var name = OrAbsent(facts.Project?.Name ?? facts.Project?.Description);
        var isNameSecret = map[Definition.Description.Name] is { ContainsSecret: true };
        map = WithOrder(map, facts)
            .With(Definition.Stage.Name, Of(facts.Stage))
            .With(Definition.ProjectId.Name, OrAbsent(facts.ProjectId?.ToString()))
            .With(Definition.ProjectName.Name, name is not null && isNameSecret ? SecretOf(name) : name)
            .With(Definition.ProjectStatus.Name, OrAbsent(facts.Project?.Status))
            .With(Definition.ProjectUrn.Name, OrAbsent(facts.Project?.Urn))
            .With(Definition.Access.Name, OrAbsent(facts.Project?.Access))
            .With(Definition.CreationDate.Name, Date(facts.Project?.CreationDate));
        if (facts.Item is { } item)
        {
            map = map.With(Definition.ItemId.Name, Of((double)item.Id.Value))
                .With(Definition.ConfigurationIds.Name, new Map(item.Configurations.GroupBy(c => c.Label).ToImmutableSortedDictionary(
                    g => g.Key, g => Of((double)g.First().Id.Value), StringComparer.Ordinal)));
        }

        List<Map> options = [.. facts.FinishedOptionOrders.Select(o => OptionOrder(o, isFinished: true))];
        if (facts.UnfinishedOptionOrder is { } unfinished)
        {
            options.Add(OptionOrder(unfinished, isFinished: false));
        }

        return QuoteProperties.Write(map.With(Definition.OptionOrders.Name, options.Count > 0 ? Of(options) : null), facts.Quote);
    }

    private static Map OptionOrder(OrderFacts facts, bool isFinished) => WithOrder(Map.Empty, facts)
        .With(Definition.OrderedOptions.Name, Of(RecordedOrder.OptionsOf(facts.Options).Select(Option).Select(WithSecretConfiguration)))
        .With(Definition.IsFinished.Name, Of(isFinished))
        .With(QuoteProperties.Prices.Name, facts.Quote is { } quote ? QuoteProperties.PricesOf(quote) : null);

    /// <summary>Of a project's order as of one of options.</summary>
    private static Map WithOrder(Map map, OrderFacts facts) => map
        .With(Definition.CartId.Name, OrAbsent(facts.CartId?.ToString()))
        .With(Definition.CartExpirationDate.Name, Date(facts.CartExpirationDate))
        .With(Definition.OrderId.Name, facts.OrderId is { } order ? Of((double)order.Value) : null)
        .With(Definition.AdoptedAt.Name, Adopted(facts.AdoptedAt))
        .With(Definition.OrderStatus.Name, OrAbsent(facts.Status))
        .With(Definition.OrderUrl.Name, OrAbsent(facts.OrderUrl) is { } url ? SecretOf(url) : null)
        .With(Definition.OrderDate.Name, Date(facts.OrderDate))
        .With(Definition.OrderExpirationDate.Name, Date(facts.OrderExpirationDate));

    public static Map Option(OptionRequest option) => Map.Of(
        (Definition.PlanCode.Name, Of(option.PlanCode)),
        (Definition.Duration.Name, OrAbsent(option.Duration)),
        (Definition.PricingMode.Name, OrAbsent(option.PricingMode)),
        (Definition.Quantity.Name, Of((double)(option.Quantity ?? 1))),
        (Definition.Configuration.Name, option.Configuration.IsEmpty ? null : new Map(
            option.Configuration.ToImmutableSortedDictionary(l => l.Key, l => Of(l.Value), StringComparer.Ordinal))));

    /// <summary>Whether the program has its values as secrets is not known of an order.</summary>
    public static Map WithSecretConfiguration(Map option) => option[Definition.Configuration.Name] is { } configuration
        ? option.With(Definition.Configuration.Name, SecretOf(configuration))
        : option;

    /// <summary>In whole milliseconds: two states of one order are told apart by it.</summary>
    private static PropertyValue? Adopted(DateTimeOffset? adopted) =>
        adopted is { } when ? Of(when.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)) : null;

    /// <summary>The one format of a time, RFC 3339, here and in functions.</summary>
    public static PropertyValue? Date(DateTimeOffset? value) => value is { } date
        ? Of(date.ToString(date.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture))
        : null;

    private static Map WithDefaults(Map map, Map inputs) => Definition.Definition.Inputs
        .Where(d => d.Default is not null && inputs[d.Name] is null && d != Definition.Quantity)
        .Aggregate(map, (all, definition) => all.With(definition.Name, definition.Default switch
        {
            bool value => Of(value),
            string value => Of(value),
            _ => null,
        }));

    private static PropertyValue? Options(PropertyValue? given, OrderFacts facts)
    {
        var settings = facts.Choice?.Options ?? [.. facts.Options.Select(o => o?.Settings).OfType<ItemSettings>()];
        if (given?.Plain() is not List { Items: var items } || items.Length != settings.Length)
        {
            return given ?? (facts.Item is null && facts.Choice is null ? null : Of([]));
        }

        var resolved = Of(items.Zip(settings, (item, known) => item is Map option ? Resolved(option, known) : item));
        return given.ContainsSecret ? SecretOf(resolved) : resolved;
    }

    private static Map Resolved(Map option, ItemSettings known) => option
        .With(Definition.Duration.Name, option[Definition.Duration.Name] ?? Of(known.Duration))
        .With(Definition.PricingMode.Name, option[Definition.PricingMode.Name] ?? Of(known.PricingMode))
        .With(Definition.Quantity.Name, option[Definition.Quantity.Name] ?? Of((double)known.Quantity));
}
