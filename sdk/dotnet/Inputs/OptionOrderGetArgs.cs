// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder.Inputs
{
    /// <summary>
    /// An order of options for a delivered project.
    /// </summary>
    public sealed class OptionOrderGetArgs : global::Pulumi.ResourceArgs
    {
        [Input("options")]
        private InputList<Inputs.OptionGetArgs>? _options;

        /// <summary>
        /// What was ordered.
        /// </summary>
        public InputList<Inputs.OptionGetArgs> Options
        {
            get => _options ?? (_options = new InputList<Inputs.OptionGetArgs>());
            set => _options = value;
        }

        /// <summary>
        /// Whether the update that ordered it succeeded. The next update continues with one that is not finished.
        /// </summary>
        [Input("finished")]
        public Input<bool>? Finished { get; set; }

        /// <summary>
        /// The id of the cart that the order was placed from.
        /// </summary>
        [Input("cartId")]
        public Input<string>? CartId { get; set; }

        /// <summary>
        /// When the cart expires, as granted by OVHcloud (RFC 3339). The provider asks for 7 days for a pending cart, and for 3
        /// days for a cart that is checked out. Until then, Pulumi refreshes the resource before each update.
        /// </summary>
        [Input("cartExpirationDate")]
        public Input<string>? CartExpirationDate { get; set; }

        /// <summary>
        /// The order number.
        /// </summary>
        [Input("orderId")]
        public Input<double>? OrderId { get; set; }

        /// <summary>
        /// The order's status as the API returns it, such as <c>notPaid</c>, <c>checking</c>, <c>delivering</c> or
        /// <c>delivered</c>.
        /// </summary>
        [Input("orderStatus")]
        public Input<string>? OrderStatus { get; set; }

        [Input("orderUrl")]
        private Input<string>? _orderUrl;

        /// <summary>
        /// The URL at which the order can be viewed and paid. It is secret because it contains an access token.
        /// </summary>
        public Input<string>? OrderUrl
        {
            get => _orderUrl;
            set
            {
                // Nothing but the mark of a secret goes with the value.
                var secret = Output.CreateSecret(0);
                _orderUrl = Output.Tuple<Input<string>?, int>(value, secret).Apply(pair => pair.Item1);
            }
        }

        /// <summary>
        /// When the order was placed (RFC 3339).
        /// </summary>
        [Input("orderDate")]
        public Input<string>? OrderDate { get; set; }

        /// <summary>
        /// When the order expires if it is not paid (RFC 3339).
        /// </summary>
        [Input("orderExpirationDate")]
        public Input<string>? OrderExpirationDate { get; set; }

        /// <summary>
        /// When a create adopted this cart or order from an interrupted run (RFC 3339). It is absent if nothing was adopted.
        /// </summary>
        [Input("adoptedAt")]
        public Input<string>? AdoptedAt { get; set; }

        /// <summary>
        /// What the order costs. Known in the preview.
        /// </summary>
        [Input("prices")]
        public Input<Inputs.PricesGetArgs>? Prices { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public OptionOrderGetArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new OptionOrderGetArgs Empty => new OptionOrderGetArgs();
    }
}
