using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>
/// Descriptions of the schema, as IntelliSense reads them: the text as summary, C# programs of the examples as examples, everything else
/// (import) as remarks. Programs in other languages are left out.
/// </summary>
internal static partial class XmlDocumentation
{
    private const int Width = 120;

    public static IEnumerable<string> Of(string markdown)
    {
        var (summary, rest) = Parts(markdown);
        foreach (var line in Element("summary", Prose(summary)))
        {
            yield return line;
        }

        foreach (var (title, text, code) in Examples(markdown))
        {
            yield return "<example>";
            if (title.Length > 0)
            {
                yield return $"{Inline(title)}{(text.Length > 0 ? "." : ":")}";
            }

            foreach (var line in Prose(text))
            {
                yield return line;
            }

            yield return "<code>";
            foreach (var line in code.Split('\n'))
            {
                yield return Escape(line);
            }

            yield return "</code>";
            yield return "</example>";
        }

        if (rest.Length > 0)
        {
            foreach (var line in Element("remarks", Prose(rest)))
            {
                yield return line;
            }
        }
    }

    private static (string Summary, string After) Parts(string markdown)
    {
        var text = ExamplesSection().Replace(markdown, "\n");
        var import = text.IndexOf("\n## Import", StringComparison.Ordinal);
        return import < 0 ? (text.Trim(), "") : (text[..import].Trim(), text[(import + "\n## Import".Length)..].Trim());
    }

    /// <summary>Title, what is said before the first program, and the program in C#.</summary>
    private static IEnumerable<(string Title, string Text, string Code)> Examples(string markdown) =>
        Example().Matches(markdown).Select(example =>
        {
            var title = Heading().Match(example.Value);
            var text = example.Groups[1].Value.Split("```")[0];
            var code = CsharpCode().Match(example.Value).Groups[1].Value.TrimEnd();
            return (title.Success ? title.Groups[1].Value : "", Heading().Replace(text, "").Trim(), code);
        });

    private static IEnumerable<string> Element(string name, IEnumerable<string> lines) => [$"<{name}>", .. lines, $"</{name}>"];

    private static IEnumerable<string> Prose(string text)
    {
        var blocks = Fence().Split(text).Select((part, i) => (Text: part.Trim(), IsCode: i % 2 == 1)).Where(b => b.Text.Length > 0)
            .ToList();
        var paragraphs = blocks.SelectMany(b => b.IsCode
            ? [(b.Text, b.IsCode)]
            : Paragraph().Split(b.Text).Select(p => (Text: p, IsCode: false))).ToList();
        foreach (var (block, isCode) in paragraphs)
        {
            if (isCode)
            {
                yield return "<code>";
                foreach (var line in block.Split('\n'))
                {
                    yield return Escape(line);
                }

                yield return "</code>";
                continue;
            }

            var lines = Wrap(Inline(block.ReplaceLineEndings(" "))).ToList();
            if (paragraphs.Count == 1)
            {
                foreach (var line in lines)
                {
                    yield return line;
                }

                continue;
            }

            lines[0] = $"<para>{lines[0]}";
            lines[^1] = $"{lines[^1]}</para>";
            foreach (var line in lines)
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Wrap(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }

    private static string Inline(string text) =>
        Strong()
            .Replace(Code().Replace(Escape(text), match => $"<c>{match.Groups[1].Value}</c>"), match => $"<b>{match.Groups[1].Value}</b>");

    private static string Escape(string text) =>
        WebUtility.HtmlEncode(text).Replace("&#39;", "'", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{% examples %\}\}.*?\{\{% /examples %\}\}", RegexOptions.Singleline)]
    private static partial Regex ExamplesSection();

    [GeneratedRegex(@"\{\{% example %\}\}(.*?)\{\{% /example %\}\}", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("^### (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CsharpCode();

    [GeneratedRegex("```(?:[a-z]+)?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("\n\n+")]
    private static partial Regex Paragraph();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Strong();
}
