using System.Text.Json;
using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Ovh;

/// <summary>A value of an answer that cannot be what it should be, in words for people. The serializer adds where it stands.</summary>
internal sealed class UnexpectedValueException(string message) : JsonException(message)
{
    private UnexpectedValueException(string message, bool isNull)
        : this(message) => IsNull = isNull;

    /// <summary>There is no value at all.</summary>
    public static UnexpectedValueException Null() => new("it is null", isNull: true);

    public bool IsNull { get; }

    /// <summary>The serializer's own words name types of this program.</summary>
    public static string Words(Exception cause)
    {
        var words = cause is UnexpectedValueException ? cause.Message : "a value is missing or has another type";
        return cause is JsonException { Path: { Length: > 1 } path } && ForeignText.Line(path, ForeignText.MaxWord) is { } place
            ? $"at {place}: {words}"
            : words;
    }
}
