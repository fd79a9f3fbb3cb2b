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
        /// The OVHcloud site: <c>ovh-eu</c>, <c>ovh-ca</c>, <c>ovh-us</c>, <c>kimsufi-eu</c>, <c>kimsufi-ca</c>,
        /// <c>soyoustart-eu</c>, <c>soyoustart-ca</c>, or a full URL (https, or http on this machine only). Else
        /// <c>OVH_ENDPOINT</c> from the environment, or <c>endpoint</c> from <c>ovh.conf</c>. Defaults to <c>ovh-eu</c>.
        /// </summary>
        [Output("endpoint")]
        public Output<string?> Endpoint { get; private set; } = null!;

        /// <summary>
        /// The application's key. Else <c>OVH_APPLICATION_KEY</c> from the environment, or <c>application_key</c> from
        /// <c>ovh.conf</c>.
        /// </summary>
        [Output("applicationKey")]
        public Output<string?> ApplicationKey { get; private set; } = null!;

        /// <summary>
        /// The application's secret. Else <c>OVH_APPLICATION_SECRET</c> from the environment, or <c>application_secret</c> from
        /// <c>ovh.conf</c>.
        /// </summary>
        [Output("applicationSecret")]
        public Output<string?> ApplicationSecret { get; private set; } = null!;

        /// <summary>
        /// The consumer key that was granted to the application. Else <c>OVH_CONSUMER_KEY</c> from the environment, or
        /// <c>consumer_key</c> from <c>ovh.conf</c>.
        /// </summary>
        [Output("consumerKey")]
        public Output<string?> ConsumerKey { get; private set; } = null!;

        /// <summary>
        /// The id of an OAuth2 service account. Else <c>OVH_CLIENT_ID</c> from the environment, or <c>client_id</c> from
        /// <c>ovh.conf</c>.
        /// </summary>
        [Output("clientId")]
        public Output<string?> ClientId { get; private set; } = null!;

        /// <summary>
        /// The secret of the OAuth2 service account. Else <c>OVH_CLIENT_SECRET</c> from the environment, or <c>client_secret</c>
        /// from <c>ovh.conf</c>.
        /// </summary>
        [Output("clientSecret")]
        public Output<string?> ClientSecret { get; private set; } = null!;

        /// <summary>
        /// An access token that was obtained elsewhere. Else <c>OVH_ACCESS_TOKEN</c> from the environment, or <c>access_token</c>
        /// from <c>ovh.conf</c>.
        /// </summary>
        [Output("accessToken")]
        public Output<string?> AccessToken { get; private set; } = null!;

        /// <summary>
        /// The OVHcloud subsidiary that resources and functions order from, such as <c>FR</c>; without it, the account's own. Else
        /// <c>OVH_SUBSIDIARY</c> from the environment.
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
        /// The OVHcloud site: <c>ovh-eu</c>, <c>ovh-ca</c>, <c>ovh-us</c>, <c>kimsufi-eu</c>, <c>kimsufi-ca</c>,
        /// <c>soyoustart-eu</c>, <c>soyoustart-ca</c>, or a full URL (https, or http on this machine only). Else
        /// <c>OVH_ENDPOINT</c> from the environment, or <c>endpoint</c> from <c>ovh.conf</c>. Defaults to <c>ovh-eu</c>.
        /// </summary>
        [Input("endpoint")]
        public Input<string>? Endpoint { get; set; }

        /// <summary>
        /// The application's key. Else <c>OVH_APPLICATION_KEY</c> from the environment, or <c>application_key</c> from
        /// <c>ovh.conf</c>.
        /// </summary>
        [Input("applicationKey")]
        public Input<string>? ApplicationKey { get; set; }

        [Input("applicationSecret")]
        private Input<string>? _applicationSecret;

        /// <summary>
        /// The application's secret. Else <c>OVH_APPLICATION_SECRET</c> from the environment, or <c>application_secret</c> from
        /// <c>ovh.conf</c>.
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
        /// The consumer key that was granted to the application. Else <c>OVH_CONSUMER_KEY</c> from the environment, or
        /// <c>consumer_key</c> from <c>ovh.conf</c>.
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
        /// The id of an OAuth2 service account. Else <c>OVH_CLIENT_ID</c> from the environment, or <c>client_id</c> from
        /// <c>ovh.conf</c>.
        /// </summary>
        [Input("clientId")]
        public Input<string>? ClientId { get; set; }

        [Input("clientSecret")]
        private Input<string>? _clientSecret;

        /// <summary>
        /// The secret of the OAuth2 service account. Else <c>OVH_CLIENT_SECRET</c> from the environment, or <c>client_secret</c>
        /// from <c>ovh.conf</c>.
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
        /// An access token that was obtained elsewhere. Else <c>OVH_ACCESS_TOKEN</c> from the environment, or <c>access_token</c>
        /// from <c>ovh.conf</c>.
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
        /// The OVHcloud subsidiary that resources and functions order from, such as <c>FR</c>; without it, the account's own. Else
        /// <c>OVH_SUBSIDIARY</c> from the environment.
        /// </summary>
        [Input("ovhSubsidiary")]
        public Input<string>? OvhSubsidiary { get; set; }

        /// <summary>
        /// How often a call that failed in passing is repeated. Calls that order or pay are never repeated on a guess. Defaults to
        /// <c>4</c>.
        /// </summary>
        [Input("maxRetries", json: true)]
        public Input<int>? MaxRetries { get; set; }

        /// <summary>
        /// Seconds until an attempt of a call counts as lost. Defaults to <c>60</c>.
        /// </summary>
        [Input("requestTimeout", json: true)]
        public Input<int>? RequestTimeout { get; set; }

        /// <summary>
        /// Whether a preview asks OVHcloud for a quote, with a temporary cart. Defaults to <c>true</c>.
        /// </summary>
        [Input("previewQuote", json: true)]
        public Input<bool>? PreviewQuote { get; set; }

        /// <summary>
        /// Whether a preview looks for what would keep the order from succeeding: missing rights, eligibility, payment method.
        /// Defaults to <c>true</c>.
        /// </summary>
        [Input("preflight", json: true)]
        public Input<bool>? Preflight { get; set; }

        /// <summary>
        /// Whether a create looks for the cart or order that an earlier, interrupted run may have left. Defaults to <c>true</c>.
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
