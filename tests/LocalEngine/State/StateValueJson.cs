using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.LocalEngine.State;

/// <summary>Property values as the state file writes them: secrets in clear, as <c>plaintext</c>.</summary>
internal static class StateValueJson
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    public static JsonNode? Write(PropertyValue value) => value switch
    {
        Null => null,
        Bool b => JsonValue.Create(b.Value),
        Number n => n.Value == Math.Truncate(n.Value) && Math.Abs(n.Value) < 1e15 ? JsonValue.Create((long)n.Value) : JsonValue.Create(n.Value),
        Text t => JsonValue.Create(t.Value),
        Secret s => new JsonObject { [Signature] = SecretSignature, ["plaintext"] = Write(s.Value)?.ToJsonString() ?? "null" },
        List l => new JsonArray([.. l.Items.Select(Write)]),
        Map m => Write(m),
        Unknown => JsonValue.Create(ResourceState.UnknownId),
        Asset a => Write(a.Fields),
        _ => throw new InvalidOperationException($"{value.GetType().Name} is not kept in the state by this stand-in"),
    };

    public static JsonObject Write(Map map) => new(map.Items.Select(i => KeyValuePair.Create(i.Key, Write(i.Value))));

    public static PropertyValue Read(JsonNode? node) => node switch
    {
        null => None,
        JsonArray array => Of(array.Select(Read)),
        JsonObject o when o[Signature] is JsonValue signature && signature.GetValue<string>() == SecretSignature
            => SecretOf(Read(JsonNode.Parse((string)o["plaintext"]!))),
        JsonObject o => ReadMap(o),
        JsonValue v => v.GetValueKind() switch
        {
            JsonValueKind.True => Of(true),
            JsonValueKind.False => Of(false),
            JsonValueKind.Number => Of(v.GetValue<double>()),
            _ when v.GetValue<string>() == ResourceState.UnknownId => UnknownValue,
            _ => Of(v.GetValue<string>()),
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Map ReadMap(JsonObject? node)
        => (node ?? []).Aggregate(Map.Empty, (map, item) => map.With(item.Key, Read(item.Value)));
}
