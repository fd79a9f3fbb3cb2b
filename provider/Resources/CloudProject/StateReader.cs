using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// From the properties that the engine keeps to what exists. Reads ids, never the stage, so that states of other versions are understood.
/// </summary>
internal static class StateReader
{
    public static OrderFacts Read(Map properties)
    {
        var reader = new PropertyReader(properties);
        var options = (reader.Objects(Definition.OptionOrders.Name) ?? [])
            .Select(o => (Facts: OptionOrder(o), IsFinished: o.Bool(Definition.IsFinished.Name) != false)).ToList();
        var inputs = CloudProjectInputs.From(properties);
        var settings = inputs is { PlanCode: { } plan, Duration: { } duration, PricingMode: { } mode }
            ? new ItemSettings(plan, duration, mode, inputs.Quantity ?? 1, inputs.CatalogName)
            : null;
        return Order(reader) with
        {
            OvhSubsidiary = inputs.OvhSubsidiary,
            IsCartToStay = !inputs.Checkout,
            Item = reader.Integer(Definition.ItemId.Name) is { } id && settings is not null
                ? new PlacedItem(new ItemId(id), settings, Configurations(reader, inputs))
                : null,
            Choice = settings is null ? null : Choice(settings, inputs.Options),
            ProjectId = ProjectId.TryParse(reader.Text(Definition.ProjectId.Name) ?? "", out var project) ? project : null,
            Project = reader.Text(Definition.ProjectName.Name) is { } name
                ? new ProjectFacts(
                    name, name, reader.Text(Definition.ProjectStatus.Name), reader.Text(Definition.Access.Name),
                    reader.Date(Definition.CreationDate.Name), null, null)
                {
                    Urn = reader.Text(Definition.ProjectUrn.Name),
                }
                : null,
            FinishedOptionOrders = [.. options.Where(o => o.IsFinished).Select(o => o.Facts)],
            UnfinishedOptionOrder = options.Where(o => !o.IsFinished).Select(o => o.Facts).LastOrDefault(),
        };
    }

    private static OrderFacts OptionOrder(PropertyReader reader) => Order(reader) with
    {
        Options = [.. CloudProjectInputs.OptionsOf(reader).Select(o => new PlacedItem(
            default, new ItemSettings(o.PlanCode, o.Duration ?? "", o.PricingMode ?? "", o.Quantity ?? 1),
            [.. o.Configuration.Select(c => new PlacedConfiguration(default, c.Key, c.Value))]))],
    };

    /// <summary>Of a project's order as of one of options.</summary>
    private static OrderFacts Order(PropertyReader reader) => new()
    {
        CartId = reader.Text(Definition.CartId.Name) is { } cart ? new CartId(cart) : null,
        CartExpirationDate = reader.Date(Definition.CartExpirationDate.Name),
        OrderId = reader.Integer(Definition.OrderId.Name) is { } order ? new OrderId(order) : null,
        Status = reader.Text(Definition.OrderStatus.Name),
        OrderUrl = reader.Text(Definition.OrderUrl.Name),
        OrderDate = reader.Date(Definition.OrderDate.Name),
        OrderExpirationDate = reader.Date(Definition.OrderExpirationDate.Name),
        AdoptedAt = reader.Date(Definition.AdoptedAt.Name),
        Quote = QuoteProperties.Read(reader),
    };

    /// <summary>Nothing of this provider's has run over it yet: how it was ordered is not known.</summary>
    public static bool IsImported(Map state) => state[Definition.Payment.Name] is null;

    /// <summary>The inputs as they were resolved, alone: what holds until an update is done.</summary>
    /// <param name="latest">Inputs that are newer than the state's.</param>
    public static Map InputsOf(Map state, Map? latest = null) => Definition.Definition.Inputs.Aggregate(
        Map.Empty, (map, definition) => map.With(definition.Name, latest?[definition.Name] ?? state[definition.Name]));

    /// <summary>What the offers decided then; null where it is not known of every part.</summary>
    private static OfferChoice? Choice(ItemSettings item, ImmutableArray<OptionRequest> options) =>
        options.All(o => o is { Duration: not null, PricingMode: not null })
            ? new OfferChoice(
                item,
                [.. options.Select(o => new ItemSettings(o.PlanCode, o.Duration!, o.PricingMode!, o.Quantity ?? 1, item.CatalogName))],
                PerPeriod: null)
            : null;

    /// <summary>The state keeps the ids; the values are those of the inputs that were placed with them.</summary>
    private static ImmutableArray<PlacedConfiguration> Configurations(PropertyReader reader, CloudProjectInputs inputs) =>
        reader.Object(Definition.ConfigurationIds.Name) is not { } ids ? [] :
        [
            .. ids.Names.Where(label => ids.Integer(label) is not null).Select(label => new PlacedConfiguration(
                new ConfigurationId(ids.Integer(label)!.Value), label, label switch
                {
                    Labels.Description => inputs.Description,
                    Labels.Voucher => inputs.Voucher,
                    _ => inputs.Configuration.GetValueOrDefault(label),
                })),
        ];
}
