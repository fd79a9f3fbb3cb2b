using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PulumiOvhOrder.Simulator.SideDoor;

internal static class SideDoorJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        // A misspelt setting must not look as if it had been set.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static byte[] Serialize(object? value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Deserialize<T>(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize<T>(json.Span, Options) ?? throw new JsonException("null is no value here.");

    public static SimulatorSettings Copy(SimulatorSettings settings) => Merge(settings, "{}");

    /// <summary>The settings with the given ones replaced.</summary>
    public static SimulatorSettings Merge(SimulatorSettings settings, string json)
    {
        var merged = JsonSerializer.SerializeToNode(settings, Options)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject())
        {
            merged[name] = value?.DeepClone();
        }

        return merged.Deserialize<SimulatorSettings>(Options)!;
    }
}
