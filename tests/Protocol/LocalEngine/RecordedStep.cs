using System.Text.Json.Nodes;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Protocol.LocalEngine;

/// <summary>One command of a recorded scenario with all that it was run with.</summary>
internal sealed class RecordedStep
{
    // The step from which a scenario uses another program than "main".
    private static readonly (string Scenario, int From, string Variant)[] Variants =
    [
        ("d-description", 2, "changed"), ("d-property-removed", 2, "changed"),
        ("e-replace", 2, "changed"), ("e-replace-create-fails", 2, "changed"), ("e-replace-delete-first", 2, "changed"),
        ("e-replace-delete-first-by-provider", 2, "changed"),
        ("f-cart-then-checkout", 2, "checkout"), ("f-cart-then-checkout-partial", 2, "checkout"), ("f-partial-and-change", 2, "changed"),
        ("f-partial-and-replacing-change", 2, "changed"),
        ("h-import-command", 2, "after"),
        ("i-removed-from-program", 2, "empty"),
        ("j-plain-to-secret", 2, "secret"),
        ("k-unknown-delete-first", 2, "replace"), ("k-unknown-inputs", 3, "replace"), ("k-unknown-inputs", 5, "update"),
        ("l-explicit-provider", 4, "credential"), ("l-explicit-provider", 6, "endpoint"),
        ("l-unknown-provider-config", 3, "changed"), ("l-unknown-provider-config", 5, "replaced"),
        ("m-custom-timeouts", 2, "changed"), ("m-ignore-changes", 2, "changed"), ("m-protect", 2, "changed"),
        ("m-protect", 4, "description"),
        ("m-rename-with-alias", 2, "renamed"), ("m-rename-without-alias", 2, "renamed"), ("m-replace-delete-fails", 2, "changed"),
        ("m-replace-on-changes", 2, "changed"), ("m-retain-on-delete", 2, "changed"), ("m-update-fails", 2, "changed"),
        ("n-functions-of-resource", 3, "changed"),
        ("o-get-then-change", 2, "other"), ("o-get-then-change", 3, "empty"),
        ("s-parallel", 3, "changed"),
    ];

    private readonly string[] _text;
    private readonly string _scenario;
    private readonly int _number;

    public RecordedStep(string name)
    {
        Transcript = TranscriptFile.Load(name);
        _text = File.ReadAllLines(PathOf(name, ".txt"));
        _scenario = name[..name.IndexOf('.', StringComparison.Ordinal)];
        _number = NumberOf(name);
        Arguments = _text[0].Split(' ')[2..];
        Told = _text[1].StartsWith("# stub: ", StringComparison.Ordinal) ? JsonNode.Parse(_text[1]["# stub: ".Length..])!.AsObject() : [];
        Succeeded = _text[^1] == "# exit status 0";
        StateAfter = ReadState(name);
    }

    public TranscriptFile Transcript { get; }

    /// <summary>The command and what the CLI printed.</summary>
    public string Text => string.Join('\n', _text);

    /// <summary>The command line, without <c>pulumi</c>.</summary>
    public string[] Arguments { get; }

    /// <summary>How the recorded provider was told to behave.</summary>
    public JsonObject Told { get; }

    public bool Succeeded { get; }

    /// <summary>Null after a preview.</summary>
    public string? StateAfter { get; }

    public string StateBefore
    {
        get
        {
            var folder = Path.Combine(TranscriptFile.Directory, TranscriptFile.Current);
            var before = Directory.EnumerateFiles(folder, $"{_scenario}.*.state.json")
                .Select(f => Path.GetFileName(f)[..^".state.json".Length])
                .Where(n => NumberOf(n) < _number).MaxBy(NumberOf);
            return before is null ? StateJson.Write(StackState.Empty) : ReadState(before)!;
        }
    }

    public string Program
    {
        get
        {
            var variant = Variants.LastOrDefault(v => v.Scenario == _scenario && v.From <= _number).Variant ?? "main";
            return File.ReadAllText(Path.Combine(TranscriptFile.Directory, "programs", $"{_scenario}.{variant}.yaml"));
        }
    }

    /// <summary>
    /// The stack's configuration, as far as the calls show it: that of the default provider, and a voucher that the program declares.
    /// </summary>
    public StackConfiguration Configuration
    {
        get
        {
            var values = StackConfiguration.Empty.Values;
            var wanted = Last("CheckConfig", r => (string)r["name"]! == "default")?["news"] as JsonObject;
            var args = Last("Configure", r => r["args"] is JsonObject a && wanted?.All(w => a.ContainsKey(w.Key)) == true);
            foreach (var (key, value) in wanted ?? [])
            {
                var plain = value is null ? None : Of((string)value!);
                values = values.Add("ovh-order:" + key, args?["args"]![key] is JsonObject ? SecretOf(plain) : plain);
            }

            var voucher = Last("Check", r => r["news"]!["voucher"] is JsonObject)?["news"]!["voucher"]!["value"];
            return new StackConfiguration(voucher is null ? values : values.Add("t:voucher", SecretOf(Of((string)voucher!))));
        }
    }

    public bool IsTold(string method, string behaviour, string urn) => (string?)Told[method] == behaviour
        && (Told["only"] is not { } only || (string)only! == new Urn(urn).Name);

    public async Task<RunResult> RunAsync(ReplayedPlugin plugin, IStateStore state, TextWriter output, CancellationToken cancellationToken)
    {
        var line = CommandLine.Parse(Arguments, output);
        var engine = new Engine(line.Options with
        {
            Plugin = plugin,
            State = state,
            ProgramText = Program,
            Configuration = Configuration,
        });
        return await engine.RunAsync(line, cancellationToken);
    }

    private JsonObject? Last(string method, Func<JsonObject, bool> which)
        => Transcript.Calls.LastOrDefault(c => c.Method == method && which(c.Request))?.Request;

    private static int NumberOf(string name)
    {
        var number = name.Split('.')[1];
        return int.Parse(number[..number.IndexOf('-', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string PathOf(string name, string extension) =>
        Path.Combine(TranscriptFile.Directory, TranscriptFile.Current, name + extension);

    private static string? ReadState(string name) => File.Exists(PathOf(name, ".state.json"))
        ? File.ReadAllText(PathOf(name, ".state.json"))
        : null;
}
