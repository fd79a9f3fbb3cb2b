using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PulumiOvhOrder.Ovh;

/// <summary>Reads values that may have another form than expected.</summary>
internal static class Loose
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

    public static long? Number(ref Utf8JsonReader reader) =>
        long.TryParse(Text(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static TId? Id<TId>(ref Utf8JsonReader reader)
        where TId : struct, INumberId<TId> =>
        Number(ref reader) is { } number && TId.Of(number) is { IsPathSegment: true } id ? id : null;

    /// <summary>Null when it cannot be read as that type.</summary>
    public static T? Value<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type)
        where T : class
    {
        using var value = JsonDocument.ParseValue(ref reader);
        try
        {
            return value.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
