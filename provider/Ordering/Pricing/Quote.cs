using System.Collections.Immutable;
using System.Globalization;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// An amount in the currency of the order. <c>points</c> is a currency here: orders settled from the fidelity account are shown in it.
/// </summary>
internal readonly record struct Money(decimal Value, string CurrencyCode)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.00######} {CurrencyCode}");
}

/// <summary>What the order costs, as OVHcloud states it: before checkout from the cart, afterwards from the order.</summary>
internal sealed record Quote(QuotePrices Prices, ImmutableArray<QuoteDetail> Details, ImmutableArray<QuoteContract> Contracts)
{
    public Money WithTax => new(Prices.WithTax, Prices.CurrencyCode);

    /// <summary>
    /// The order has this total. What else it costs it does not tell as fully as its cart or its checkout did, and once the fidelity
    /// account settled it, not in the currency in which it was confirmed.
    /// </summary>
    public bool IsOf(BillingOrder order) => order.PriceWithTax is { } total && Prices.WithTax == total.Value
        && (total.CurrencyCode == Price.Points || total.CurrencyCode == Prices.CurrencyCode);
}

internal sealed record QuotePrices(string CurrencyCode, decimal WithTax, decimal WithoutTax, decimal Tax, decimal Reduction);

internal sealed record QuoteDetail(string Description, string? DetailType, decimal Quantity, decimal UnitPrice, decimal TotalPrice);

internal sealed record QuoteContract(string Name, string? Url);
