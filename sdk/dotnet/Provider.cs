// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.OvhOrder
{
    /// <summary>
    /// An explicit provider of the package <c>ovh-order</c>: resources that name it use its configuration instead of the
    /// stack's.
    /// </summary>
    [OvhOrderResourceTypeAttribute("pulumi:providers:ovh-order")]
    public partial class Provider : global::Pulumi.ProviderResource
    {
        /// <summary>
        /// The OVHcloud API endpoint: <c>ovh-eu</c>, <c>ovh-ca</c>, <c>ovh-us</c>, <c>kimsufi-eu</c>, <c>kimsufi-ca</c>,
        /// <c>soyoustart-eu</c>, <c>soyoustart-ca</c>, or the URL of version 1 of the API (https; http only on this machine). Can
        /// also be set with the <c>OVH_ENDPOINT</c> environment variable, or as <c>endpoint</c> in <c>ovh.conf</c>. Defaults to
        /// <c>ovh-eu</c>.
        /// </summary>
        [Output("endpoint")]
        public Output<string?> Endpoint { get; private set; } = null!;

        /// <summary>
        /// The application key. Can also be set with the <c>OVH_APPLICATION_KEY</c> environment variable, or as
        /// <c>application_key</c> in <c>ovh.conf</c>.
        /// </summary>
        [Output("applicationKey")]
        public Output<string?> ApplicationKey { get; private set; } = null!;

        /// <summary>
        /// The application secret. Can also be set with the <c>OVH_APPLICATION_SECRET</c> environment variable, or as
        /// <c>application_secret</c> in <c>ovh.conf</c>.
        /// </summary>
        [Output("applicationSecret")]
        public Output<string?> ApplicationSecret { get; private set; } = null!;

        /// <summary>
        /// The consumer key of the application. Can also be set with the <c>OVH_CONSUMER_KEY</c> environment variable, or as
        /// <c>consumer_key</c> in <c>ovh.conf</c>.
        /// </summary>
        [Output("consumerKey")]
        public Output<string?> ConsumerKey { get; private set; } = null!;

        /// <summary>
        /// The client id of an OAuth2 service account. Can also be set with the <c>OVH_CLIENT_ID</c> environment variable, or as
        /// <c>client_id</c> in <c>ovh.conf</c>.
        /// </summary>
        [Output("clientId")]
        public Output<string?> ClientId { get; private set; } = null!;

        /// <summary>
        /// The client secret of the OAuth2 service account. Can also be set with the <c>OVH_CLIENT_SECRET</c> environment variable,
        /// or as <c>client_secret</c> in <c>ovh.conf</c>.
        /// </summary>
        [Output("clientSecret")]
        public Output<string?> ClientSecret { get; private set; } = null!;

        /// <summary>
        /// An access token that you obtained elsewhere. It is not renewed. Can also be set with the <c>OVH_ACCESS_TOKEN</c>
        /// environment variable, or as <c>access_token</c> in <c>ovh.conf</c>.
        /// </summary>
        [Output("accessToken")]
        public Output<string?> AccessToken { get; private set; } = null!;

        /// <summary>
        /// The OVHcloud subsidiary to order from, such as <c>FR</c>. A resource's own <c>ovhSubsidiary</c> takes precedence.
        /// Defaults to the account's own subsidiary. Can also be set with the <c>OVH_SUBSIDIARY</c> environment variable.
        /// </summary>
        [Output("ovhSubsidiary")]
        public Output<string?> OvhSubsidiary { get; private set; } = null!;

        /// <summary>
        /// Creates a provider with a name that is unique in its stack.
        /// </summary>
        /// <param name="name">The provider's name in the stack.</param>
        /// <param name="args">Its configuration.</param>
        /// <param name="options">Options that steer its behaviour.</param>
        public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
            : base("ovh-order", name, args ?? new ProviderArgs(), MakeResourceOptions(options, ""))
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
                    "applicationSecret",
                    "consumerKey",
                    "clientSecret",
                    "accessToken",
                },
            };
            var merged = CustomResourceOptions.Merge(defaultOptions, options);
            merged.Id = id ?? merged.Id;
            return merged;
        }
    }

    /// <summary>
    /// What a <c>Provider</c> is configured with.
    /// </summary>
    public sealed class ProviderArgs : global::Pulumi.ResourceArgs
    {
        /// <summary>
        /// The OVHcloud API endpoint: <c>ovh-eu</c>, <c>ovh-ca</c>, <c>ovh-us</c>, <c>kimsufi-eu</c>, <c>kimsufi-ca</c>,
        /// <c>soyoustart-eu</c>, <c>soyoustart-ca</c>, or the URL of version 1 of the API (https; http only on this machine). Can
        /// also be set with the <c>OVH_ENDPOINT</c> environment variable, or as <c>endpoint</c> in <c>ovh.conf</c>. Defaults to
        /// <c>ovh-eu</c>.
        /// </summary>
        [Input("endpoint")]
        public Input<string>? Endpoint { get; set; }

        /// <summary>
        /// The application key. Can also be set with the <c>OVH_APPLICATION_KEY</c> environment variable, or as
        /// <c>application_key</c> in <c>ovh.conf</c>.
        /// </summary>
        [Input("applicationKey")]
        public Input<string>? ApplicationKey { get; set; }

        [Input("applicationSecret")]
        private Input<string>? _applicationSecret;

        /// <summary>
        /// The application secret. Can also be set with the <c>OVH_APPLICATION_SECRET</c> environment variable, or as
        /// <c>application_secret</c> in <c>ovh.conf</c>.
        /// </summary>
        public Input<string>? ApplicationSecret
        {
            get => _applicationSecret;
            set
            {
                // Nothing but the mark of a secret goes with the value.
                var secret = Output.CreateSecret(0);
                _applicationSecret = Output.Tuple<Input<string>?, int>(value, secret).Apply(pair => pair.Item1);
            }
        }

        [Input("consumerKey")]
        private Input<string>? _consumerKey;

        /// <summary>
        /// The consumer key of the application. Can also be set with the <c>OVH_CONSUMER_KEY</c> environment variable, or as
        /// <c>consumer_key</c> in <c>ovh.conf</c>.
        /// </summary>
        public Input<string>? ConsumerKey
        {
            get => _consumerKey;
            set
            {
                // Nothing but the mark of a secret goes with the value.
                var secret = Output.CreateSecret(0);
                _consumerKey = Output.Tuple<Input<string>?, int>(value, secret).Apply(pair => pair.Item1);
            }
        }

        /// <summary>
        /// The client id of an OAuth2 service account. Can also be set with the <c>OVH_CLIENT_ID</c> environment variable, or as
        /// <c>client_id</c> in <c>ovh.conf</c>.
        /// </summary>
        [Input("clientId")]
        public Input<string>? ClientId { get; set; }

        [Input("clientSecret")]
        private Input<string>? _clientSecret;

        /// <summary>
        /// The client secret of the OAuth2 service account. Can also be set with the <c>OVH_CLIENT_SECRET</c> environment variable,
        /// or as <c>client_secret</c> in <c>ovh.conf</c>.
        /// </summary>
        public Input<string>? ClientSecret
        {
            get => _clientSecret;
            set
            {
                // Nothing but the mark of a secret goes with the value.
                var secret = Output.CreateSecret(0);
                _clientSecret = Output.Tuple<Input<string>?, int>(value, secret).Apply(pair => pair.Item1);
            }
        }

        [Input("accessToken")]
        private Input<string>? _accessToken;

        /// <summary>
        /// An access token that you obtained elsewhere. It is not renewed. Can also be set with the <c>OVH_ACCESS_TOKEN</c>
        /// environment variable, or as <c>access_token</c> in <c>ovh.conf</c>.
        /// </summary>
        public Input<string>? AccessToken
        {
            get => _accessToken;
            set
            {
                // Nothing but the mark of a secret goes with the value.
                var secret = Output.CreateSecret(0);
                _accessToken = Output.Tuple<Input<string>?, int>(value, secret).Apply(pair => pair.Item1);
            }
        }

        /// <summary>
        /// The OVHcloud subsidiary to order from, such as <c>FR</c>. A resource's own <c>ovhSubsidiary</c> takes precedence.
        /// Defaults to the account's own subsidiary. Can also be set with the <c>OVH_SUBSIDIARY</c> environment variable.
        /// </summary>
        [Input("ovhSubsidiary")]
        public Input<string>? OvhSubsidiary { get; set; }

        /// <summary>
        /// How many times a request is retried after a transient failure. A request that orders or pays is not retried unless it
        /// certainly had no effect. Defaults to <c>4</c>.
        /// </summary>
        [Input("maxRetries", json: true)]
        public Input<int>? MaxRetries { get; set; }

        /// <summary>
        /// Timeout of one request, in seconds. A request that must not be sent twice, such as one that orders or pays, waits at
        /// least 60 seconds. Defaults to <c>60</c>.
        /// </summary>
        [Input("requestTimeout", json: true)]
        public Input<int>? RequestTimeout { get; set; }

        /// <summary>
        /// Whether a preview asks OVHcloud for the price. It uses a temporary cart. Defaults to <c>true</c>.
        /// </summary>
        [Input("previewQuote", json: true)]
        public Input<bool>? PreviewQuote { get; set; }

        /// <summary>
        /// Whether a preview checks what the order needs: the rights of the credentials, the account's eligibility and its payment
        /// method. Defaults to <c>true</c>.
        /// </summary>
        [Input("preflight", json: true)]
        public Input<bool>? Preflight { get; set; }

        /// <summary>
        /// Whether a create looks for a cart or an order that an interrupted run of the same resource left, and adopts it. Defaults
        /// to <c>true</c>.
        /// </summary>
        [Input("adoptEarlierOrders", json: true)]
        public Input<bool>? AdoptEarlierOrders { get; set; }

        /// <summary>
        /// Without any value set.
        /// </summary>
        public ProviderArgs()
        {
            if (Utilities.GetEnv("OVH_ENDPOINT") is { } endpoint)
            {
                Endpoint = endpoint;
            }
            if (Utilities.GetEnv("OVH_SUBSIDIARY") is { } ovhSubsidiary)
            {
                OvhSubsidiary = ovhSubsidiary;
            }
        }

        /// <summary>
        /// No values at all.
        /// </summary>
        public static new ProviderArgs Empty => new ProviderArgs();
    }
}
