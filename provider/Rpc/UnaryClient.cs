using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Rpc;

/// <summary>Calls gRPC methods that take one message and answer one, over HTTP/2 in clear text.</summary>
internal sealed class UnaryClient : IDisposable
{
    private static readonly MediaTypeHeaderValue GrpcContent = new("application/grpc");

    private readonly Uri _address;
    private readonly HttpClient _http;

    /// <param name="address">Host and port, as in <c>127.0.0.1:34567</c>.</param>
    public UnaryClient(string address)
    {
        _address = new Uri($"http://{address}/");
        _http = new HttpClient(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
#pragma warning disable CA2262 // Kilobytes indeed: the 16 MiB that the engine accepts too, because partial state travels in a trailer.
            MaxResponseHeadersLength = 16 * 1024,
#pragma warning restore CA2262
            UseCookies = false,
            UseProxy = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <param name="service">With its package, as in <c>pulumirpc.Engine</c>.</param>
    /// <exception cref="GrpcCallException">The call failed.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        string service, string method, TRequest request, MessageParser<TResponse> parser, CancellationToken cancellationToken)
        where TRequest : IMessage
        where TResponse : IMessage<TResponse>
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(_address, $"{service}/{method}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(GrpcFrame.Encode(request)) { Headers = { ContentType = GrpcContent } },
        };
        message.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));

        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await ReadAsync(response, parser, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new GrpcCallException(GrpcCode.Unavailable, $"{service}/{method} at {_address.Authority}: {e.Message}", cause: e);
        }
        catch (GrpcStatusException e)
        {
            throw new GrpcCallException(GrpcCode.Internal, $"{service}/{method} at {_address.Authority}: {e.Message}", cause: e);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<TResponse> ReadAsync<TResponse>(
        HttpResponseMessage response, MessageParser<TResponse> parser, CancellationToken cancellationToken)
        where TResponse : IMessage<TResponse>
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new GrpcCallException(GrpcCode.Unknown, $"HTTP status {(int)response.StatusCode} instead of a gRPC answer");
        }

        // A failure may come in the headers alone, without a body and trailers.
        ThrowIfFailed(response.Headers);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        ThrowIfFailed(response.TrailingHeaders);

        using var stream = new MemoryStream(body);
        return MessageReader.Read(parser, await GrpcFrame.ReadAsync(stream, cancellationToken));
    }

    private static void ThrowIfFailed(HttpResponseHeaders headers)
    {
        if (Value(headers, "grpc-status") is not { } status)
        {
            return;
        }

        var code = int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (GrpcCode)number : GrpcCode.Unknown;
        if (code != GrpcCode.Ok)
        {
            var details = Value(headers, GrpcStatus.DetailsTrailer) is { } text ? Status.Parser.ParseFrom(GrpcStatus.FromBase64(text)) : null;
            throw new GrpcCallException(code, PercentEncoding.Decode(Value(headers, "grpc-message") ?? ""), details);
        }
    }

    private static string? Value(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
