using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PulumiOvhOrder.Ovh;

/// <summary>A list that is itself evidence: one that has lost an element is not understood.</summary>
internal sealed class WholeListConverter<T> : ListConverter<T>
    where T : class
{
    protected override void Add(List<T> list, ref Utf8JsonReader reader, JsonTypeInfo<T> type) =>
        list.Add(JsonSerializer.Deserialize(ref reader, type) ?? throw new UnexpectedValueException("an element is null"));
}

/// <summary>The parts of something: null is none of them.</summary>
internal sealed class PartsConverter<T> : ListConverter<T>
    where T : class
{
    protected override void Add(List<T> list, ref Utf8JsonReader reader, JsonTypeInfo<T> type)
    {
        if (JsonSerializer.Deserialize(ref reader, type) is { } part)
        {
            list.Add(part);
        }
    }
}

/// <summary>The parts that can be read, of what is known without them; there are none in what is no list.</summary>
internal sealed class ReadablePartsConverter<T> : ListConverter<T>
    where T : class
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return base.Read(ref reader, typeToConvert, options);
        }

        reader.Skip();
        return [];
    }

    protected override void Add(List<T> list, ref Utf8JsonReader reader, JsonTypeInfo<T> type)
    {
        if (Loose.Value(ref reader, type) is { } part)
        {
            list.Add(part);
        }
    }
}

/// <summary>A member that is absent when it cannot be read: what stands beside it is worth more.</summary>
internal sealed class OrAbsentConverter<T> : JsonConverter<T?>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Loose.Value(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) => throw new NotSupportedException();
}

internal abstract class ListConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new UnexpectedValueException("it is not a list");
        }

        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Add(list, ref reader, type);
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    /// <summary>Reads the element that the reader stands on.</summary>
    protected abstract void Add(List<T> list, ref Utf8JsonReader reader, JsonTypeInfo<T> type);
}
