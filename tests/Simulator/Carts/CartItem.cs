using PulumiOvhOrder.Simulator.Catalogue;

namespace PulumiOvhOrder.Simulator.Carts;

internal sealed class CartItem
{
    public const int MaximumQuantity = 100;

    public required long Id { get; init; }

    public required Plan Plan { get; init; }

    public required string Duration { get; set; }

    public required string PricingMode { get; init; }

    public required long Quantity { get; set; }

    public string? CatalogName { get; init; }

    /// <summary>Set for an option.</summary>
    public long? ParentId { get; init; }

    /// <summary>Set for an option to a project that exists already.</summary>
    public string? ProjectId { get; init; }

    public List<ConfigurationEntry> Configuration { get; } = [];

    public bool IsProject => Plan.OptionFamily is null;

    public decimal Installation => Plan.InstallationOf(PricingMode) * Quantity;

    public decimal Rental => (Plan.PriceOf(Duration, PricingMode)?.Amount ?? 0) * Quantity;

    public decimal Total => Installation + Rental;
}

internal sealed record ConfigurationEntry(long Id, string Label, string Value);
