using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh;

/// <summary>A client whose socket is a script, whose clock is moved by hand and whose chance is always the same.</summary>
internal sealed class ApiUnderTest : IDisposable
{
    /// <summary>Long enough that no wait of ours reaches it: tests of other waits never meet it.</summary>
    public static readonly TimeSpan NoTimeout = TimeSpan.FromHours(1);

    public static readonly Credentials.ApplicationKey ApplicationKey = new("ak", new Secret("as"), new Secret("ck"));

    public static readonly Credentials.OAuth2Client ServiceAccount = new("ci", new Secret("cs"));

    public ApiUnderTest(
        Credentials? credentials = null, int maxRetries = 4, TimeSpan? requestTimeout = null,
        OvhEndpoint? endpoint = null, double chance = 0)
    {
        var settings = new OvhSettings(
            endpoint ?? OvhEndpoint.Default,
            credentials ?? new Credentials.Anonymous(),
            maxRetries,
            requestTimeout ?? NoTimeout,
            "test/1.0");
        Api = OvhApi.Connect(settings, Clock, () => chance, Socket, Log.Add);
    }

    public ManualTimeProvider Clock { get; } = new();

    public ScriptedSocket Socket { get; } = new();

    public List<string> Log { get; } = [];

    public OvhApi Api { get; }

    /// <summary>Runs a call to its end, jumping over its waits, and says how long it waited.</summary>
    public async Task<TimeSpan> RunAsync(Func<OvhApi, Task> call)
    {
        var start = Clock.GetUtcNow();
        var work = call(Api);
        await Clock.RunAsync(work, ignore: NoTimeout / 2);
        await work;
        return Clock.GetUtcNow() - start;
    }

    public async Task<OvhApiException> FailAsync(Func<OvhApi, Task> call) => await Should.ThrowAsync<OvhApiException>(() => RunAsync(call));

    public void Dispose() => Api.Dispose();
}
