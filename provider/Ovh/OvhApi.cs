using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Ovh;

/// <summary>The OVHcloud API as this provider uses it: one method per route.</summary>
internal sealed class OvhApi : IDisposable
{
    private readonly OvhSettings _settings;
    private readonly CallChain _chain;

    private OvhApi(OvhSettings settings, CallChain chain, bool keepsAnswers)
    {
        _settings = settings;
        _chain = chain;
        KeepsAnswers = keepsAnswers;
        Endpoint = settings.Endpoint;
        IsAnonymous = settings.Credentials is Credentials.Anonymous;
        Carts = chain.Api<ICartApi>(keepsAnswers);
        Orders = chain.Api<IOrderApi>(keepsAnswers);
        Projects = chain.Api<ICloudProjectApi>(keepsAnswers);
        Services = chain.Api<IServiceApi>(keepsAnswers);
        Me = chain.Api<IMeApi>(keepsAnswers);
        Auth = chain.Api<IAuthApi>(keepsAnswers);
        Iam = chain.Iam;
    }

    public OvhEndpoint Endpoint { get; }

    public Site Site => Endpoint.Site;

    /// <summary>No credentials: quotes and offers work, accounts and orders do not.</summary>
    public bool IsAnonymous { get; }

    /// <summary>The API's clock, as far as its answers have told it.</summary>
    public TimeProvider Time => _chain.Time;

    /// <summary>What was read serves equal reads for a moment, and may be as old.</summary>
    public bool KeepsAnswers { get; }

    public ICartApi Carts { get; }

    public IOrderApi Orders { get; }

    public ICloudProjectApi Projects { get; }

    public IServiceApi Services { get; }

    public IMeApi Me { get; }

    public IAuthApi Auth { get; }

    /// <summary>Null where the endpoint's URL does not tell where version 2 of the API is.</summary>
    public IIamApi? Iam { get; }

    /// <summary>Makes the client; nothing is sent before the first call.</summary>
    /// <param name="socket">What sends, in place of real sockets.</param>
    /// <param name="log">One line per attempt, for maintainers; never a secret, a body or a query value.</param>
    public static OvhApi Connect(
        OvhSettings settings, TimeProvider time, Func<double> chance, HttpMessageHandler? socket = null, Action<string>? log = null) =>
        new(settings, new CallChain(settings, time, chance, socket, log), keepsAnswers: false);

    /// <summary>The same API for what only tells, and never decides: previews of many resources ask the account the same.</summary>
    public OvhApi ForPreviews() => new(_settings, _chain, keepsAnswers: true);

    public void Dispose() => _chain.Dispose();
}
