using System.Collections.Concurrent;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>Begins a call: reads what its route says of it, and lets equal calls share an answer where the route allows.</summary>
internal sealed class CallHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly ConcurrentDictionary<string, SingleFlight<Answer>> _shared = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = Call.Begin(request);
        if (request.Method != HttpMethod.Get)
        {
            // Never without content: .NET's sockets silently send a request again when the connection closes without an answer, unless
            // content of it was sent. A checkout or a payment would be made twice.
            request.Content ??= new ByteArrayContent([]);
        }

        if (!call.IsShared)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var answer = await _shared.GetOrAdd(request.RequestUri!.AbsoluteUri, _ => new SingleFlight<Answer>())
            .RunAsync(token => FlyAsync(request, token), cancellationToken);
        return answer.To(request);
    }

    /// <summary>With a request of its own: the one that began the flight may be given up, and disposed of, while others wait for the answer.</summary>
    private async Task<Answer> FlyAsync(HttpRequestMessage first, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(first.Method, first.RequestUri) { Version = first.Version, VersionPolicy = first.VersionPolicy };
        foreach (var (name, values) in first.Headers.NonValidated)
        {
            request.Headers.TryAddWithoutValidation(name, values);
        }

        var call = Call.Of(first);
        call.AttachTo(request);
        using var response = await base.SendAsync(request, cancellationToken);
        return new Answer(call, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    /// <summary>What a success says, for each who waited for it.</summary>
    private sealed record Answer(Call Call, byte[] Body)
    {
        public HttpResponseMessage To(HttpRequestMessage request)
        {
            Call.AttachTo(request);
            return new HttpResponseMessage { RequestMessage = request, Content = new ByteArrayContent(Body) };
        }
    }
}
