using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Ovh;

/// <summary>The OVHcloud API as this provider uses it: one method per route.</summary>
internal sealed class OvhApi : IDisposable
{
    private readonly CallChain _chain;

    private OvhApi(OvhSettings settings, CallChain chain)
    {
        _chain = chain;
        Endpoint = settings.Endpoint;
        IsAnonymous = settings.Credentials is Credentials.Anonymous;
        AreCredentialsNotKnownYet = settings.Credentials is Credentials.Anonymous { AreNotKnownYet: true };
        Carts = chain.Api<ICartApi>();
        Orders = chain.Api<IOrderApi>();
        Projects = chain.Api<ICloudProjectApi>();
        Services = chain.Api<IServiceApi>();
        Me = chain.Api<IMeApi>();
        Auth = chain.Api<IAuthApi>();
    }

    public OvhEndpoint Endpoint { get; }

    public Site Site => Endpoint.Site;

    /// <summary>No credentials: quotes and offers work, accounts and orders do not.</summary>
    public bool IsAnonymous { get; }

    /// <summary>There are none because their values are known only in the update.</summary>
    public bool AreCredentialsNotKnownYet { get; }

    /// <summary>The API's clock, as far as its answers have told it.</summary>
    public TimeProvider Time => _chain.Time;

    public ICartApi Carts { get; }

    public IOrderApi Orders { get; }

    public ICloudProjectApi Projects { get; }

    public IServiceApi Services { get; }

    public IMeApi Me { get; }

    public IAuthApi Auth { get; }

    /// <summary>Makes the client; nothing is sent before the first call.</summary>
    /// <param name="socket">What sends, in place of real sockets.</param>
    /// <param name="log">One line per attempt, for maintainers; never a secret, a body or a query value.</param>
    public static OvhApi Connect(
        OvhSettings settings, TimeProvider time, Func<double> chance, HttpMessageHandler? socket = null, Action<string>? log = null) =>
        new(settings, new CallChain(settings, time, chance, socket, log));

    public void Dispose() => _chain.Dispose();
}
