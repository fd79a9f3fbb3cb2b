using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ovh;

// How OVHcloud's values read into ours; ids are bare values on the wire.

internal sealed class TextIdConverter<TId> : JsonConverter<TId>
    where TId : struct, ITextId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.Of(Loose.Text(ref reader) ?? throw new JsonException("An id is missing."));

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class NumberIdConverter<TId> : JsonConverter<TId>
    where TId : struct, INumberId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        long.TryParse(Loose.Text(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? TId.Of(id)
            : throw new JsonException("An id is not a whole number.");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}

internal sealed class SecretConverter : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(Loose.Text(ref reader) ?? "");

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}

internal sealed class OrderStatusConverter : JsonConverter<OrderStatusAnswer>
{
    public override OrderStatusAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Loose.Text(ref reader) is { Length: > 0 } status ? new(status) : throw new JsonException("it is no status");

    public override void Write(Utf8JsonWriter writer, OrderStatusAnswer value, JsonSerializerOptions options) => writer.WriteStringValue(value.Status);
}

/// <summary>Offsets come with and without a colon, and some dates without a time.</summary>
internal sealed class DateConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.TryParse(Loose.Text(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
}

/// <summary>A number in one route, the same number as a string in another.</summary>
internal sealed class QuantityConverter : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        decimal.TryParse(Loose.Text(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var quantity) ? quantity : null;

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

file static class Loose
{
    /// <summary>A scalar as text; null and anything with an inside count as absent.</summary>
    public static string? Text(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                using (var number = JsonDocument.ParseValue(ref reader))
                {
                    return number.RootElement.GetRawText();
                }

            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }
}
