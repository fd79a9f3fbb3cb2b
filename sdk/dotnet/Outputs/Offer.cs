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
        /// The plan code.
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
        /// The prices of the plan.
        /// </summary>
        public readonly ImmutableArray<Outputs.OfferPrice> Prices;

        [OutputConstructor]
        private Offer(
            string planCode,

            string? productName,

            string? productType,

            ImmutableArray<Outputs.OfferPrice> prices)
        {
            PlanCode = planCode;
            ProductName = productName;
            ProductType = productType;
            Prices = prices.OrEmpty();
        }
    }
}
