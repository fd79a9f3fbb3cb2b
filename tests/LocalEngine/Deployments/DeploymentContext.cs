using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>What the parts of one preview or one update share.</summary>
internal sealed record DeploymentContext(
    PulumiProgram Program, LocalEngineOptions Options, StackConfiguration Configuration, RunOptions Run,
    Snapshot Snapshot, Journal Journal, PluginPool Plugins) : IDisposable
{
    private readonly SemaphoreSlim _planning = new(1);
    private volatile bool _stopped;
    private volatile bool _failed;

    public bool Preview => Journal.Preview;

    public SemaphoreSlim Slots { get; } = new(Options.Parallel);

    public bool Failed => _failed;

    public string StackUrn => StackUrnOf(Program.Name, Options.Stack);

    public static string StackUrnOf(string project, string stack) =>
        $"urn:pulumi:{stack}::{project}::{ResourceTypes.Stack}::{project}-{stack}";

    public string UrnOf(string type, string name) => $"urn:pulumi:{Options.Stack}::{Program.Name}::{type}::{name}";

    /// <summary>Resources are planned one at a time, while steps run side by side.</summary>
    public async Task<T> PlanAsync<T>(string urn, Func<Task<T>> plan)
    {
        await _planning.WaitAsync();
        try
        {
            ThrowIfStopped();
            return await plan();
        }
        catch (StepException e)
        {
            throw Abandoned(urn, e.Message);
        }
        finally
        {
            _planning.Release();
        }
    }

    /// <summary>Says why something cannot be done, and fails.</summary>
    public AbandonedException Abandoned(string? urn, string message, bool goOn = false)
    {
        Journal.Report(LogSeverity.Error, urn, message);
        Fail(goOn);
        return new AbandonedException();
    }

    /// <summary>From now on nothing new is begun; what runs may finish.</summary>
    public void Stop() => _stopped = true;

    /// <summary>The result is a failure; a preview goes on all the same, to show the rest.</summary>
    public void Fail(bool goOn = false)
    {
        _failed = true;
        _stopped |= !goOn;
    }

    /// <summary>A step failed, which the stack is told once.</summary>
    public void FailStep(string urn, string message, bool goOn = false)
    {
        Journal.Report(LogSeverity.Error, urn, message);
        if (!_failed)
        {
            Journal.Report(LogSeverity.Error, null, Preview ? "preview failed" : "update failed");
        }

        Fail(goOn);
    }

    /// <summary>The first broken contract; it outranks every other failure.</summary>
    public ProviderContractException? Broken { get; set; }

    public void ThrowIfStopped()
    {
        if (_stopped)
        {
            throw new AbandonedException();
        }
    }

    public void Dispose()
    {
        _planning.Dispose();
        Slots.Dispose();
    }
}
