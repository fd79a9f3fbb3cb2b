// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder
{
    /// <summary>
    /// Reads an order of the account.
    /// </summary>
    public static class GetOrder
    {
        /// <summary>
        /// Reads an order of the account.
        /// </summary>
        /// <example>
        /// <code>
        /// using System.Collections.Generic;
        /// using Pulumi;
        /// using Pulumi.OvhOrder;
        ///
        /// return await Deployment.RunAsync(() =&gt;
        /// {
        ///     var order = GetOrder.Invoke(new() { OrderId = 123456789 });
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["status"] = order.Apply(result =&gt; result.Status),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Task<GetOrderResult> InvokeAsync(GetOrderArgs args, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.InvokeAsync<GetOrderResult>("ovh-order:index:getOrder", args ?? new GetOrderArgs(), options.WithDefaults());

        /// <summary>
        /// Reads an order of the account.
        /// </summary>
        /// <example>
        /// <code>
        /// using System.Collections.Generic;
        /// using Pulumi;
        /// using Pulumi.OvhOrder;
        ///
        /// return await Deployment.RunAsync(() =&gt;
        /// {
        ///     var order = GetOrder.Invoke(new() { OrderId = 123456789 });
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["status"] = order.Apply(result =&gt; result.Status),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Output<GetOrderResult> Invoke(GetOrderInvokeArgs args, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.Invoke<GetOrderResult>("ovh-order:index:getOrder", args ?? new GetOrderInvokeArgs(), options.WithDefaults());

        /// <summary>
        /// Reads an order of the account.
        /// </summary>
        /// <example>
        /// <code>
        /// using System.Collections.Generic;
        /// using Pulumi;
        /// using Pulumi.OvhOrder;
        ///
        /// return await Deployment.RunAsync(() =&gt;
        /// {
        ///     var order = GetOrder.Invoke(new() { OrderId = 123456789 });
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["status"] = order.Apply(result =&gt; result.Status),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Output<GetOrderResult> Invoke(GetOrderInvokeArgs args, InvokeOutputOptions options)
            => global::Pulumi.Deployment.Instance.Invoke<GetOrderResult>("ovh-order:index:getOrder", args ?? new GetOrderInvokeArgs(), options.WithDefaults());
    }

    /// <summary>
    /// What <c>GetOrder.InvokeAsync</c> asks for.
    /// </summary>
    public sealed class GetOrderArgs : global::Pulumi.InvokeArgs
    {
        /// <summary>
        /// The order number.
        /// </summary>
        [Input("orderId", required: true)]
        public double OrderId { get; set; }

        /// <summary>
        /// Whether the result contains the order's <c>url</c>. In most languages this makes the whole result secret, because the
        /// URL is secret. Defaults to <c>true</c>.
        /// </summary>
        [Input("includeUrl")]
        public bool? IncludeUrl { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public GetOrderArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new GetOrderArgs Empty => new GetOrderArgs();
    }

    /// <summary>
    /// What <c>GetOrder.Invoke</c> asks for.
    /// </summary>
    public sealed class GetOrderInvokeArgs : global::Pulumi.InvokeArgs
    {
        /// <summary>
        /// The order number.
        /// </summary>
        [Input("orderId", required: true)]
        public Input<double> OrderId { get; set; } = null!;

        /// <summary>
        /// Whether the result contains the order's <c>url</c>. In most languages this makes the whole result secret, because the
        /// URL is secret. Defaults to <c>true</c>.
        /// </summary>
        [Input("includeUrl")]
        public Input<bool>? IncludeUrl { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public GetOrderInvokeArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new GetOrderInvokeArgs Empty => new GetOrderInvokeArgs();
    }

    /// <summary>
    /// What <c>getOrder</c> found.
    /// </summary>
    [OutputType]
    public sealed class GetOrderResult
    {
        /// <summary>
        /// The order's status as the API returns it, such as <c>notPaid</c> or <c>delivered</c>.
        /// </summary>
        public readonly string Status;
        /// <summary>
        /// When the order was placed (RFC 3339).
        /// </summary>
        public readonly string? Date;
        /// <summary>
        /// When the order expires if it is not paid (RFC 3339).
        /// </summary>
        public readonly string? ExpirationDate;
        /// <summary>
        /// The URL at which the order can be viewed and paid, if <c>includeUrl</c> is true. It is secret because it contains an
        /// access token.
        /// </summary>
        public readonly string? Url;
        /// <summary>
        /// What the order costs.
        /// </summary>
        public readonly Outputs.Prices? Prices;
        /// <summary>
        /// The lines of the order.
        /// </summary>
        public readonly ImmutableArray<Outputs.OrderDetail> Details;
        /// <summary>
        /// The id of the delivered project. It is absent before delivery.
        /// </summary>
        public readonly string? ProjectId;

        [OutputConstructor]
        private GetOrderResult(
            string status,

            string? date,

            string? expirationDate,

            string? url,

            Outputs.Prices? prices,

            ImmutableArray<Outputs.OrderDetail> details,

            string? projectId)
        {
            Status = status;
            Date = date;
            ExpirationDate = expirationDate;
            Url = url;
            Prices = prices;
            Details = details.OrEmpty();
            ProjectId = projectId;
        }
    }
}
