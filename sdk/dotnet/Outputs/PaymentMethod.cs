// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Outputs
{
    /// <summary>
    /// A payment method that is registered in the account.
    /// </summary>
    [OutputType]
    public sealed class PaymentMethod
    {
        /// <summary>
        /// The method's id, which <c>paymentMethodId</c> of a project takes.
        /// </summary>
        public readonly double Id;
        /// <summary>
        /// The API's word, such as <c>CREDIT_CARD</c> or <c>SEPA_DIRECT_DEBIT</c>.
        /// </summary>
        public readonly string? Type;
        /// <summary>
        /// The method's label, with its number masked by OVHcloud.
        /// </summary>
        public readonly string? Label;
        /// <summary>
        /// The API's word; only <c>VALID</c> pays.
        /// </summary>
        public readonly string? Status;
        /// <summary>
        /// Whether it pays where an order names none.
        /// </summary>
        public readonly bool Default;

        [OutputConstructor]
        private PaymentMethod(
            double id,

            string? type,

            string? label,

            string? status,

            bool @default)
        {
            Id = id;
            Type = type;
            Label = label;
            Status = status;
            Default = @default;
        }
    }
}
