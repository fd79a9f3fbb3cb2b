using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PulumiOvhOrder.Faults.Cases;
using PulumiOvhOrder.Faults.Environments;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Simulator;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>
/// What a user of one stack and one account goes through. Every command starts the plugin again, over HTTP/2, against a simulator of the
/// scenario's own; all waits are on one clock, which jumps to whatever is waited for.
/// </summary>
internal sealed class Scenario : IAsyncDisposable
{
    public const string Urn = Scenarios.Urn;

    /// <summary>A run that hangs is a failed test.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TestEnvironment _environment;
    private readonly ManualTimeProvider? _clock;

    private Scenario(TestEnvironment environment, ManualTimeProvider? clock)
    {
        _environment = environment;
        _clock = clock;
    }

    public ManualTimeProvider Clock => _clock ?? throw new InvalidOperationException("this scenario is told in real time");

    public TestEnvironment TestEnvironment => _environment;

    /// <summary>On the scenario's clock, from Ctrl-C to the end of the run.</summary>
    public TimeSpan WaitedAfterInterrupt { get; private set; }

    /// <summary>The API, with its side door.</summary>
    public SimulatorHost Ovh => _environment.Simulator;

    public string Output => _environment.Output;

    /// <summary>The one order there is.</summary>
    public OrderRecord Order => Ovh.Orders().ShouldHaveSingleItem();

    /// <summary>As the state has it; null when the state has none.</summary>
    public ResourceState? Resource => _environment.State.Load().Find(Urn);

    /// <param name="account">How the account and the API behave, as the side door takes it.</param>
    public static Task<Scenario> BeginAsync(string account = "{}") => BeginAsync(account, new ManualTimeProvider());

    /// <summary>For a plugin that is a process of its own: it has the machine's clock.</summary>
    public static Task<Scenario> BeginInRealTimeAsync(string account = "{}") => BeginAsync(account, clock: null);

    /// <summary>On the US site, where an order records nothing but its plan.</summary>
    public static async Task<Scenario> BeginUsAsync(string account = "{}")
    {
        var scenario = await BeginAsync(account, new ManualTimeProvider(), new SimulatorOptions { Site = Site.Us });
        scenario.Ovh.Configure(settings => settings.UsDetailExtension = false);
        return scenario;
    }

    private static async Task<Scenario> BeginAsync(string account, ManualTimeProvider? clock, SimulatorOptions? options = null)
    {
        var environment = await TestEnvironment.StartAsync(clock, options);
        environment.Simulator.Configure(account);
        return new Scenario(environment, clock);
    }

    /// <summary>A program with the one project.</summary>
    public static string Program(params string[] properties) => Scenarios.Program(["description: Website", .. properties]);

    public static string WithOptions(string program, params string[] options) =>
        program + "    options:\n" + string.Concat(options.Select(o => $"      {o}\n"));

    /// <summary>The same project, renamed in the program.</summary>
    public static string WithAlias(string program) => WithOptions(
        program.Replace("  cloud-project:\n", "  platform:\n", StringComparison.Ordinal), "aliases: [cloud-project]");

    /// <summary>As after a killed engine, or a state that could not be written: what was made is not in the state.</summary>
    public void LoseState() => _environment.State = new MemoryState();

    /// <summary>
    /// As where the engine reads nothing before a Create: <c>--run-program</c>, a changed provider configuration, or an engine without
    /// <c>supportsRefreshBeforeUpdate</c>.
    /// </summary>
    public void ForgetRefreshBeforeUpdate() => ChangeState(resource => resource with { RefreshBeforeUpdate = false });

    /// <summary>As <c>pulumi state</c> does, without the provider.</summary>
    public void ChangeState(Func<ResourceState, ResourceState> change)
    {
        var state = _environment.State.Load();
        _environment.State.Save(state with { Resources = [.. state.Resources.Select(change)] });
    }

    public void Set(string key, string value) => _environment.Settings = _environment.Settings.SetItem(key, value);

