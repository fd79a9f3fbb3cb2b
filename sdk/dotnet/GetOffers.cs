// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder
{
    /// <summary>
    /// Lists the Public Cloud plans that can be ordered, with their prices. Needs no credentials if <c>ovhSubsidiary</c> is
    /// set.
    /// </summary>
    public static class GetOffers
    {
        /// <summary>
        /// Lists the Public Cloud plans that can be ordered, with their prices. Needs no credentials if <c>ovhSubsidiary</c> is
        /// set.
        /// </summary>
        /// <example>
        /// <code>
        /// using System.Collections.Generic;
        /// using System.Linq;
        /// using Pulumi;
        /// using Pulumi.OvhOrder;
        ///
        /// return await Deployment.RunAsync(() =&gt;
        /// {
        ///     var offers = GetOffers.Invoke(new() { OvhSubsidiary = "FR" });
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["planCodes"] = offers.Apply(result =&gt; result.Offers.Select(offer =&gt; offer.PlanCode).ToArray()),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Task<GetOffersResult> InvokeAsync(GetOffersArgs? args = null, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.InvokeAsync<GetOffersResult>("ovh-order:index:getOffers", args ?? new GetOffersArgs(), options.WithDefaults());

        /// <summary>
        /// Lists the Public Cloud plans that can be ordered, with their prices. Needs no credentials if <c>ovhSubsidiary</c> is
        /// set.
        /// </summary>
        /// <example>
        /// <code>
        /// using System.Collections.Generic;
        /// using System.Linq;
        /// using Pulumi;
        /// using Pulumi.OvhOrder;
        ///
        /// return await Deployment.RunAsync(() =&gt;
        /// {
        ///     var offers = GetOffers.Invoke(new() { OvhSubsidiary = "FR" });
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["planCodes"] = offers.Apply(result =&gt; result.Offers.Select(offer =&gt; offer.PlanCode).ToArray()),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Output<GetOffersResult> Invoke(GetOffersInvokeArgs? args = null, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.Invoke<GetOffersResult>("ovh-order:index:getOffers", args ?? new GetOffersInvokeArgs(), options.WithDefaults());

        /// <summary>
        /// Lists the Public Cloud plans that can be ordered, with their prices. Needs no credentials if <c>ovhSubsidiary</c> is
        /// set.
        /// </summary>
        /// <example>
        /// <code>
        /// using System.Collections.Generic;
        /// using System.Linq;
        /// using Pulumi;
        /// using Pulumi.OvhOrder;
        ///
        /// return await Deployment.RunAsync(() =&gt;
        /// {
        ///     var offers = GetOffers.Invoke(new() { OvhSubsidiary = "FR" });
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["planCodes"] = offers.Apply(result =&gt; result.Offers.Select(offer =&gt; offer.PlanCode).ToArray()),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Output<GetOffersResult> Invoke(GetOffersInvokeArgs args, InvokeOutputOptions options)
            => global::Pulumi.Deployment.Instance.Invoke<GetOffersResult>("ovh-order:index:getOffers", args ?? new GetOffersInvokeArgs(), options.WithDefaults());
    }

    /// <summary>
    /// What <c>GetOffers.InvokeAsync</c> asks for.
    /// </summary>
    public sealed class GetOffersArgs : global::Pulumi.InvokeArgs
    {
        /// <summary>
        /// The OVHcloud subsidiary to order from, such as <c>FR</c> or <c>CA</c>. It determines language, currency and tax.
        /// Defaults to the provider's <c>ovhSubsidiary</c>, or to the account's own subsidiary if that is not set.
        /// </summary>
        [Input("ovhSubsidiary")]
        public string? OvhSubsidiary { get; set; }

        /// <summary>
        /// The plan to return. All plans are returned by default.
        /// </summary>
        [Input("planCode")]
        public string? PlanCode { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public GetOffersArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new GetOffersArgs Empty => new GetOffersArgs();
    }

    /// <summary>
    /// What <c>GetOffers.Invoke</c> asks for.
    /// </summary>
    public sealed class GetOffersInvokeArgs : global::Pulumi.InvokeArgs
    {
        /// <summary>
        /// The OVHcloud subsidiary to order from, such as <c>FR</c> or <c>CA</c>. It determines language, currency and tax.
        /// Defaults to the provider's <c>ovhSubsidiary</c>, or to the account's own subsidiary if that is not set.
        /// </summary>
        [Input("ovhSubsidiary")]
        public Input<string>? OvhSubsidiary { get; set; }

        /// <summary>
        /// The plan to return. All plans are returned by default.
        /// </summary>
        [Input("planCode")]
        public Input<string>? PlanCode { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public GetOffersInvokeArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new GetOffersInvokeArgs Empty => new GetOffersInvokeArgs();
    }

    /// <summary>
    /// What <c>getOffers</c> found.
    /// </summary>
    [OutputType]
    public sealed class GetOffersResult
    {
        /// <summary>
        /// The plans that can be ordered.
        /// </summary>
        public readonly ImmutableArray<Outputs.Offer> Offers;

        [OutputConstructor]
        private GetOffersResult(
            ImmutableArray<Outputs.Offer> offers)
        {
            Offers = offers.OrEmpty();
        }
    }
}
