using System.Diagnostics.CodeAnalysis;

namespace PulumiOvhOrder.Ovh.Models;

// What a cart offers for a product, and how much it costs.

/// <summary>A GenericProductDefinition.</summary>
internal sealed record Offer
{
    public required string PlanCode { get; init; }

    public string? ProductName { get; init; }

    public string? ProductType { get; init; }

    [AllowNull]
    public IReadOnlyList<OfferPrice> Prices { get; init => field = value ?? []; } = [];
}

/// <summary>A GenericOptionDefinition.</summary>
internal sealed record OptionOffer
{
    public required string PlanCode { get; init; }

    public string? ProductName { get; init; }

    public string? Family { get; init; }

    public bool? Mandatory { get; init; }

    /// <summary>Only one option of its family can be ordered.</summary>
    public bool? Exclusive { get; init; }

    [AllowNull]
    public IReadOnlyList<OfferPrice> Prices { get; init => field = value ?? []; } = [];
}

/// <summary>A GenericProductPricing.</summary>
internal sealed record OfferPrice
{
    /// <summary>What the price is for; words in <see cref="PriceCapacity"/>.</summary>
    [AllowNull]
    public IReadOnlyList<string> Capacities { get; init => field = value ?? []; } = [];

    public string? Description { get; init; }

    /// <summary>ISO 8601, such as <c>P1M</c>.</summary>
    public string? Duration { get; init; }

    public long? Interval { get; init; }

    public long? MinimumQuantity { get; init; }

    public long? MaximumQuantity { get; init; }

    public Price? Price { get; init; }

    public string? PricingMode { get; init; }

    public string? PricingType { get; init; }

    public bool IsFor(string capacity) => Capacities.Contains(capacity, StringComparer.Ordinal);
}

internal static class PriceCapacity
{
    public const string Detach = "detach";
    public const string Installation = "installation";
    public const string Renew = "renew";
}

internal sealed record Price
{
    /// <summary>Sums and products of what is below can be told.</summary>
    private const decimal Max = 1_000_000_000_000;

    /// <summary>An order that the fidelity account settled is told in it.</summary>
    public const string Points = "points";

    /// <summary>The longest code of a currency that the API has is <see cref="Points"/>.</summary>
    private const int MaxCode = 10;

    /// <summary>Such as <c>EUR</c>, or <c>N/A</c>; every price is shown with it.</summary>
    public required string CurrencyCode
    {
        get;
        init => field = value is { Length: > 0 and <= MaxCode } && value.All(c => char.IsAsciiLetter(c) || c == '/')
            ? value
            : throw new UnexpectedValueException("a price has no currency");
    }

    public required decimal Value
    {
        get;
        init => field = value is >= -Max and <= Max ? value : throw new UnexpectedValueException("a price is beyond all prices");
    }

    /// <summary>As the API would print it, such as <c>€ 16.99</c>.</summary>
    public string? Text { get; init; }
}