    /// <summary>In place of the application key.</summary>
    public void UseServiceAccount()
    {
        foreach (var key in new[] { "applicationKey", "applicationSecret", "consumerKey" })
        {
            Set(key, "");
        }

        Set("clientId", "ci");
        Set("clientSecret", "cs");
    }

    public Task<RunResult> UpAsync(string? program = null, RunOptions? run = null) =>
        InTimeAsync(_environment.UpAsync(program ?? Program(), run));

    /// <summary>Ctrl-C as soon as a call was processed, which is not answered before the run has ended.</summary>
    /// <param name="nth">Among the calls of this kind, from 1.</param>
    public async Task<RunResult> UpInterruptedAsync(string method, string path, int nth = 1, string? program = null)
    {
        using var interrupt = new CancellationTokenSource();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = CallsTo(method, path);
        var interruptedAt = default(DateTimeOffset);
        On(FaultMoment.After, method, path, async _ =>
        {
            if (CallsTo(method, path) == before + nth)
            {
                interruptedAt = Clock.GetUtcNow();
                await interrupt.CancelAsync();
                await ended.Task;
            }
        });
        var result = await InTimeAsync(_environment.UpAsync(program ?? Program(), null, interrupt.Token));
        WaitedAfterInterrupt = Clock.GetUtcNow() - interruptedAt;
        ended.SetResult();
        Ovh.Watcher = null;
        return result;
    }

    /// <summary>From two machines at the same time, each with a state of its own; that of one that succeeded is kept.</summary>
    /// <param name="meetAt">The method and path of the calls at which they wait for each other, before these are carried out.</param>
    public Task<(RunResult First, RunResult Second)> UpTwiceAtOnceAsync(params (string Method, string Path)[] meetAt) =>
        UpTwiceAtOnceAsync(Program(), meetAt);

    /// <inheritdoc cref="UpTwiceAtOnceAsync(ValueTuple{string, string}[])"/>
    public async Task<(RunResult First, RunResult Second)> UpTwiceAtOnceAsync(
        string program, params (string Method, string Path)[] meetAt)
    {
        var meetings = meetAt.Select(at => (At: at, Met: new Meeting(2))).ToList();
        Ovh.Watcher = (call, moment) => moment == FaultMoment.Before
            && meetings.Find(m => PathPattern.Matches(m.At.Method, m.At.Path, call.Method, call.Path)).Met is { } met
                ? met.ArriveAsync()
                : Task.CompletedTask;
        var (first, state, start) = (_environment.UpAsync(program), _environment.State, _environment.State.Load());
        LoseState();
        _environment.State.Save(start);
        var second = _environment.UpAsync(program);
        _ = Task.WhenAny(first, second).ContinueWith(_ => meetings.ForEach(m => m.Met.End()), TaskScheduler.Default);
        await InTimeAsync(Task.WhenAll(first, second));
        _environment.State = (await first).Succeeded ? state : _environment.State;
        Ovh.Watcher = null;
        return (await first, await second);
    }

    /// <summary>Orders without an end: the run is over, its order is not.</summary>
    public async Task OrderUnfinishedAsync()
    {
        (await UpInterruptedAsync("GET", "/me/order/*/status", nth: 2)).Succeeded.ShouldBeFalse();
        ShouldHave(orders: 1, payments: 1, projects: 0);
    }

    public Task<RunResult> PreviewAsync(string? program = null) => UpAsync(program, new RunOptions { PreviewOnly = true });

    public Task<RunResult> RefreshAsync(string? program = null) => InTimeAsync(_environment.RefreshAsync(program ?? Program()));

    public Task<RunResult> DestroyAsync(string? program = null) => InTimeAsync(_environment.DestroyAsync(program ?? Program()));

    public Task<RunResult> ImportAsync(string id, string? program = null) =>
        InTimeAsync(_environment.ImportAsync(program ?? Program(), id));

