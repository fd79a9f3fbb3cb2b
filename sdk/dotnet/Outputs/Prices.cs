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
        /// The currency, ISO 4217; <c>points</c> where the fidelity account settled the order.
        /// </summary>
        public readonly string CurrencyCode;
        /// <summary>
        /// The total with tax.
        /// </summary>
        public readonly double WithTax;
        /// <summary>
        /// The total without tax.
        /// </summary>
        public readonly double WithoutTax;
        /// <summary>
        /// The tax.
        /// </summary>
        public readonly double Tax;
        /// <summary>
        /// What promotions and vouchers take off.
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
