// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Outputs
{
    /// <summary>
    /// A cart of the account.
    /// </summary>
    [OutputType]
    public sealed class PendingCart
    {
        /// <summary>
        /// The id of the cart.
        /// </summary>
        public readonly string CartId;
        /// <summary>
        /// The cart's description. Carts of this provider begin with <c>pulumi-ovh-order</c>.
        /// </summary>
        public readonly string? Description;
        /// <summary>
        /// When the cart expires (RFC 3339).
        /// </summary>
        public readonly string? ExpirationDate;
        /// <summary>
        /// The ids of the cart's items.
        /// </summary>
        public readonly ImmutableArray<double> Items;
        /// <summary>
        /// Whether the cart was checked out.
        /// </summary>
        public readonly bool ReadOnly;

        [OutputConstructor]
        private PendingCart(
            string cartId,

            string? description,

            string? expirationDate,

            ImmutableArray<double> items,

            bool readOnly)
        {
            CartId = cartId;
            Description = description;
            ExpirationDate = expirationDate;
            Items = items.OrEmpty();
            ReadOnly = readOnly;
        }
    }
}
