// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Inputs
{
    /// <summary>
    /// One line of the order.
    /// </summary>
    public sealed class OrderDetailGetArgs : global::Pulumi.ResourceArgs
    {
        /// <summary>
        /// What the line is for.
        /// </summary>
        [Input("description")]
        public Input<string>? Description { get; set; }

        /// <summary>
        /// The kind of line as the API returns it, such as <c>INSTALLATION</c> or <c>DURATION</c>.
        /// </summary>
        [Input("detailType")]
        public Input<string>? DetailType { get; set; }

        /// <summary>
        /// The number of units.
        /// </summary>
        [Input("quantity")]
        public Input<double>? Quantity { get; set; }

        /// <summary>
        /// The price of one unit, excluding tax.
        /// </summary>
        [Input("unitPrice")]
        public Input<double>? UnitPrice { get; set; }

        /// <summary>
        /// The price of the line, excluding tax.
        /// </summary>
        [Input("totalPrice")]
        public Input<double>? TotalPrice { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public OrderDetailGetArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new OrderDetailGetArgs Empty => new OrderDetailGetArgs();
    }
}
