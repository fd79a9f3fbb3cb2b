using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.Values;

public class PropertyValueCodecTests
{
    private const string Signature = "4dabf18193072939515e22adb298388d";

    [Fact]
    public void Decode_AfterEncodeAndTheWire_GivesTheSameValue() =>
        Prop.ForAll(PropertyValues.Maps(), map =>
        {
            var wire = PropertyValueCodec.Encode(map).ToByteArray();

            return PropertyValueCodec.Decode(Struct.Parser.ParseFrom(wire)).Equals(map);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Encode_AfterDecode_GivesTheSameStruct()
    {
        var fields = JsonParser.Default.Parse<Struct>(
            """
            {
              "password": {"$sig": "1b47061264138c4ac30d75fd1eb44270", "value": {"deep": ["04da6b54-80e4-46f7-96ec-b56ff0331ba9"]}},
              "output": {"$sig": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "value": null, "secret": true, "dependencies": ["urn:a", "urn:b"]},
              "later": {"$sig": "d0e6a833031e9bbcd3f4e8bde6ca49a4"},
              "component": {"$sig": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "urn:c", "packageVersion": "1.2.3"},
              "project": {"$sig": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "urn:p", "id": "", "name": "n", "type": "t"},
              "text": {"$sig": "c44067f5952c0a294b673a41bacd8c17", "text": "hello", "hash": "h"},
              "folder": {"$sig": "0def7320c3a5731c473e5ecbe6d01bc7", "assets":
                {"a": {"$sig": "c44067f5952c0a294b673a41bacd8c17", "path": "./a"}}},
              "bytes": {"$sig": "803fd3297a5875dc03ca845dda5d2a98", "value": "AAEC/w=="},
              "nothing": null, "yes": true, "number": -1.5, "empty": {}, "none": []
            }
            """.Replace("$sig", Signature, StringComparison.Ordinal));

        var map = PropertyValueCodec.Decode(fields);

        PropertyValueCodec.Encode(map).ShouldBe(fields);
        map.Items["password"].ShouldBe(new Secret(new Map(Map.Empty.Items.Add("deep", Of([UnknownValue])))));
        map.Items["output"].ShouldBe(new Output(None, true, ["urn:a", "urn:b"]));
        map.Items["later"].ShouldBe(new Output(null, false, []));
        map.Items["component"].ShouldBe(new ResourceReference("urn:c", null, null, null, "1.2.3"));
        map.Items["project"].ShouldBe(new ResourceReference("urn:p", UnknownValue, "n", "t", null));
        map.Items["folder"].ShouldBeOfType<Asset>().Fields.Items["assets"].ShouldBeOfType<Map>().Items["a"].ShouldBeOfType<Asset>();
        map.Items["bytes"].ShouldBe(new Bytes([0, 1, 2, 255]));
        map.Items["nothing"].ShouldBe(None);
    }

    [Theory]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", 0)]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421", 1)]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9", 2)]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", 3)]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58", 4)]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a", 5)]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff", 6)]
    public void Decode_Sentinel_IsTheUnknownOfItsKind(string sentinel, int kind) =>
        Decode(Value.ForString(sentinel)).ShouldBe(new Unknown((UnknownKind)kind));

    [Fact]
    public void Decode_ValueOfNoKind_IsNull() => Decode(new Value()).ShouldBe(None);

    [Theory]
    [InlineData("""{"4dabf18193072939515e22adb298388d": "no one knows"}""", "unknown signature 'no one knows' in a property value")]
    [InlineData("""{"4dabf18193072939515e22adb298388d": 7}""", "unknown signature '' in a property value")]
    [InlineData("""{"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270"}""", "a signed property value has no 'value'")]
    [InlineData("""{"4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e"}""", "a signed property value has no 'urn'")]
    [InlineData("""{"4dabf18193072939515e22adb298388d": "803fd3297a5875dc03ca845dda5d2a98", "value": "%"}""",
        "a byte string is not base64")]
    public void Decode_WhatTheEngineWouldNotWrite_Fails(string json, string message) =>
        Should.Throw<PropertyFormatException>(() =>
            Decode(Value.ForStruct(JsonParser.Default.Parse<Struct>(json)))).Message.ShouldBe(message);

    [Fact]
    public void Decode_AtTheDeepestLevel_Succeeds() =>
        Depth(PropertyValueCodec.Decode(Nested(PropertyValueCodec.MaxDepth))).ShouldBe(PropertyValueCodec.MaxDepth);

    [Fact]
    public void Decode_BelowTheDeepestLevel_Fails() =>
        Should.Throw<PropertyFormatException>(() => PropertyValueCodec.Decode(Nested(PropertyValueCodec.MaxDepth + 1)))
            .Message.ShouldBe("property values nest more than 200 levels deep");

    [Theory]
    [InlineData("list")]
    [InlineData("secret")]
    [InlineData("output")]
    [InlineData("reference")]
    public void Decode_BelowTheDeepestLevelOfWrappers_Fails(string kind)
    {
        Decode(Wrapped(kind, PropertyValueCodec.MaxDepth - 1)).ContainsUnknown.ShouldBeTrue();

        Should.Throw<PropertyFormatException>(() => Decode(Wrapped(kind, PropertyValueCodec.MaxDepth)))
            .Message.ShouldBe("property values nest more than 200 levels deep");
    }

    private static PropertyValue Decode(Value value) =>
        PropertyValueCodec.Decode(new Struct { Fields = { { "value", value } } }).Items["value"];

    private static Struct Nested(int levels)
    {
        var fields = new Struct();
        for (var i = 0; i < levels; i++)
        {
            fields = new Struct { Fields = { { "a", Value.ForStruct(fields) } } };
        }

        return fields;
    }

    /// <summary>An unknown text, in so many wrappers.</summary>
    private static Value Wrapped(string kind, int levels)
    {
        var value = Value.ForString("04da6b54-80e4-46f7-96ec-b56ff0331ba9");
        for (var i = 0; i < levels; i++)
        {
            value = kind switch
            {
                "list" => Value.ForList(value),
                "secret" => Signed("1b47061264138c4ac30d75fd1eb44270", ("value", value)),
                "output" => Signed("d0e6a833031e9bbcd3f4e8bde6ca49a4", ("value", value)),
                _ => Signed("5cf8f73096256a8f31e491e813e4eb8e", ("id", value), ("urn", Value.ForString("urn:a"))),
            };
        }

        return value;
    }

    private static Value Signed(string signature, params (string Key, Value Value)[] fields)
    {
        var signed = new Struct { Fields = { { Signature, Value.ForString(signature) } } };
        foreach (var (key, value) in fields)
        {
            signed.Fields.Add(key, value);
        }

        return Value.ForStruct(signed);
    }

    private static int Depth(Map map) => map["a"] is Map inner ? 1 + Depth(inner) : 0;
}
