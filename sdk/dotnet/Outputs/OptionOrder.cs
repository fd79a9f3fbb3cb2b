// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Outputs
{
    /// <summary>
    /// An order of options for a delivered project.
    /// </summary>
    [OutputType]
    public sealed class OptionOrder
    {
        /// <summary>
        /// What was ordered.
        /// </summary>
        public readonly ImmutableArray<Outputs.Option> Options;
        /// <summary>
        /// Whether the update that ordered it succeeded. The next update continues with one that is not finished.
        /// </summary>
        public readonly bool Finished;
        /// <summary>
        /// The id of the cart that the order was placed from.
        /// </summary>
        public readonly string? CartId;
        /// <summary>
        /// When the cart expires, as granted by OVHcloud (RFC 3339). The provider asks for 7 days for a pending cart, and for 3
        /// days for a cart that is checked out. Until then, Pulumi refreshes the resource before each update.
        /// </summary>
        public readonly string? CartExpirationDate;
        /// <summary>
        /// The order number.
        /// </summary>
        public readonly double? OrderId;
        /// <summary>
        /// The order's status as the API returns it, such as <c>notPaid</c>, <c>checking</c>, <c>delivering</c> or
        /// <c>delivered</c>.
        /// </summary>
        public readonly string? OrderStatus;
        /// <summary>
        /// The URL at which the order can be viewed and paid. It is secret because it contains an access token.
        /// </summary>
        public readonly string? OrderUrl;
        /// <summary>
        /// When the order was placed (RFC 3339).
        /// </summary>
        public readonly string? OrderDate;
        /// <summary>
        /// When the order expires if it is not paid (RFC 3339).
        /// </summary>
        public readonly string? OrderExpirationDate;
        /// <summary>
        /// When a create adopted this cart or order from an interrupted run (RFC 3339). It is absent if nothing was adopted.
        /// </summary>
        public readonly string? AdoptedAt;
        /// <summary>
        /// What the order costs. Known in the preview.
        /// </summary>
        public readonly Outputs.Prices? Prices;

        [OutputConstructor]
        private OptionOrder(
            ImmutableArray<Outputs.Option> options,

            bool finished,

            string? cartId,

            string? cartExpirationDate,

            double? orderId,

            string? orderStatus,

            string? orderUrl,

            string? orderDate,

            string? orderExpirationDate,

            string? adoptedAt,

            Outputs.Prices? prices)
        {
            Options = options.OrEmpty();
            Finished = finished;
            CartId = cartId;
            CartExpirationDate = cartExpirationDate;
            OrderId = orderId;
            OrderStatus = orderStatus;
            OrderUrl = orderUrl;
            OrderDate = orderDate;
            OrderExpirationDate = orderExpirationDate;
            AdoptedAt = adoptedAt;
            Prices = prices;
        }
    }
}
