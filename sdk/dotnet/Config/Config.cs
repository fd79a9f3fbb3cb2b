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
        /// The OVHcloud site: <c>ovh-eu</c>, <c>ovh-ca</c>, <c>ovh-us</c>, <c>kimsufi-eu</c>, <c>kimsufi-ca</c>,
        /// <c>soyoustart-eu</c>, <c>soyoustart-ca</c>, or a full URL (https, or http on this machine only). Else
        /// <c>OVH_ENDPOINT</c> from the environment, or <c>endpoint</c> from <c>ovh.conf</c>. Defaults to <c>ovh-eu</c>.
        /// </summary>
        public static string? Endpoint
        {
            get => _endpoint.Get();
            set => _endpoint.Set(value);
        }

        private static readonly __Value<string?> _applicationKey = new __Value<string?>(() => __config.Get("applicationKey") ?? Utilities.GetEnv("OVH_APPLICATION_KEY"));

        /// <summary>
        /// The application's key. Else <c>OVH_APPLICATION_KEY</c> from the environment, or <c>application_key</c> from
        /// <c>ovh.conf</c>.
        /// </summary>
        public static string? ApplicationKey
        {
            get => _applicationKey.Get();
            set => _applicationKey.Set(value);
        }

        private static readonly __Value<string?> _applicationSecret = new __Value<string?>(() => __config.Get("applicationSecret") ?? Utilities.GetEnv("OVH_APPLICATION_SECRET"));

        /// <summary>
        /// The application's secret. Else <c>OVH_APPLICATION_SECRET</c> from the environment, or <c>application_secret</c> from
        /// <c>ovh.conf</c>.
        /// </summary>
        public static string? ApplicationSecret
        {
            get => _applicationSecret.Get();
            set => _applicationSecret.Set(value);
        }

        private static readonly __Value<string?> _consumerKey = new __Value<string?>(() => __config.Get("consumerKey") ?? Utilities.GetEnv("OVH_CONSUMER_KEY"));

        /// <summary>
        /// The consumer key that was granted to the application. Else <c>OVH_CONSUMER_KEY</c> from the environment, or
        /// <c>consumer_key</c> from <c>ovh.conf</c>.
        /// </summary>
        public static string? ConsumerKey
        {
            get => _consumerKey.Get();
            set => _consumerKey.Set(value);
        }

        private static readonly __Value<string?> _clientId = new __Value<string?>(() => __config.Get("clientId") ?? Utilities.GetEnv("OVH_CLIENT_ID"));

        /// <summary>
        /// The id of an OAuth2 service account. Else <c>OVH_CLIENT_ID</c> from the environment, or <c>client_id</c> from
        /// <c>ovh.conf</c>.
        /// </summary>
        public static string? ClientId
        {
            get => _clientId.Get();
            set => _clientId.Set(value);
        }

        private static readonly __Value<string?> _clientSecret = new __Value<string?>(() => __config.Get("clientSecret") ?? Utilities.GetEnv("OVH_CLIENT_SECRET"));

        /// <summary>
        /// The secret of the OAuth2 service account. Else <c>OVH_CLIENT_SECRET</c> from the environment, or <c>client_secret</c>
        /// from <c>ovh.conf</c>.
        /// </summary>
        public static string? ClientSecret
        {
            get => _clientSecret.Get();
            set => _clientSecret.Set(value);
        }

        private static readonly __Value<string?> _accessToken = new __Value<string?>(() => __config.Get("accessToken") ?? Utilities.GetEnv("OVH_ACCESS_TOKEN"));

        /// <summary>
        /// An access token that was obtained elsewhere. Else <c>OVH_ACCESS_TOKEN</c> from the environment, or <c>access_token</c>
        /// from <c>ovh.conf</c>.
        /// </summary>
        public static string? AccessToken
        {
            get => _accessToken.Get();
            set => _accessToken.Set(value);
        }

        private static readonly __Value<string?> _ovhSubsidiary = new __Value<string?>(() => __config.Get("ovhSubsidiary") ?? Utilities.GetEnv("OVH_SUBSIDIARY"));

        /// <summary>
        /// The OVHcloud subsidiary that resources and functions order from, such as <c>FR</c>; without it, the account's own. Else
        /// <c>OVH_SUBSIDIARY</c> from the environment.
        /// </summary>
        public static string? OvhSubsidiary
        {
            get => _ovhSubsidiary.Get();
            set => _ovhSubsidiary.Set(value);
        }

        private static readonly __Value<int?> _maxRetries = new __Value<int?>(() => __config.GetInt32("maxRetries"));

        /// <summary>
        /// How often a call that failed in passing is repeated. Calls that order or pay are never repeated on a guess. Defaults to
        /// <c>4</c>.
        /// </summary>
        public static int? MaxRetries
        {
            get => _maxRetries.Get();
            set => _maxRetries.Set(value);
        }

        private static readonly __Value<int?> _requestTimeout = new __Value<int?>(() => __config.GetInt32("requestTimeout"));

        /// <summary>
        /// Seconds until an attempt of a call counts as lost. Defaults to <c>60</c>.
        /// </summary>
        public static int? RequestTimeout
        {
            get => _requestTimeout.Get();
            set => _requestTimeout.Set(value);
        }

        private static readonly __Value<bool?> _previewQuote = new __Value<bool?>(() => __config.GetBoolean("previewQuote"));

        /// <summary>
        /// Whether a preview asks OVHcloud for a quote, with a temporary cart. Defaults to <c>true</c>.
        /// </summary>
        public static bool? PreviewQuote
        {
            get => _previewQuote.Get();
            set => _previewQuote.Set(value);
        }

        private static readonly __Value<bool?> _preflight = new __Value<bool?>(() => __config.GetBoolean("preflight"));

        /// <summary>
        /// Whether a preview looks for what would keep the order from succeeding: missing rights, eligibility, payment method.
        /// Defaults to <c>true</c>.
        /// </summary>
        public static bool? Preflight
        {
            get => _preflight.Get();
            set => _preflight.Set(value);
        }

        private static readonly __Value<bool?> _adoptEarlierOrders = new __Value<bool?>(() => __config.GetBoolean("adoptEarlierOrders"));

        /// <summary>
        /// Whether a create looks for the cart or order that an earlier, interrupted run may have left. Defaults to <c>true</c>.
        /// </summary>
        public static bool? AdoptEarlierOrders
        {
            get => _adoptEarlierOrders.Get();
            set => _adoptEarlierOrders.Set(value);
        }

    }
}
