// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder
{
    /// <summary>
    /// Lists the payment methods that are registered in the account. Needs credentials.
    /// </summary>
    public static class GetPaymentMethods
    {
        /// <summary>
        /// Lists the payment methods that are registered in the account. Needs credentials.
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
        ///     var payment = GetPaymentMethods.Invoke();
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["methods"] = payment.Apply(result =&gt; result.Methods.Select(method =&gt; method.Label).ToArray()),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Task<GetPaymentMethodsResult> InvokeAsync(GetPaymentMethodsArgs? args = null, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.InvokeAsync<GetPaymentMethodsResult>("ovh-order:index:getPaymentMethods", args ?? new GetPaymentMethodsArgs(), options.WithDefaults());

        /// <summary>
        /// Lists the payment methods that are registered in the account. Needs credentials.
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
        ///     var payment = GetPaymentMethods.Invoke();
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["methods"] = payment.Apply(result =&gt; result.Methods.Select(method =&gt; method.Label).ToArray()),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Output<GetPaymentMethodsResult> Invoke(GetPaymentMethodsInvokeArgs? args = null, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.Invoke<GetPaymentMethodsResult>("ovh-order:index:getPaymentMethods", args ?? new GetPaymentMethodsInvokeArgs(), options.WithDefaults());

        /// <summary>
        /// Lists the payment methods that are registered in the account. Needs credentials.
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
        ///     var payment = GetPaymentMethods.Invoke();
        ///
        ///     return new Dictionary&lt;string, object?&gt;
        ///     {
        ///         ["methods"] = payment.Apply(result =&gt; result.Methods.Select(method =&gt; method.Label).ToArray()),
        ///     };
        /// });
        /// </code>
        /// </example>
        public static Output<GetPaymentMethodsResult> Invoke(GetPaymentMethodsInvokeArgs args, InvokeOutputOptions options)
            => global::Pulumi.Deployment.Instance.Invoke<GetPaymentMethodsResult>("ovh-order:index:getPaymentMethods", args ?? new GetPaymentMethodsInvokeArgs(), options.WithDefaults());
    }

    /// <summary>
    /// What <c>GetPaymentMethods.InvokeAsync</c> asks for.
    /// </summary>
    public sealed class GetPaymentMethodsArgs : global::Pulumi.InvokeArgs
    {
        /// <summary>
        /// The status of the methods to list, such as <c>VALID</c>. All methods are listed by default.
        /// </summary>
        [Input("status")]
        public string? Status { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public GetPaymentMethodsArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new GetPaymentMethodsArgs Empty => new GetPaymentMethodsArgs();
    }

    /// <summary>
    /// What <c>GetPaymentMethods.Invoke</c> asks for.
    /// </summary>
    public sealed class GetPaymentMethodsInvokeArgs : global::Pulumi.InvokeArgs
    {
        /// <summary>
        /// The status of the methods to list, such as <c>VALID</c>. All methods are listed by default.
        /// </summary>
        [Input("status")]
        public Input<string>? Status { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public GetPaymentMethodsInvokeArgs()
        {
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new GetPaymentMethodsInvokeArgs Empty => new GetPaymentMethodsInvokeArgs();
    }

    /// <summary>
    /// What <c>getPaymentMethods</c> found.
    /// </summary>
    [OutputType]
    public sealed class GetPaymentMethodsResult
    {
        /// <summary>
        /// The payment methods.
        /// </summary>
        public readonly ImmutableArray<Outputs.PaymentMethod> Methods;

        [OutputConstructor]
        private GetPaymentMethodsResult(
            ImmutableArray<Outputs.PaymentMethod> methods)
        {
            Methods = methods.OrEmpty();
        }
    }
}
