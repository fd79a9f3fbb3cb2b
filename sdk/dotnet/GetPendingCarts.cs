// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder
{
    /// <summary>
    /// Lists the carts of the account that have not expired. A checked-out cart is among them until it expires. Needs
    /// credentials.
    /// </summary>
    public static class GetPendingCarts
    {
        /// <summary>
        /// Lists the carts of the account that have not expired. A checked-out cart is among them until it expires. Needs
        /// credentials.
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
        ///     var pending = GetPendingCarts.Invoke();
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["carts"] = pending.Apply(result =&gt; result.Carts.Select(cart =&gt; cart.CartId).ToArray()),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Task<GetPendingCartsResult> InvokeAsync(GetPendingCartsArgs? args = null, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.InvokeAsync<GetPendingCartsResult>("ovh-order:index:getPendingCarts", args ?? new GetPendingCartsArgs(), options.WithDefaults());

        /// <summary>
        /// Lists the carts of the account that have not expired. A checked-out cart is among them until it expires. Needs
        /// credentials.
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
        ///     var pending = GetPendingCarts.Invoke();
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["carts"] = pending.Apply(result =&gt; result.Carts.Select(cart =&gt; cart.CartId).ToArray()),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Output<GetPendingCartsResult> Invoke(GetPendingCartsInvokeArgs? args = null, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.Invoke<GetPendingCartsResult>("ovh-order:index:getPendingCarts", args ?? new GetPendingCartsInvokeArgs(), options.WithDefaults());

        /// <summary>
        /// Lists the carts of the account that have not expired. A checked-out cart is among them until it expires. Needs
        /// credentials.
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
        ///     var pending = GetPendingCarts.Invoke();
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["carts"] = pending.Apply(result =&gt; result.Carts.Select(cart =&gt; cart.CartId).ToArray()),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Output<GetPendingCartsResult> Invoke(GetPendingCartsInvokeArgs args, InvokeOutputOptions options)
            => global::Pulumi.Deployment.Instance.Invoke<GetPendingCartsResult>("ovh-order:index:getPendingCarts", args ?? new GetPendingCartsInvokeArgs(), options.WithDefaults());
    }

    /// <summary>
    /// What <c>GetPendingCarts.InvokeAsync</c> asks for.
    /// </summary>
    public sealed class GetPendingCartsArgs : global::Pulumi.InvokeArgs
    {
        /// <summary>
        /// The exact description of the carts to return. All carts are returned by default.
        /// </summary>
        [Input("description")]
        public string? Description { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public GetPendingCartsArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new GetPendingCartsArgs Empty => new GetPendingCartsArgs();
    }

    /// <summary>
    /// What <c>GetPendingCarts.Invoke</c> asks for.
    /// </summary>
    public sealed class GetPendingCartsInvokeArgs : global::Pulumi.InvokeArgs
    {
        /// <summary>
        /// The exact description of the carts to return. All carts are returned by default.
        /// </summary>
        [Input("description")]
        public Input<string>? Description { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public GetPendingCartsInvokeArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new GetPendingCartsInvokeArgs Empty => new GetPendingCartsInvokeArgs();
    }

    /// <summary>
    /// What <c>getPendingCarts</c> found.
    /// </summary>
    [OutputType]
    public sealed class GetPendingCartsResult
    {
        /// <summary>
        /// The carts that were found.
        /// </summary>
        public readonly ImmutableArray<Outputs.PendingCart> Carts;

        [OutputConstructor]
        private GetPendingCartsResult(
            ImmutableArray<Outputs.PendingCart> carts)
        {
            Carts = carts.OrEmpty();
        }
    }
}
