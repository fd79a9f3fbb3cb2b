using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Ovh;

/// <summary>The OVHcloud API as this provider uses it: one method per route.</summary>
internal sealed class OvhApi : IDisposable
{
    private readonly OvhSettings _settings;
    private readonly CallChain _chain;

    private OvhApi(OvhSettings settings, CallChain chain, OvhApi? fresh)
    {
        _settings = settings;
        _chain = chain;
        Fresh = fresh ?? this;
        KeepsAnswers = fresh is not null;
        Endpoint = settings.Endpoint;
        IsAnonymous = settings.Credentials is Credentials.Anonymous;
        Carts = chain.Api<ICartApi>(KeepsAnswers);
        Orders = chain.Api<IOrderApi>(KeepsAnswers);
        Projects = chain.Api<ICloudProjectApi>(KeepsAnswers);
        Services = chain.Api<IServiceApi>(KeepsAnswers);
        Me = chain.Api<IMeApi>(KeepsAnswers);
        Auth = chain.Api<IAuthApi>(KeepsAnswers);
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

    /// <summary>The same API for what has to be newer than another answer: nothing that was read serves again.</summary>
    public OvhApi Fresh { get; }

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
        new(settings, new CallChain(settings, time, chance, socket, log), fresh: null);

    /// <summary>The same API for what only tells, and never decides: previews of many resources ask the account the same.</summary>
    public OvhApi ForPreviews() => new(_settings, _chain, fresh: this);

    public void Dispose() => _chain.Dispose();
}