    /// <summary>The next call of this kind goes wrong.</summary>
    /// <param name="times">How many in a row; 0: until the scenario <see cref="HealAll"/>s.</param>
    /// <param name="nth">The first one, from 1.</param>
    /// <param name="body">JSON; null: as the API would answer with that status.</param>
    /// <param name="retryAfter">Seconds.</param>
    public void Fault(
        string method,
        string path,
        FaultKind kind,
        int? status = null,
        int times = 1,
        int nth = 1,
        string? body = null,
        int? retryAfter = null) =>
        Ovh.AddFaults(new Fault
        {
            Method = method,
            Path = path,
            Kind = kind,
            Status = status,
            Times = times,
            Nth = nth,
            Body = body is null ? null : JsonDocument.Parse(body).RootElement,
            Headers = retryAfter is { } seconds ? new Dictionary<string, string> { ["Retry-After"] = $"{seconds}" } : [],
        });

    /// <summary>One value of the answers of this kind is another.</summary>
    /// <param name="place">As a JSON pointer.</param>
    /// <param name="value">JSON.</param>
    /// <param name="times">How many in a row; 0: until the scenario <see cref="HealAll"/>s.</param>
    public void Replace(string method, string path, string place, string value, int times = 1) => Ovh.AddFaults(new Fault
    {
        Method = method,
        Path = path,
        Kind = FaultKind.Replace,
        Place = place,
        Times = times,
        Body = JsonDocument.Parse(value).RootElement,
    });

    public void HealAll() => Ovh.ClearFaults();

    /// <summary>A run that ends without knowing what became of its checkout: the answer is lost, and the cart cannot be read.</summary>
    public async Task LoseCheckoutAsync(string? program = null)
    {
        var watcher = Ovh.Watcher;
        Fault("POST", "/order/cart/*/checkout", FaultKind.DropAfter);
        Ovh.Watcher = async (call, at) =>
        {
            if (at == FaultMoment.Before && PathPattern.Matches("POST", "/order/cart/*/checkout", call.Method, call.Path))
            {
                Fault("GET", "/order/cart/*", FaultKind.Status, 403, times: 0);
            }

            await (watcher?.Invoke(call, at) ?? Task.CompletedTask);
        };
        (await UpAsync(program)).Succeeded.ShouldBeFalse(Output);
        Ovh.Watcher = watcher;
        HealAll();
    }

    /// <summary>Someone orders a project without this provider, and does not pay it.</summary>
    /// <param name="tag">The cart's description.</param>
    public async Task OrderByHandAsync(string description, string planCode, string subsidiary, string? tag = null)
    {
        var expire = Clock.GetUtcNow().AddDays(3);
        var cart = (await PostAsync("/order/cart", new { ovhSubsidiary = subsidiary, description = tag, expire }))
            .GetProperty("cartId").GetString();
        await PostAsync($"/order/cart/{cart}/assign", new { });
        var item = (await PostAsync($"/order/cart/{cart}/cloud", new { planCode, duration = "P1M", pricingMode = "default", quantity = 1 }))
            .GetProperty("itemId");
        await PostAsync($"/order/cart/{cart}/item/{item}/configuration", new { label = "description", value = description });
        await PostAsync($"/order/cart/{cart}/checkout", new { });
    }

