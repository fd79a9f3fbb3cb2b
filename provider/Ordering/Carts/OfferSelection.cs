using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>Decides duration, pricing mode and quantity from what is offered; a pure function.</summary>
internal static class OfferSelection
{
    public const string UsPlan = "project";
    private const string EuPlan = "project.2018";
    private const string DefaultMode = "default";

    /// <summary>Every mode also has an installation fee under this duration, which cannot be ordered.</summary>
    private const string InstallationDuration = "P0D";

    public static string DefaultPlan(string subsidiary) => subsidiary == "US" ? UsPlan : EuPlan;

    /// <summary>What the item and its options must be, and what they cost in each period to come.</summary>
    public static OfferChoice Choose(
        OrderRequest request, string plan, IReadOnlyList<Offer> offers, IReadOnlyList<OptionOffer> optionOffers)
    {
        var item = Item(request, plan, offers);
        var options = request.Options.IsEmpty ? [] : OptionsOfPlan(request, plan, optionOffers);
        return new OfferChoice(item.Settings, [.. options.Select(o => o.Settings)], PerPeriod([item, .. options]));
    }

    /// <summary>What the options for a project that is there must be.</summary>
    public static OfferChoice Choose(OrderRequest request, ProjectId project, IReadOnlyList<OptionOffer> offers)
    {
        var options = Options(request, $"project {project}", offers);
        return new OfferChoice(null, [.. options.Select(o => o.Settings)], PerPeriod(options));
    }

    private static Money? PerPeriod(ImmutableArray<Chosen> items)
    {
        var prices = items.Select(i => i.PerPeriod(items[0].Settings.Duration)).ToList();
        return prices.Contains(null) ? null : new Money(prices.Sum(p => p!.Value.Value), prices[0]!.Value.CurrencyCode);
    }

    private static Chosen Item(OrderRequest request, string plan, IReadOnlyList<Offer> offers)
    {
        var offer = offers.FirstOrDefault(o => o.PlanCode == plan)
            ?? throw new OrderException(new OrderFailure.PlanNotOffered(plan, Known(offers.Select(o => o.PlanCode))));
        var settings = Choose(null, plan, request.Duration, request.PricingMode, request.Quantity ?? 1, offer.Prices);
        return new Chosen(settings with { CatalogName = request.CatalogName }, offer.Prices);
    }

    private static ImmutableArray<Chosen> OptionsOfPlan(OrderRequest request, string plan, IReadOnlyList<OptionOffer> offers)
    {
        var missing = offers.FirstOrDefault(o => o.Mandatory == true && !request.Options.Any(r => IsOfFamily(r, o, offers)));
        if (missing is not null)
        {
            throw new OrderException(new OrderFailure.OptionMissing(plan, missing.Family ?? missing.PlanCode, missing.PlanCode));
        }

        return Options(request, $"plan \"{plan}\"", offers);
    }

    /// <param name="with">What they are ordered with, in words.</param>
    private static ImmutableArray<Chosen> Options(OrderRequest request, string with, IReadOnlyList<OptionOffer> offers) =>
        [.. request.Options.Select(option => Option(request, option, with, offers))];

    private static Chosen Option(OrderRequest request, OptionRequest option, string with, IReadOnlyList<OptionOffer> offers)
    {
        var offer = offers.FirstOrDefault(o => o.PlanCode == option.PlanCode) ?? throw new OrderException(
            new OrderFailure.OptionNotOffered(option.Place, option.PlanCode, with, Known(offers.Select(o => o.PlanCode))));
        var settings = Choose(
            option.Place, option.PlanCode, option.Duration, option.PricingMode, option.Quantity ?? 1, offer.Prices);
        return new Chosen(settings with { CatalogName = request.CatalogName }, offer.Prices);
    }

    /// <summary>
    /// The price of a period, for an order that leaves duration and pricing mode to the offer; null where the offer has none.
    /// </summary>
    public static OfferPrice? PerPeriod(IReadOnlyList<OfferPrice> prices) =>
        Orderable(prices) is [var first, ..] && first.IsFor(PriceCapacity.Renew) ? first : null;

    /// <summary>Whether a plan is a Public Cloud project, and not an option to one, credit, or another product.</summary>
    public static bool IsProjectPlan(string? plan) => plan is UsPlan || plan?.StartsWith(UsPlan + ".", StringComparison.Ordinal) == true;

    /// <summary>The prices that can be ordered, those first that an order without terms takes.</summary>
    private static List<OfferPrice> Orderable(IReadOnlyList<OfferPrice> prices) =>
    [
        .. prices.Where(p => p is { Duration: not null and not InstallationDuration, PricingMode: not null })
            .OrderByDescending(p => p.IsFor(PriceCapacity.Renew))
            .ThenByDescending(p => p.PricingMode == DefaultMode),
    ];

    private static bool IsOfFamily(OptionRequest request, OptionOffer mandatory, IReadOnlyList<OptionOffer> offers) =>
        request.PlanCode == mandatory.PlanCode
        || (mandatory.Family is not null && offers.Any(o => o.PlanCode == request.PlanCode && o.Family == mandatory.Family));

    private static ItemSettings Choose(
        int? option, string plan, string? duration, string? mode, long quantity, IReadOnlyList<OfferPrice> prices)
    {
        // OVHcloud alone judges a plan without prices.
        var couples = Orderable(prices);
        var candidates = couples.Where(p => (duration is null || p.Duration == duration) && (mode is null || p.PricingMode == mode))
            .ToList();
        if (candidates.Count > 0)
        {
            var price = candidates[0];
            CheckQuantity(option, plan, quantity, price);
            return new ItemSettings(plan, price.Duration!, price.PricingMode!, quantity);
        }

        if (couples.Count == 0 && duration is not null && mode is not null)
        {
            return new ItemSettings(plan, duration, mode, quantity);
        }

        throw new OrderException(couples.Count == 0
            ? new OrderFailure.NoRenewalPrice(option, plan)
            : new OrderFailure.TermNotOffered(
                option, plan, duration, mode, IsModeWrong: mode is not null && couples.All(p => p.PricingMode != mode),
                Known(couples.Select(p => $"{p.Duration} in the mode \"{p.PricingMode}\""))));
    }

    private static void CheckQuantity(int? option, string plan, long quantity, OfferPrice price)
    {
        if (quantity > price.MaximumQuantity || quantity < price.MinimumQuantity)
        {
            throw new OrderException(
                new OrderFailure.QuantityNotOffered(option, plan, quantity, price.MinimumQuantity, price.MaximumQuantity));
        }
    }

    private static ImmutableArray<string> Known(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];

    private sealed record Chosen(ItemSettings Settings, IReadOnlyList<OfferPrice> Prices)
    {
        /// <summary>What it costs in each following period of this duration; null where the offer does not say.</summary>
        public Money? PerPeriod(string duration)
        {
            var price = Prices.FirstOrDefault(p =>
                p.IsFor(PriceCapacity.Renew) && p.Duration == duration && p.PricingMode == Settings.PricingMode)?.Price;
            return price is null ? null : new Money(price.Value * Settings.Quantity, price.CurrencyCode);
        }
    }
}
