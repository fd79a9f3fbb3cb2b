// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder
{
    /// <summary>
    /// <para>An OVHcloud Public Cloud project, ordered through the order cart API and followed to delivery. <c>pulumi preview</c>
    /// asks OVHcloud for a real quote and shows <c>prices</c>, <c>details</c> and <c>contracts</c>; it orders nothing and
    /// leaves nothing behind. <c>pulumi up</c> places the order, pays it as <c>payment</c> says and waits until the project is
    /// delivered. An update that is interrupted leaves the cart or the order in the state, and the next <c>pulumi up</c> goes
    /// on with it; it never orders twice.</para>
    /// <para><b>Creating this resource costs money.</b> Set <c>maxPrice</c> to bound it, and <c>protect</c> against destroying the
    /// project by mistake.</para>
    /// </summary>
    /// <example>
    /// Order a project:
    /// <code>
    /// using System.Collections.Generic;
    /// using Pulumi;
    /// using Pulumi.OvhOrder;
    ///
    /// return await Deployment.RunAsync(() =&gt;
    /// {
    ///     var project = new CloudProject("cloud-project", new()
    ///     {
    ///         Description = "Production",
    ///         OvhSubsidiary = "FR",
    ///         // Nothing is ordered above this total with tax.
    ///         MaxPrice = 50,
    ///     });
    ///
    ///     return new Dictionary&lt;string, object?&gt;
    ///     {
    ///         ["projectId"] = project.ProjectId,
    ///         ["price"] = project.Prices.Apply(prices =&gt; $"{prices?.WithTax} {prices?.CurrencyCode}"),
    ///     };
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// Review a cart before it is ordered.
    /// With <c>checkout: false</c> the update ends with a cart that has a price and contracts; with <c>checkout: true</c> the
    /// next one orders that cart.
    /// <code>
    /// using System.Collections.Generic;
    /// using Pulumi;
    /// using Pulumi.OvhOrder;
    ///
    /// return await Deployment.RunAsync(() =&gt;
    /// {
    ///     var project = new CloudProject("cloud-project", new()
    ///     {
    ///         Description = "Production",
    ///         OvhSubsidiary = "FR",
    ///         Checkout = false,
    ///     });
    ///
    ///     return new Dictionary&lt;string, object?&gt;
    ///     {
    ///         ["price"] = project.Prices.Apply(prices =&gt; prices?.WithTax),
    ///         ["contracts"] = project.Contracts,
    ///     };
    /// });
    /// </code>
    /// </example>
    /// <remarks>
    /// <para>A delivered project is imported by its id, an order that is on its way by its number, and a pending cart by its id:</para>
    /// <code>
    /// pulumi import ovh-order:index:CloudProject cloud-project 0123456789abcdef0123456789abcdef
    /// pulumi import ovh-order:index:CloudProject cloud-project order/123456789
    /// pulumi import ovh-order:index:CloudProject cloud-project cart/01234567-89ab-cdef-0123-456789abcdef
    /// </code>
    /// <para>How a project was paid for cannot be read back, so <c>payment</c>, <c>maxPrice</c>, <c>waitForDelivery</c> and
    /// <c>waiveRetractationPeriod</c> are never a difference after an import.</para>
    /// </remarks>
    [OvhOrderResourceTypeAttribute("ovh-order:index:CloudProject")]
    public partial class CloudProject : global::Pulumi.CustomResource
    {
        /// <summary>
        /// The project's name, 1 to 255 characters.
        /// </summary>
        [Output("description")]
        public Output<string> Description { get; private set; } = null!;

        /// <summary>
        /// The OVHcloud subsidiary to order from, such as <c>FR</c> or <c>CA</c>; it decides language, currency and tax. Defaults
        /// to the provider's <c>ovhSubsidiary</c>, else to the account's own.
        /// </summary>
        [Output("ovhSubsidiary")]
        public Output<string?> OvhSubsidiary { get; private set; } = null!;

        /// <summary>
        /// The plan to order. Defaults to <c>project.2018</c>, on the US site to <c>project</c>.
        /// </summary>
        [Output("planCode")]
        public Output<string?> PlanCode { get; private set; } = null!;

        /// <summary>
        /// The duration to order, ISO 8601 such as <c>P1M</c>. Defaults to that of the offer's renewal price.
        /// </summary>
        [Output("duration")]
        public Output<string?> Duration { get; private set; } = null!;

        /// <summary>
        /// The pricing mode to order. Defaults to <c>default</c> if that is offered, else to that of the price that supplies the
        /// duration.
        /// </summary>
        [Output("pricingMode")]
        public Output<string?> PricingMode { get; private set; } = null!;

        /// <summary>
        /// How many to order, at least 1. Defaults to <c>1</c>.
        /// </summary>
        [Output("quantity")]
        public Output<int?> Quantity { get; private set; } = null!;

        /// <summary>
        /// A voucher to order with.
        /// </summary>
        [Output("voucher")]
        public Output<string?> Voucher { get; private set; } = null!;

        /// <summary>
        /// Further configuration labels of the item, such as <c>vrack</c> or <c>infrastructure</c>. The labels <c>description</c>
        /// and <c>voucher</c> have inputs of their own and are refused here.
        /// </summary>
        [Output("configuration")]
        public Output<ImmutableDictionary<string, string>?> Configuration { get; private set; } = null!;

        private Output<ImmutableArray<Outputs.Option>> _options = null!;

        /// <summary>
        /// Options to order with the project.
        /// </summary>
        [Output("options")]
        public Output<ImmutableArray<Outputs.Option>> Options
        {
            get => _options;
            private set => _options = value.Apply(items => items.OrEmpty());
        }

        /// <summary>
        /// Whether the order is placed. <c>false</c> leaves a pending cart: priced, with its contracts, and not ordered. Defaults
        /// to <c>true</c>.
        /// </summary>
        [Output("checkout")]
        public Output<bool?> Checkout { get; private set; } = null!;

        /// <summary>
        /// How the order is paid: <c>automatic</c> uses the account's preferred payment method and settles a total of zero without
        /// one; <c>manual</c> leaves the order unpaid, and <c>orderUrl</c> is where to pay. Defaults to <c>automatic</c>.
        /// </summary>
        [Output("payment")]
        public Output<Pulumi.OvhOrder.Payment?> Payment { get; private set; } = null!;

        /// <summary>
        /// The registered payment method that pays, by its id (see <c>getPaymentMethods</c>). Defaults to the account's default
        /// payment method. Only used with <c>payment: automatic</c>.
        /// </summary>
        [Output("paymentMethodId")]
        public Output<double?> PaymentMethodId { get; private set; } = null!;

        /// <summary>
        /// Whether to waive the right to retract the order (the spelling is the API's). Sent at checkout, and never implied.
        /// Defaults to <c>false</c>.
        /// </summary>
        [Output("waiveRetractationPeriod")]
        public Output<bool?> WaiveRetractationPeriod { get; private set; } = null!;

        /// <summary>
        /// The highest total with tax, in the order's currency, that may be ordered. Compared in the preview and again just before
        /// checkout; a higher price orders nothing. No ceiling by default.
        /// </summary>
        [Output("maxPrice")]
        public Output<double?> MaxPrice { get; private set; } = null!;

        /// <summary>
        /// Whether to wait until the project is delivered. With <c>false</c> the update ends when the order is accepted. Defaults
        /// to <c>true</c>.
        /// </summary>
        [Output("waitForDelivery")]
        public Output<bool?> WaitForDelivery { get; private set; } = null!;

        /// <summary>
        /// How far the order has come.
        /// </summary>
        [Output("stage")]
        public Output<Pulumi.OvhOrder.Stage> Stage { get; private set; } = null!;

        /// <summary>
        /// The cart the order was made in.
        /// </summary>
        [Output("cartId")]
        public Output<string?> CartId { get; private set; } = null!;

        /// <summary>
        /// The project's item in that cart.
        /// </summary>
        [Output("itemId")]
        public Output<double?> ItemId { get; private set; } = null!;

        /// <summary>
        /// The ids of the item's configurations, by label.
        /// </summary>
        [Output("configurationIds")]
        public Output<ImmutableDictionary<string, double>?> ConfigurationIds { get; private set; } = null!;

        /// <summary>
        /// When the cart expires, as OVHcloud granted it (RFC 3339).
        /// </summary>
        [Output("cartExpirationDate")]
        public Output<string?> CartExpirationDate { get; private set; } = null!;

        /// <summary>
        /// The order's number.
        /// </summary>
        [Output("orderId")]
        public Output<double?> OrderId { get; private set; } = null!;

        /// <summary>
        /// The order's status in the API's own word, such as <c>notPaid</c>, <c>checking</c>, <c>delivering</c> or
        /// <c>delivered</c>.
        /// </summary>
        [Output("orderStatus")]
        public Output<string?> OrderStatus { get; private set; } = null!;

        /// <summary>
        /// Where the order can be seen and paid. Secret, because it carries an access token.
        /// </summary>
        [Output("orderUrl")]
        public Output<string?> OrderUrl { get; private set; } = null!;

        /// <summary>
        /// When the order was placed (RFC 3339).
        /// </summary>
        [Output("orderDate")]
        public Output<string?> OrderDate { get; private set; } = null!;

        /// <summary>
        /// When the order lapses if it is not paid (RFC 3339).
        /// </summary>
        [Output("orderExpirationDate")]
        public Output<string?> OrderExpirationDate { get; private set; } = null!;

        /// <summary>
        /// When a create adopted this cart or order from an interrupted run (RFC 3339). Absent when the resource's own create
        /// placed the order.
        /// </summary>
        [Output("adoptedAt")]
        public Output<string?> AdoptedAt { get; private set; } = null!;

        /// <summary>
        /// What the order costs; known in the preview.
        /// </summary>
        [Output("prices")]
        public Output<Outputs.Prices?> Prices { get; private set; } = null!;

        private Output<ImmutableArray<Outputs.OrderDetail>> _details = null!;

        /// <summary>
        /// The lines of the order; known in the preview.
        /// </summary>
        [Output("details")]
        public Output<ImmutableArray<Outputs.OrderDetail>> Details
        {
            get => _details;
            private set => _details = value.Apply(items => items.OrEmpty());
        }

        private Output<ImmutableArray<Outputs.Contract>> _contracts = null!;

        /// <summary>
        /// The contracts that the order accepts; known in the preview.
        /// </summary>
        [Output("contracts")]
        public Output<ImmutableArray<Outputs.Contract>> Contracts
        {
            get => _contracts;
            private set => _contracts = value.Apply(items => items.OrEmpty());
        }

        /// <summary>
        /// The Public Cloud project's id, 32 hex digits: what other resources take as their project or service name. Absent before
        /// delivery, so with <c>checkout: false</c> or <c>waitForDelivery: false</c>.
        /// </summary>
        [Output("projectId")]
        public Output<string?> ProjectId { get; private set; } = null!;

        /// <summary>
        /// The project's name as OVHcloud has it.
        /// </summary>
        [Output("projectName")]
        public Output<string?> ProjectName { get; private set; } = null!;

        /// <summary>
        /// The project's status in the API's own word, such as <c>creating</c>, <c>ok</c> or <c>suspended</c>.
        /// </summary>
        [Output("projectStatus")]
        public Output<string?> ProjectStatus { get; private set; } = null!;

        /// <summary>
        /// <c>full</c> or <c>restricted</c>.
        /// </summary>
        [Output("access")]
        public Output<string?> Access { get; private set; } = null!;

        /// <summary>
        /// When the project was created (RFC 3339).
        /// </summary>
        [Output("creationDate")]
        public Output<string?> CreationDate { get; private set; } = null!;

        private Output<ImmutableArray<Outputs.OptionOrder>> _optionOrders = null!;

        /// <summary>
        /// The orders of options that were added to the delivered project. Absent when there are none.
        /// </summary>
        [Output("optionOrders")]
        public Output<ImmutableArray<Outputs.OptionOrder>> OptionOrders
        {
            get => _optionOrders;
            private set => _optionOrders = value.Apply(items => items.OrEmpty());
        }

        /// <summary>
        /// Creates a <c>CloudProject</c> with a name that is unique in its stack.
        /// </summary>
        /// <param name="name">The resource's name in the stack.</param>
        /// <param name="args">The arguments to create it with.</param>
        /// <param name="options">Options that steer the resource's behaviour.</param>
        public CloudProject(string name, CloudProjectArgs args, CustomResourceOptions? options = null)
            : base("ovh-order:index:CloudProject", name, args ?? new CloudProjectArgs(), MakeResourceOptions(options, ""))
        {
        }

        private CloudProject(string name, Input<string> id, CloudProjectState? state = null, CustomResourceOptions? options = null)
            : base("ovh-order:index:CloudProject", name, state, MakeResourceOptions(options, id))
        {
        }

        private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
        {
            var defaultOptions = new CustomResourceOptions
            {
                Version = Utilities.Version,
                PluginDownloadURL = "github://api.github.com/pulumi-ovh-order/pulumi-ovh-order",
                AdditionalSecretOutputs =
                {
                    "voucher",
                    "orderUrl",
                },
            };
            var merged = CustomResourceOptions.Merge(defaultOptions, options);
            // The id of an existing resource, unless the program's options have one.
            merged.Id = id ?? merged.Id;
            return merged;
        }

        /// <summary>
        /// Looks up an existing <c>CloudProject</c> by its id, without managing it.
        /// </summary>
        /// <param name="name">The name it has in this stack.</param>
        /// <param name="id">The id of the existing resource.</param>
        /// <param name="state">What is known of it already.</param>
        /// <param name="options">Options that steer the resource's behaviour.</param>
        public static CloudProject Get(string name, Input<string> id, CloudProjectState? state = null, CustomResourceOptions? options = null)
        {
            return new CloudProject(name, id, state, options);
        }
    }

    /// <summary>
    /// What a <c>CloudProject</c> is made with.
    /// </summary>
    public sealed class CloudProjectArgs : global::Pulumi.ResourceArgs
    {
        /// <summary>
        /// The project's name, 1 to 255 characters. A change renames the project in place.
        /// </summary>
        [Input("description", required: true)]
        public Input<string> Description { get; set; } = null!;

        /// <summary>
        /// The OVHcloud subsidiary to order from, such as <c>FR</c> or <c>CA</c>; it decides language, currency and tax. Defaults
        /// to the provider's <c>ovhSubsidiary</c>, else to the account's own. A change makes a pending cart anew; once ordered it
        /// means a new order.
        /// </summary>
        [Input("ovhSubsidiary")]
        public Input<string>? OvhSubsidiary { get; set; }

        /// <summary>
        /// The plan to order. Defaults to <c>project.2018</c>, on the US site to <c>project</c>. A change rebuilds a pending cart's
        /// item; once ordered it means a new order.
        /// </summary>
        [Input("planCode")]
        public Input<string>? PlanCode { get; set; }

        /// <summary>
        /// The duration to order, ISO 8601 such as <c>P1M</c>. Defaults to that of the offer's renewal price. A change rebuilds a
        /// pending cart's item; once ordered it means a new order.
        /// </summary>
        [Input("duration")]
        public Input<string>? Duration { get; set; }

        /// <summary>
        /// The pricing mode to order. Defaults to <c>default</c> if that is offered, else to that of the price that supplies the
        /// duration. A change rebuilds a pending cart's item; once ordered it means a new order.
        /// </summary>
        [Input("pricingMode")]
        public Input<string>? PricingMode { get; set; }

        /// <summary>
        /// How many to order, at least 1. Defaults to <c>1</c>. A change rebuilds a pending cart's item; once ordered it means a
        /// new order.
        /// </summary>
        [Input("quantity")]
        public Input<int>? Quantity { get; set; }

        [Input("voucher")]
        private Input<string>? _voucher;

        /// <summary>
        /// A voucher to order with. A change updates a pending cart; on a delivered project the new voucher is credited to it;
        /// while an order is on its way a change is refused.
        /// </summary>
        public Input<string>? Voucher
        {
            get => _voucher;
            set
            {
                // Nothing but the mark of a secret goes with the value.
                var secret = Output.CreateSecret(0);
                _voucher = Output.Tuple<Input<string>?, int>(value, secret).Apply(pair => pair.Item1);
            }
        }

        [Input("configuration")]
        private InputMap<string>? _configuration;

        /// <summary>
        /// Further configuration labels of the item, such as <c>vrack</c> or <c>infrastructure</c>. The labels <c>description</c>
        /// and <c>voucher</c> have inputs of their own and are refused here. A change updates a pending cart; once ordered it means
        /// a new order.
        /// </summary>
        public InputMap<string> Configuration
        {
            get => _configuration ?? (_configuration = new InputMap<string>());
            set => _configuration = value;
        }

        [Input("options")]
        private InputList<Inputs.OptionArgs>? _options;

        /// <summary>
        /// Options to order with the project. A change rebuilds a pending cart's options. Adding an option to a delivered project
        /// orders it in place. Removing or changing one on a delivered project is refused, and so is any change while the project's
        /// order is under way.
        /// </summary>
        public InputList<Inputs.OptionArgs> Options
        {
            get => _options ?? (_options = new InputList<Inputs.OptionArgs>());
            set => _options = value;
        }

        /// <summary>
        /// Whether the order is placed. <c>false</c> leaves a pending cart: priced, with its contracts, and not ordered. Defaults
        /// to <c>true</c>. A change to <c>true</c> places the order; back to <c>false</c> is refused once ordered.
        /// </summary>
        [Input("checkout")]
        public Input<bool>? Checkout { get; set; }

        /// <summary>
        /// How the order is paid: <c>automatic</c> uses the account's preferred payment method and settles a total of zero without
        /// one; <c>manual</c> leaves the order unpaid, and <c>orderUrl</c> is where to pay. Defaults to <c>automatic</c>. A change
        /// to <c>automatic</c> pays an order that is not paid; a change to <c>manual</c> calls nothing.
        /// </summary>
        [Input("payment")]
        public Input<Pulumi.OvhOrder.Payment>? Payment { get; set; }

        /// <summary>
        /// The registered payment method that pays, by its id (see <c>getPaymentMethods</c>). Defaults to the account's default
        /// payment method. Only used with <c>payment: automatic</c>. A change holds for an order to come.
        /// </summary>
        [Input("paymentMethodId")]
        public Input<double>? PaymentMethodId { get; set; }

        /// <summary>
        /// Whether to waive the right to retract the order (the spelling is the API's). Sent at checkout, and never implied.
        /// Defaults to <c>false</c>. A change holds for an order to come.
        /// </summary>
        [Input("waiveRetractationPeriod")]
        public Input<bool>? WaiveRetractationPeriod { get; set; }

        /// <summary>
        /// The highest total with tax, in the order's currency, that may be ordered. Compared in the preview and again just before
        /// checkout; a higher price orders nothing. No ceiling by default. A change holds for an order to come.
        /// </summary>
        [Input("maxPrice")]
        public Input<double>? MaxPrice { get; set; }

        /// <summary>
        /// Whether to wait until the project is delivered. With <c>false</c> the update ends when the order is accepted. Defaults
        /// to <c>true</c>. A change to <c>true</c> waits for what is on its way; a change to <c>false</c> calls nothing.
        /// </summary>
        [Input("waitForDelivery")]
        public Input<bool>? WaitForDelivery { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public CloudProjectArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new CloudProjectArgs Empty => new CloudProjectArgs();
    }

    /// <summary>
    /// What is known of an existing <c>CloudProject</c>, to look it up with.
    /// </summary>
    public sealed class CloudProjectState : global::Pulumi.ResourceArgs
    {
        /// <summary>
        /// The project's name, 1 to 255 characters.
        /// </summary>
        [Input("description")]
        public Input<string>? Description { get; set; }

        /// <summary>
        /// The OVHcloud subsidiary to order from, such as <c>FR</c> or <c>CA</c>; it decides language, currency and tax. Defaults
        /// to the provider's <c>ovhSubsidiary</c>, else to the account's own.
        /// </summary>
        [Input("ovhSubsidiary")]
        public Input<string>? OvhSubsidiary { get; set; }

        /// <summary>
        /// The plan to order. Defaults to <c>project.2018</c>, on the US site to <c>project</c>.
        /// </summary>
        [Input("planCode")]
        public Input<string>? PlanCode { get; set; }

        /// <summary>
        /// The duration to order, ISO 8601 such as <c>P1M</c>. Defaults to that of the offer's renewal price.
        /// </summary>
        [Input("duration")]
        public Input<string>? Duration { get; set; }

        /// <summary>
        /// The pricing mode to order. Defaults to <c>default</c> if that is offered, else to that of the price that supplies the
        /// duration.
        /// </summary>
        [Input("pricingMode")]
        public Input<string>? PricingMode { get; set; }

        /// <summary>
        /// How many to order, at least 1. Defaults to <c>1</c>.
        /// </summary>
        [Input("quantity")]
        public Input<int>? Quantity { get; set; }

        [Input("voucher")]
        private Input<string>? _voucher;

        /// <summary>
        /// A voucher to order with.
        /// </summary>
        public Input<string>? Voucher
        {
            get => _voucher;
            set
            {
                // Nothing but the mark of a secret goes with the value.
                var secret = Output.CreateSecret(0);
                _voucher = Output.Tuple<Input<string>?, int>(value, secret).Apply(pair => pair.Item1);
            }
        }

        [Input("configuration")]
        private InputMap<string>? _configuration;

        /// <summary>
        /// Further configuration labels of the item, such as <c>vrack</c> or <c>infrastructure</c>. The labels <c>description</c>
        /// and <c>voucher</c> have inputs of their own and are refused here.
        /// </summary>
        public InputMap<string> Configuration
        {
            get => _configuration ?? (_configuration = new InputMap<string>());
            set => _configuration = value;
        }

        [Input("options")]
        private InputList<Inputs.OptionGetArgs>? _options;

        /// <summary>
        /// Options to order with the project.
        /// </summary>
        public InputList<Inputs.OptionGetArgs> Options
        {
            get => _options ?? (_options = new InputList<Inputs.OptionGetArgs>());
            set => _options = value;
        }

        /// <summary>
        /// Whether the order is placed. <c>false</c> leaves a pending cart: priced, with its contracts, and not ordered. Defaults
        /// to <c>true</c>.
        /// </summary>
        [Input("checkout")]
        public Input<bool>? Checkout { get; set; }

        /// <summary>
        /// How the order is paid: <c>automatic</c> uses the account's preferred payment method and settles a total of zero without
        /// one; <c>manual</c> leaves the order unpaid, and <c>orderUrl</c> is where to pay. Defaults to <c>automatic</c>.
        /// </summary>
        [Input("payment")]
        public Input<Pulumi.OvhOrder.Payment>? Payment { get; set; }

        /// <summary>
        /// The registered payment method that pays, by its id (see <c>getPaymentMethods</c>). Defaults to the account's default
        /// payment method. Only used with <c>payment: automatic</c>.
        /// </summary>
        [Input("paymentMethodId")]
        public Input<double>? PaymentMethodId { get; set; }

        /// <summary>
        /// Whether to waive the right to retract the order (the spelling is the API's). Sent at checkout, and never implied.
        /// Defaults to <c>false</c>.
        /// </summary>
        [Input("waiveRetractationPeriod")]
        public Input<bool>? WaiveRetractationPeriod { get; set; }

        /// <summary>
        /// The highest total with tax, in the order's currency, that may be ordered. Compared in the preview and again just before
        /// checkout; a higher price orders nothing. No ceiling by default.
        /// </summary>
        [Input("maxPrice")]
        public Input<double>? MaxPrice { get; set; }

        /// <summary>
        /// Whether to wait until the project is delivered. With <c>false</c> the update ends when the order is accepted. Defaults
        /// to <c>true</c>.
        /// </summary>
        [Input("waitForDelivery")]
        public Input<bool>? WaitForDelivery { get; set; }

        /// <summary>
        /// How far the order has come.
        /// </summary>
        [Input("stage")]
        public Input<Pulumi.OvhOrder.Stage>? Stage { get; set; }

        /// <summary>
        /// The cart the order was made in.
        /// </summary>
        [Input("cartId")]
        public Input<string>? CartId { get; set; }

        /// <summary>
        /// The project's item in that cart.
        /// </summary>
        [Input("itemId")]
        public Input<double>? ItemId { get; set; }

        [Input("configurationIds")]
        private InputMap<double>? _configurationIds;

        /// <summary>
        /// The ids of the item's configurations, by label.
        /// </summary>
        public InputMap<double> ConfigurationIds
        {
            get => _configurationIds ?? (_configurationIds = new InputMap<double>());
            set => _configurationIds = value;
        }

        /// <summary>
        /// When the cart expires, as OVHcloud granted it (RFC 3339).
        /// </summary>
        [Input("cartExpirationDate")]
        public Input<string>? CartExpirationDate { get; set; }

        /// <summary>
        /// The order's number.
        /// </summary>
        [Input("orderId")]
        public Input<double>? OrderId { get; set; }

        /// <summary>
        /// The order's status in the API's own word, such as <c>notPaid</c>, <c>checking</c>, <c>delivering</c> or
        /// <c>delivered</c>.
        /// </summary>
        [Input("orderStatus")]
        public Input<string>? OrderStatus { get; set; }

        [Input("orderUrl")]
        private Input<string>? _orderUrl;

        /// <summary>
        /// Where the order can be seen and paid. Secret, because it carries an access token.
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
        /// When the order lapses if it is not paid (RFC 3339).
        /// </summary>
        [Input("orderExpirationDate")]
        public Input<string>? OrderExpirationDate { get; set; }

        /// <summary>
        /// When a create adopted this cart or order from an interrupted run (RFC 3339). Absent when the resource's own create
        /// placed the order.
        /// </summary>
        [Input("adoptedAt")]
        public Input<string>? AdoptedAt { get; set; }

        /// <summary>
        /// What the order costs; known in the preview.
        /// </summary>
        [Input("prices")]
        public Input<Inputs.PricesGetArgs>? Prices { get; set; }

        [Input("details")]
        private InputList<Inputs.OrderDetailGetArgs>? _details;

        /// <summary>
        /// The lines of the order; known in the preview.
        /// </summary>
        public InputList<Inputs.OrderDetailGetArgs> Details
        {
            get => _details ?? (_details = new InputList<Inputs.OrderDetailGetArgs>());
            set => _details = value;
        }

        [Input("contracts")]
        private InputList<Inputs.ContractGetArgs>? _contracts;

        /// <summary>
        /// The contracts that the order accepts; known in the preview.
        /// </summary>
        public InputList<Inputs.ContractGetArgs> Contracts
        {
            get => _contracts ?? (_contracts = new InputList<Inputs.ContractGetArgs>());
            set => _contracts = value;
        }

        /// <summary>
        /// The Public Cloud project's id, 32 hex digits: what other resources take as their project or service name. Absent before
        /// delivery, so with <c>checkout: false</c> or <c>waitForDelivery: false</c>.
        /// </summary>
        [Input("projectId")]
        public Input<string>? ProjectId { get; set; }

        /// <summary>
        /// The project's name as OVHcloud has it.
        /// </summary>
        [Input("projectName")]
        public Input<string>? ProjectName { get; set; }

        /// <summary>
        /// The project's status in the API's own word, such as <c>creating</c>, <c>ok</c> or <c>suspended</c>.
        /// </summary>
        [Input("projectStatus")]
        public Input<string>? ProjectStatus { get; set; }

        /// <summary>
        /// <c>full</c> or <c>restricted</c>.
        /// </summary>
        [Input("access")]
        public Input<string>? Access { get; set; }

        /// <summary>
        /// When the project was created (RFC 3339).
        /// </summary>
        [Input("creationDate")]
        public Input<string>? CreationDate { get; set; }

        [Input("optionOrders")]
        private InputList<Inputs.OptionOrderGetArgs>? _optionOrders;

        /// <summary>
        /// The orders of options that were added to the delivered project. Absent when there are none.
        /// </summary>
        public InputList<Inputs.OptionOrderGetArgs> OptionOrders
        {
            get => _optionOrders ?? (_optionOrders = new InputList<Inputs.OptionOrderGetArgs>());
            set => _optionOrders = value;
        }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public CloudProjectState()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new CloudProjectState Empty => new CloudProjectState();
    }
}
