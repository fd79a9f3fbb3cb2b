using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Ovh;

/// <summary>The OVHcloud API as this provider uses it: one method per route.</summary>
internal sealed class OvhApi : IDisposable
{
    private readonly OvhTransport _transport;

    private OvhApi(OvhSettings settings, OvhTransport transport)
    {
        _transport = transport;
        Endpoint = settings.Endpoint;
        IsAnonymous = settings.Credentials is Credentials.Anonymous;
        Carts = new CartApi(transport);
        Orders = new OrderApi(transport);
        Projects = new CloudProjectApi(transport);
        Services = new ServiceApi(transport);
        Me = new MeApi(transport);
        Auth = new AuthApi(transport);
    }

    public OvhEndpoint Endpoint { get; }

    public Site Site => Endpoint.Site;

    /// <summary>No credentials: quotes and offers work, accounts and orders do not.</summary>
    public bool IsAnonymous { get; }

    /// <summary>The API's clock, as far as its answers have told it.</summary>
    public TimeProvider Time => _transport.Time;

    public CartApi Carts { get; }

    public OrderApi Orders { get; }

    public CloudProjectApi Projects { get; }

    public ServiceApi Services { get; }

    public MeApi Me { get; }

    public AuthApi Auth { get; }

    /// <summary>Makes the client; nothing is sent before the first call.</summary>
    /// <param name="socket">What sends, in place of real sockets.</param>
    /// <param name="log">One line per attempt, for maintainers; never a secret, a body or a query value.</param>
    public static OvhApi Connect(
        OvhSettings settings, TimeProvider time, Func<double> chance, HttpMessageHandler? socket = null, Action<string>? log = null) =>
        new(settings, new OvhTransport(settings, time, chance, socket, log));

    public void Dispose() => _transport.Dispose();
}
