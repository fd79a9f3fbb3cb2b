using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PulumiOvhOrder.LocalEngine.State;

/// <summary>
/// The state of a stack in the shape that <c>pulumi stack export</c> gives it; what has its usual value is left out. Secrets stand in
/// clear, as <c>plaintext</c>.
/// </summary>
internal static class StateJson
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        IgnoreReadOnlyProperties = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new Properties() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutTheUsual } },
    };

    public static string Write(StackState state) => JsonSerializer.Serialize(state, Format) + "\n";

    public static StackState Read(string json) => JsonSerializer.Deserialize<StackState>(json, Format)!;

    /// <summary>A property value as the state has it.</summary>
    public static JsonNode? Write(PropertyValue value) => value switch
    {
        Null => null,
        Bool b => JsonValue.Create(b.Value),
        Number n => JsonValue.Create(n.Value),
        Text t => JsonValue.Create(t.Value),
        Secret s => new JsonObject { [Signature] = SecretSignature, ["plaintext"] = Write(s.Value)?.ToJsonString() ?? "null" },
        List l => new JsonArray([.. l.Items.Select(Write)]),
        Map m => new JsonObject(m.Items.Select(i => KeyValuePair.Create(i.Key, Write(i.Value)))),
        _ => throw new InvalidOperationException($"{value.GetType().Name} is not kept in the state by this stand-in"),
    };

    private static PropertyValue Read(JsonNode? node) => node switch
    {
        null => None,
        JsonArray array => Of(array.Select(Read)),
        JsonObject o when o[Signature] is JsonValue signature && signature.GetValue<string>() == SecretSignature
            => SecretOf(Read(JsonNode.Parse((string)o["plaintext"]!))),
        JsonObject o => o.Aggregate(Map.Empty, (map, item) => map.With(item.Key, Read(item.Value))),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => Of(true),
            JsonValueKind.False => Of(false),
            JsonValueKind.Number => Of(node.GetValue<double>()),
            _ => Of(node.GetValue<string>()),
        },
    };

    private static void LeaveOutTheUsual(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.ShouldSerialize = (_, value) =>
                value is not (null or false or 0.0 or ICollection { Count: 0 } or Map { Items.IsEmpty: true });
        }
    }

    private sealed class Properties : JsonConverter<Map>
    {
        public override Map Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (Map)StateJson.Read(JsonNode.Parse(ref reader));

        public override void Write(Utf8JsonWriter writer, Map value, JsonSerializerOptions options) =>
            StateJson.Write(value)!.WriteTo(writer, options);
    }
}