    /// <summary>A call by someone else.</summary>
    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var api = new HttpClient();
        using var request = new HttpRequestMessage(method, Ovh.BaseUri + path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "at");
        using var answer = await api.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).Clone();
    }

    /// <summary>Does something just after a call was processed and before it is answered.</summary>
    public void Then(string method, string path, Action<CallRecord> then) => On(FaultMoment.After, method, path, call =>
    {
        then(call);
        return Task.CompletedTask;
    });

    public void On(FaultMoment moment, string method, string path, Func<CallRecord, Task> then) => Ovh.Watcher = (call, at) =>
        at == moment && PathPattern.Matches(method, path, call.Method, call.Path) ? then(call) : Task.CompletedTask;

    public int CallsTo(string method, string path) => Ovh.Calls().Count(c => PathPattern.Matches(method, path, c.Method, c.Path));

    /// <summary>What was ever ordered and paid, and what there is.</summary>
    public Expected Counts
    {
        get
        {
            var summary = Ovh.Summary();
            return new Expected(summary.Orders, summary.Payments, summary.Projects, summary.OpenCarts);
        }
    }

    public void ShouldHave(int orders, int payments, int projects, int openCarts = 0)
    {
        Counts.ShouldBe(new Expected(orders, payments, projects, openCarts), Output);
        Ovh.Summary().UnknownCalls.ShouldBe(0);
    }

    /// <summary>One order, one payment, one project; the state has all of it, and the next run finds nothing to do.</summary>
    public async Task ShouldBeWholeAsync(string? program = null)
    {
        ShouldHave(orders: 1, payments: 1, projects: 1);
        await ShouldBeSettledAsync(program);
        Resource!.Id.ShouldBe(Order.ProjectId);
    }

    /// <summary>The state is complete, and the next run finds nothing to do.</summary>
    public async Task ShouldBeSettledAsync(string? program = null)
    {
        var result = await UpAsync(program);
        result.ShouldSucceed(this);
        result.Steps.Where(s => s.Urn == Urn).ShouldAllBe(s => s.Op == StepOp.Same || s.Op == StepOp.Refresh, Output);
        Resource.ShouldNotBeNull();
        Resource.InitErrors.ShouldBeEmpty();
        Resource.RefreshBeforeUpdate.ShouldBe((Resource.Outputs["cartId"] ?? Resource.Outputs["orderDate"]) is not null,
            "the engine shows it as long as its cart can be found");
        Resource.Outputs["stage"].ShouldBe(PropertyValue.Of("delivered"));
    }

    /// <summary>The state knows what exists although the run failed.</summary>
    public void ShouldBeUnfinishedAs(string id)
    {
        Resource.ShouldNotBeNull(Output);
        Resource.Id.ShouldBe(id);
        Resource.InitErrors.ShouldHaveSingleItem();
        Resource.RefreshBeforeUpdate.ShouldBeTrue();
    }

    public ValueTask DisposeAsync() => _environment.DisposeAsync();

    private async Task<T> InTimeAsync<T>(Task<T> run)
    {
        if (_clock is not null)
        {
            await _clock.RunThroughWaitsAsync(run).WaitAsync(Patience, TimeProvider.System);
        }

        return await run.WaitAsync(Patience, TimeProvider.System);
    }
}

internal static class ScenarioResults
{
    public static void ShouldSucceed(this RunResult result, Scenario scenario) => result.Succeeded.ShouldBeTrue(scenario.Output);

    /// <summary>Fails with one error that has all these words.</summary>
    public static void ShouldFail(this RunResult result, params string[] saying)
    {
        result.Succeeded.ShouldBeFalse(string.Join('\n', result.Diagnostics));
        var error = result.Diagnostics.Where(d => d.Severity == LogSeverity.Error && d.Urn is not null).ShouldHaveSingleItem().Message;
        foreach (var words in saying)
        {
            error.ShouldContain(words, Case.Sensitive, error);
        }
    }

    /// <summary>All that was said and stays.</summary>
    public static string Words(this RunResult result) => string.Join('\n', result.Diagnostics.Select(d => d.Message));

    public static IEnumerable<string> Warnings(this RunResult result) =>
        result.Diagnostics.Where(d => d.Severity == LogSeverity.Warning).Select(d => d.Message);
}

/// <summary>Who arrives waits until so many have arrived.</summary>
internal sealed class Meeting(int count)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = count;

    public Task ArriveAsync()
    {
        if (Interlocked.Decrement(ref _left) <= 0)
        {
            End();
        }

        return _ended.Task;
    }

    public void End() => _ended.TrySetResult();
}
