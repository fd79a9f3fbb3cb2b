// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Outputs
{
    /// <summary>
    /// One price of an offer.
    /// </summary>
    [OutputType]
    public sealed class OfferPrice
    {
        /// <summary>
        /// What the price applies to, such as <c>renew</c> or <c>installation</c>.
        /// </summary>
        public readonly ImmutableArray<string> Capacities;
        /// <summary>
        /// The description of the price.
        /// </summary>
        public readonly string? Description;
        /// <summary>
        /// The duration that the price covers, in ISO 8601, such as <c>P1M</c>. It is <c>P0D</c> for a one-time fee.
        /// </summary>
        public readonly string? Duration;
        /// <summary>
        /// The number of intervals that the price covers.
        /// </summary>
        public readonly int? Interval;
        /// <summary>
        /// The pricing mode to order with.
        /// </summary>
        public readonly string? PricingMode;
        /// <summary>
        /// The kind of price: <c>consumption</c>, <c>purchase</c> or <c>rental</c>.
        /// </summary>
        public readonly string? PricingType;
        /// <summary>
        /// The currency (ISO 4217).
        /// </summary>
        public readonly string? CurrencyCode;
        /// <summary>
        /// The price, excluding tax, in that currency.
        /// </summary>
        public readonly double? Price;

        [OutputConstructor]
        private OfferPrice(
            ImmutableArray<string> capacities,

            string? description,

            string? duration,

            int? interval,

            string? pricingMode,

            string? pricingType,

            string? currencyCode,

            double? price)
        {
            Capacities = capacities.OrEmpty();
            Description = description;
            Duration = duration;
            Interval = interval;
            PricingMode = pricingMode;
            PricingType = pricingType;
            CurrencyCode = currencyCode;
            Price = price;
        }
    }
}
