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
        /// ISO 8601. Defaults to that of the option's renewal price.
        /// </summary>
        public readonly string? Duration;
        /// <summary>
        /// Defaults to <c>default</c> if that is offered.
        /// </summary>
        public readonly string? PricingMode;
        /// <summary>
        /// How many, at least 1. Defaults to <c>1</c>.
        /// </summary>
        public readonly int? Quantity;
        /// <summary>
        /// Configuration labels of the option's own item.
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
