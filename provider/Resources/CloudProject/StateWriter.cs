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
    public static Map Write(Map inputs, OrderFacts facts) => WriteOutputs(WriteInputs(inputs, facts), facts);

    /// <summary>Prices, details and contracts alone: what a preview knows of an order.</summary>
    public static Map WriteQuote(Map map, Quote? quote) => quote is null
        ? map
        : map.With(Definition.Prices.Name, Object(
                (Definition.CurrencyCode.Name, Of(quote.Prices.CurrencyCode)),
                (Definition.WithTax.Name, Of(quote.Prices.WithTax)),
                (Definition.WithoutTax.Name, Of(quote.Prices.WithoutTax)),
                (Definition.Tax.Name, Of(quote.Prices.Tax)),
                (Definition.Reduction.Name, Of(quote.Prices.Reduction))))
            .With(Definition.Details.Name, Of(quote.Details.Select(d => Object(
                (Definition.LineDescription.Name, Of(d.Description)),
                (Definition.DetailType.Name, Text(d.DetailType)),
                (Definition.LineQuantity.Name, Of(d.Quantity)),
                (Definition.UnitPrice.Name, Of(d.UnitPrice)),
                (Definition.TotalPrice.Name, Of(d.TotalPrice))))))
            .With(Definition.Contracts.Name, Of(quote.Contracts.Select(c => Object(
                (Definition.ContractName.Name, Of(c.Name)), (Definition.ContractUrl.Name, Text(c.Url))))));

    /// <summary>Every input with the value that holds: the user's, else what the offers and the account decided, else the default.</summary>
    public static Map WriteInputs(Map inputs, OrderFacts facts)
    {
        var settings = facts.Item?.Settings ?? facts.Choice?.Item;
        var map = inputs
            .With(Definition.OvhSubsidiary.Name, inputs[Definition.OvhSubsidiary.Name] ?? Text(facts.OvhSubsidiary))
            .With(Definition.PlanCode.Name, inputs[Definition.PlanCode.Name] ?? Text(settings?.PlanCode ?? facts.Project?.PlanCode))
            .With(Definition.Duration.Name, inputs[Definition.Duration.Name] ?? Text(settings?.Duration))
            .With(Definition.PricingMode.Name, inputs[Definition.PricingMode.Name] ?? Text(settings?.PricingMode))
            .With(Definition.Quantity.Name, inputs[Definition.Quantity.Name] ?? (settings is null ? null : Of((double)settings.Quantity)))
            .With(Definition.CatalogName.Name, inputs[Definition.CatalogName.Name] ?? Text(settings?.CatalogName))
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
        map = map
            .With(Definition.Stage.Name, Of(facts.Stage))
            .With(Definition.CartId.Name, Text(facts.CartId?.ToString()))
            .With(Definition.CartExpirationDate.Name, Date(facts.CartExpirationDate))
            .With(Definition.OrderId.Name, facts.OrderId is { } order ? Of((double)order.Value) : null)
            .With(Definition.AdoptedAt.Name, facts.AdoptedAt is { } adopted ? Of(adopted.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)) : null)
            .With(Definition.OrderStatus.Name, Text(facts.Status))
            .With(Definition.OrderUrl.Name, Text(facts.OrderUrl) is { } url ? SecretOf(url) : null)
            .With(Definition.OrderDate.Name, Date(facts.OrderDate))
            .With(Definition.OrderExpirationDate.Name, Date(facts.OrderExpirationDate))
            .With(Definition.ProjectId.Name, Text(facts.ProjectId?.ToString()))
            .With(Definition.ProjectName.Name, Text(facts.Project?.Name ?? facts.Project?.Description) is { } name
                ? map[Definition.Description.Name] is { ContainsSecret: true } ? SecretOf(name) : name
                : null)
            .With(Definition.ProjectStatus.Name, Text(facts.Project?.Status))
            .With(Definition.ProjectUrn.Name, Text(facts.Project?.Urn))
            .With(Definition.Access.Name, Text(facts.Project?.Access))
            .With(Definition.CreationDate.Name, Date(facts.Project?.CreationDate));
        if (facts.Item is { } item)
        {
            map = map.With(Definition.ItemId.Name, Of((double)item.Id.Value))
                .With(Definition.ConfigurationIds.Name, new Map(item.Configurations.GroupBy(c => c.Label).ToImmutableSortedDictionary(
                    g => g.Key, g => Of((double)g.First().Id.Value), StringComparer.Ordinal)));
        }

        return WriteQuote(map, facts.Quote);
    }

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

        var resolved = Of(items.Zip(settings, (item, s) => item is not Map option ? item : option
            .With(Definition.Duration.Name, option[Definition.Duration.Name] ?? Of(s.Duration))
            .With(Definition.PricingMode.Name, option[Definition.PricingMode.Name] ?? Of(s.PricingMode))
            .With(Definition.Quantity.Name, option[Definition.Quantity.Name] ?? Of((double)s.Quantity))));
        return given.ContainsSecret ? SecretOf(resolved) : resolved;
    }

    private static Map Object(params (string Name, PropertyValue? Value)[] fields) =>
        fields.Aggregate(Map.Empty, (map, field) => map.With(field.Name, field.Value));

    private static PropertyValue? Text(string? value) => value is null ? null : Of(value);
}
