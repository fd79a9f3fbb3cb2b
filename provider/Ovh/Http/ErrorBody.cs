using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>
/// What an error's body says, in any shape it comes: the API's own, its older one, that of the token route, a proxy's HTML page, plain
/// text, or nothing.
/// </summary>
/// <param name="Message">Null when the body says nothing.</param>
internal sealed record ErrorBody(
    string? Message, string? Class = null, string? Code = null, ImmutableSortedDictionary<string, string>? Details = null)
{
    private const int MaxExcerpt = 160;

    /// <summary>Of a page; its title and first words stand well before.</summary>
    private const int MaxPageBytes = 64 * 1024;

    private const int MaxDetails = 50;
    private const int MaxDetail = 4000;

    private static readonly ImmutableArray<string> Unread = ["script", "style"];

    /// <summary>Says nothing.</summary>
    public static ErrorBody None { get; } = new(Message: null);

    /// <param name="body">As <see cref="AnswerBody"/> gives it.</param>
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

    /// <summary>
    /// The first words of a page or a text, as a person would read them. Takes time in proportion to the body, whatever is in it.
    /// </summary>
    public static ErrorBody Excerpt(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxPageBytes)]);
        return new ErrorBody(ForeignText.Line(WebUtility.HtmlDecode(Title(text) ?? Plain(text)), MaxExcerpt));
    }

    private static string? Title(ReadOnlySpan<char> page)
    {
        var start = page.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        var title = start < 0 ? [] : After(page[start..], '>');
        var end = title.IndexOf("</title", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : Plain(title[..end]);
    }

    /// <summary>Without tags, and without what only browsers read.</summary>
    private static string Plain(ReadOnlySpan<char> page)
    {
        var text = new StringBuilder();
        while (true)
        {
            var open = page.IndexOf('<');
            if (open < 0 || !page[open..].Contains('>'))
            {
                return text.Append(page).ToString();
            }

            text.Append(page[..open]).Append(' ');
            page = page[(open + 1)..];
            foreach (var element in Unread)
            {
                if (page.StartsWith(element, StringComparison.OrdinalIgnoreCase))
                {
                    var close = page.IndexOf($"</{element}", StringComparison.OrdinalIgnoreCase);
                    page = close < 0 ? [] : page[close..];
                    break;
                }
            }

            page = After(page, '>');
        }
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, char mark)
    {
        var at = text.IndexOf(mark);
        return at < 0 ? [] : text[(at + 1)..];
    }

    private static ErrorBody FromJson(JsonElement body)
    {
        var error = Text(body, "error", ForeignText.MaxSentence);
        return new ErrorBody(
            Text(body, "message", ForeignText.MaxSentence) ?? Text(body, "error_description", ForeignText.MaxSentence) ?? error,
            Text(body, "class", ForeignText.MaxWord),
            Text(body, "errorCode", ForeignText.MaxWord) ?? ForeignText.Line(error, ForeignText.MaxWord),
            DetailsOf(body));
    }

    private static ImmutableSortedDictionary<string, string> DetailsOf(JsonElement body)
    {
        var details = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (body.TryGetProperty("details", out var members) && members.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in members.EnumerateObject().Take(MaxDetails))
            {
                var text = member.Value.ValueKind == JsonValueKind.Array
                    ? string.Join(", ", member.Value.EnumerateArray().Select(item => item.ToString()))
                    : member.Value.ToString();
                if (ForeignText.Line(member.Name, ForeignText.MaxWord) is { } name)
                {
                    details[name] = ForeignText.Line(text, MaxDetail) ?? "";
                }
            }
        }

        return details.ToImmutable();
    }

    private static string? Text(JsonElement body, string name, int maxLength) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? ForeignText.Line(value.GetString(), maxLength)
            : null;
}
