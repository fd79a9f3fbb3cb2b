using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>The body of an answer, whole and as UTF-8.</summary>
internal static class AnswerBody
{
    /// <summary>After decompression. The largest answer, a catalogue, has 2 to 8 MiB.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Of <c>\u0041</c>.</summary>
    private const int EscapeLength = 6;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="Exception">Whatever the socket or a decoder throws: there is no body then. A second call throws too.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
        return Utf8Of(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    /// <summary>What is not UTF-8 is what most proxies write: Latin-1, of which any bytes are a text.</summary>
    private static byte[] Utf8Of(byte[] body)
    {
        var text = body.AsSpan().StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..]
            : Utf8.IsValid(body) ? body
            : Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(body));
        ReplaceHalfPairs(text);
        return text;
    }

    /// <summary>JSON can escape half a surrogate pair, and that is no text: reading it throws.</summary>
    private static void ReplaceHalfPairs(Span<byte> json)
    {
        var at = 0;
        while (json[at..].IndexOf((byte)'\\') is >= 0 and var distance)
        {
            at += distance;
            var unit = EscapedUnit(json[at..]) ?? '\0';
            var isPair = char.IsHighSurrogate(unit) && char.IsLowSurrogate(EscapedUnit(json[(at + EscapeLength)..]) ?? '\0');
            if (char.IsSurrogate(unit) && !isPair)
            {
                "fffd"u8.CopyTo(json[(at + 2)..]);
            }

            at = Math.Min(json.Length, at + (isPair ? 2 * EscapeLength : 2));
        }
    }

    private static char? EscapedUnit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json.StartsWith("\\u"u8)
            && ushort.TryParse(json[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
