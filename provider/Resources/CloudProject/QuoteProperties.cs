using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What an order costs, as properties: defined, written and read in one place.</summary>
internal static class QuoteProperties
{
    private const string KnownInPreview = " Known in the preview.";

    public static PropertyDefinition CurrencyCode { get; } = Definition.Output("currencyCode", new PropertyType.Text(),
        "The currency (ISO 4217), or `points` if the fidelity account paid the order.", always: true);

    public static PropertyDefinition WithTax { get; } = Definition.Output("withTax", new PropertyType.Number(),
        "The total, including tax.", always: true);

    public static PropertyDefinition WithoutTax { get; } = Definition.Output("withoutTax", new PropertyType.Number(),
        "The total, excluding tax.", always: true);

    public static PropertyDefinition Tax { get; } = Definition.Output("tax", new PropertyType.Number(), "The amount of tax.", always: true);

    public static PropertyDefinition Reduction { get; } = Definition.Output("reduction", new PropertyType.Number(),
        "The amount that promotions and vouchers deduct.", always: true);

    private static ObjectDefinition PricesObject { get; } =
        new("Prices", "What the order costs.", [CurrencyCode, WithTax, WithoutTax, Tax, Reduction]);

    public static PropertyDefinition Prices { get; } =
        Definition.Output("prices", new PropertyType.Nested(PricesObject), "What the order costs." + KnownInPreview);

    public static PropertyDefinition LineDescription { get; } = Definition.Output("description", new PropertyType.Text(),
        "What the line is for.", always: true);

    public static PropertyDefinition DetailType { get; } = Definition.Output("detailType", new PropertyType.Text(),
        "The kind of line as the API returns it, such as `INSTALLATION` or `DURATION`.");

    public static PropertyDefinition LineQuantity { get; } = Definition.Output("quantity", new PropertyType.Number(),
        "The number of units.", always: true);

    public static PropertyDefinition UnitPrice { get; } = Definition.Output("unitPrice", new PropertyType.Number(),
        "The price of one unit, excluding tax.", always: true);

    public static PropertyDefinition TotalPrice { get; } = Definition.Output("totalPrice", new PropertyType.Number(),
        "The price of the line, excluding tax.", always: true);

    private static ObjectDefinition DetailObject { get; } =
        new("OrderDetail", "One line of the order.", [LineDescription, DetailType, LineQuantity, UnitPrice, TotalPrice]);

    public static PropertyDefinition Details { get; } = Definition.Output(
        "details", new PropertyType.ListOf(new PropertyType.Nested(DetailObject)), "The lines of the order." + KnownInPreview);

    public static PropertyDefinition ContractName { get; } =
        Definition.Output("name", new PropertyType.Text(), "The contract's name.", always: true);

    public static PropertyDefinition ContractUrl { get; } = Definition.Output("url", new PropertyType.Text(),
        "The URL at which the contract can be read.");

    private static ObjectDefinition ContractObject { get; } =
        new("Contract", "A contract that the order accepts.", [ContractName, ContractUrl]);

    public static PropertyDefinition Contracts { get; } = Definition.Output(
        "contracts", new PropertyType.ListOf(new PropertyType.Nested(ContractObject)),
        "The contracts that the order accepts." + KnownInPreview);

    public static ImmutableArray<PropertyDefinition> All { get; } = [Prices, Details, Contracts];

    /// <summary>For a function, which has no preview.</summary>
    public static string WithoutPreview(PropertyDefinition property) =>
        property.Description.Replace(KnownInPreview, "", StringComparison.Ordinal);

    public static Map Write(Map map, Quote? quote) => quote is null
        ? map
        : map.With(Prices.Name, PricesOf(quote))
            .With(Details.Name, Of(quote.Details.Select(d => Map.Of(
                (LineDescription.Name, Of(d.Description)),
                (DetailType.Name, OrAbsent(d.DetailType)),
                (LineQuantity.Name, Of(d.Quantity)),
                (UnitPrice.Name, Of(d.UnitPrice)),
                (TotalPrice.Name, Of(d.TotalPrice))))))
            .With(Contracts.Name, Of(quote.Contracts.Select(c => Map.Of(
                (ContractName.Name, Of(c.Name)), (ContractUrl.Name, OrAbsent(c.Url))))));

    public static Map PricesOf(Quote quote) => Map.Of(
        (CurrencyCode.Name, Of(quote.Prices.CurrencyCode)),
        (WithTax.Name, Of(quote.Prices.WithTax)),
        (WithoutTax.Name, Of(quote.Prices.WithoutTax)),
        (Tax.Name, Of(quote.Prices.Tax)),
        (Reduction.Name, Of(quote.Prices.Reduction)));

    /// <summary>Null where the properties name no price.</summary>
    public static Quote? Read(PropertyReader reader) => reader.Object(Prices.Name) is not { } prices ? null : new Quote(
        new QuotePrices(
            prices.Text(CurrencyCode.Name) ?? "", prices.Number(WithTax.Name) ?? 0, prices.Number(WithoutTax.Name) ?? 0,
            prices.Number(Tax.Name) ?? 0, prices.Number(Reduction.Name) ?? 0),
        [.. (reader.Objects(Details.Name) ?? []).Select(d => new QuoteDetail(
            d.Text(LineDescription.Name) ?? "", d.Text(DetailType.Name), d.Number(LineQuantity.Name) ?? 0,
            d.Number(UnitPrice.Name) ?? 0, d.Number(TotalPrice.Name) ?? 0))],
        [.. (reader.Objects(Contracts.Name) ?? [])
            .Select(c => new QuoteContract(c.Text(ContractName.Name) ?? "", c.Text(ContractUrl.Name)))]);
}
