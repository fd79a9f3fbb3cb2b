using System.Net;
using System.Text;

namespace PulumiOvhOrder.Tests.Unit.Ovh;

/// <summary>Answers requests from a script, in its order; a request that is not next in the script fails the test.</summary>
internal sealed class ScriptedSocket : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly Queue<(string Call, Func<CancellationToken, Task<HttpResponseMessage>> Answer)> _script = new();
    private readonly List<SeenRequest> _seen = [];

    public IReadOnlyList<SeenRequest> Seen
    {
        get
        {
            lock (_lock)
            {
                return [.. _seen];
            }
        }
    }

    /// <param name="call">Verb and path without the version, as in <c>GET /me</c>.</param>
    public ScriptedSocket On(string call, int status, string body = "null", params (string Name, string Value)[] headers) => On(call, _ =>
    {
        var response =
            new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return Task.FromResult(response);
    });

    public ScriptedSocket OnFailure(string call, Exception failure) => On(call, _ => Task.FromException<HttpResponseMessage>(failure));

    /// <summary>Takes the request and never answers.</summary>
    public ScriptedSocket OnSilence(string call) =>
        On(call, token => new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(token));

    public ScriptedSocket On(string call, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue((call, answer));
        return this;
    }

    public void ShouldBeUsedUp() => _script.Select(s => s.Call).ShouldBeEmpty();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var seen = new SeenRequest(
            request.Method.Method,
            request.RequestUri!,
            body,
            request.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase));
        Func<CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_lock)
        {
            _seen.Add(seen);
            if (!_script.TryDequeue(out var next) || next.Call != seen.Call)
            {
                throw new ShouldAssertException($"{seen.Call} is not next in the script, {next.Call ?? "nothing"} is.");
            }

            answer = next.Answer;
        }

        return await answer(cancellationToken);
    }
}

internal sealed record SeenRequest(string Method, Uri Url, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Call => $"{Method} {Path}";

    public string Path => Url.PathAndQuery.StartsWith("/1.0", StringComparison.Ordinal) ? Url.PathAndQuery[4..] : Url.PathAndQuery;

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
