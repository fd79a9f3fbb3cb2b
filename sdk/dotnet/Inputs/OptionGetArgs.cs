// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Inputs
{
    /// <summary>
    /// An option of the plan.
    /// </summary>
    public sealed class OptionGetArgs : global::Pulumi.ResourceArgs
    {
        /// <summary>
        /// The option's plan code.
        /// </summary>
        [Input("planCode")]
        public Input<string>? PlanCode { get; set; }

        /// <summary>
        /// The duration to order, in ISO 8601. Defaults to the duration of the option's renewal price.
        /// </summary>
        [Input("duration")]
        public Input<string>? Duration { get; set; }

        /// <summary>
        /// The pricing mode to order. Defaults to <c>default</c> if it is offered.
        /// </summary>
        [Input("pricingMode")]
        public Input<string>? PricingMode { get; set; }

        /// <summary>
        /// The number of units to order, at least 1. Defaults to <c>1</c>.
        /// </summary>
        [Input("quantity")]
        public Input<int>? Quantity { get; set; }

        [Input("configuration")]
        private InputMap<string>? _configuration;

        /// <summary>
        /// Configuration of the option's own item, by label.
        /// </summary>
        public InputMap<string> Configuration
        {
            get => _configuration ?? (_configuration = new InputMap<string>());
            set => _configuration = value;
        }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public OptionGetArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new OptionGetArgs Empty => new OptionGetArgs();
    }
}
