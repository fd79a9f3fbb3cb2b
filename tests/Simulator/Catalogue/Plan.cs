namespace PulumiOvhOrder.Simulator.Catalogue;

/// <summary>A project plan, or an option to one.</summary>
internal sealed record Plan(string Code, string Name, IReadOnlyList<PlanPrice> Prices)
{
    /// <summary>Null for a plan that stands alone.</summary>
    public string? OptionFamily { get; init; }

    public string Type { get; init; } = "cloud_service";

    public decimal InstallationOf(string pricingMode) =>
        Prices.FirstOrDefault(price => price.PricingMode == pricingMode && !price.IsRenewed)?.Amount ?? 0;

    public PlanPrice? PriceOf(string duration, string pricingMode) =>
        Prices.FirstOrDefault(price => price.IsRenewed && price.Duration == duration && price.PricingMode == pricingMode);
}

internal sealed record PlanPrice(string Duration, string PricingMode, decimal Amount, string Description)
{
    public const string Once = "P0D";

    public bool IsRenewed => Duration != Once;

    public string[] Capacities => IsRenewed ? ["renew"] : ["installation"];

    public string PricingType => IsRenewed ? "rental" : "purchase";

    public int IntervalMonths => Duration switch
    {
        "P1M" => 1,
        "P1Y" => 12,
        _ => 0,
    };
}
