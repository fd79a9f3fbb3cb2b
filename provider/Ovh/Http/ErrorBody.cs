using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>
/// What an error's body says, in any shape it comes: the API's own, its older one, that of the token route, a proxy's HTML page, plain
/// text, or nothing.
/// </summary>
/// <param name="Message">Null when the body says nothing.</param>
internal sealed partial record ErrorBody(
    string? Message, string? Class = null, string? Code = null, ImmutableSortedDictionary<string, string>? Details = null)
{
    private const int LongestExcerpt = 160;

    public static ErrorBody Parse(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            if (JsonDocument.TryParseValue(ref reader, out var document))
            {
                using (document)
                {
                    return document.RootElement.ValueKind == JsonValueKind.Object ? FromJson(document.RootElement) : Excerpt(body);
                }
            }
        }
        catch (JsonException)
        {
            // Not JSON, or cut off: the text below is all there is.
        }

        return Excerpt(body);
    }

    /// <summary>The first words of a page or a text, as a person would read them.</summary>
    public static ErrorBody Excerpt(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        var title = Title().Match(text);
        var plain = Tags().Replace(title.Success ? title.Groups[1].Value : Unread().Replace(text, " "), " ");
        var words = Blanks().Replace(WebUtility.HtmlDecode(plain), " ").Trim();
        return new ErrorBody(words switch
        {
            "" => null,
            { Length: > LongestExcerpt } => words[..LongestExcerpt] + "…",
            _ => words,
        });
    }

    private static ErrorBody FromJson(JsonElement body)
    {
        var error = Text(body, "error");
        return new ErrorBody(
            Text(body, "message") ?? Text(body, "error_description") ?? error,
            Text(body, "class"),
            Text(body, "errorCode") ?? error,
            DetailsOf(body));
    }

    private static ImmutableSortedDictionary<string, string> DetailsOf(JsonElement body)
    {
        var details = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (body.TryGetProperty("details", out var members) && members.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in members.EnumerateObject())
            {
                details[member.Name] = member.Value.ValueKind == JsonValueKind.Array
                    ? string.Join(", ", member.Value.EnumerateArray().Select(item => item.ToString()))
                    : member.Value.ToString();
            }
        }

        return details.ToImmutable();
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    [GeneratedRegex("<title[^>]*>(.*?)</title>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Title();

    // Without a back reference: the source generator knows none, and the whole regex engine would be shipped for it.
    [GeneratedRegex("<script[^>]*>.*?</script>|<style[^>]*>.*?</style>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
