using System.Collections.Concurrent;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>Begins a call: reads what its route says of it, and lets equal calls share an answer where the route allows.</summary>
/// <param name="mayRepeat">Whether a read whose answer is not understood is asked once more.</param>
/// <param name="kept">For how long the answer of any read serves equal ones; null where none is kept.</param>
internal sealed class CallHandler(
    HttpMessageHandler inner, bool mayRepeat, (TimeSpan Life, TimeProvider Time)? kept = null) : DelegatingHandler(inner)
{
    private readonly ConcurrentDictionary<string, SingleFlight<Answer>> _shared = new(StringComparer.Ordinal);
    private readonly KeptAnswers<Answer>? _kept = kept is var (life, time) ? new KeptAnswers<Answer>(life, time) : null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = Call.Begin(request);
        if (request.Method != HttpMethod.Get)
        {
            // Never without content: .NET's sockets silently send a request again when the connection closes without an answer, unless
            // content of it was sent. A checkout or a payment would be made twice.
            request.Content ??= new ByteArrayContent([]);
            return await base.SendAsync(request, cancellationToken);
        }

        var url = request.RequestUri!.AbsoluteUri;
        var answer = await (_kept is not null ? _kept.GetAsync(url, token => ReadAsync(request, token), cancellationToken)
            : call.IsShared
                ? _shared.GetOrAdd(url, _ => new SingleFlight<Answer>()).RunAsync(token => ReadAsync(request, token), cancellationToken)
            : ReadAsync(request, cancellationToken));
        answer.Call.AttachTo(request);
        return new HttpResponseMessage
        {
            RequestMessage = request,
            Content = new AnswerContent(answer.Body, mayRepeat ? async token => (await ReadAsync(request, token)).Body : null),
        };
    }

    /// <summary>
    /// With a request of its own: that of the call is sent once, and may be given up, and disposed of, while others wait for its answer.
    /// </summary>
    private async Task<Answer> ReadAsync(HttpRequestMessage first, CancellationToken cancellationToken)
    {
        using var request =
            new HttpRequestMessage(first.Method, first.RequestUri) { Version = first.Version, VersionPolicy = first.VersionPolicy };
        foreach (var (name, values) in first.Headers.NonValidated)
        {
            request.Headers.TryAddWithoutValidation(name, values);
        }

        var call = Call.Of(first);
        call.AttachTo(request);
        using var response = await base.SendAsync(request, cancellationToken);
        return new Answer(call, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    private sealed record Answer(Call Call, byte[] Body);
}

/// <summary>The body of a read's answer.</summary>
/// <param name="askAgain">Asks for another one, because this one is not understood; null when there is no asking again.</param>
internal sealed class AnswerContent(byte[] body, Func<CancellationToken, Task<byte[]>>? askAgain) : ByteArrayContent(body)
{
    public Func<CancellationToken, Task<byte[]>>? AskAgain { get; } = askAgain;
}
