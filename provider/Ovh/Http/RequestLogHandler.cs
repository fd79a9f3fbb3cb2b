using System.Globalization;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>One line per request: never a body, a query value or a header that proves who calls.</summary>
internal sealed class RequestLogHandler(HttpMessageHandler inner, TimeProvider time, Action<string> log) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            var query = AnswerHandler.QueryIdOf(response) is { } id ? $", query {id}" : "";
            Log(request, start, $"HTTP {(int)response.StatusCode}{query}");
            return response;
        }
        catch (Exception e)
        {
            Log(request, start, $"no answer ({e.GetType().Name})");
            throw;
        }
    }

    private void Log(HttpRequestMessage request, long start, string result)
    {
        var call = Call.Of(request);
        var again = call.Attempt > 1 ? $", attempt {call.Attempt}" : "";
        var milliseconds = time.GetElapsedTime(start).TotalMilliseconds;
        log(string.Create(CultureInfo.InvariantCulture, $"{call}: {result}, {milliseconds:0} ms{again}"));
    }
}
