using System.Collections.Immutable;
using System.Globalization;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>The one crossing between an order's progress and the properties that the engine keeps.</summary>
internal static class CloudProjectState
{
    /// <summary>In the state only, and of no use to a program.</summary>
    private const string TakenOver = "__takenOver";

    /// <summary>The inputs as resolved, and everything that is known to exist. Never holds an unknown.</summary>
    public static Map Write(Map inputs, OrderProgress progress) => WriteOutputs(WriteInputs(inputs, progress), progress);

    /// <summary>
    /// The outputs of a Read. A refresh keeps what it cannot read back; an import knows nothing of how it was ordered, and says nothing of it.
    /// </summary>
    public static Map Read(Map inputs, OrderProgress progress, bool isKnown, Map? state) =>
        !isKnown || state is null ? WriteOutputs(inputs, progress)
        : WriteOutputs(IsImported(state) ? Kept(state, inputs) : WriteInputs(Kept(state, inputs), progress), progress);

    /// <summary>Nothing of this provider's has run over it yet: how it was ordered is not known.</summary>
    public static bool IsImported(Map state) => state[Definition.Payment.Name] is null;

    /// <summary>Prices, details and contracts alone: what a preview knows of an order.</summary>
    public static Map WriteQuote(Map map, Quote? quote) => quote is null
        ? map
        : map.With(Definition.Prices.Name, Object(
                ("currencyCode", Of(quote.Prices.CurrencyCode)),
                ("withTax", Of(quote.Prices.WithTax)),
                ("withoutTax", Of(quote.Prices.WithoutTax)),
                ("tax", Of(quote.Prices.Tax)),
                ("reduction", Of(quote.Prices.Reduction))))
            .With(Definition.Details.Name, Of(quote.Details.Select(d => Object(
                ("description", Of(d.Description)),
                ("detailType", Text(d.DetailType)),
                ("quantity", Of(d.Quantity)),
                ("unitPrice", Of(d.UnitPrice)),
                ("totalPrice", Of(d.TotalPrice))))))
            .With(Definition.Contracts.Name, Of(quote.Contracts.Select(c => Object(("name", Of(c.Name)), ("url", Text(c.Url))))));

    /// <summary>Every input with the value that holds: the user's, else what the offers and the account decided, else the default.</summary>
    public static Map WriteInputs(Map inputs, OrderProgress progress)
    {
        var settings = progress.Item?.Settings ?? progress.Choice?.Item;
        var map = inputs
            .With(Definition.OvhSubsidiary.Name, inputs[Definition.OvhSubsidiary.Name] ?? Text(progress.OvhSubsidiary))
            .With(Definition.PlanCode.Name, inputs[Definition.PlanCode.Name] ?? Text(settings?.PlanCode ?? progress.Project?.PlanCode))
            .With(Definition.Duration.Name, inputs[Definition.Duration.Name] ?? Text(settings?.Duration))
            .With(Definition.PricingMode.Name, inputs[Definition.PricingMode.Name] ?? Text(settings?.PricingMode))
            .With(Definition.Quantity.Name, inputs[Definition.Quantity.Name] ?? (settings is null ? null : Of((double)settings.Quantity)))
            .With(Definition.Options.Name, WriteOptions(inputs[Definition.Options.Name], progress));
        if (inputs[Definition.Voucher.Name] is { } voucher)
        {
            map = map.With(Definition.Voucher.Name, SecretOf(voucher));
        }

        if (settings is not null)
        {
            map = map.With(Definition.Configuration.Name, inputs[Definition.Configuration.Name] ?? Map.Empty);
        }

        foreach (var definition in Definition.Definition.Inputs.Where(d => d.Default is not null && inputs[d.Name] is null && d != Definition.Quantity))
        {
            map = map.With(definition.Name, definition.Default switch
            {
                bool value => Of(value),
                string value => Of(value),
                _ => null,
            });
        }

        return map;
    }

    /// <summary>What the state says exists. Reads ids, never the stage, so that states of other versions are understood.</summary>
    public static OrderProgress Read(Map properties)
    {
        var reader = new PropertyReader(properties);
        var inputs = CloudProjectInputs.From(properties);
        var item = reader.Integer(Definition.ItemId.Name);
        return new OrderProgress
        {
            Cart = reader.Text(Definition.CartId.Name) is { } cart ? new CartId(cart) : null,
            OvhSubsidiary = inputs.OvhSubsidiary,
            CartExpirationDate = reader.Date(Definition.CartExpirationDate.Name),
            Item = item is { } id && inputs is { PlanCode: { } plan, Duration: { } duration, PricingMode: { } mode }
                ? new PlacedItem(new ItemId(id), new ItemSettings(plan, duration, mode, inputs.Quantity ?? 1), ReadConfigurations(reader))
                : null,
            Choice = ReadChoice(inputs),
            Quote = ReadQuote(reader),
            Order = reader.Integer(Definition.OrderId.Name) is { } order ? new OrderId(order) : null,
            TakenOver = reader.Number(TakenOver) is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds((long)ms) : null,
            OrderUrl = reader.Text(Definition.OrderUrl.Name),
            Status = reader.Text(Definition.OrderStatus.Name),
            OrderDate = reader.Date(Definition.OrderDate.Name),
            OrderExpirationDate = reader.Date(Definition.OrderExpirationDate.Name),
            ProjectId = ProjectId.TryParse(reader.Text(Definition.ProjectId.Name) ?? "", out var project) ? project : null,
            Project = reader.Text(Definition.ProjectName.Name) is { } name
                ? new ProjectFacts(name, name, reader.Text(Definition.ProjectStatus.Name), reader.Text(Definition.Access.Name),
                    reader.Date(Definition.CreationDate.Name), null, null)
                : null,
        };
    }

