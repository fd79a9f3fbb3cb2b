// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Outputs
{
    /// <summary>
    /// An option of the plan.
    /// </summary>
    [OutputType]
    public sealed class Option
    {
        /// <summary>
        /// The option's plan code.
        /// </summary>
        public readonly string PlanCode;
        /// <summary>
        /// The duration to order, in ISO 8601. Defaults to the duration of the option's renewal price.
        /// </summary>
        public readonly string? Duration;
        /// <summary>
        /// The pricing mode to order. Defaults to <c>default</c> if it is offered.
        /// </summary>
        public readonly string? PricingMode;
        /// <summary>
        /// The number of units to order, at least 1. Defaults to <c>1</c>.
        /// </summary>
        public readonly int? Quantity;
        /// <summary>
        /// Configuration of the option's own item, by label.
        /// </summary>
        public readonly ImmutableDictionary<string, string>? Configuration;

        [OutputConstructor]
        private Option(
            string planCode,

            string? duration,

            string? pricingMode,

            int? quantity,

            ImmutableDictionary<string, string>? configuration)
        {
            PlanCode = planCode;
            Duration = duration;
            PricingMode = pricingMode;
            Quantity = quantity;
            Configuration = configuration;
        }
    }
}
