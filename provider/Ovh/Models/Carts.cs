using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;

namespace PulumiOvhOrder.Ovh.Models;

// /order/cart: the wire records of a cart and its items.

internal sealed record CartCreation(string OvhSubsidiary, string? Description, DateTimeOffset? Expire);

internal sealed record CartUpdate(string? Description, DateTimeOffset? Expire);

internal sealed record Cart
{
    public required CartId CartId { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset? Expire { get; init; }

    [AllowNull]
    public IReadOnlyList<ItemId> Items { get; init => field = value ?? []; } = [];

    /// <summary>The API's word for "already checked out".</summary>
    public bool ReadOnly { get; init; }
}

internal sealed record NewItem(string PlanCode, string Duration, string PricingMode, long Quantity, string? CatalogName = null);

internal sealed record NewOption(
    ItemId ItemId, string PlanCode, string Duration, string PricingMode, long Quantity, string? CatalogName = null);

internal sealed record NewServiceOption(CartId CartId, string PlanCode, string Duration, string PricingMode, long Quantity);

internal sealed record CartItem
{
    public required ItemId ItemId { get; init; }

    public ItemId? ParentItemId { get; init; }

    public string? Duration { get; init; }

    public CartItemSettings? Settings { get; init; }

    [AllowNull]
    public IReadOnlyList<ConfigurationId> Configurations { get; init => field = value ?? []; } = [];
}

internal sealed record CartItemSettings
{
    public string? PlanCode { get; init; }

    public string? PricingMode { get; init; }

    public long? Quantity { get; init; }

    public string? CatalogName { get; init; }
}

internal sealed record NewConfiguration([property: JsonConverter(typeof(NameConverter))] string Label, string Value)
{
    // The value may be a voucher.
    private bool PrintMembers(StringBuilder text) => text.Append("Label = ").Append(Label) is not null;
}

internal sealed record ConfigurationItem
{
    public required ConfigurationId Id { get; init; }

    [JsonConverter(typeof(NameConverter))]
    public required string Label { get; init; }

    public string? Value { get; init; }

    // The value may be a voucher.
    private bool PrintMembers(StringBuilder text) => text.Append("Id = ").Append(Id).Append(", Label = ").Append(Label) is not null;
}

/// <summary>A label that an item knows. <see cref="Required"/> is unreliable both ways; <see cref="AllowedValues"/> is not.</summary>
internal sealed record ConfigurationRequirement
{
    [JsonConverter(typeof(NameConverter))]
    public required string Label { get; init; }

    public bool Required { get; init; }

    [AllowNull]
    public IReadOnlyList<string> AllowedValues { get; init => field = value ?? []; } = [];
}

/// <param name="WaiveRetractationPeriod">The API's own spelling.</param>
internal sealed record CheckoutRequest(bool? WaiveRetractationPeriod);
