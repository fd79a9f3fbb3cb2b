using System.Text.RegularExpressions;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.LocalEngine;

/// <summary>
/// The local engine does what the real one did: for every recorded command the same calls to the same processes with the same contents, the
/// same end, the same state, and the same diagnostics and counts.
/// </summary>
public sealed partial class RecordedStepsTests
{
    // What this stand-in doesn't do.
    private static readonly string[] LeftOut =
    [
        "p-ctrl-c-twice.1", "p-sigterm.1",                              // the process itself is signalled
        "q-kill.1", "q-kill-then-import.1", "q-kill-update.2",          // the engine is killed
        "q-kill.2", "q-kill.7", "q-kill-then-import.2",                 // locks, repair of interrupted creations
        "r-create-crash.1",                                             // the provider's process dies
        "r-create-unknown-output.2", "r-create-unknown-output.3",       // broken contracts end the stand-in
        "r-update-unknown-output.2", "r-create-empty-id.2",
        "u-",                                                           // programs in JavaScript
        "x-",                                                           // --target, log flags
        "l-version-and-download-url",                                   // download URLs
    ];

    // What the CLI words in a way of its own.
    private static readonly string[] WordedDifferently =
    [
        "h-import-command-missing", "h-import-command-notfound",        // the reason a second time, under the stack
        "i-destroy-run-program.2", "j-rotated-credential-run-program.3", // the deleted resources a second time, as unchanged
        "n-functions.3", "n-functions.4",                               // the lines of the program
        "r-log",                                                        // the replayed provider logs nothing: see EngineTests
    ];

    public static TheoryData<string> Steps =>
        [.. TranscriptFile.Names().Where(n => !LeftOut.Any(l => n.StartsWith(l, StringComparison.Ordinal)))];

    // A call that the replayed provider waits for in vain would hang the test.
    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Steps))]
    public async Task The_engine_repeats(string name)
    {
        var step = new RecordedStep(name);
        var state = new MemoryState(step.StateBefore);
        var plugin = new ReplayedPlugin(step);
        using var output = new StringWriter();
        using var interrupt = new CancellationTokenSource();
        _ = plugin.Hanging.ContinueWith(_ => interrupt.Cancel(), TaskScheduler.Default);
        if (name.StartsWith("m-state-taint", StringComparison.Ordinal) && name[^1] != 'p')
        {
            state.Save(new StackState([.. state.Load().Resources.Select(r => r.Provider is null ? r : r with { Taint = true })], []));
        }

        var result = await step.RunAsync(plugin, state, output, interrupt.Token);

        var printed = output.ToString();
        plugin.Differences.ShouldBeEmpty(printed);
        Sequences(plugin.Calls).ShouldBe(Sequences(step.Transcript.Calls), printed);
        result.Succeeded.ShouldBe(step.Succeeded, printed);
        if (step.StateAfter is { } after)
        {
            Comparable(state.Json).ShouldBe(Comparable(after));
        }

        if (!WordedDifferently.Any(w => name.StartsWith(w, StringComparison.Ordinal)))
        {
            PrintedSections.Of(printed).ShouldBe(PrintedSections.Of(step.Text), printed);
        }
    }

    /// <summary>
    /// For each process and subject the methods in their order. What is independent may run in any order, and the last Cancel may overtake
    /// a Configure that no one waits for.
    /// </summary>
    private static List<string> Sequences(IEnumerable<TranscriptCall> calls) =>
    [
        .. calls.Where(c => c.Method != "Cancel")
            .GroupBy(c => (c.Process, Subject: new Urn(c.Subject).Name is { Length: > 0 } name ? name : c.Subject))
            .OrderBy(g => g.Key)
            .Select(g => $"{g.Key.Process} {g.Key.Subject}: {string.Join(' ', g.Select(c => c.Method))}"),
        .. calls.Where(c => c.Method == "Cancel").GroupBy(c => c.Process).OrderBy(g => g.Key).Select(g => $"{g.Key} Cancel x {g.Count()}"),
    ];

    /// <summary>In one order, and without the ids that the engine made up for providers.</summary>
    private static string Comparable(string json)
    {
        var state = StateJson.Read(ProviderId().Replace(json, "$1id"));
        var resources = state.Resources
            .Select(r => r.IsProvider ? r with { Id = "id" } : r)
            .OrderBy(r => r.Urn, StringComparer.Ordinal).ThenBy(r => r.Delete);
        return StateJson.Write(state with { Resources = [.. resources] });
    }

    [GeneratedRegex("(pulumi:providers:ovh-order::[^\"]+::)[0-9a-f-]{36}")]
    private static partial Regex ProviderId();
}
