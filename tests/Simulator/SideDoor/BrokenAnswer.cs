using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiOvhOrder.Simulator.Http;

namespace PulumiOvhOrder.Simulator.SideDoor;

/// <summary>An answer that is not what the API would send, and says so in nothing but its body.</summary>
internal static class BrokenAnswer
{
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ApiAnswer Of(ApiAnswer answer, Fault fault) => fault.Kind switch
    {
        FaultKind.Shorten => answer with { Body = answer.Body[..fault.BytesOf(answer.Body)] },
        FaultKind.Remove => answer with { Body = Changed(answer.Body, fault.Place, Remove) },
        _ => answer with { Body = Changed(answer.Body, fault.Place, (parent, key) => Replace(parent, key, fault.Body)) },
    };

    /// <returns>What the answer is afterwards; the change says what stands at the top where it is that which is changed.</returns>
    private static byte[] Changed(byte[] body, string place, Func<JsonNode?, string, JsonElement?> change)
    {
        var document = body.Length == 0 ? throw NotThere(place) : JsonNode.Parse(body);
        if (place.Length == 0)
        {
            return change(null, "") is { } top ? JsonSerializer.SerializeToUtf8Bytes(top, AsItIs) : [];
        }

        var keys = place.Split('/').Skip(1)
            .Select(k => k.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
        change(keys.SkipLast(1).Aggregate(document, Inside), keys[^1]);
        return JsonSerializer.SerializeToUtf8Bytes(document, AsItIs);
    }

    private static JsonNode? Inside(JsonNode? node, string key) => node switch
    {
        JsonObject members when members.TryGetPropertyValue(key, out var value) => value,
        JsonArray elements when IndexIn(elements, key) is { } index => elements[index],
        _ => throw NotThere(key),
    };

    private static JsonElement? Remove(JsonNode? parent, string key)
    {
        switch (parent)
        {
            case JsonObject members when members.Remove(key):
                break;
            case JsonArray elements when IndexIn(elements, key) is { } index:
                elements.RemoveAt(index);
                break;
            case null when key.Length == 0:
                break;
            default:
                throw NotThere(key);
        }

        return null;
    }

    private static JsonElement? Replace(JsonNode? parent, string key, JsonElement? value)
    {
        switch (parent)
        {
            case JsonObject members when members.ContainsKey(key):
                members[key] = Node(value);
                break;
            case JsonArray elements when IndexIn(elements, key) is { } index:
                elements[index] = Node(value);
                break;
            case null when key.Length == 0:
                return value ?? JsonSerializer.SerializeToElement<object?>(null);
            default:
                throw NotThere(key);
        }

        return null;
    }

    private static JsonNode? Node(JsonElement? value) => value is { } element ? JsonNode.Parse(element.GetRawText()) : null;

    private static int? IndexIn(JsonArray elements, string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < elements.Count ? index : null;

    /// <summary>A fault that changes nothing is a mistake in a test.</summary>
    private static ApiException NotThere(string key) =>
        ApiException.Of(500, "Simulator::Failed", $"the answer that a fault is to change has no '{key}'");
}
