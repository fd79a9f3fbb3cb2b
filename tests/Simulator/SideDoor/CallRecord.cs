using System.Text.Json.Serialization;

namespace PulumiOvhOrder.Simulator.SideDoor;

public sealed record CallRecord
{
    public required string Method { get; init; }

    /// <summary>The API's path, without the version prefix and the query.</summary>
    public required string Path { get; init; }

    /// <summary>As sent, without the question mark; empty if none.</summary>
    public required string Query { get; init; }

    /// <summary>0 while unanswered and where the connection was cut instead of an answer.</summary>
    public required int Status { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The body of the answer; empty while unanswered. Only for tests in process.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> Answer { get; init; }

    /// <summary>The API has no such route.</summary>
    public required bool Unknown { get; init; }
}
