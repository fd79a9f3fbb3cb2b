using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;
using Properties = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Functions;

/// <summary><c>getOffers</c>: the plans that can be ordered, with their prices.</summary>
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

    private static readonly ObjectDefinition OfferObject = new("Offer", "A plan that can be ordered.",
    [
        new("planCode", new PropertyType.Text(), "The plan code.") { Required = true },
        new("productName", new PropertyType.Text(), "The product's name, in the subsidiary's language."),
        new("productType", new PropertyType.Text(), "The kind of product as the API returns it."),
        new("prices", new PropertyType.ListOf(new PropertyType.Nested(Price)), "The prices of the plan.") { Required = true },
    ]);

    public static FunctionDefinition Definition { get; } = new(
        "ovh-order:index:getOffers",
        "Lists the Public Cloud plans that can be ordered, with their prices. Needs no credentials if `ovhSubsidiary` is set.",
        [Properties.OvhSubsidiary, new("planCode", new PropertyType.Text(1), "The plan to return. All plans are returned by default.")],
        [new("offers", new PropertyType.ListOf(new PropertyType.Nested(OfferObject)), "The plans that can be ordered.") { Required = true }]);

    protected override string Doing => "reading the offers";

    protected override IEnumerable<CheckFailure> Check(InvokeRequest request) =>
        CloudProjectCheck.Beyond(CloudProjectInputs.From(request.Args), Services.Api.Endpoint);

    protected override async Task<PropertyValue.Map> AnswerAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        var inputs = CloudProjectInputs.From(request.Args);
        var offers = await Services.Quotes.OffersAsync(inputs.OvhSubsidiary ?? Services.Settings.OvhSubsidiary, cancellationToken);
        return PropertyValue.Map.Empty.With("offers", PropertyValue.Of(
            offers.Where(o => inputs.PlanCode is null || o.PlanCode == inputs.PlanCode).Select(Write)));
    }

    private static PropertyValue Write(Offer offer) => PropertyValue.Map.Empty
        .With("planCode", PropertyValue.Of(offer.PlanCode))
        .With("productName", PropertyValue.Of(offer.ProductName))
        .With("productType", PropertyValue.Of(offer.ProductType))
        .With("prices", PropertyValue.Of(offer.Prices.Select(p => PropertyValue.Map.Empty
            .With("capacities", PropertyValue.Of(p.Capacities.Select(c => PropertyValue.Of(c))))
            .With("description", PropertyValue.Of(p.Description))
            .With("duration", PropertyValue.Of(p.Duration))
            .With("interval", p.Interval is { } interval ? PropertyValue.Of((double)interval) : null)
            .With("pricingMode", PropertyValue.Of(p.PricingMode))
            .With("pricingType", PropertyValue.Of(p.PricingType))
            .With("currencyCode", PropertyValue.Of(p.Price?.CurrencyCode))
            .With("price", p.Price is { } price ? PropertyValue.Of(price.Value) : null))));
}
