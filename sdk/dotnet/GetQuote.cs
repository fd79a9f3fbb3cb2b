// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder
{
    /// <summary>
    /// Asks OVHcloud what a Public Cloud project would cost. No order is placed. Needs no credentials if <c>ovhSubsidiary</c>
    /// is set.
    /// </summary>
    public static class GetQuote
    {
        /// <summary>
        /// Asks OVHcloud what a Public Cloud project would cost. No order is placed. Needs no credentials if <c>ovhSubsidiary</c>
        /// is set.
        /// </summary>
        /// <example>
        /// <code>
        /// using System.Collections.Generic;
        /// using Pulumi;
        /// using Pulumi.OvhOrder;
        ///
        /// return await Deployment.RunAsync(() =&gt;
        /// {
        ///     var quote = GetQuote.Invoke(new()
        ///     {
        ///         OvhSubsidiary = "FR",
        ///         PlanCode = "project.2018",
        ///     });
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["price"] = quote.Apply(result =&gt; $"{result.Prices.WithTax} {result.Prices.CurrencyCode}"),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Task<GetQuoteResult> InvokeAsync(GetQuoteArgs? args = null, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.InvokeAsync<GetQuoteResult>("ovh-order:index:getQuote", args ?? new GetQuoteArgs(), options.WithDefaults());

        /// <summary>
        /// Asks OVHcloud what a Public Cloud project would cost. No order is placed. Needs no credentials if <c>ovhSubsidiary</c>
        /// is set.
        /// </summary>
        /// <example>
        /// <code>
        /// using System.Collections.Generic;
        /// using Pulumi;
        /// using Pulumi.OvhOrder;
        ///
        /// return await Deployment.RunAsync(() =&gt;
        /// {
        ///     var quote = GetQuote.Invoke(new()
        ///     {
        ///         OvhSubsidiary = "FR",
        ///         PlanCode = "project.2018",
        ///     });
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["price"] = quote.Apply(result =&gt; $"{result.Prices.WithTax} {result.Prices.CurrencyCode}"),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Output<GetQuoteResult> Invoke(GetQuoteInvokeArgs? args = null, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.Invoke<GetQuoteResult>("ovh-order:index:getQuote", args ?? new GetQuoteInvokeArgs(), options.WithDefaults());

        /// <summary>
        /// Asks OVHcloud what a Public Cloud project would cost. No order is placed. Needs no credentials if <c>ovhSubsidiary</c>
        /// is set.
        /// </summary>
        /// <example>
        /// <code>
        /// using System.Collections.Generic;
        /// using Pulumi;
        /// using Pulumi.OvhOrder;
        ///
        /// return await Deployment.RunAsync(() =&gt;
        /// {
        ///     var quote = GetQuote.Invoke(new()
        ///     {
        ///         OvhSubsidiary = "FR",
        ///         PlanCode = "project.2018",
        ///     });
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["price"] = quote.Apply(result =&gt; $"{result.Prices.WithTax} {result.Prices.CurrencyCode}"),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Output<GetQuoteResult> Invoke(GetQuoteInvokeArgs args, InvokeOutputOptions options)
            => global::Pulumi.Deployment.Instance.Invoke<GetQuoteResult>("ovh-order:index:getQuote", args ?? new GetQuoteInvokeArgs(), options.WithDefaults());
    }

    /// <summary>
    /// What <c>GetQuote.InvokeAsync</c> asks for.
    /// </summary>
    public sealed class GetQuoteArgs : global::Pulumi.InvokeArgs
    {
        /// <summary>
        /// The project's name, 1 to 255 characters.
        /// </summary>
        [Input("description")]
        public string? Description { get; set; }

        /// <summary>
        /// The OVHcloud subsidiary to order from, such as <c>FR</c> or <c>CA</c>. It determines language, currency and tax.
        /// Defaults to the provider's <c>ovhSubsidiary</c>, or to the account's own subsidiary if that is not set.
        /// </summary>
        [Input("ovhSubsidiary")]
        public string? OvhSubsidiary { get; set; }

        /// <summary>
        /// The plan to order. Defaults to <c>project.2018</c>, or to <c>project</c> on the US site.
        /// </summary>
        [Input("planCode")]
        public string? PlanCode { get; set; }

        /// <summary>
        /// The duration to order, in ISO 8601, such as <c>P1M</c>. Defaults to the duration of the offer's renewal price.
        /// </summary>
        [Input("duration")]
        public string? Duration { get; set; }

        /// <summary>
        /// The pricing mode to order. Defaults to <c>default</c> if it is offered, or to the pricing mode of the offer's renewal
        /// price.
        /// </summary>
        [Input("pricingMode")]
        public string? PricingMode { get; set; }

        /// <summary>
        /// The number of units to order, at least 1. Defaults to <c>1</c>.
        /// </summary>
        [Input("quantity")]
        public int? Quantity { get; set; }

        /// <summary>
        /// The catalog to order from, for accounts that have their own. Defaults to the public catalog.
        /// </summary>
        [Input("catalogName")]
        public string? CatalogName { get; set; }

        /// <summary>
        /// A voucher code to order with.
        /// </summary>
        [Input("voucher")]
        public string? Voucher { get; set; }

        [Input("configuration")]
        private Dictionary<string, string>? _configuration;

        /// <summary>
        /// Further configuration of the ordered item, by label, such as <c>vrack</c> or <c>infrastructure</c>. The labels
        /// <c>description</c> and <c>voucher</c> are refused here: use the inputs of the same name.
        /// </summary>
        public Dictionary<string, string> Configuration
        {
            get => _configuration ?? (_configuration = new Dictionary<string, string>());
            set => _configuration = value;
        }

        [Input("options")]
        private List<Inputs.Option>? _options;

        /// <summary>
        /// The options to order with the project.
        /// </summary>
        public List<Inputs.Option> Options
        {
            get => _options ?? (_options = new List<Inputs.Option>());
            set => _options = value;
        }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public GetQuoteArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new GetQuoteArgs Empty => new GetQuoteArgs();
    }

    /// <summary>
    /// What <c>GetQuote.Invoke</c> asks for.
    /// </summary>
    public sealed class GetQuoteInvokeArgs : global::Pulumi.InvokeArgs
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
        private InputList<Inputs.OptionArgs>? _options;

        /// <summary>
        /// The options to order with the project.
        /// </summary>
        public InputList<Inputs.OptionArgs> Options
        {
            get => _options ?? (_options = new InputList<Inputs.OptionArgs>());
            set => _options = value;
        }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public GetQuoteInvokeArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new GetQuoteInvokeArgs Empty => new GetQuoteInvokeArgs();
    }

    /// <summary>
    /// What <c>getQuote</c> found.
    /// </summary>
    [OutputType]
    public sealed class GetQuoteResult
    {
        /// <summary>
        /// What the order costs.
        /// </summary>
        public readonly Outputs.Prices Prices;
        /// <summary>
        /// The lines of the order.
        /// </summary>
        public readonly ImmutableArray<Outputs.OrderDetail> Details;
        /// <summary>
        /// The contracts that the order accepts.
        /// </summary>
        public readonly ImmutableArray<Outputs.Contract> Contracts;
        /// <summary>
        /// The duration that would be ordered, in ISO 8601.
        /// </summary>
        public readonly string Duration;
        /// <summary>
        /// The pricing mode that would be ordered.
        /// </summary>
        public readonly string PricingMode;

        [OutputConstructor]
        private GetQuoteResult(
            Outputs.Prices prices,

            ImmutableArray<Outputs.OrderDetail> details,

            ImmutableArray<Outputs.Contract> contracts,

            string duration,

            string pricingMode)
        {
            Prices = prices;
            Details = details.OrEmpty();
            Contracts = contracts.OrEmpty();
            Duration = duration;
            PricingMode = pricingMode;
        }
    }
}
