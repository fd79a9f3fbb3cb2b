using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;
using Properties = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Functions;

/// <summary><c>getOffers</c>: the plans that can be ordered, with their options and prices.</summary>
internal sealed class GetOffers(OrderServices services) : CloudOrderFunction(Definition, services)
{
    private static readonly ObjectDefinition Price = new("OfferPrice", "One price of an offer.",
    [
        new("capacities", new PropertyType.ListOf(new PropertyType.Text()),
            "What the price applies to, such as `renew` or `installation`.") { Required = true },
        new("description", new PropertyType.Text(), "The description of the price."),
        new("duration", new PropertyType.Text(),
            "The duration that the price covers, in ISO 8601, such as `P1M`. It is `P0D` for a one-time fee."),
        new("interval", new PropertyType.Integer(), "The number of intervals that the price covers."),
        new("pricingMode", new PropertyType.Text(), "The pricing mode to order with."),
        new("pricingType", new PropertyType.Text(), "The kind of price: `consumption`, `purchase` or `rental`."),
        new("currencyCode", new PropertyType.Text(), "The currency (ISO 4217)."),
        new("price", new PropertyType.Number(), "The price, excluding tax, in that currency."),
    ]);

    private static readonly PropertyDefinition PlanCode = new("planCode", new PropertyType.Text(), "The plan's code.") { Required = true };
    private static readonly PropertyDefinition ProductName =
        new("productName", new PropertyType.Text(), "The product's name, in the subsidiary's language.");
    private static readonly PropertyDefinition Prices =
        new("prices", new PropertyType.ListOf(new PropertyType.Nested(Price)), "Its prices.") { Required = true };

    private static readonly PropertyDefinition PerPeriod = new("perPeriod", new PropertyType.Nested(Price),
        "What each period costs if the order leaves `duration` and `pricingMode` to the offer.");

    private static readonly ObjectDefinition OptionObject = new("OfferOption", "An option that can be ordered with a plan.",
    [
        PlanCode with { Description = "The option's plan code." },
        ProductName,
        new("family", new PropertyType.Text(), "The family of options that it belongs to."),
        new("mandatory", new PropertyType.Boolean(), "Whether an order needs an option of this family.") { Required = true },
        new("exclusive", new PropertyType.Boolean(), "Whether an order can have only one option of this family.") { Required = true },
        Prices,
        PerPeriod,
    ]);

    private static readonly ObjectDefinition OfferObject = new("Offer", "A plan that can be ordered.",
    [
        PlanCode,
        ProductName,
        new("productType", new PropertyType.Text(), "The kind of product as the API returns it."),
        Prices,
        PerPeriod,
        new("options", new PropertyType.ListOf(new PropertyType.Nested(OptionObject)),
            "The options that can be ordered with the plan.") { Required = true },
    ]);

    public static FunctionDefinition Definition { get; } = new(
        "ovh-order:index:getOffers",
        "Lists the Public Cloud plans that can be ordered, with their options and prices. Needs no credentials if `ovhSubsidiary` is set.",
        [Properties.OvhSubsidiary, new("planCode", new PropertyType.Text(1), "The plan to return. All plans are returned by default.")],
        [new("offers", new PropertyType.ListOf(new PropertyType.Nested(OfferObject)),
            "The plans that can be ordered.") { Required = true }]);

    protected override string Doing => "reading the offers";

    protected override IEnumerable<CheckFailure> Check(InvokeRequest request) =>
        CloudProjectCheck.Beyond(CloudProjectInputs.From(request.Args), Services.Api.Endpoint);

    protected override async Task<PropertyValue.Map> AnswerAsync(InvokeRequest request, Operation operation)
    {
        var inputs = CloudProjectInputs.From(request.Args);
        var offers = await Services.Quotes.OffersAsync(
            inputs.OvhSubsidiary ?? Services.Settings.OvhSubsidiary, inputs.PlanCode, operation.CancellationToken);
        return PropertyValue.Map.Empty.With("offers", PropertyValue.Of(offers.Select(Write)));
    }

    private static PropertyValue Write(PlanOffer offer) => Write(offer.Plan.PlanCode, offer.Plan.ProductName, offer.Plan.Prices)
        .With("productType", PropertyValue.Of(offer.Plan.ProductType))
        .With("options", PropertyValue.Of(offer.Options.Select(Write)));

    private static PropertyValue Write(OptionOffer option) => Write(option.PlanCode, option.ProductName, option.Prices)
        .With("family", PropertyValue.Of(option.Family))
        .With("mandatory", PropertyValue.Of(option.Mandatory == true))
        .With("exclusive", PropertyValue.Of(option.Exclusive == true));

    private static PropertyValue.Map Write(string plan, string? product, IReadOnlyList<OfferPrice> prices) => PropertyValue.Map.Empty
        .With(PlanCode.Name, PropertyValue.Of(plan))
        .With(ProductName.Name, PropertyValue.Of(product))
        .With(Prices.Name, PropertyValue.Of(prices.Select(Write)))
        .With(PerPeriod.Name, OfferSelection.PerPeriod(prices) is { } price ? Write(price) : null);

    private static PropertyValue Write(OfferPrice price) => PropertyValue.Map.Empty
        .With("capacities", PropertyValue.Of(price.Capacities.Select(c => PropertyValue.Of(c))))
        .With("description", PropertyValue.Of(price.Description))
        .With("duration", PropertyValue.Of(price.Duration))
        .With("interval", price.Interval is { } interval ? PropertyValue.Of((double)interval) : null)
        .With("pricingMode", PropertyValue.Of(price.PricingMode))
        .With("pricingType", PropertyValue.Of(price.PricingType))
        .With("currencyCode", PropertyValue.Of(price.Price?.CurrencyCode))
        .With("price", price.Price is { } amount ? PropertyValue.Of(amount.Value) : null);
}
