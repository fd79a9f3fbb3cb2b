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
        /// What the price is for, such as <c>renew</c> or <c>installation</c>.
        /// </summary>
        public readonly ImmutableArray<string> Capacities;
        /// <summary>
        /// The price's description.
        /// </summary>
        public readonly string? Description;
        /// <summary>
        /// ISO 8601, such as <c>P1M</c>; <c>P0D</c> for fees that are due once.
        /// </summary>
        public readonly string? Duration;
        /// <summary>
        /// How many intervals the price covers.
        /// </summary>
        public readonly int? Interval;
        /// <summary>
        /// The pricing mode to order it with.
        /// </summary>
        public readonly string? PricingMode;
        /// <summary>
        /// <c>consumption</c>, <c>purchase</c> or <c>rental</c>.
        /// </summary>
        public readonly string? PricingType;
        /// <summary>
        /// The currency, ISO 4217.
        /// </summary>
        public readonly string? CurrencyCode;
        /// <summary>
        /// The price without tax, in that currency.
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
