using System.Text.Json.Nodes;
using Grpc.Core;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>One answered call of a recorded conversation.</summary>
/// <param name="Process">1, 2, … in the order in which the engine started provider processes during the command.</param>
/// <param name="Request">Protobuf JSON.</param>
/// <param name="Response">Protobuf JSON; null when the call failed.</param>
/// <param name="Error">As Go's gRPC prints it, <c>rpc error: code = … desc = …</c>; null when the call succeeded.</param>
internal sealed record TranscriptCall(int Process, string Method, JsonObject Request, JsonObject? Response, string? Error)
{
    /// <summary>The resource's URN or the function's token; empty for calls that are about neither.</summary>
    public string Subject => (string?)Request["urn"] ?? (string?)Request["tok"] ?? "";

    /// <summary>Go spells one of the codes in the American way.</summary>
    public StatusCode Code => Error is null
        ? StatusCode.OK
        : Enum.Parse<StatusCode>(Between("code = ", " desc").Replace("Canceled", "Cancelled", StringComparison.Ordinal));

    public string Message => Error is null ? "" : Between("desc = ", null);

    private string Between(string start, string? end)
    {
        var from = Error!.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return end is null ? Error[from..] : Error[from..Error.IndexOf(end, from, StringComparison.Ordinal)];
    }
}

/// <summary>One command's conversation with the provider, as recorded from the Pulumi engine; see Transcripts/README.md.</summary>
internal sealed record TranscriptFile(string Name, IReadOnlyList<TranscriptCall> Calls)
{
    public const string Current = "3.259.0";
    public const string Oldest = "3.220.0";

    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "Transcripts");

    public static IEnumerable<string> Names(string engine = Current)
        => System.IO.Directory.EnumerateFiles(Path.Combine(Directory, engine), "*.jsonl")
            .Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    /// <param name="name">As in <c>f-partial-id-swap.3-up</c>.</param>
    public static TranscriptFile Load(string name, string engine = Current) => new(
        name,
        [.. File.ReadLines(Path.Combine(Directory, engine, name + ".jsonl"))
            .Select(line => JsonNode.Parse(line)!.AsObject())
            .Where(call => (string)call["progress"]! == "response_completed")
            .Select(call => new TranscriptCall(
                (int)call["process"]!,
                (string)call["method"]!,
                call["request"] as JsonObject ?? [],
                call["response"] as JsonObject,
                (call["errors"] as JsonArray)?.FirstOrDefault()?.GetValue<string>()))]);
}
