using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Values;

/// <summary>
/// Property values as the engine writes them into a protobuf Struct. What JSON lacks is an object with a signature under a well-known
/// key, or, for what is not known yet, one of seven well-known strings.
/// </summary>
internal static class PropertyValueCodec
{
    /// <summary>
    /// Deeper values are refused when they come in: everything that walks a value recurses. Nothing is refused on the way out, where it
    /// could be the record of an order.
    /// </summary>
    public const int MaxDepth = 200;

    private const string SignatureKey = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string ReferenceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
    private const string OutputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    private const string BytesSignature = "803fd3297a5875dc03ca845dda5d2a98";
    private const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";
    private const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";

    // In the order of UnknownKind.
    private static readonly ImmutableArray<string> Sentinels =
    [
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
        "030794c1-ac77-496b-92df-f27374a8bd58",
        "e48ece36-62e2-4504-bad9-02848725956a",
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    ];

    /// <exception cref="PropertyFormatException">The Struct is not something the engine writes.</exception>
    public static Map Decode(Struct fields) => DecodeFields(fields, 0);

    public static Struct Encode(Map map)
    {
        var fields = new Struct();
        foreach (var (key, value) in map.Items)
        {
            fields.Fields.Add(key, EncodeValue(value));
        }

        return fields;
    }

    /// <summary>True for the strings by which the engine says that something is not known yet.</summary>
    public static bool IsUnknown(string text) => Sentinels.Contains(text);

    private static Map DecodeFields(Struct fields, int depth)
    {
        var items = Map.Empty.Items.ToBuilder();
        foreach (var (key, value) in fields.Fields)
        {
            items[key] = DecodeValue(value, depth + 1);
        }

        return new Map(items.ToImmutable());
    }

    private static PropertyValue DecodeValue(Value value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new PropertyFormatException($"property values nest more than {MaxDepth} levels deep");
        }

        return value.KindCase switch
        {
            Value.KindOneofCase.BoolValue => Of(value.BoolValue),
            Value.KindOneofCase.NumberValue => Of(value.NumberValue),
            Value.KindOneofCase.StringValue => DecodeText(value.StringValue),
            Value.KindOneofCase.ListValue => Of(value.ListValue.Values.Select(item => DecodeValue(item, depth + 1))),
            Value.KindOneofCase.StructValue => DecodeObject(value.StructValue, depth),
            _ => None,
        };
    }

    private static PropertyValue DecodeText(string text)
    {
        var kind = Sentinels.IndexOf(text);
        return kind < 0 ? new Text(text) : new Unknown((UnknownKind)kind);
    }

    private static PropertyValue DecodeObject(Struct fields, int depth)
    {
        if (!fields.Fields.TryGetValue(SignatureKey, out var signature))
        {
            return DecodeFields(fields, depth);
        }

        return signature.StringValue switch
        {
            SecretSignature => new Secret(DecodeValue(Required(fields, "value"), depth + 1)),
            OutputSignature => DecodeOutput(fields, depth),
            ReferenceSignature => DecodeReference(fields, depth),
            BytesSignature => DecodeBytes(Required(fields, "value").StringValue),
            AssetSignature or ArchiveSignature => new Asset(DecodeFields(fields, depth)),
            var other => throw new PropertyFormatException($"unknown signature '{other}' in a property value"),
        };
    }

    private static Output DecodeOutput(Struct fields, int depth) => new(
        fields.Fields.TryGetValue("value", out var value) ? DecodeValue(value, depth + 1) : null,
        fields.Fields.TryGetValue("secret", out var secret) && secret.BoolValue,
        fields.Fields.TryGetValue("dependencies", out var urns) && urns.KindCase == Value.KindOneofCase.ListValue
            ? [.. urns.ListValue.Values.Select(urn => urn.StringValue)]
            : []);

    private static ResourceReference DecodeReference(Struct fields, int depth)
    {
        var id = fields.Fields.TryGetValue("id", out var field) ? DecodeValue(field, depth + 1) : null;
        return new(
            Required(fields, "urn").StringValue,
            id is Text { Value: "" } ? UnknownValue : id,
            Optional("name"),
            Optional("type"),
            Optional("packageVersion"));

        string? Optional(string key) => fields.Fields.TryGetValue(key, out var value) ? value.StringValue : null;
    }

    private static Bytes DecodeBytes(string base64)
    {
        try
        {
            return new Bytes([.. Convert.FromBase64String(base64)]);
        }
        catch (FormatException)
        {
            throw new PropertyFormatException("a byte string is not base64");
        }
    }

    private static Value Required(Struct fields, string key) =>
        fields.Fields.TryGetValue(key, out var value)
            ? value
            : throw new PropertyFormatException($"a signed property value has no '{key}'");

    private static Value EncodeValue(PropertyValue value) => value switch
    {
        Null => Value.ForNull(),
        Bool b => Value.ForBool(b.Value),
        Number n => Value.ForNumber(n.Value),
        Text t => Value.ForString(t.Value),
        Unknown u => Value.ForString(Sentinels[(int)u.Kind]),
        List l => Value.ForList([.. l.Items.Select(EncodeValue)]),
        Map m => Value.ForStruct(Encode(m)),
        Asset a => Value.ForStruct(Encode(a.Fields)),
        Secret s => Signed(SecretSignature, ("value", EncodeValue(s.Value))),
        Bytes b => Signed(BytesSignature, ("value", Value.ForString(Convert.ToBase64String(b.Value.AsSpan())))),
        Output o => Signed(
            OutputSignature,
            ("value", o.Value is null ? null : EncodeValue(o.Value)),
            ("secret", o.IsSecret ? Value.ForBool(true) : null),
            ("dependencies", o.Dependencies.IsDefaultOrEmpty ? null : Value.ForList([.. o.Dependencies.Select(Value.ForString)]))),
        ResourceReference r => Signed(
            ReferenceSignature,
            ("urn", Value.ForString(r.Urn)),
            ("id", r.Id is null ? null : r.Id == UnknownValue ? Value.ForString("") : EncodeValue(r.Id)),
            ("name", r.Name is null ? null : Value.ForString(r.Name)),
            ("type", r.Type is null ? null : Value.ForString(r.Type)),
            ("packageVersion", r.PackageVersion is null ? null : Value.ForString(r.PackageVersion))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Value Signed(string signature, params ReadOnlySpan<(string Key, Value? Value)> fields)
    {
        var signed = new Struct { Fields = { { SignatureKey, Value.ForString(signature) } } };
        foreach (var (key, value) in fields)
        {
            if (value is not null)
            {
                signed.Fields.Add(key, value);
            }
        }

        return Value.ForStruct(signed);
    }
}
