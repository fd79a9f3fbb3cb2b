using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Resources.CloudProject;

namespace PulumiOvhOrder.Tests.Unit.Ordering.Laws;

/// <summary>
/// One plugin process: the real resource over the simulated API. It has a clock of its own, which no one moves any more once it was
/// killed, so that nothing that it had begun goes on; what still ran then on another thread reaches the API no more.
/// </summary>
internal sealed class ScriptedProcess : HttpMessageHandler, IEngine
{
    private const string VersionPrefix = "/1.0";

    private static readonly TimeSpan NoTimeout = TimeSpan.FromHours(1);

    private readonly TaskCompletionSource _death = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _wire = new(1);
    private readonly SimulatedApi _api;
    private readonly FaultScript _script;
    private readonly int _run;

    public ScriptedProcess(SimulatedApi api, FaultScript script, int run, ManualTimeProvider clock, bool adoptEarlierOrders = true)
    {
        (_api, _script, _run, Clock) = (api, script, run, clock);
        var credentials = new Credentials.AccessToken(new Secret("at"));
        var retries = script.Chance("retries").Next(3);
        var settings = new OvhSettings(OvhEndpoint.Default, credentials, retries, NoTimeout, "test");
        Services = Composition.OrderServices(
            OvhApi.Connect(settings, clock, () => 0.5, this), credentials,
            new OrderSettings(null, PreviewQuote: false, Preflight: false, adoptEarlierOrders));
        Resource = new CloudProjectResource(Services);
    }

    public ManualTimeProvider Clock { get; }

    /// <summary>How long a request takes to the API, and its answer back; null: no time.</summary>
    public Func<TimeSpan>? Latency { get; init; }

    public OrderServices Services { get; }

    public CloudProjectResource Resource { get; }

    public bool IsDead => _death.Task.IsCompleted;

    public Operation Operation(PulumiOvhOrder.Values.Urn urn) => new(this, urn, _stop.Token);

    /// <summary>Runs what the engine does with this plugin, to its end or to the plugin's: no request arrives after that.</summary>
    public async Task RunAsync(Task work)
    {
        var end = Task.WhenAny(work, _death.Task);
        await Clock.RunAsync(end, ignore: NoTimeout / 2);
        await _wire.WaitAsync();
        await await end;
    }

    public void Kill() => _death.TrySetResult();

    public Task LogAsync(EngineSeverity severity, PulumiOvhOrder.Values.Urn? urn, string message, bool ephemeral) => Task.CompletedTask;

    public Task FlushAsync() => Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await OnTheWayAsync(cancellationToken);
        var (answer, interruption) = await ArriveAsync(request);
        switch (interruption)
        {
            case null:
                await OnTheWayAsync(cancellationToken);
                return answer ?? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
            case Interruption.Stopped:
                await _stop.CancelAsync();
                throw new OperationCanceledException(_stop.Token);
            default:
                return await Never();
        }
    }

    /// <returns>The answer, null where the connection is cut; and whom it was the end of.</returns>
    private async Task<(HttpResponseMessage? Answer, Interruption? Interruption)> ArriveAsync(HttpRequestMessage request)
    {
        await _wire.WaitAsync();
        try
        {
            if (IsDead)
            {
                return (null, Interruption.BothKilled);
            }

            var fate = _script.Next(_run, request.Method.Method, request.RequestUri!.AbsolutePath[VersionPrefix.Length..]);
            var answer = await _api.AnswerAsync(request, fate?.Fault);
            if (fate?.Interruption == Interruption.BothKilled)
            {
                Kill();
            }

            return (answer, fate?.Interruption);
        }
        finally
        {
            _wire.Release();
        }
    }

    private Task OnTheWayAsync(CancellationToken cancellationToken) =>
        Latency is { } latency ? Task.Delay(latency(), Clock, cancellationToken) : Task.CompletedTask;

    private static Task<HttpResponseMessage> Never() => new TaskCompletionSource<HttpResponseMessage>().Task;
}
