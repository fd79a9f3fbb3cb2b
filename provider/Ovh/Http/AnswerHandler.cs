using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>
/// Turns one attempt into a definite answer or an <see cref="OvhApiException"/> that says whether the call may have been processed. Reads
/// the whole body, because an answer that breaks off is none.
/// </summary>
internal sealed class AnswerHandler(HttpMessageHandler inner, TimeSpan timeout, TimeProvider time, ServerTime serverTime) : DelegatingHandler(inner)
{
    private const int ClosedByClient = 499;

    private static readonly ImmutableArray<string> QueryIdHeaders = ["X-OVH-QUERYID", "X-Ovh-Query-Id"];

    /// <summary>A whole answer, and not what this version expects: what was asked may have been done.</summary>
    public static OvhApiException NotUnderstood(HttpResponseMessage response, Exception cause)
    {
        var call = Call.Of(response.RequestMessage!);
        return new OvhApiException(
            call.Method, call.Template, Delivery.Unknown, $"the answer is not what this version understands ({cause.Message})", cause)
        {
            Status = call.Status,
            QueryId = call.QueryId,
            Attempts = call.Attempt,
        };
    }

    public static string? QueryIdOf(HttpResponseMessage response) =>
        QueryIdHeaders.Select(name => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null)
            .FirstOrDefault(id => !string.IsNullOrEmpty(id));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Call.Of(request);
        using var timer = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, either.Token);
            (call.Status, call.QueryId) = ((int)response.StatusCode, QueryIdOf(response));
            if (response.Headers.Date is { } date)
            {
                serverTime.Learn(date);
            }

            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            if (response.IsSuccessStatusCode && IsWhole(body, call))
            {
                return Whole(request, response, body);
            }

            using (response)
            {
                throw response.IsSuccessStatusCode ? Garbled(call, response, body) : Refused(call, response, body);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var limit = timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
            throw timer.IsCancellationRequested
                ? Lost(call, request, $"no answer within {limit} s", call.IsSent, e)
                : Lost(call, request, Words(e), call.IsSent && MayHaveLeft(e), e);
        }
    }

    private static bool IsWhole(byte[] body, Call call)
    {
        if (body.Length == 0)
        {
            // Whoever reads has nothing; of the others, some routes have nothing to say.
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

    /// <summary>
    /// With the body <c>null</c> where there is none, as a 204 has: of those, Refit makes a null that no caller expects, and says nothing.
    /// </summary>
    private static HttpResponseMessage Whole(HttpRequestMessage request, HttpResponseMessage response, byte[] body)
    {
        response.RequestMessage = request;
        if (body.Length == 0)
        {
            response.Content.Dispose();
            response.Content = new ByteArrayContent("null"u8.ToArray());
            response.StatusCode = HttpStatusCode.OK;
        }

        return response;
    }

    private static OvhApiException Garbled(Call call, HttpResponseMessage response, byte[] body)
    {
        // Only a page is quoted: JSON that broke off may carry an order's link.
        var isPage = body.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("<"u8);
        var words = body.Length == 0 ? "the answer is empty"
            : isPage ? $"the answer is not JSON but a page: {ErrorBody.Excerpt(body).Message}"
            : "the answer is not whole JSON";
        return new OvhApiException(call.Method, call.Template, Delivery.Unknown, words)
        {
            Status = (int)response.StatusCode,
            QueryId = QueryIdOf(response),
            Attempts = call.Attempt,
        };
    }

    private OvhApiException Refused(Call call, HttpResponseMessage response, byte[] body)
    {
        var error = ErrorBody.Parse(body);
        var status = (int)response.StatusCode;
        var isRefusal = status is >= 400 and < 500 and not (int)HttpStatusCode.RequestTimeout and not ClosedByClient;
        return new OvhApiException(
            call.Method,
            call.Template,
            isRefusal ? Delivery.NotProcessed : Delivery.Unknown,
            error.Message ?? response.ReasonPhrase ?? "the API gave no reason")
        {
            Status = status,
            ErrorClass = error.Class,
            ErrorCode = error.Code,
            QueryId = QueryIdOf(response),
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
            mayBeProcessed ? Delivery.Unknown : Delivery.NotProcessed,
            $"{request.RequestUri?.Authority}: {words}",
            cause)
        {
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

    /// <summary>The innermost exception knows best, as in "Connection refused"; the outer ones say that something went wrong.</summary>
    private static string Words(Exception e) => MayHaveLeft(e) ? "the connection broke before the answer was complete"
        : e is OperationCanceledException ? "no connection in time"
        : e.GetBaseException().Message;
}
