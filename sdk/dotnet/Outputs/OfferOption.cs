// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Outputs
{
    /// <summary>
    /// An option that can be ordered with a plan.
    /// </summary>
    [OutputType]
    public sealed class OfferOption
    {
        /// <summary>
        /// The option's plan code.
        /// </summary>
        public readonly string PlanCode;
        /// <summary>
        /// The product's name, in the subsidiary's language.
        /// </summary>
        public readonly string? ProductName;
        /// <summary>
        /// The family of options that it belongs to.
        /// </summary>
        public readonly string? Family;
        /// <summary>
        /// Whether an order needs an option of this family.
        /// </summary>
        public readonly bool Mandatory;
        /// <summary>
        /// Whether an order can have only one option of this family.
        /// </summary>
        public readonly bool Exclusive;
        /// <summary>
        /// Its prices.
        /// </summary>
        public readonly ImmutableArray<Outputs.OfferPrice> Prices;
        /// <summary>
        /// What each period costs if the order leaves <c>duration</c> and <c>pricingMode</c> to the offer.
        /// </summary>
        public readonly Outputs.OfferPrice? PerPeriod;

        [OutputConstructor]
        private OfferOption(
            string planCode,

            string? productName,

            string? family,

            bool mandatory,

            bool exclusive,

            ImmutableArray<Outputs.OfferPrice> prices,

            Outputs.OfferPrice? perPeriod)
        {
            PlanCode = planCode;
            ProductName = productName;
            Family = family;
            Mandatory = mandatory;
            Exclusive = exclusive;
            Prices = prices.OrEmpty();
            PerPeriod = perPeriod;
        }
    }
}
