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
        /// The currency (ISO 4217), or <c>points</c> if the fidelity account paid the order.
        /// </summary>
        [Input("currencyCode")]
        public Input<string>? CurrencyCode { get; set; }

        /// <summary>
        /// The total, including tax.
        /// </summary>
        [Input("withTax")]
        public Input<double>? WithTax { get; set; }

        /// <summary>
        /// The total, excluding tax.
        /// </summary>
        [Input("withoutTax")]
        public Input<double>? WithoutTax { get; set; }

        /// <summary>
        /// The amount of tax.
        /// </summary>
        [Input("tax")]
        public Input<double>? Tax { get; set; }

        /// <summary>
        /// The amount that promotions and vouchers deduct.
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
