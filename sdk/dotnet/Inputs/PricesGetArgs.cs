// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Inputs
{
    /// <summary>
    /// What the order costs.
    /// </summary>
    public sealed class PricesGetArgs : global::Pulumi.ResourceArgs
    {
        /// <summary>
        /// The currency, ISO 4217; <c>points</c> where the fidelity account settled the order.
        /// </summary>
        [Input("currencyCode")]
        public Input<string>? CurrencyCode { get; set; }

        /// <summary>
        /// The total with tax.
        /// </summary>
        [Input("withTax")]
        public Input<double>? WithTax { get; set; }

        /// <summary>
        /// The total without tax.
        /// </summary>
        [Input("withoutTax")]
        public Input<double>? WithoutTax { get; set; }

        /// <summary>
        /// The tax.
        /// </summary>
        [Input("tax")]
        public Input<double>? Tax { get; set; }

        /// <summary>
        /// What promotions and vouchers take off.
        /// </summary>
        [Input("reduction")]
        public Input<double>? Reduction { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public PricesGetArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new PricesGetArgs Empty => new PricesGetArgs();
    }
}
