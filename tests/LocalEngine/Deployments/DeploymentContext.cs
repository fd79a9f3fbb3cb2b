using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.LocalEngine.Plugins;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.LocalEngine.State;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>What the parts of one preview or one update share.</summary>
/// <param name="replaced">URNs that the user wants replaced whatever their diffs say.</param>
internal sealed class DeploymentContext(
    string project,
    string stack,
    StackConfiguration configuration,
    Snapshot snapshot,
    Journal journal,
    PluginPool plugins,
    IReadOnlyList<string>? replaced,
    int parallel) : IDisposable
{
    private volatile bool _stopped;
    private volatile bool _failed;

    public StackConfiguration Configuration => configuration;

    public Snapshot Snapshot => snapshot;

    public Journal Journal => journal;

    public PluginPool Plugins => plugins;

    public bool Preview => journal.Preview;

    public bool IsReplaced(string urn) => replaced?.Contains(urn) == true;

    /// <summary>Resources are planned one at a time, while steps run side by side.</summary>
    public SemaphoreSlim Planning { get; } = new(1);

    public SemaphoreSlim Slots { get; } = new(parallel);

    public bool Failed => _failed;

    public string StackUrn => StackUrnOf(project, stack);

    public static string StackUrnOf(string project, string stack) => UrnOf(project, stack, ResourceTypes.Stack, $"{project}-{stack}");

    public string UrnOf(string type, string name) => UrnOf(project, stack, type, name);

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
        journal.Report(Severity.Error, urn, message);
        if (!_failed)
        {
            journal.Report(Severity.Error, null, Preview ? "preview failed" : "update failed");
        }

        Fail(goOn);
    }

    /// <summary>The first broken contract; it outranks every other failure.</summary>
    public ProviderContractException? Broken { get; private set; }

    public void Break(ProviderContractException broken)
    {
        Broken ??= broken;
        Fail();
    }

    public void ThrowIfStopped()
    {
        if (_stopped)
        {
            throw new AbandonedException();
        }
    }

    public void Dispose()
    {
        Planning.Dispose();
        Slots.Dispose();
    }

    private static string UrnOf(string project, string stack, string type, string name) => $"urn:pulumi:{stack}::{project}::{type}::{name}";
}
