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
        /// The type as the API returns it, such as <c>CREDIT_CARD</c> or <c>SEPA_DIRECT_DEBIT</c>.
        /// </summary>
        public readonly string? Type;
        /// <summary>
        /// The method's label, with its number masked by OVHcloud.
        /// </summary>
        public readonly string? Label;
        /// <summary>
        /// The status as the API returns it. Only a <c>VALID</c> method can pay.
        /// </summary>
        public readonly string? Status;
        /// <summary>
        /// Whether it is the account's default payment method.
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
