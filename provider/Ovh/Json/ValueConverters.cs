using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ovh;

// How OVHcloud's values read into ours; ids are bare values on the wire.

/// <summary>The longest that the API sends, a description, has 255 characters; a text without end would stand in every message.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    private const int MaxLength = 2000;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.String ? throw new UnexpectedValueException("it is not a text")
            : reader.GetString() is { Length: <= MaxLength } text ? text
            : throw new UnexpectedValueException("a text is too long");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>A text that names something: an empty one names nothing.</summary>
internal sealed class NameConverter : JsonConverter<string>
{
    private static readonly TextConverter Text = new();

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Text.Read(ref reader, typeToConvert, options) is { Length: > 0 } name
            ? name
            : throw new UnexpectedValueException("a name is empty");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

internal sealed class TextIdConverter<TId> : JsonConverter<TId>
    where TId : struct, ITextId<TId>
{
    private const int MaxLength = 100;

    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Loose.Text(ref reader) is { Length: <= MaxLength } text
            && TId.Of(text) is { IsPathSegment: true } id
            ? id
            : throw new UnexpectedValueException("an id is missing");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class NumberIdConverter<TId> : JsonConverter<TId>
    where TId : struct, INumberId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Loose.Id<TId>(ref reader) ?? throw new UnexpectedValueException("an id is missing");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}

/// <summary>An id that need not be there: what is none counts as absent.</summary>
internal sealed class OptionalIdConverter<TId> : JsonConverter<TId?>
    where TId : struct, INumberId<TId>
{
    public override TId? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Loose.Id<TId>(ref reader);

    public override void Write(Utf8JsonWriter writer, TId? value, JsonSerializerOptions options)
    {
        if (value is { } id)
        {
            writer.WriteNumberValue(id.Value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

internal sealed class SecretConverter : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(Loose.Text(ref reader) ?? throw new UnexpectedValueException("a text is missing"));

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}

internal sealed class OptionalSecretConverter : JsonConverter<Secret?>
{
    public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Loose.Text(ref reader) is { Length: > 0 } text ? new Secret(text) : null;

    public override void Write(Utf8JsonWriter writer, Secret? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.Reveal());
}

internal sealed class OrderStatusConverter : JsonConverter<OrderStatusAnswer>
{
    public override bool HandleNull => true;

    public override OrderStatusAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Loose.Text(ref reader) is { Length: > 0 and <= ForeignText.MaxWord } status
            ? new(status)
            : throw new UnexpectedValueException("it is not a status");

    public override void Write(Utf8JsonWriter writer, OrderStatusAnswer value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Status);
}

internal sealed class ApiTimeConverter : JsonConverter<ApiTime>
{
    public override bool HandleNull => true;

    public override ApiTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Loose.Number(ref reader) is { } seconds and > 0 and <= uint.MaxValue && DateTimeOffset.FromUnixTimeSeconds(seconds) is var now
            && ApiDate.IsPlausible(now)
            ? new(now)
            : throw new UnexpectedValueException("it is not a time");

    public override void Write(Utf8JsonWriter writer, ApiTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Now.ToUnixTimeSeconds());
}

/// <summary>Offsets come with and without a colon, and some dates without a time.</summary>
internal sealed class DateConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.TryParse(Loose.Text(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            && ApiDate.IsPlausible(date)
            ? date
            : null;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
}

/// <summary>A number in one route, the same number as a string in another.</summary>
internal sealed class QuantityConverter : JsonConverter<decimal?>
{
    /// <summary>Any whole number of this fits a long.</summary>
    private const decimal Max = 1_000_000_000_000;

    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        decimal.TryParse(Loose.Text(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var quantity)
            && quantity is >= -Max and <= Max
            ? quantity
            : null;

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } quantity)
        {
            writer.WriteNumberValue(quantity);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
