using System.Text;
using System.Text.RegularExpressions;

namespace PulumiOvhOrder.Tests.Unit.Words;

/// <summary>
/// Every sentence in the provider's code, in one approved file: what a user can be told, anywhere, changes only where a reader of the change
/// sees it. Descriptions of the schema are in schema.json.
/// </summary>
public sealed partial class SentencesTests
{
    [Fact]
    public void Every_sentence_in_the_code_is_approved()
    {
        var sentences = new StringBuilder();
        var provider = Path.Combine(Repository.Root, "provider");
        var files = Directory.EnumerateFiles(provider, "*.cs", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(provider, f).Replace('\\', '/'));
        foreach (var name in files.Where(IsSpeaking).Order(StringComparer.Ordinal))
        {
            var found = File.ReadLines(Path.Combine(provider, name)).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .SelectMany(line => Literal().Matches(line).Select(m => m.Value)).Where(IsSentence).ToList();
            if (found.Count > 0)
            {
                sentences.AppendLine(name).AppendJoin("", found.Select(f => $"  {f}\n")).AppendLine();
            }
        }

        sentences.ToString().TrimEnd().ShouldBeIn("tests/Unit/Words/Sentences.approved.txt", newline: true);
    }

    private static bool IsSpeaking(string file) =>
        !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal)
        && !file.StartsWith("Plugin/Schema/", StringComparison.Ordinal) && !file.EndsWith("Definition.cs", StringComparison.Ordinal);

    private static bool IsSentence(string literal) => literal.Count(c => c == ' ') >= 2 && literal.Any(char.IsLetter);

    /// <summary>A string on one line; one that holds others is found in parts.</summary>
    [GeneratedRegex("""\$?"(?:[^"\\]|\\.)*" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();
}
