// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System.Collections.Immutable;

namespace Pulumi.OvhOrder
{
    /// <summary>
    /// The stack's configuration of the package <c>ovh-order</c>.
    /// </summary>
    public static class Config
    {
        private static readonly global::Pulumi.Config __config = new global::Pulumi.Config("ovh-order");

        private sealed class __Value<T>
        {
            private readonly System.Func<T> _getter;
            private T _value = default!;
            private bool _set;

            public __Value(System.Func<T> getter)
            {
                _getter = getter;
            }

            public T Get() => _set ? _value : _getter();

            public void Set(T value)
            {
                _value = value;
                _set = true;
            }
        }

        private static readonly __Value<string?> _endpoint = new __Value<string?>(() => __config.Get("endpoint") ?? Utilities.GetEnv("OVH_ENDPOINT"));

        /// <summary>
        /// The OVHcloud API endpoint: <c>ovh-eu</c>, <c>ovh-ca</c>, <c>ovh-us</c>, <c>kimsufi-eu</c>, <c>kimsufi-ca</c>,
        /// <c>soyoustart-eu</c>, <c>soyoustart-ca</c>, or the URL of version 1 of the API (https; http only on this machine). Can
        /// also be set with the <c>OVH_ENDPOINT</c> environment variable, or as <c>endpoint</c> in <c>ovh.conf</c>. Defaults to
        /// <c>ovh-eu</c>.
        /// </summary>
        public static string? Endpoint
        {
            get => _endpoint.Get();
            set => _endpoint.Set(value);
        }

        private static readonly __Value<string?> _applicationKey = new __Value<string?>(() => __config.Get("applicationKey") ?? Utilities.GetEnv("OVH_APPLICATION_KEY"));

        /// <summary>
        /// The application key. Can also be set with the <c>OVH_APPLICATION_KEY</c> environment variable, or as
        /// <c>application_key</c> in <c>ovh.conf</c>.
        /// </summary>
        public static string? ApplicationKey
        {
            get => _applicationKey.Get();
            set => _applicationKey.Set(value);
        }

        private static readonly __Value<string?> _applicationSecret = new __Value<string?>(() => __config.Get("applicationSecret") ?? Utilities.GetEnv("OVH_APPLICATION_SECRET"));

        /// <summary>
        /// The application secret. Can also be set with the <c>OVH_APPLICATION_SECRET</c> environment variable, or as
        /// <c>application_secret</c> in <c>ovh.conf</c>.
        /// </summary>
        public static string? ApplicationSecret
        {
            get => _applicationSecret.Get();
            set => _applicationSecret.Set(value);
        }

        private static readonly __Value<string?> _consumerKey = new __Value<string?>(() => __config.Get("consumerKey") ?? Utilities.GetEnv("OVH_CONSUMER_KEY"));

        /// <summary>
        /// The consumer key of the application. Can also be set with the <c>OVH_CONSUMER_KEY</c> environment variable, or as
        /// <c>consumer_key</c> in <c>ovh.conf</c>.
        /// </summary>
        public static string? ConsumerKey
        {
            get => _consumerKey.Get();
            set => _consumerKey.Set(value);
        }

        private static readonly __Value<string?> _clientId = new __Value<string?>(() => __config.Get("clientId") ?? Utilities.GetEnv("OVH_CLIENT_ID"));

        /// <summary>
        /// The client id of an OAuth2 service account. Can also be set with the <c>OVH_CLIENT_ID</c> environment variable, or as
        /// <c>client_id</c> in <c>ovh.conf</c>.
        /// </summary>
        public static string? ClientId
        {
            get => _clientId.Get();
            set => _clientId.Set(value);
        }

        private static readonly __Value<string?> _clientSecret = new __Value<string?>(() => __config.Get("clientSecret") ?? Utilities.GetEnv("OVH_CLIENT_SECRET"));

        /// <summary>
        /// The client secret of the OAuth2 service account. Can also be set with the <c>OVH_CLIENT_SECRET</c> environment variable,
        /// or as <c>client_secret</c> in <c>ovh.conf</c>.
        /// </summary>
        public static string? ClientSecret
        {
            get => _clientSecret.Get();
            set => _clientSecret.Set(value);
        }

        private static readonly __Value<string?> _accessToken = new __Value<string?>(() => __config.Get("accessToken") ?? Utilities.GetEnv("OVH_ACCESS_TOKEN"));

        /// <summary>
        /// An access token that you obtained elsewhere. It is not renewed. Can also be set with the <c>OVH_ACCESS_TOKEN</c>
        /// environment variable, or as <c>access_token</c> in <c>ovh.conf</c>.
        /// </summary>
        public static string? AccessToken
        {
            get => _accessToken.Get();
            set => _accessToken.Set(value);
        }

        private static readonly __Value<string?> _ovhSubsidiary = new __Value<string?>(() => __config.Get("ovhSubsidiary") ?? Utilities.GetEnv("OVH_SUBSIDIARY"));

        /// <summary>
        /// The OVHcloud subsidiary to order from, such as <c>FR</c>. A resource's own <c>ovhSubsidiary</c> takes precedence.
        /// Defaults to the account's own subsidiary. Can also be set with the <c>OVH_SUBSIDIARY</c> environment variable.
        /// </summary>
        public static string? OvhSubsidiary
        {
            get => _ovhSubsidiary.Get();
            set => _ovhSubsidiary.Set(value);
        }

        private static readonly __Value<int?> _maxRetries = new __Value<int?>(() => __config.GetInt32("maxRetries"));

        /// <summary>
        /// How many times a request is retried after a transient failure. A request that orders or pays is not retried unless it
        /// certainly had no effect. Defaults to <c>4</c>.
        /// </summary>
        public static int? MaxRetries
        {
            get => _maxRetries.Get();
            set => _maxRetries.Set(value);
        }

        private static readonly __Value<int?> _requestTimeout = new __Value<int?>(() => __config.GetInt32("requestTimeout"));

        /// <summary>
        /// Timeout of one request, in seconds. A request that must not be sent twice, such as one that orders or pays, waits at
        /// least 60 seconds. Defaults to <c>60</c>.
        /// </summary>
        public static int? RequestTimeout
        {
            get => _requestTimeout.Get();
            set => _requestTimeout.Set(value);
        }

        private static readonly __Value<bool?> _previewQuote = new __Value<bool?>(() => __config.GetBoolean("previewQuote"));

        /// <summary>
        /// Whether a preview asks OVHcloud for the price. It uses a temporary cart. Defaults to <c>true</c>.
        /// </summary>
        public static bool? PreviewQuote
        {
            get => _previewQuote.Get();
            set => _previewQuote.Set(value);
        }

        private static readonly __Value<bool?> _preflight = new __Value<bool?>(() => __config.GetBoolean("preflight"));

        /// <summary>
        /// Whether a preview checks what the order needs: the rights of the credentials, the account's eligibility and its payment
        /// method. Defaults to <c>true</c>.
        /// </summary>
        public static bool? Preflight
        {
            get => _preflight.Get();
            set => _preflight.Set(value);
        }

        private static readonly __Value<bool?> _adoptEarlierOrders = new __Value<bool?>(() => __config.GetBoolean("adoptEarlierOrders"));

        /// <summary>
        /// Whether a create looks for a cart or an order that an interrupted run of the same resource left, and adopts it. Defaults
        /// to <c>true</c>.
        /// </summary>
        public static bool? AdoptEarlierOrders
        {
            get => _adoptEarlierOrders.Get();
            set => _adoptEarlierOrders.Set(value);
        }

    }
}
