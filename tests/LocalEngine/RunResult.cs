using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.LocalEngine.Plugins;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.LocalEngine;

/// <summary>What came of a command.</summary>
/// <param name="Steps">Of the last phase, in the order of their ends; those of a preview before it are in <paramref name="Preview"/>.</param>
/// <param name="State">As it is now; after a preview, as it would be.</param>
/// <param name="Outputs">The program's; null when it didn't get to its end, or didn't run.</param>
/// <param name="Calls">To all processes of the command, the preview's included, in the order of the answers.</param>
internal sealed record RunResult(
    bool Succeeded,
    IReadOnlyList<ResourceStep> Steps,
    IReadOnlyList<Diagnostic> Diagnostics,
    StackState State,
    PropertyValue.Map? Outputs,
    IReadOnlyList<RecordedCall> Calls,
    RunResult? Preview = null);
