using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>
/// Turns one attempt into a definite answer or an <see cref="OvhApiException"/> that says whether the call may have been processed. Reads
/// the whole body, because an answer that breaks off is none.
/// </summary>
internal sealed class AnswerHandler(
    HttpMessageHandler inner, TimeSpan timeout, TimeProvider time, ServerTime serverTime) : DelegatingHandler(inner)
{
    private const int ClosedByClient = 499;

    private static readonly ImmutableArray<string> QueryIdHeaders = ["X-OVH-QUERYID", "X-Ovh-Query-Id"];

    /// <summary>A whole answer, and not what this version expects: what was asked may have been done.</summary>
    public static OvhApiException NotUnderstood(Call call, Exception cause) => new(
        call.Method, call.Template, CallOutcome.Unknown,
        $"the answer is not what this version of the provider expects ({UnexpectedValueException.Words(cause)})", cause)
    {
        Status = call.Status,
        QueryId = call.QueryId,
        Attempts = call.Attempt,
        IsNull = cause is UnexpectedValueException { IsNull: true },
    };

    public static string? QueryIdOf(HttpResponseMessage response) =>
        QueryIdHeaders.Select(name => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null)
            .Select(id => ForeignText.Line(id, ForeignText.MaxWord))
            .FirstOrDefault(id => id is not null);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Call.Of(request);
        var limit = LimitOf(call);
        using var timer = new CancellationTokenSource(limit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        (call.Status, call.QueryId) = (null, null);
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, linked.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw timer.IsCancellationRequested
                ? Lost(call, request, TimedOut(limit), call.IsSent, e)
                : Lost(call, request, Words(e), call.IsSent && MayHaveLeft(e), e);
        }

        (call.Status, call.QueryId) = ((int)response.StatusCode, QueryIdOf(response));
        if (response.Headers.Date is { } date)
        {
            serverTime.Learn(date);
        }

        try
        {
            return Definite(call, request, response, await AnswerBody.ReadAsync(response, linked.Token));
        }
        catch (Exception e)
        {
            response.Dispose();
            if (e is OvhApiException)
            {
                throw;
            }

            // The socket fails in its ways and decoders in theirs; what an error would have said is all that is lost of it.
            cancellationToken.ThrowIfCancellationRequested();
            throw !response.IsSuccessStatusCode ? Refused(call, response, ErrorBody.None)
                : Lost(call, request, timer.IsCancellationRequested ? TimedOut(limit) : Unread(e), mayBeProcessed: true, e);
        }
    }

    private HttpResponseMessage Definite(Call call, HttpRequestMessage request, HttpResponseMessage response, byte[] body)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw Refused(call, response, ErrorBody.Parse(body));
        }

        if (!IsWhole(body, call))
        {
            throw Garbled(call, body);
        }

        response.RequestMessage = request;
        response.Content.Dispose();
        response.Content = new ByteArrayContent(body);
        if (body.Length == 0)
        {
            // Of an empty body, and of any 204, Refit makes a null that no caller expects, and says nothing.
            response.Content = new ByteArrayContent("null"u8.ToArray());
            response.StatusCode = HttpStatusCode.OK;
        }

        return response;
    }

    private static bool IsWhole(byte[] body, Call call)
    {
        if (body.Length == 0)
        {
            // The reader has nothing; of the others, some routes have nothing to say.
            return call.Method != HttpMethod.Get;
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static OvhApiException Garbled(Call call, byte[] body)
    {
        // Only a page is quoted: JSON that broke off may carry an order's link.
        var isPage = body.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("<"u8);
        var words = body.Length == 0 ? "the answer is empty"
            : isPage ? $"the answer is a web page, not JSON: {ErrorBody.Excerpt(body).Message}"
            : "the answer is not complete JSON";
        return new OvhApiException(call.Method, call.Template, CallOutcome.Unknown, words)
        {
            Status = call.Status,
            QueryId = call.QueryId,
            Attempts = call.Attempt,
        };
    }

    private OvhApiException Refused(Call call, HttpResponseMessage response, ErrorBody error)
    {
        var status = (int)response.StatusCode;
        var isRefusal = status is >= 400 and < 500 and not (int)HttpStatusCode.RequestTimeout and not ClosedByClient;
        return new OvhApiException(
            call.Method,
            call.Template,
            isRefusal ? CallOutcome.NotProcessed : CallOutcome.Unknown,
            error.Message ?? ForeignText.Line(response.ReasonPhrase, ForeignText.MaxWord) ?? "the API gave no reason")
        {
            Status = status,
            ErrorClass = error.Class,
            ErrorCode = error.Code,
            QueryId = call.QueryId,
            Details = error.Details ?? ImmutableSortedDictionary<string, string>.Empty,
            RetryAfter = RetryAfter(response),
            Attempts = call.Attempt,
        };
    }

    /// <summary>A date is measured on the server's own clock where it tells it.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - (response.Headers.Date ?? time.GetUtcNow()));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static OvhApiException Lost(Call call, HttpRequestMessage request, string words, bool mayBeProcessed, Exception cause) =>
        new(
            call.Method,
            call.Template,
            mayBeProcessed ? CallOutcome.Unknown : CallOutcome.NotProcessed,
            $"{request.RequestUri?.Authority}: {words}",
            cause)
        {
            Status = call.Status,
            QueryId = call.QueryId,
            Attempts = call.Attempt,
        };

    /// <summary>Without a connection nothing left this machine.</summary>
    private static bool MayHaveLeft(Exception e) => e switch
    {
        // How the socket tells that its own limit for making a connection has passed.
        OperationCanceledException { InnerException: TimeoutException } => false,
        HttpRequestException http => http.HttpRequestError is not (
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError),
        _ => true,
    };

    /// <summary>What must not be done twice is not given up early: OVHcloud may be at work on it.</summary>
    private TimeSpan LimitOf(Call call) => call.Repeatability == Repeatability.Once && timeout < OvhSettings.DefaultRequestTimeout
        ? OvhSettings.DefaultRequestTimeout
        : timeout;

    private static string TimedOut(TimeSpan limit) =>
        $"no answer within {limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s";

    /// <summary>The innermost exception knows best, as in "Connection refused"; the outer ones say that something went wrong.</summary>
    private static string Words(Exception e) => MayHaveLeft(e) ? "the connection broke before the answer was complete"
        : e is OperationCanceledException ? "the connection was not established in time"
        : e.GetBaseException().Message;

    private static string Unread(Exception e) => e switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            $"the answer is larger than {AnswerBody.MaxBytes / (1024 * 1024)} MiB",
        HttpRequestException or IOException or OperationCanceledException => "the connection broke before the answer was complete",
        _ => "the answer cannot be decompressed",
    };
}
