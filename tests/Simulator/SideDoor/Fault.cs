using System.Text.Json;

namespace PulumiOvhOrder.Simulator.SideDoor;

public sealed record Fault
{
    /// <summary><c>*</c> matches any.</summary>
    public string Method { get; init; } = "*";

    /// <summary>Without the version prefix; <c>*</c> matches one segment, a last <c>**</c> everything below.</summary>
    public required string Path { get; init; }

    /// <summary>The first matching call, counted since the fault was added, that is hit; 1 is the next.</summary>
    public int Nth { get; init; } = 1;

    /// <summary>How many matching calls in a row are hit; 0 for ever.</summary>
    public int Times { get; init; } = 1;

    public required FaultKind Kind { get; init; }

    /// <summary>Null: 500, or 503 for <see cref="FaultKind.Html"/>.</summary>
    public int? Status { get; init; }

    /// <summary>Null: an error body as the API would send it with that status; JSON's null for <see cref="FaultKind.Replace"/>.</summary>
    public JsonElement? Body { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A JSON place (RFC 6901); empty for the whole answer.</summary>
    public string Place { get; init; } = "";

    /// <summary>How much of the body is sent; null: half of it.</summary>
    public int? Bytes { get; init; }

    public int DelayMs { get; init; }

    /// <summary>For <see cref="FaultKind.Delay"/>: whether it waits before or after the call is processed.</summary>
    public FaultMoment When { get; init; } = FaultMoment.After;

    /// <summary>At any call, for as long as <see cref="At"/> does not say at which.</summary>
    public static Fault Of(FaultKind kind, int? status = null) => new() { Path = "**", Kind = kind, Status = status };

    public Fault At(string method, string path, int nth) => this with { Method = method, Path = path, Nth = nth };

    /// <summary>How much is sent of a body.</summary>
    internal int BytesOf(byte[] body) => Math.Min(Bytes ?? body.Length / 2, body.Length);
}

public enum FaultMoment
{
    After,
    Before,
}
