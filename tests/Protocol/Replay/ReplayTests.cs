using System.Text.Json.Nodes;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Simulator;

namespace PulumiOvhOrder.Tests.Protocol.Replay;

/// <summary>
/// Every request that the real engine was recorded to send is sent to the real provider, process by process. The answers of the recorded
/// stand-in say what kind of answer the engine can do with; where ours must be of another kind, the reason stands here.
/// </summary>
public sealed class ReplayTests(ReplaySimulator simulator) : IClassFixture<ReplaySimulator>
{
    private const string KeysMissing = "application key needs applicationKey, applicationSecret and consumerKey";

    /// <summary>Calls that touch nothing outside: a failure of theirs would be ours.</summary>
    private static readonly HashSet<string> Pure =
        ["Handshake", "GetPluginInfo", "GetSchema", "CheckConfig", "DiffConfig", "Configure", "Check", "Diff", "Cancel"];

    /// <summary>Scenarios in which the stand-in was told to fail or to differ in calls that we answer by the rules.</summary>
    private static readonly string[] ScriptedFailures =
        ["j-configure-errors", "j-revoked-credential", "r-check-failure", "h-import-command-check-fails"];

    public static TheoryData<string, string> Recordings()
    {
        var data = new TheoryData<string, string>();
        foreach (var engine in new[] { TranscriptFile.Current, TranscriptFile.Oldest })
        {
            foreach (var name in TranscriptFile.Names(engine))
            {
                data.Add(engine, name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Every_recorded_request_gets_a_well_formed_answer_of_the_recorded_kind(string engine, string name)
    {
        simulator.Host.Reset();
        foreach (var process in TranscriptFile.Load(name, engine).Calls.GroupBy(c => c.Process))
        {
            using var provider = await ReplayedProvider.StartAsync();
            foreach (var call in process)
            {
                var answer = await provider.SendAsync(call.Method, WithEndpoint(call, simulator.Host.BaseUri));
                if (Problem(call, answer, name) is { } problem)
                {
                    Assert.Fail($"{call.Method} of process {call.Process} in {name}: {problem}\n{call.Request.ToJsonString()}");
                }
            }
        }

        simulator.Host.Summary().UnknownCalls.ShouldBe(0);
    }

    /// <summary>The recorded programs configure halves of credentials, which the stand-in took and ours rightly refuses.</summary>
    private static string? Problem(TranscriptCall call, ReplayedAnswer answer, string name)
    {
        if (answer.Error is { } error)
        {
            return error.Status.Detail.Contains("this is a bug", StringComparison.Ordinal) ? error.Status.Detail
                : Pure.Contains(call.Method) && call.Error is null ? $"failed: {error.Status.Detail}"
                : error.Status.Detail.Length == 0 ? "failed without a word"
                : null;
        }

        return call.Method switch
        {
            "Check" or "CheckConfig" when call.Response?["failures"] is null
                && ((CheckResponse)answer.Message!).Failures is { Count: > 0 } failures
                && !failures.All(f => f.Reason.Contains(KeysMissing, StringComparison.Ordinal)) => $"refused: {failures}",
            "Diff" when call.Response is { } recorded => DiffProblem(recorded, (DiffResponse)answer.Message!, name),
            "Create" when !((CreateRequest)answer.Request).Preview && ((CreateResponse)answer.Message!).Id.Length == 0 =>
                "created without an id",
            _ => null,
        };
    }

    /// <summary>None, update or replacement, as recorded; but what cannot concern a delivered project is no difference to us.</summary>
    private static string? DiffProblem(JsonObject recorded, DiffResponse ours, string name)
    {
        if (ScriptedFailures.Any(name.StartsWith))
        {
            return null;
        }

        var expected = (recorded["replaces"] as JsonArray)?.Count > 0 ? "replace"
            : (string?)recorded["changes"] == "DIFF_SOME" ? "change"
            : "same";
        var actual = ours.Replaces.Count > 0 ? "replace" : ours.Changes == DiffResponse.Types.DiffChanges.DiffSome ? "change" : "same";
        return expected == actual || DeliberatelyDifferent.Contains((Scenario(name), expected, actual))
            ? null
            : $"recorded {expected}, answered {actual}: {ours.DetailedDiff}";
    }

    private static string Scenario(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>
    /// k: the recorded state is a pending cart, which the stand-in replaces and we rebuild in place. h: an import cannot know how the
    /// project was to be ordered, so that whatever the program says of it is right. l: neither state nor inputs know the plan, which ours
    /// always do, and nothing is ordered again on a guess.
    /// </summary>
    private static readonly HashSet<(string Scenario, string Recorded, string Ours)> DeliberatelyDifferent =
    [
        ("k-unknown-inputs", "replace", "change"),
        ("k-unknown-delete-first", "replace", "change"),
        ("h-import-option-extra-inputs", "change", "same"),
        ("l-unknown-provider-config", "replace", "same"),
    ];

    /// <summary>The recorded stand-in talked to no API; ours is given the simulator, and nothing else is in reach.</summary>
    private static JsonObject WithEndpoint(TranscriptCall call, Uri endpoint)
    {
        var request = (JsonObject)call.Request.DeepClone();
        if (call.Method == "Configure" && request["args"] is JsonObject args)
        {
            args["endpoint"] = endpoint.ToString();
            args["accessToken"] = "at";
            foreach (var key in new[] { "applicationKey", "applicationSecret", "consumerKey", "clientId", "clientSecret" })
            {
                args.Remove(key);
            }
        }

        return request;
    }
}

/// <summary>One simulator for all recordings; each begins with an empty one.</summary>
public sealed class ReplaySimulator : IAsyncLifetime
{
    internal SimulatorHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await SimulatorHost.StartAsync(new SimulatorOptions());

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
