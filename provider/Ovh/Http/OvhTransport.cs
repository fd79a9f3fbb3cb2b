using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>Sends calls through the chain: retry, definite answer, log, sign, socket.</summary>
internal sealed class OvhTransport : IDisposable
{
    private static readonly TimeSpan LongestConnecting = TimeSpan.FromSeconds(15);

    private readonly HttpMessageInvoker _calls;
    private readonly HttpMessageInvoker _preparations;
    private readonly OvhSettings _settings;
    private readonly ConcurrentDictionary<string, SingleFlight<Answer>> _shared = new(StringComparer.Ordinal);

    public OvhTransport(OvhSettings settings, TimeProvider time, Func<double> chance, HttpMessageHandler? socket, Action<string>? log)
    {
        Time = new ServerTime(time);
        _settings = settings;
        var wire = socket ?? Socket(settings);
        var clock = new ServerClock(time, AskTimeAsync);
        var tokens = new TokenSource(time, AskTokenAsync);

        // The order matters. A signature covers the time, so signing is inside the retry; an answer is definite only with its body, so
        // that is read inside the retry too. The clock and the token are asked for without signing, and are repeated with their call.
        _preparations = new HttpMessageInvoker(Answering(Logging(wire)), disposeHandler: socket is null);
        var attempts = Answering(Logging(new SigningHandler(wire, settings.Credentials, clock, tokens)));
        _calls = new HttpMessageInvoker(
            new ResilienceHandler(attempts, settings.MaxRetries, time, chance), disposeHandler: socket is null);

        AnswerHandler Answering(HttpMessageHandler inner) => new(inner, settings.RequestTimeout, time, Time);

        HttpMessageHandler Logging(HttpMessageHandler inner) => log is null ? inner : new RequestLogHandler(inner, time, log);
    }

    public ServerTime Time { get; }

    /// <exception cref="OvhApiException">The call did not succeed.</exception>
    public async Task<TAnswer> AskAsync<TAnswer>(Route route, JsonTypeInfo<TAnswer> type, CancellationToken cancellationToken)
    {
        var answer = route.IsShared
            ? await _shared.GetOrAdd(route.Target, _ => new SingleFlight<Answer>())
                .RunAsync(token => SendAsync(route, expectsAnswer: true, token), cancellationToken)
            : await SendAsync(route, expectsAnswer: true, cancellationToken);
        return Read(route, answer, type);
    }

    /// <summary>For calls whose answer says nothing.</summary>
    /// <exception cref="OvhApiException">The call did not succeed.</exception>
    public Task DoAsync(Route route, CancellationToken cancellationToken) => SendAsync(route, expectsAnswer: false, cancellationToken);

    public void Dispose()
    {
        _calls.Dispose();
        _preparations.Dispose();
    }

    private async Task<Answer> SendAsync(Route route, bool expectsAnswer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(route.Method, _settings.Endpoint.BaseUrl + route.Target);
        if (route.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        else if (route.Method != HttpMethod.Get)
        {
            // Never without content: .NET's sockets silently send a request again when the connection closes without an answer, unless
            // content of it was sent. A checkout or a payment would be made twice.
            request.Content = new ByteArrayContent([]);
        }

        return await SendAsync(_calls, request, new Attempt(route, expectsAnswer), cancellationToken);
    }

    private async Task<Answer> SendAsync(
        HttpMessageInvoker invoker, HttpRequestMessage request, Attempt attempt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        attempt.AttachTo(request);
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        request.Headers.TryAddWithoutValidation("User-Agent", _settings.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (_settings.Credentials is Credentials.ApplicationKey key)
        {
            // Also on calls that are not signed.
            request.Headers.TryAddWithoutValidation("X-Ovh-Application", key.Key);
        }

        using var response = await invoker.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new Answer(body, (int)response.StatusCode, AnswerHandler.QueryIdOf(response), attempt.Number);
    }

    private async Task<long> AskTimeAsync(CancellationToken cancellationToken)
    {
        var route = Route.Get($"/auth/time");
        using var request = new HttpRequestMessage(route.Method, _settings.Endpoint.BaseUrl + route.Target);
        var answer = await SendAsync(_preparations, request, new Attempt(route, expectsAnswer: true), cancellationToken);
        return Read(route, answer, OvhJson.Default.Int64);
    }

    private async Task<OAuthToken> AskTokenAsync(CancellationToken cancellationToken)
    {
        if (_settings is not { Credentials: Credentials.OAuth2Client client, Endpoint.TokenUrl: { } url })
        {
            throw new InvalidOperationException($"Endpoint {_settings.Endpoint} has no token route.");
        }

        var route = Route.Post(Repeatability.Safe, $"/auth/oauth2/token");
        using var request = new HttpRequestMessage(route.Method, url);
        request.Content = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("grant_type", "client_credentials"),
            KeyValuePair.Create("client_id", client.ClientId),
            KeyValuePair.Create("client_secret", client.ClientSecret.Reveal()),
            KeyValuePair.Create("scope", "all"),
        ]);
        var answer = await SendAsync(_preparations, request, new Attempt(route, expectsAnswer: true), cancellationToken);
        return Read(route, answer, OvhJson.Default.OAuthToken);
    }

    private static TAnswer Read<TAnswer>(Route route, Answer answer, JsonTypeInfo<TAnswer> type)
    {
        JsonException? cause = null;
        try
        {
            if (JsonSerializer.Deserialize(answer.Body, type) is { } value)
            {
                return value;
            }
        }
        catch (JsonException e)
        {
            cause = e;
        }

        throw new OvhApiException(
            route.Method,
            route.Template,
            Delivery.Unknown,
            $"the answer is not what this version understands ({cause?.Message ?? "it is null"})",
            cause)
        {
            Status = answer.Status,
            QueryId = answer.QueryId,
            Attempts = answer.Attempts,
        };
    }

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

    private sealed record Answer(byte[] Body, int Status, string? QueryId, int Attempts);
}
