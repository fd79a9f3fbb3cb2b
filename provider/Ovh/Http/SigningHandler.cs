using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>
/// Proves who calls, again for each attempt: a signature covers the time. A refusal that a fresh clock or token explains is answered by
/// one more try, at no risk: what was refused was not processed.
/// </summary>
internal sealed class SigningHandler(HttpMessageHandler inner, Credentials credentials, ServerClock clock, TokenSource tokens)
    : DelegatingHandler(inner)
{
    private const string ConsumerHeader = "X-Ovh-Consumer";
    private const string TimestampHeader = "X-Ovh-Timestamp";
    private const string SignatureHeader = "X-Ovh-Signature";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        switch (credentials)
        {
            case Credentials.ApplicationKey key:
                return SendSignedAsync(request, key, cancellationToken);
            case Credentials.OAuth2Client:
                return SendWithTokenAsync(request, cancellationToken);
            case Credentials.AccessToken access:
                request.Headers.Authorization = Bearer(access.Token);
                return ForwardAsync(request, cancellationToken);
            default:
                return ForwardAsync(request, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> SendSignedAsync(
        HttpRequestMessage request, Credentials.ApplicationKey key, CancellationToken cancellationToken)
    {
        var offset = clock.Current;
        await SignAsync(request, key, clock.Timestamp(offset), cancellationToken);
        var response = await ForwardAsync(request, cancellationToken);
        if (!await IsAboutTheSignatureAsync(response, cancellationToken)
            || !await PrepareAsync(request, token => clock.HasDriftedAsync(offset, token), cancellationToken))
        {
            return response;
        }

        response.Dispose();
        await SignAsync(request, key, clock.Timestamp(clock.Current), cancellationToken);
        return await ForwardAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendWithTokenAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var lease = await PrepareAsync(request, tokens.GetAsync, cancellationToken);
        request.Headers.Authorization = Bearer(lease.Token);
        var response = await ForwardAsync(request, cancellationToken);
        if (!await IsAboutTheTokenAsync(response, cancellationToken))
        {
            return response;
        }

        response.Dispose();
        tokens.Discard(lease);
        lease = await PrepareAsync(request, tokens.GetAsync, cancellationToken);
        request.Headers.Authorization = Bearer(lease.Token);
        return await ForwardAsync(request, cancellationToken);
    }

    private Task<HttpResponseMessage> ForwardAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Call.Of(request).IsSent = true;
        return base.SendAsync(request, cancellationToken);
    }

    /// <summary>Whatever fails in here, the call itself was not processed.</summary>
    private static async Task<T> PrepareAsync<T>(
        HttpRequestMessage request, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        Call.Of(request).IsSent = false;
        try
        {
            return await work(cancellationToken);
        }
        catch (OvhApiException e)
        {
            throw e.OfPreparation();
        }
    }

    private static async Task SignAsync(
        HttpRequestMessage request, Credentials.ApplicationKey key, long timestamp, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Set(ConsumerHeader, key.ConsumerKey.Reveal());
        Set(TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        Set(SignatureHeader, OvhSignature.Of(key, request.Method, request.RequestUri!.AbsoluteUri, body, timestamp));

        void Set(string name, string value)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static async Task<bool> IsAboutTheSignatureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
        {
            return false;
        }

        var error = await ErrorAsync(response, cancellationToken);
        return error.Code is "QUERY_TIME_OUT" or "INVALID_SIGNATURE" || Says(error, "Invalid signature")
            || Says(error, "Query out of time");
    }

    /// <summary>A token that was revoked, or lapsed early. A right that is missing is a 403 as well, and no new token has it.</summary>
    private static async Task<bool> IsAboutTheTokenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.Forbidden)
        {
            return response.StatusCode == HttpStatusCode.Unauthorized;
        }

        var error = await ErrorAsync(response, cancellationToken);
        return error.Code is "INVALID_CREDENTIAL" || Says(error, "credential is not valid") || Says(error, "credential does not exist");
    }

    private static async Task<ErrorBody> ErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return ErrorBody.Parse(await AnswerBody.ReadAsync(response, cancellationToken));
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Who reads it next is told the same, and says so.
            return ErrorBody.None;
        }
    }

    private static bool Says(ErrorBody error, string words) => error.Message?.Contains(words, StringComparison.OrdinalIgnoreCase) ?? false;

    private static AuthenticationHeaderValue Bearer(Secret token) => new("Bearer", token.Reveal());
}
