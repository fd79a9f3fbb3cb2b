// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Outputs
{
    /// <summary>
    /// A plan that can be ordered.
    /// </summary>
    [OutputType]
    public sealed class Offer
    {
        /// <summary>
        /// The plan's code.
        /// </summary>
        public readonly string PlanCode;
        /// <summary>
        /// The product's name, in the subsidiary's language.
        /// </summary>
        public readonly string? ProductName;
        /// <summary>
        /// The kind of product as the API returns it.
        /// </summary>
        public readonly string? ProductType;
        /// <summary>
        /// Its prices.
        /// </summary>
        public readonly ImmutableArray<Outputs.OfferPrice> Prices;
        /// <summary>
        /// What each period costs if the order leaves <c>duration</c> and <c>pricingMode</c> to the offer.
        /// </summary>
        public readonly Outputs.OfferPrice? PerPeriod;
        /// <summary>
        /// The options that can be ordered with the plan.
        /// </summary>
        public readonly ImmutableArray<Outputs.OfferOption> Options;

        [OutputConstructor]
        private Offer(
            string planCode,

            string? productName,

            string? productType,

            ImmutableArray<Outputs.OfferPrice> prices,

            Outputs.OfferPrice? perPeriod,

            ImmutableArray<Outputs.OfferOption> options)
        {
            PlanCode = planCode;
            ProductName = productName;
            ProductType = productType;
            Prices = prices.OrEmpty();
            PerPeriod = perPeriod;
            Options = options.OrEmpty();
        }
    }
}
