// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Outputs
{
    /// <summary>
    /// What the order costs.
    /// </summary>
    [OutputType]
    public sealed class Prices
    {
        /// <summary>
        /// The currency (ISO 4217), or <c>points</c> if the fidelity account paid the order.
        /// </summary>
        public readonly string CurrencyCode;
        /// <summary>
        /// The total, including tax.
        /// </summary>
        public readonly double WithTax;
        /// <summary>
        /// The total, excluding tax.
        /// </summary>
        public readonly double WithoutTax;
        /// <summary>
        /// The amount of tax.
        /// </summary>
        public readonly double Tax;
        /// <summary>
        /// The amount that promotions and vouchers deduct.
        /// </summary>
        public readonly double Reduction;

        [OutputConstructor]
        private Prices(
            string currencyCode,

            double withTax,

            double withoutTax,

            double tax,

            double reduction)
        {
            CurrencyCode = currencyCode;
            WithTax = withTax;
            WithoutTax = withoutTax;
            Tax = tax;
            Reduction = reduction;
        }
    }
}
