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
        /// Whether the update that ordered it has ended well. The next update continues with one that is not finished.
        /// </summary>
        public readonly bool Finished;
        /// <summary>
        /// The cart the order was made in.
        /// </summary>
        public readonly string? CartId;
        /// <summary>
        /// When the cart expires, as OVHcloud granted it (RFC 3339).
        /// </summary>
        public readonly string? CartExpirationDate;
        /// <summary>
        /// The order's number.
        /// </summary>
        public readonly double? OrderId;
        /// <summary>
        /// The order's status in the API's own word, such as <c>notPaid</c>, <c>checking</c>, <c>delivering</c> or
        /// <c>delivered</c>.
        /// </summary>
        public readonly string? OrderStatus;
        /// <summary>
        /// Where the order can be seen and paid. Secret, because it carries an access token.
        /// </summary>
        public readonly string? OrderUrl;
        /// <summary>
        /// When the order was placed (RFC 3339).
        /// </summary>
        public readonly string? OrderDate;
        /// <summary>
        /// When the order lapses if it is not paid (RFC 3339).
        /// </summary>
        public readonly string? OrderExpirationDate;
        /// <summary>
        /// When a create adopted this cart or order from an interrupted run (RFC 3339). Absent when the resource's own create
        /// placed the order.
        /// </summary>
        public readonly string? AdoptedAt;
        /// <summary>
        /// What the order costs; known in the preview.
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
