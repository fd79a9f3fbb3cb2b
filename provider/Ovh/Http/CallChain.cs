using System.Net;
using Refit;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>The way of a call from its route to the socket and back.</summary>
internal sealed class CallChain : IDisposable
{
    private static readonly TimeSpan LongestConnecting = TimeSpan.FromSeconds(15);

    /// <summary>Shorter than an order that is not listed yet is looked for: the last look is always a new one.</summary>
    private static readonly TimeSpan KeptForPreviews = TimeSpan.FromSeconds(3);

    private readonly HttpClient _calls;
    private readonly HttpClient _previews;
    private readonly HttpClient _preparations;
    private readonly HttpClient? _tokens;
    private readonly HttpClient? _version2;

    public CallChain(OvhSettings settings, TimeProvider time, Func<double> chance, HttpMessageHandler? socket, Action<string>? log)
    {
        Time = new ServerTime(time);
        var wire = socket ?? Socket(settings);
        var clock = new ServerClock(time, token => Preparation(_preparations!).TimeAsync(token));
        var tokens = new TokenSource(time, FetchTokenAsync);

        // From the route down, and the answer back up. The order matters:
        //
        //   HttpClient         resolves the route against the endpoint; has no timeout of its own
        //   CallHandler        begins the call; equal calls share an answer, in previews for a moment
        //   ResilienceHandler  repeats attempts (Polly), and holds them back when the rate limit was met (Throttle)
        //   AnswerHandler      times one attempt, and reads its whole body: only then an answer is definite
        //   RequestLogHandler  one line per attempt
        //   SigningHandler     signs each attempt again, because a signature covers the time
        //   socket
        //
        // The clock and the token are asked for without signing, and are repeated with the call that needs them.
        var resilient = new ResilienceHandler(
            Answering(Logging(new SigningHandler(wire, settings.Credentials, clock, tokens))), settings.MaxRetries, time, chance);
        _calls = Client(settings.Endpoint.BaseUrl, new CallHandler(resilient, mayRepeat: settings.MaxRetries > 0));
        _previews =
            Client(settings.Endpoint.BaseUrl, new CallHandler(resilient, mayRepeat: settings.MaxRetries > 0, (KeptForPreviews, time)));
        _version2 = settings.Endpoint.Version2Url is { } version2
            ? Client(version2, new CallHandler(resilient, mayRepeat: settings.MaxRetries > 0))
            : null;
        _preparations = Client(settings.Endpoint.BaseUrl, new CallHandler(Answering(Logging(wire)), mayRepeat: false));
        _tokens = settings.Endpoint.TokenUrl is { } url
            ? Client(url.GetLeftPart(UriPartial.Authority), new CallHandler(Answering(Logging(wire)), mayRepeat: false))
            : null;

        HttpClient Client(string baseUrl, HttpMessageHandler handler)
        {
            var client = new HttpClient(handler, disposeHandler: socket is null)
            {
                BaseAddress = new Uri(baseUrl),
                Timeout = Timeout.InfiniteTimeSpan
            };
            client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", settings.UserAgent);
            client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
            if (settings.Credentials is Credentials.ApplicationKey key)
            {
                // Also on calls that are not signed.
                client.DefaultRequestHeaders.TryAddWithoutValidation("X-Ovh-Application", key.Key);
            }

            return client;
        }

        AnswerHandler Answering(HttpMessageHandler inner) => new(inner, settings.RequestTimeout, time, Time);

        HttpMessageHandler Logging(HttpMessageHandler inner) => log is null ? inner : new RequestLogHandler(inner, time, log);

        Task<OAuthToken> FetchTokenAsync(CancellationToken cancellationToken) =>
            settings.Credentials is Credentials.OAuth2Client client && _tokens is not null
                ? Preparation(_tokens).TokenAsync(TokenRequest(client), cancellationToken)
                : throw new InvalidOperationException($"Endpoint {settings.Endpoint} has no token route.");
    }

    public ServerTime Time { get; }

    /// <param name="keepsAnswers">Whether what was read serves equal reads for a moment.</param>
    public T Api<T>(bool keepsAnswers) => RestService.ForGenerated<T>(keepsAnswers ? _previews : _calls, OvhRefit.Settings);

    public IIamApi? Iam => _version2 is null ? null : RestService.ForGenerated<IIamApi>(_version2, OvhRefit.Settings);

    public void Dispose()
    {
        _calls.Dispose();
        _previews.Dispose();
        _preparations.Dispose();
        _tokens?.Dispose();
        _version2?.Dispose();
    }

    private static IPreparationApi Preparation(HttpClient client) => RestService.ForGenerated<IPreparationApi>(client, OvhRefit.Settings);

    private static FormUrlEncodedContent TokenRequest(Credentials.OAuth2Client client) => new(
    [
        KeyValuePair.Create("grant_type", "client_credentials"),
        KeyValuePair.Create("client_id", client.ClientId),
        KeyValuePair.Create("client_secret", client.ClientSecret.Reveal()),
        KeyValuePair.Create("scope", "all"),
    ]);

    private static SocketsHttpHandler Socket(OvhSettings settings) => new()
    {
        // A redirected POST would become a GET; the API does not redirect.
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !new Uri(settings.Endpoint.BaseUrl).IsLoopback,
        AutomaticDecompression = DecompressionMethods.All,
        ActivityHeadersPropagator = null,

        // Shorter than an attempt, so that a call that never left is known not to have been processed.
        ConnectTimeout = settings.RequestTimeout / 2 < LongestConnecting ? settings.RequestTimeout / 2 : LongestConnecting,
        MaxConnectionsPerServer = 128,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    };
}
