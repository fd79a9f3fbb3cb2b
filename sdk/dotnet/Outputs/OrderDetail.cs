// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Outputs
{
    /// <summary>
    /// One line of the order.
    /// </summary>
    [OutputType]
    public sealed class OrderDetail
    {
        /// <summary>
        /// What the line is for.
        /// </summary>
        public readonly string Description;
        /// <summary>
        /// The kind of line as the API returns it, such as <c>INSTALLATION</c> or <c>DURATION</c>.
        /// </summary>
        public readonly string? DetailType;
        /// <summary>
        /// The number of units.
        /// </summary>
        public readonly double Quantity;
        /// <summary>
        /// The price of one unit, excluding tax.
        /// </summary>
        public readonly double UnitPrice;
        /// <summary>
        /// The price of the line, excluding tax.
        /// </summary>
        public readonly double TotalPrice;

        [OutputConstructor]
        private OrderDetail(
            string description,

            string? detailType,

            double quantity,

            double unitPrice,

            double totalPrice)
        {
            Description = description;
            DetailType = detailType;
            Quantity = quantity;
            UnitPrice = unitPrice;
            TotalPrice = totalPrice;
        }
    }
}
