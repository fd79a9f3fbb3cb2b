using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>A provider behind the real server, on a real port, with a client.</summary>
internal sealed class ServedProvider : IAsyncDisposable
{
    private readonly GrpcServer _server;
    private readonly PluginClient _client;
    private readonly HttpClient _http;

    private ServedProvider(GrpcServer server, EngineClient engine, StringWriter stderr, int port)
    {
        _server = server;
        _client = new PluginClient($"127.0.0.1:{port}");
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        Engine = engine;
        Stderr = stderr;
    }

    public EngineClient Engine { get; }

    public StringWriter Stderr { get; }

    public ResourceProvider.ResourceProviderClient Methods => _client.Methods;

    public CallInvoker Invoker => _client.Invoker;

    public static async Task<ServedProvider> StartAsync(IProvider provider)
    {
        var stderr = new StringWriter();
        var log = new MaintainerLog(new Lazy<TextWriter>(TextWriter.Synchronized(stderr)), verbose: false);
        var engine = new EngineClient(log, TimeProvider.System);
        var server = GrpcServer.For(provider, engine, log);
        return new ServedProvider(server, engine, stderr, await server.StartAsync(CancellationToken.None));
    }

    /// <summary>What no gRPC client would send: any body, as it goes over the wire, and any headers.</summary>
    public async Task<RawAnswer> SendAsync(byte[] body, Action<HttpRequestMessage>? change = null, string method = "Check")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{ServedMethods.Service}/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        change?.Invoke(request);

        using var response = await _http.SendAsync(request);
        var content = await response.Content.ReadAsByteArrayAsync();
        return new RawAnswer(response.StatusCode, Header(response, "grpc-status"), Header(response, "grpc-message"), content);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _http.Dispose();
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
        Engine.Dispose();
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.Concat(response.TrailingHeaders).Where(header => header.Key == name).Select(header => header.Value.Single())
            .SingleOrDefault();
}

internal sealed record RawAnswer(HttpStatusCode HttpStatus, string? GrpcStatus, string? GrpcMessage, byte[] Content)
{
    /// <summary>A request without any fields, as it goes over the wire.</summary>
    public static byte[] EmptyMessage { get; } = new byte[5];
}
