// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder
{
    /// <summary>
    /// <para>An OVHcloud Public Cloud project. Creating it places an order through OVHcloud's order cart and waits for the delivery.
    /// <c>pulumi preview</c> asks OVHcloud for the price and shows <c>prices</c>, <c>details</c> and <c>contracts</c>. It
    /// places no order. <c>pulumi up</c> places the order, pays it according to <c>payment</c>, and waits until the project is
    /// delivered. If an update is interrupted, the next <c>pulumi up</c> resumes the same cart or order instead of ordering
    /// again. After a kill, run it within three days.</para>
    /// <para><b>Creating this resource costs money.</b> Set <c>maxPrice</c> to limit it, and <c>protect</c> the resource against
    /// deletion by mistake.</para>
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
    ///         // Above this total (incl. tax), nothing is ordered.
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
    /// With <c>checkout: false</c>, the update prepares and prices the cart; no order is placed. With <c>checkout: true</c>,
    /// the next update orders that cart.
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
    /// <para>Import a delivered project by its id or its URN, an order that is not delivered yet by its number, and a pending cart by
    /// its id:</para>
    /// <code>
    /// pulumi import ovh-order:index:CloudProject cloud-project 0123456789abcdef0123456789abcdef
    /// pulumi import ovh-order:index:CloudProject cloud-project urn:v1:eu:resource:publicCloudProject:0123456789abcdef0123456789abcdef
    /// pulumi import ovh-order:index:CloudProject cloud-project order/123456789
    /// pulumi import ovh-order:index:CloudProject cloud-project 123456789
    /// pulumi import ovh-order:index:CloudProject cloud-project cart/01234567-89ab-cdef-0123-456789abcdef
    /// </code>
    /// <para>OVHcloud does not return <c>payment</c>, <c>paymentMethodId</c>, <c>catalogName</c>, <c>maxPrice</c>,
    /// <c>waitForDelivery</c> and <c>waiveRetractationPeriod</c>. They never show a difference after an import.</para>
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
        /// The OVHcloud subsidiary to order from, such as <c>FR</c> or <c>CA</c>. It determines language, currency and tax.
        /// Defaults to the provider's <c>ovhSubsidiary</c>, or to the account's own subsidiary if that is not set.
        /// </summary>
        [Output("ovhSubsidiary")]
        public Output<string?> OvhSubsidiary { get; private set; } = null!;

        /// <summary>
        /// The plan to order. Defaults to <c>project.2018</c>, or to <c>project</c> on the US site.
        /// </summary>
        [Output("planCode")]
        public Output<string?> PlanCode { get; private set; } = null!;

        /// <summary>
        /// The duration to order, in ISO 8601, such as <c>P1M</c>. Defaults to the duration of the offer's renewal price.
        /// </summary>
        [Output("duration")]
        public Output<string?> Duration { get; private set; } = null!;

        /// <summary>
        /// The pricing mode to order. Defaults to <c>default</c> if it is offered, or to the pricing mode of the offer's renewal
        /// price.
        /// </summary>
        [Output("pricingMode")]
        public Output<string?> PricingMode { get; private set; } = null!;

        /// <summary>
        /// The number of units to order, at least 1. Defaults to <c>1</c>.
        /// </summary>
        [Output("quantity")]
        public Output<int?> Quantity { get; private set; } = null!;

        /// <summary>
        /// The catalog to order from, for accounts that have their own. Defaults to the public catalog.
        /// </summary>
        [Output("catalogName")]
        public Output<string?> CatalogName { get; private set; } = null!;

        /// <summary>
        /// A voucher code to order with.
        /// </summary>
        [Output("voucher")]
        public Output<string?> Voucher { get; private set; } = null!;

        /// <summary>
        /// Further configuration of the ordered item, by label, such as <c>vrack</c> or <c>infrastructure</c>. The labels
        /// <c>description</c> and <c>voucher</c> are refused here: use the inputs of the same name.
        /// </summary>
        [Output("configuration")]
        public Output<ImmutableDictionary<string, string>?> Configuration { get; private set; } = null!;

        private Output<ImmutableArray<Outputs.Option>> _options = null!;

        /// <summary>
        /// The options to order with the project.
        /// </summary>
        [Output("options")]
        public Output<ImmutableArray<Outputs.Option>> Options
        {
            get => _options;
            private set => _options = value.Apply(items => items.OrEmpty());
        }

        /// <summary>
        /// Whether the order is placed. <c>false</c> prepares and prices the cart; no order is placed. Defaults to <c>true</c>.
        /// </summary>
        [Output("checkout")]
        public Output<bool?> Checkout { get; private set; } = null!;

        /// <summary>
        /// How the order is paid. With <c>automatic</c>, the account's default payment method or <c>paymentMethodId</c> pays it;
        /// without <c>paymentMethodId</c>, a total of zero is paid from the account's fidelity account, if it has one. With
        /// <c>manual</c>, the order is placed and left unpaid, and you pay it at <c>orderUrl</c>. Defaults to <c>automatic</c>.
        /// </summary>
        [Output("payment")]
        public Output<Pulumi.OvhOrder.Payment?> Payment { get; private set; } = null!;

        /// <summary>
        /// The id of the registered payment method that pays the order (see <c>getPaymentMethods</c>). Used only with <c>payment:
        /// automatic</c>. Defaults to the account's default payment method.
        /// </summary>
        [Output("paymentMethodId")]
        public Output<double?> PaymentMethodId { get; private set; } = null!;

        /// <summary>
        /// Whether to waive the right of withdrawal from the order (the spelling is the API's). Sent at checkout only if it is
        /// <c>true</c>. Defaults to <c>false</c>.
        /// </summary>
        [Output("waiveRetractationPeriod")]
        public Output<bool?> WaiveRetractationPeriod { get; private set; } = null!;

        /// <summary>
        /// The highest total, including tax and in the order's currency, that may be ordered. Above this, nothing is ordered. The
        /// price is compared in the preview, just before checkout and before payment. The comparison is exact: nothing is rounded,
        /// and an order in <c>points</c> is compared in points. There is no limit by default. A value that is unknown when
        /// <c>pulumi up</c> creates or updates the resource is refused, because the order would have no limit.
        /// </summary>
        [Output("maxPrice")]
        public Output<double?> MaxPrice { get; private set; } = null!;

        /// <summary>
        /// Whether to wait until the project is delivered. With <c>false</c>, the update ends when the order is accepted. Defaults
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
        /// The id of the cart that the order was placed from.
        /// </summary>
        [Output("cartId")]
        public Output<string?> CartId { get; private set; } = null!;

        /// <summary>
        /// The id of the project's item in the cart.
        /// </summary>
        [Output("itemId")]
        public Output<double?> ItemId { get; private set; } = null!;

        /// <summary>
        /// The ids of the item's configuration entries, by label.
        /// </summary>
        [Output("configurationIds")]
        public Output<ImmutableDictionary<string, double>?> ConfigurationIds { get; private set; } = null!;

        /// <summary>
        /// When the cart expires, as granted by OVHcloud (RFC 3339). The provider asks for 7 days for a pending cart, and for 3
        /// days for a cart that is checked out. Until then, Pulumi refreshes the resource before each update.
        /// </summary>
        [Output("cartExpirationDate")]
        public Output<string?> CartExpirationDate { get; private set; } = null!;

        /// <summary>
        /// The order number.
        /// </summary>
        [Output("orderId")]
        public Output<double?> OrderId { get; private set; } = null!;

        /// <summary>
        /// The order's status as the API returns it, such as <c>notPaid</c>, <c>checking</c>, <c>delivering</c> or
        /// <c>delivered</c>.
        /// </summary>
        [Output("orderStatus")]
        public Output<string?> OrderStatus { get; private set; } = null!;

        /// <summary>
        /// The URL at which the order can be viewed and paid. It is secret because it contains an access token.
        /// </summary>
        [Output("orderUrl")]
        public Output<string?> OrderUrl { get; private set; } = null!;

        /// <summary>
        /// When the order was placed (RFC 3339).
        /// </summary>
        [Output("orderDate")]
        public Output<string?> OrderDate { get; private set; } = null!;

        /// <summary>
        /// When the order expires if it is not paid (RFC 3339).
        /// </summary>
        [Output("orderExpirationDate")]
        public Output<string?> OrderExpirationDate { get; private set; } = null!;

        /// <summary>
        /// When a create adopted this cart or order from an interrupted run (RFC 3339). It is absent if nothing was adopted.
        /// </summary>
        [Output("adoptedAt")]
        public Output<string?> AdoptedAt { get; private set; } = null!;

        /// <summary>
        /// What the order costs. Known in the preview.
        /// </summary>
        [Output("prices")]
        public Output<Outputs.Prices?> Prices { get; private set; } = null!;

        private Output<ImmutableArray<Outputs.OrderDetail>> _details = null!;

        /// <summary>
        /// The lines of the order. Known in the preview.
        /// </summary>
        [Output("details")]
        public Output<ImmutableArray<Outputs.OrderDetail>> Details
        {
            get => _details;
            private set => _details = value.Apply(items => items.OrEmpty());
        }

        private Output<ImmutableArray<Outputs.Contract>> _contracts = null!;

        /// <summary>
        /// The contracts that the order accepts. Known in the preview.
        /// </summary>
        [Output("contracts")]
        public Output<ImmutableArray<Outputs.Contract>> Contracts
        {
            get => _contracts;
            private set => _contracts = value.Apply(items => items.OrEmpty());
        }

        /// <summary>
        /// The id of the Public Cloud project, 32 hex digits. Other resources take it as their project or service name. It is
        /// absent before delivery, for example with <c>checkout: false</c> or <c>waitForDelivery: false</c>.
        /// </summary>
        [Output("projectId")]
        public Output<string?> ProjectId { get; private set; } = null!;

        /// <summary>
        /// The project's name at OVHcloud.
        /// </summary>
        [Output("projectName")]
        public Output<string?> ProjectName { get; private set; } = null!;

        /// <summary>
        /// The project's status as the API returns it, such as <c>creating</c>, <c>ok</c> or <c>suspended</c>.
        /// </summary>
        [Output("projectStatus")]
        public Output<string?> ProjectStatus { get; private set; } = null!;

        /// <summary>
        /// OVHcloud's URN of the project, such as <c>urn:v1:eu:resource:publicCloudProject:PROJECTID</c>, for IAM policies. Absent
        /// before delivery.
        /// </summary>
        [Output("projectUrn")]
        public Output<string?> ProjectUrn { get; private set; } = null!;

        /// <summary>
        /// The access that OVHcloud gives to the project: <c>full</c> or <c>restricted</c>.
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
        /// The project's name, 1 to 255 characters. Changing it renames the project in place.
        /// </summary>
        [Input("description", required: true)]
        public Input<string> Description { get; set; } = null!;

        /// <summary>
        /// The OVHcloud subsidiary to order from, such as <c>FR</c> or <c>CA</c>. It determines language, currency and tax.
        /// Defaults to the provider's <c>ovhSubsidiary</c>, or to the account's own subsidiary if that is not set. Changing it
        /// deletes a pending cart and creates another one. After checkout, changing it replaces the project: a new one is ordered
        /// and the old one is deleted.
        /// </summary>
        [Input("ovhSubsidiary")]
        public Input<string>? OvhSubsidiary { get; set; }

        /// <summary>
        /// The plan to order. Defaults to <c>project.2018</c>, or to <c>project</c> on the US site. Changing it rebuilds a pending
        /// cart. After checkout, changing it replaces the project: a new one is ordered and the old one is deleted.
        /// </summary>
        [Input("planCode")]
        public Input<string>? PlanCode { get; set; }

        /// <summary>
        /// The duration to order, in ISO 8601, such as <c>P1M</c>. Defaults to the duration of the offer's renewal price. Changing
        /// it rebuilds a pending cart. After checkout, changing it replaces the project: a new one is ordered and the old one is
        /// deleted.
        /// </summary>
        [Input("duration")]
        public Input<string>? Duration { get; set; }

        /// <summary>
        /// The pricing mode to order. Defaults to <c>default</c> if it is offered, or to the pricing mode of the offer's renewal
        /// price. Changing it rebuilds a pending cart. After checkout, changing it replaces the project: a new one is ordered and
        /// the old one is deleted.
        /// </summary>
        [Input("pricingMode")]
        public Input<string>? PricingMode { get; set; }

        /// <summary>
        /// The number of units to order, at least 1. Defaults to <c>1</c>. Changing it rebuilds a pending cart. After checkout,
        /// changing it replaces the project: a new one is ordered and the old one is deleted.
        /// </summary>
        [Input("quantity")]
        public Input<int>? Quantity { get; set; }

        /// <summary>
        /// The catalog to order from, for accounts that have their own. Defaults to the public catalog. Changing it rebuilds a
        /// pending cart. After checkout, changing it replaces the project: a new one is ordered and the old one is deleted.
        /// </summary>
        [Input("catalogName")]
        public Input<string>? CatalogName { get; set; }

        [Input("voucher")]
        private Input<string>? _voucher;

        /// <summary>
        /// A voucher code to order with. Changing it updates a pending cart. On a delivered project, the new voucher is credited to
        /// the project. Between checkout and delivery, a change is refused.
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
        /// Further configuration of the ordered item, by label, such as <c>vrack</c> or <c>infrastructure</c>. The labels
        /// <c>description</c> and <c>voucher</c> are refused here: use the inputs of the same name. Changing it updates a pending
        /// cart. After checkout, changing it replaces the project: a new one is ordered and the old one is deleted.
        /// </summary>
        public InputMap<string> Configuration
        {
            get => _configuration ?? (_configuration = new InputMap<string>());
            set => _configuration = value;
        }

        [Input("options")]
        private InputList<Inputs.OptionArgs>? _options;

        /// <summary>
        /// The options to order with the project. Changing it rebuilds a pending cart. Adding an option to a delivered project
        /// orders it in place. Removing or changing one on a delivered project is refused. While the project's order is not
        /// delivered yet, changing it is refused.
        /// </summary>
        public InputList<Inputs.OptionArgs> Options
        {
            get => _options ?? (_options = new InputList<Inputs.OptionArgs>());
            set => _options = value;
        }

        /// <summary>
        /// Whether the order is placed. <c>false</c> prepares and prices the cart; no order is placed. Defaults to <c>true</c>.
        /// Changing it to <c>true</c> places the order. After checkout, changing it to <c>false</c> is refused.
        /// </summary>
        [Input("checkout")]
        public Input<bool>? Checkout { get; set; }

        /// <summary>
        /// How the order is paid. With <c>automatic</c>, the account's default payment method or <c>paymentMethodId</c> pays it;
        /// without <c>paymentMethodId</c>, a total of zero is paid from the account's fidelity account, if it has one. With
        /// <c>manual</c>, the order is placed and left unpaid, and you pay it at <c>orderUrl</c>. Defaults to <c>automatic</c>.
        /// Changing it to <c>automatic</c> pays an unpaid order. Changing it to <c>manual</c> leaves an unpaid order unpaid.
        /// </summary>
        [Input("payment")]
        public Input<Pulumi.OvhOrder.Payment>? Payment { get; set; }

        /// <summary>
        /// The id of the registered payment method that pays the order (see <c>getPaymentMethods</c>). Used only with <c>payment:
        /// automatic</c>. Defaults to the account's default payment method. Changing it affects unpaid and future orders only.
        /// </summary>
        [Input("paymentMethodId")]
        public Input<double>? PaymentMethodId { get; set; }

        /// <summary>
        /// Whether to waive the right of withdrawal from the order (the spelling is the API's). Sent at checkout only if it is
        /// <c>true</c>. Defaults to <c>false</c>. Changing it affects future orders only.
        /// </summary>
        [Input("waiveRetractationPeriod")]
        public Input<bool>? WaiveRetractationPeriod { get; set; }

        /// <summary>
        /// The highest total, including tax and in the order's currency, that may be ordered. Above this, nothing is ordered. The
        /// price is compared in the preview, just before checkout and before payment. The comparison is exact: nothing is rounded,
        /// and an order in <c>points</c> is compared in points. There is no limit by default. A value that is unknown when
        /// <c>pulumi up</c> creates or updates the resource is refused, because the order would have no limit. Changing it affects
        /// unpaid and future orders only.
        /// </summary>
        [Input("maxPrice")]
        public Input<double>? MaxPrice { get; set; }

        /// <summary>
        /// Whether to wait until the project is delivered. With <c>false</c>, the update ends when the order is accepted. Defaults
        /// to <c>true</c>. Changing it to <c>true</c> waits for an order that is not delivered yet. Changing it to <c>false</c> has
        /// no effect on an existing order.
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
        /// The OVHcloud subsidiary to order from, such as <c>FR</c> or <c>CA</c>. It determines language, currency and tax.
        /// Defaults to the provider's <c>ovhSubsidiary</c>, or to the account's own subsidiary if that is not set.
        /// </summary>
        [Input("ovhSubsidiary")]
        public Input<string>? OvhSubsidiary { get; set; }

        /// <summary>
        /// The plan to order. Defaults to <c>project.2018</c>, or to <c>project</c> on the US site.
        /// </summary>
        [Input("planCode")]
        public Input<string>? PlanCode { get; set; }

        /// <summary>
        /// The duration to order, in ISO 8601, such as <c>P1M</c>. Defaults to the duration of the offer's renewal price.
        /// </summary>
        [Input("duration")]
        public Input<string>? Duration { get; set; }

        /// <summary>
        /// The pricing mode to order. Defaults to <c>default</c> if it is offered, or to the pricing mode of the offer's renewal
        /// price.
        /// </summary>
        [Input("pricingMode")]
        public Input<string>? PricingMode { get; set; }

        /// <summary>
        /// The number of units to order, at least 1. Defaults to <c>1</c>.
        /// </summary>
        [Input("quantity")]
        public Input<int>? Quantity { get; set; }

        /// <summary>
        /// The catalog to order from, for accounts that have their own. Defaults to the public catalog.
        /// </summary>
        [Input("catalogName")]
        public Input<string>? CatalogName { get; set; }

        [Input("voucher")]
        private Input<string>? _voucher;

        /// <summary>
        /// A voucher code to order with.
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
        /// Further configuration of the ordered item, by label, such as <c>vrack</c> or <c>infrastructure</c>. The labels
        /// <c>description</c> and <c>voucher</c> are refused here: use the inputs of the same name.
        /// </summary>
        public InputMap<string> Configuration
        {
            get => _configuration ?? (_configuration = new InputMap<string>());
            set => _configuration = value;
        }

        [Input("options")]
        private InputList<Inputs.OptionGetArgs>? _options;

        /// <summary>
        /// The options to order with the project.
        /// </summary>
        public InputList<Inputs.OptionGetArgs> Options
        {
            get => _options ?? (_options = new InputList<Inputs.OptionGetArgs>());
            set => _options = value;
        }

        /// <summary>
        /// Whether the order is placed. <c>false</c> prepares and prices the cart; no order is placed. Defaults to <c>true</c>.
        /// </summary>
        [Input("checkout")]
        public Input<bool>? Checkout { get; set; }

        /// <summary>
        /// How the order is paid. With <c>automatic</c>, the account's default payment method or <c>paymentMethodId</c> pays it;
        /// without <c>paymentMethodId</c>, a total of zero is paid from the account's fidelity account, if it has one. With
        /// <c>manual</c>, the order is placed and left unpaid, and you pay it at <c>orderUrl</c>. Defaults to <c>automatic</c>.
        /// </summary>
        [Input("payment")]
        public Input<Pulumi.OvhOrder.Payment>? Payment { get; set; }

        /// <summary>
        /// The id of the registered payment method that pays the order (see <c>getPaymentMethods</c>). Used only with <c>payment:
        /// automatic</c>. Defaults to the account's default payment method.
        /// </summary>
        [Input("paymentMethodId")]
        public Input<double>? PaymentMethodId { get; set; }

        /// <summary>
        /// Whether to waive the right of withdrawal from the order (the spelling is the API's). Sent at checkout only if it is
        /// <c>true</c>. Defaults to <c>false</c>.
        /// </summary>
        [Input("waiveRetractationPeriod")]
        public Input<bool>? WaiveRetractationPeriod { get; set; }

        /// <summary>
        /// The highest total, including tax and in the order's currency, that may be ordered. Above this, nothing is ordered. The
        /// price is compared in the preview, just before checkout and before payment. The comparison is exact: nothing is rounded,
        /// and an order in <c>points</c> is compared in points. There is no limit by default. A value that is unknown when
        /// <c>pulumi up</c> creates or updates the resource is refused, because the order would have no limit.
        /// </summary>
        [Input("maxPrice")]
        public Input<double>? MaxPrice { get; set; }

        /// <summary>
        /// Whether to wait until the project is delivered. With <c>false</c>, the update ends when the order is accepted. Defaults
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
        /// The id of the cart that the order was placed from.
        /// </summary>
        [Input("cartId")]
        public Input<string>? CartId { get; set; }

        /// <summary>
        /// The id of the project's item in the cart.
        /// </summary>
        [Input("itemId")]
        public Input<double>? ItemId { get; set; }

        [Input("configurationIds")]
        private InputMap<double>? _configurationIds;

        /// <summary>
        /// The ids of the item's configuration entries, by label.
        /// </summary>
        public InputMap<double> ConfigurationIds
        {
            get => _configurationIds ?? (_configurationIds = new InputMap<double>());
            set => _configurationIds = value;
        }

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

        [Input("details")]
        private InputList<Inputs.OrderDetailGetArgs>? _details;

        /// <summary>
        /// The lines of the order. Known in the preview.
        /// </summary>
        public InputList<Inputs.OrderDetailGetArgs> Details
        {
            get => _details ?? (_details = new InputList<Inputs.OrderDetailGetArgs>());
            set => _details = value;
        }

        [Input("contracts")]
        private InputList<Inputs.ContractGetArgs>? _contracts;

        /// <summary>
        /// The contracts that the order accepts. Known in the preview.
        /// </summary>
        public InputList<Inputs.ContractGetArgs> Contracts
        {
            get => _contracts ?? (_contracts = new InputList<Inputs.ContractGetArgs>());
            set => _contracts = value;
        }

        /// <summary>
        /// The id of the Public Cloud project, 32 hex digits. Other resources take it as their project or service name. It is
        /// absent before delivery, for example with <c>checkout: false</c> or <c>waitForDelivery: false</c>.
        /// </summary>
        [Input("projectId")]
        public Input<string>? ProjectId { get; set; }

        /// <summary>
        /// The project's name at OVHcloud.
        /// </summary>
        [Input("projectName")]
        public Input<string>? ProjectName { get; set; }

        /// <summary>
        /// The project's status as the API returns it, such as <c>creating</c>, <c>ok</c> or <c>suspended</c>.
        /// </summary>
        [Input("projectStatus")]
        public Input<string>? ProjectStatus { get; set; }

        /// <summary>
        /// OVHcloud's URN of the project, such as <c>urn:v1:eu:resource:publicCloudProject:PROJECTID</c>, for IAM policies. Absent
        /// before delivery.
        /// </summary>
        [Input("projectUrn")]
        public Input<string>? ProjectUrn { get; set; }

        /// <summary>
        /// The access that OVHcloud gives to the project: <c>full</c> or <c>restricted</c>.
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