    /// <summary>The inputs as they were resolved, alone: what holds until an update is done.</summary>
    public static Map InputsOf(Map state) => Kept(state, Map.Empty);

    /// <summary>What the offers decided then; null where it is not known of every part.</summary>
    private static OfferChoice? ReadChoice(CloudProjectInputs inputs) =>
        inputs is { PlanCode: { } plan, Duration: { } duration, PricingMode: { } mode }
        && inputs.Options.All(o => o is { Duration: not null, PricingMode: not null })
            ? new OfferChoice(
                new ItemSettings(plan, duration, mode, inputs.Quantity ?? 1),
                [.. inputs.Options.Select(o => new ItemSettings(o.PlanCode, o.Duration!, o.PricingMode!, o.Quantity ?? 1))],
                null)
            : null;

    /// <summary>The resolved inputs of the state, with the inputs that were just read.</summary>
    private static Map Kept(Map state, Map inputs) => Definition.Definition.Inputs.Aggregate(
        Map.Empty, (map, definition) => map.With(definition.Name, inputs[definition.Name] ?? state[definition.Name]));

    private static Map WriteOutputs(Map map, OrderProgress progress)
    {
        var project = progress.Project ?? progress.ProjectBefore;
        map = map
            .With(Definition.Stage.Name, Of(progress.Stage))
            .With(Definition.CartId.Name, Text(progress.Cart?.ToString()))
            .With(Definition.CartExpirationDate.Name, Date(progress.CartExpirationDate))
            .With(Definition.OrderId.Name, progress.Order is { } order ? Of((double)order.Value) : null)
            .With(TakenOver, progress.TakenOver is { } taken ? Of((double)taken.ToUnixTimeMilliseconds()) : null)
            .With(Definition.OrderStatus.Name, Text(progress.Status))
            .With(Definition.OrderUrl.Name, Text(progress.OrderUrl) is { } url ? SecretOf(url) : null)
            .With(Definition.OrderDate.Name, Date(progress.OrderDate))
            .With(Definition.OrderExpirationDate.Name, Date(progress.OrderExpirationDate))
            .With(Definition.ProjectId.Name, Text(progress.ProjectId?.ToString()))
            .With(Definition.ProjectName.Name, Text(project?.Name ?? project?.Description) is { } name
                ? map[Definition.Description.Name] is { ContainsSecret: true } ? SecretOf(name) : name
                : null)
            .With(Definition.ProjectStatus.Name, Text(project?.Status))
            .With(Definition.Access.Name, Text(project?.Access))
            .With(Definition.CreationDate.Name, Date(project?.CreationDate));
        if (progress.Item is { } item)
        {
            map = map.With(Definition.ItemId.Name, Of((double)item.Id.Value))
                .With(Definition.ConfigurationIds.Name, new Map(item.Configurations.GroupBy(c => c.Label).ToImmutableSortedDictionary(
                    g => g.Key, g => Of((double)g.First().Id.Value), StringComparer.Ordinal)));
        }

        return WriteQuote(map, progress.Quote);
    }

    private static PropertyValue? WriteOptions(PropertyValue? given, OrderProgress progress)
    {
        var settings = progress.Choice?.Options ?? [.. progress.Options.Select(o => o?.Settings).OfType<ItemSettings>()];
        if (given?.Plain() is not List { Items: var items } || items.Length != settings.Length)
        {
            return given ?? (progress.Item is null && progress.Choice is null ? null : Of([]));
        }

        var resolved = Of(items.Zip(settings, (item, s) => item is not Map option ? item : option
            .With("duration", option["duration"] ?? Of(s.Duration))
            .With("pricingMode", option["pricingMode"] ?? Of(s.PricingMode))
            .With("quantity", option["quantity"] ?? Of((double)s.Quantity))));
        return given.ContainsSecret ? SecretOf(resolved) : resolved;
    }

    private static ImmutableArray<PlacedConfiguration> ReadConfigurations(PropertyReader reader) => reader.Object(Definition.ConfigurationIds.Name) is { } ids
        ? [.. ids.Names.Select(label => (label, id: ids.Integer(label))).Where(c => c.id is not null)
            .Select(c => new PlacedConfiguration(new ConfigurationId(c.id!.Value), c.label, null))]
        : [];

    private static Quote? ReadQuote(PropertyReader reader) => reader.Object(Definition.Prices.Name) is not { } prices ? null : new Quote(
        new QuotePrices(
            prices.Text("currencyCode") ?? "", prices.Number("withTax") ?? 0, prices.Number("withoutTax") ?? 0,
            prices.Number("tax") ?? 0, prices.Number("reduction") ?? 0),
        [.. (reader.Objects(Definition.Details.Name) ?? []).Select(d => new QuoteDetail(
            d.Text("description") ?? "", d.Text("detailType"), d.Number("quantity") ?? 0, d.Number("unitPrice") ?? 0, d.Number("totalPrice") ?? 0))],
        [.. (reader.Objects(Definition.Contracts.Name) ?? []).Select(c => new QuoteContract(c.Text("name") ?? "", c.Text("url")))]);

    private static Map Object(params (string Name, PropertyValue? Value)[] fields) =>
        fields.Aggregate(Map.Empty, (map, field) => map.With(field.Name, field.Value));

    private static PropertyValue? Text(string? value) => value is null ? null : Of(value);

    private static PropertyValue? Date(DateTimeOffset? value) => value is { } date
        ? Of(date.ToString(date.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture))
        : null;
}
