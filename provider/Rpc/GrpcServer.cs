using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// Serves a gRPC service on a port of the loopback interface, HTTP/2 in clear text. Kestrel runs without the web host, which would double
/// the time to start and watch the user's project for changes.
/// </summary>
internal sealed class GrpcServer : IDisposable
{
    /// <summary>The limit that the engine and Pulumi's own servers set.</summary>
    public const int MaxMessageLength = 400 * 1024 * 1024;

    private const DynamicallyAccessedMemberTypes Members = DynamicallyAccessedMemberTypes.PublicConstructors
        | DynamicallyAccessedMemberTypes.PublicMethods
        | DynamicallyAccessedMemberTypes.NonPublicMethods;

    // More calls than the engine makes at once: beyond the limit a Cancel would queue behind the calls that it is to end.
    private const int MaxCallsPerConnection = 10_000;

    private static readonly TimeSpan MaxSilence = TimeSpan.FromDays(30);

    private readonly ServiceProvider _services;
    private readonly KestrelServer _server;
    private readonly Application _application;

    private GrpcServer(ServiceProvider services, Application application)
    {
        _services = services;
        _application = application;
        _server = new KestrelServer(
            Options.Create(KestrelOptions()),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    public static GrpcServer For(IProvider provider, EngineClient engine, MaintainerLog log) =>
        For<ResourceProvider.ResourceProviderBase>(new ResourceProviderService(provider, engine, log), new ServedMethods(log));

    public static GrpcServer For<[DynamicallyAccessedMembers(Members)] TService>(TService service, IServiceMethodProvider<TService> methods)
        where TService : class
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        collection.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        collection.AddGrpc(options => options.MaxReceiveMessageSize = options.MaxSendMessageSize = MaxMessageLength);
        collection.RemoveAll(typeof(IServiceMethodProvider<>));
        collection.AddSingleton(methods);
        collection.AddSingleton(service);
        var services = collection.BuildServiceProvider();
        return new GrpcServer(services, new Application(services).Map<TService>());
    }

    /// <returns>The port, chosen by the system.</returns>
    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        await _server.StartAsync(_application, cancellationToken);
        var address = _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return int.Parse(address.AsSpan(address.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Takes no more calls, and waits for those that run; when <paramref name="cancellationToken"/> says so, it cuts them.
    /// </summary>
    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    public void Dispose()
    {
        _server.Dispose();
        _services.Dispose();
    }

    private static KestrelServerOptions KestrelOptions()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);

        // A message has a limit of its own. The engine may be silent, or slow to read, for as long as a person thinks about a prompt.
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;

        // Not infinite: Kestrel adds it to the clock, overflows, and closes every connection that is idle at its next heartbeat.
        options.Limits.KeepAliveTimeout = MaxSilence;
        options.Limits.Http2.MaxStreamsPerConnection = MaxCallsPerConnection;
        return options;
    }

    /// <summary>Finds the method by the path alone. Routing, and the time that it takes to start, are left out.</summary>
    private sealed class Application(IServiceProvider services) : IHttpApplication<HttpContext>, IEndpointRouteBuilder
    {
        private readonly Dictionary<string, RequestDelegate> _methods = new(StringComparer.Ordinal);
        private RequestDelegate _unimplemented = null!;

        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public Application Map<[DynamicallyAccessedMembers(Members)] TService>()
            where TService : class
        {
            this.MapGrpcService<TService>();
            foreach (var endpoint in DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>())
            {
                // A pattern with parameters is the library's own answer to methods that are not there.
                _unimplemented = endpoint.RoutePattern.Parameters.Count > 0 ? endpoint.RequestDelegate! : _unimplemented;
                _methods.Add(endpoint.RoutePattern.RawText!, endpoint.RequestDelegate!);
            }

            return this;
        }

        public HttpContext CreateContext(IFeatureCollection contextFeatures) =>
            new DefaultHttpContext(contextFeatures) { RequestServices = services };

        public Task ProcessRequestAsync(HttpContext context)
        {
            if (HttpMethods.IsPost(context.Request.Method))
            {
                return _methods.GetValueOrDefault(context.Request.Path.Value ?? "", _unimplemented)(context);
            }

            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }

        IApplicationBuilder IEndpointRouteBuilder.CreateApplicationBuilder() => throw new NotSupportedException();
    }
}
