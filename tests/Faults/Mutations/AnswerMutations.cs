using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PulumiOvhOrder.Faults.Cases;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Faults.Mutations;

/// <summary>Every value of one answer changed in every way, one at a time.</summary>
internal static class AnswerMutations
{
    private const int HugeText = 100_000;

    /// <summary>The item that was put into a cart is what the cart says that it is.</summary>
    private static readonly ImmutableHashSet<string> ToldOnce =
    [
        "catalogName", "contracts", "details", "duration", "orderDate", "orderExpirationDate", "prices.reduction", "prices.tax",
            "prices.withoutTax",
        "pricingMode",
    ];

    private static readonly JsonElement Null = Json("null");

    private static readonly JsonElement OtherText = Json("\"other\"");

    private static readonly JsonElement OtherNumber = Json("7");

    private static readonly ImmutableArray<(string Name, JsonElement Value)> ExtremeNumbers =
    [
        ("zero", Json("0")), ("negative", Json("-1")), ("2^63-1", Json("9223372036854775807")), ("1e308", Json("1e308")),
    ];

    private static readonly ImmutableArray<(string Name, JsonElement Value)> ExtremeTexts =
    [
        ("empty", Json("\"\"")), ("huge", Json($"\"{new string('x', HugeText)}\"")), ("dots", Json("\"..\"")),
    ];

    private static readonly ImmutableArray<(string Name, JsonElement Value)> ExtremeDates =
    [
        ("early", Json("\"0001-01-01T00:00:00Z\"")), ("late", Json("\"9999-12-31T23:59:59-12:00\"")),
    ];

    /// <param name="answer">JSON; of any other there is nothing to change.</param>
    public static IEnumerable<FaultColumn> Of(ReadOnlyMemory<byte> answer)
    {
        if (answer.IsEmpty || !IsJson(answer))
        {
            return [];
        }

        using var document = JsonDocument.Parse(answer);
        return Of(document.RootElement.Clone(), "");
    }

    private static IEnumerable<FaultColumn> Of(JsonElement value, string place) => Own(value, place).Concat(Inner(value, place));

    private static IEnumerable<FaultColumn> Own(JsonElement value, string place)
    {
        yield return Removed(place);
        foreach (var (name, other) in Others(value).Where(o => o.Value.GetRawText() != value.GetRawText()))
        {
            yield return Replaced(place, name, other);
        }
    }

    private static IEnumerable<(string Name, JsonElement Value)> Others(JsonElement value) =>
    [
        ("null", Null),
        ("retyped", value.ValueKind == JsonValueKind.String ? OtherNumber : OtherText),
        .. value.ValueKind switch
        {
            JsonValueKind.Object => [("emptied", Json("{}")), ("in a list", Json($"[{value.GetRawText()}]"))],
            JsonValueKind.Array =>
            [("emptied", Json("[]")), ("with null", Json($"[null{(value.GetArrayLength() > 0 ? "," : "")}{value.GetRawText()[1..]}"))],
            JsonValueKind.Number => ExtremeNumbers,
            JsonValueKind.String => [.. ExtremeTexts, .. IsDate(value) ? ExtremeDates : []],
            JsonValueKind.True or JsonValueKind.False => [("negated", Json(value.GetBoolean() ? "false" : "true"))],
            _ => ImmutableArray<(string, JsonElement)>.Empty,
        },
    ];

    private static IEnumerable<FaultColumn> Inner(JsonElement value, string place) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m => Of(m.Value, $"{place}/{Escaped(m.Name)}")),
        JsonValueKind.Array => Elements(value, isNested: place.Any(char.IsAsciiDigit))
            .SelectMany(e => Of(e.Element, string.Create(CultureInfo.InvariantCulture, $"{place}/{e.Index}"))),
        _ => [],
    };

    /// <summary>A list in an element of a list is there as often as that one; its ends are enough.</summary>
    private static IEnumerable<(JsonElement Element, int Index)> Elements(JsonElement list, bool isNested)
    {
        var all = list.EnumerateArray().Select((e, i) => (Element: e, Index: i)).ToImmutableArray();
        return !isNested ? Representative.Of(all) : all.Length > 1 ? [all[0], all[^1]] : all;
    }

    private static FaultColumn Removed(string place) =>
        new($"{place} dropped", Fault.Of(FaultKind.Remove) with { Place = place }) { MayDiffer = ToldOnce };

    private static FaultColumn Replaced(string place, string name, JsonElement value) =>
        new($"{place} {name}", Fault.Of(FaultKind.Replace) with { Place = place, Body = value }) { MayDiffer = ToldOnce };

    private static bool IsDate(JsonElement text) =>
        text.GetString() is { Length: >= 10 } date && char.IsAsciiDigit(date[0]) && date[4] == '-'
            && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static bool IsJson(ReadOnlyMemory<byte> answer) => answer.Span[0] is not (byte)'<';

    private static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
