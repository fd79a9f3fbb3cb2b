using PulumiOvhOrder.Simulator.Carts;
using PulumiOvhOrder.Simulator.Http;

namespace PulumiOvhOrder.Simulator.Catalogue;

internal static class CatalogueRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/order/catalog/public/cloud", true, Catalogue),
        new("GET", "/order/cart/{cartId:uuid}/cloud", true, call =>
        {
            var cart = CartRoutes.Find(call);
            return Plans.ProjectsOf(call.World)
                .Where(plan => (call.Query("planCode") ?? plan.Code) == plan.Code)
                .Select(plan => Offer(plan, cart.Subsidiary));
        }),
        new("GET", "/order/cart/{cartId:uuid}/cloud/options", true, call =>
        {
            var cart = CartRoutes.Find(call);
            FindProject(call.World, call.Query("planCode") ?? throw ApiCall.Missing("planCode"));
            return Plans.OptionsOf(call.World).Select(plan => OptionOffer(plan, cart.Subsidiary));
        }),
    ];

    public static Plan FindProject(World world, string code) => Find(Plans.ProjectsOf(world), code);

    public static Plan FindOption(World world, string code) => Find(Plans.OptionsOf(world), code);

    /// <summary>A missing one and one of another site are refused alike (ovh/php-ovh#100).</summary>
    public static Subsidiary ParseSubsidiary(Site site, string? code) =>
        (code is null ? null : Subsidiaries.FindOn(site, code)) ?? throw ApiException.BadRequest("invalid ovhSubsidiary");

    public static object OptionOffer(Plan plan, Subsidiary subsidiary) => new
    {
        planCode = plan.Code,
        productName = plan.Name,
        productType = plan.Type,
        prices = Prices(plan, subsidiary),
        family = plan.OptionFamily,
        mandatory = false,
        exclusive = false,
    };

    private static object Offer(Plan plan, Subsidiary subsidiary) => new
    {
        planCode = plan.Code,
        productName = plan.Name,
        productType = plan.Type,
        prices = Prices(plan, subsidiary),
    };

    private static Plan Find(IEnumerable<Plan> plans, string code) =>
        plans.FirstOrDefault(plan => plan.Code == code) ?? throw ApiException.NotFound("not found: plan not found");

    private static IEnumerable<object> Prices(Plan plan, Subsidiary subsidiary) => plan.Prices.Select(price => new
    {
        capacities = price.Capacities,
        description = price.Description,
        duration = price.Duration,
        interval = price.IntervalMonths,
        maximumQuantity = CartItem.MaximumQuantity,
        maximumRepeat = (int?)null,
        minimumQuantity = 1,
        minimumRepeat = 1,
        price = Money.ToJson(price.Amount, subsidiary.Currency),
        priceInUcents = Money.ToUcents(price.Amount),
        pricingMode = price.PricingMode,
        pricingType = price.PricingType,
    });

    private static object Catalogue(ApiCall call)
    {
        var subsidiary = ParseSubsidiary(call.World.Site, call.Query("ovhSubsidiary"));
        return new
        {
            catalogId = 1,
            locale = new { currencyCode = subsidiary.Currency, subsidiary = subsidiary.Code, taxRate = subsidiary.TaxRate * 100 },
            planFamilies = Array.Empty<object>(),
            plans = Plans.ProjectsOf(call.World).Select(plan => CataloguePlan(plan, subsidiary, Plans.OptionsOf(call.World))),
            addons = Plans.OptionsOf(call.World).Select(plan => CataloguePlan(plan, subsidiary, [])),
            products = new[] { new { name = "cloud", description = "Public Cloud" } },
        };
    }

    private static object CataloguePlan(Plan plan, Subsidiary subsidiary, IReadOnlyList<Plan> options) => new
    {
        planCode = plan.Code,
        invoiceName = plan.Name,
        product = "cloud",
        pricingType = "rental",
        family = plan.OptionFamily,
        addonFamilies = options.GroupBy(option => option.OptionFamily).Select(family => new
        {
            name = family.Key,
            addons = family.Select(option => option.Code),
            @default = (string?)null,
            exclusive = false,
            mandatory = false,
        }),
        configurations = plan.OptionFamily is null
            ? ConfigurationRoutes.BuiltIn.Select(requirement => new
            {
                name = requirement.Label,
                isCustom = true,
                isMandatory = requirement.Required,
                values = requirement.AllowedValues,
            })
            : [],
        pricings = plan.Prices.Select(price => new
        {
            phase = price.IsRenewed ? 1 : 0,
            capacities = price.Capacities,
            commitment = 0,
            description = price.Description,
            interval = price.IntervalMonths,
            intervalUnit = price.IsRenewed ? "month" : "none",
            quantity = new { min = 1, max = (int?)CartItem.MaximumQuantity },
            repeat = new { min = 1, max = (int?)null },
            price = Money.ToUcents(price.Amount),
            tax = Money.ToUcents(price.Amount * subsidiary.TaxRate),
            mode = price.PricingMode,
            strategy = "tiered",
            mustBeCompleted = false,
            type = "rental",
            promotions = Array.Empty<object>(),
        }),
    };
}
