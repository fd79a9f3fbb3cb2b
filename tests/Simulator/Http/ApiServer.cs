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
using PulumiOvhOrder.Simulator.Auth;

namespace PulumiOvhOrder.Simulator.Http;

/// <summary>Kestrel on one loopback port, without a web host around it: tests start many of these.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Simulation _simulation;
    private KestrelServer? _server;

    public ApiServer(Simulation simulation) => _simulation = simulation;

    public int Port { get; private set; }

    public async Task StartAsync(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => OptionalTls.Use(next, _simulation.Certificate));
        });
        _server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
        await _server.StartAsync(new Application(_simulation, _stopping.Token), CancellationToken.None);
        Port = new Uri(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_server is not null)
        {
            // Kept-alive connections would otherwise hold the stop up; no client needs a polite end.
            await _server.StopAsync(new CancellationToken(canceled: true));
            _server.Dispose();
        }

        _stopping.Dispose();
    }

    private sealed class Application(Simulation simulation, CancellationToken stopping) : IHttpApplication<HttpContext>
    {
        private readonly ApiPipeline _pipeline = new(simulation);

        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public async Task ProcessRequestAsync(HttpContext context)
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.Date = simulation.Locked(Authenticator.ServerTime).ToString("R", CultureInfo.InvariantCulture);
                return Task.CompletedTask;
            });
            try
            {
                await _pipeline.HandleAsync(context, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                context.Abort();
            }
        }

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
