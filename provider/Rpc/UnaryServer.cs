using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// Serves gRPC methods on a port of the loopback interface, HTTP/2 in clear text. Kestrel runs without the web host, which would double
/// the time to start.
/// </summary>
internal sealed class UnaryServer : IDisposable
{
    // More calls than the engine makes at once: beyond the limit a Cancel would queue behind the calls that it is to end.
    private const int MaxCallsPerConnection = 10_000;

    private static readonly TimeSpan LongestSilence = TimeSpan.FromDays(30);

    private readonly KestrelServer _server;
    private readonly UnaryEndpoint _endpoint;

    public UnaryServer(IReadOnlyDictionary<string, UnaryRoute> routes, MaintainerLog log, TimeProvider time)
    {
        _endpoint = new UnaryEndpoint(routes, log, time);
        _server = new KestrelServer(
            Options.Create(KestrelOptions()),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    /// <returns>The port, chosen by the system.</returns>
    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        await _server.StartAsync(new Application(_endpoint), cancellationToken);
        var address = _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return int.Parse(address.AsSpan(address.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Takes no more calls, and waits for those that run; when <paramref name="cancellationToken"/> says so, it cuts them.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    public void Dispose() => _server.Dispose();

    private static KestrelServerOptions KestrelOptions()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);

        // GrpcFrame has a limit of its own. The engine may be silent, or slow to read, for as long as a person thinks about a prompt.
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;

        // Not infinite: Kestrel adds it to the clock, overflows, and closes every connection that is idle at its next heartbeat.
        options.Limits.KeepAliveTimeout = LongestSilence;
        options.Limits.Http2.MaxStreamsPerConnection = MaxCallsPerConnection;
        return options;
    }

    private sealed class Application(UnaryEndpoint endpoint) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => endpoint.HandleAsync(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
