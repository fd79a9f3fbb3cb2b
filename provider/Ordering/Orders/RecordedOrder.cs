using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>What an order, a cart or a project says of what was asked for; what it does not say is null.</summary>
internal sealed record RecordedOrder(
    ItemSettings? Settings, ImmutableSortedDictionary<string, string>? Configuration, ImmutableArray<OptionRequest>? Options)
{
    public static RecordedOrder Nothing { get; } = new(null, null, null);

    /// <summary>Null while the order does not name it.</summary>
    public ProjectId? Project { get; init; }

    public string? Description => Labels.ValueOf(Labels.Description, Labelled);

    public string? Voucher => Labels.ValueOf(Labels.Voucher, Labelled);

    private ImmutableSortedDictionary<string, string> Labelled => Configuration ?? ImmutableSortedDictionary<string, string>.Empty;

    public static RecordedOrder Of(CartContents cart) => cart.Project is not { } project
        ? Nothing
        : new(project.Settings, Values(project), OptionsOf(cart.Options));

    public static string? VoucherOf(PlacedItem item) => Labels.ValueOf(Labels.Voucher, Values(item));

    public static ImmutableArray<OptionRequest> OptionsOf(ImmutableArray<PlacedItem?> options) =>
        [.. options.OfType<PlacedItem>().Select(o => Option(o.Settings, Values(o)))];

    public static OptionRequest Option(ItemSettings settings, ImmutableSortedDictionary<string, string> configuration) =>
        new(settings.PlanCode, settings.Duration, settings.PricingMode, settings.Quantity, configuration);

    private static ImmutableSortedDictionary<string, string> Values(PlacedItem item) => item.Configurations
        .Where(c => c.Value is not null).GroupBy(c => c.Label)
        .ToImmutableSortedDictionary(g => g.Key, g => g.First().Value!, StringComparer.Ordinal);
}
