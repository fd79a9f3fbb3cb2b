namespace PulumiOvhOrder.Tests.Unit.Architecture;

/// <summary>How wide a line and how long a file may be. MA0051 of the analyzers counts the lines of methods.</summary>
public sealed class SourceFileTests
{
    private const int MaxColumns = 140;
    private const int MaxLines = 250;

    /// <summary>What programs write.</summary>
    private static readonly string[] NotCounted = ["sdk/dotnet/", "tests/SdkCompile/Examples.cs"];

    [Fact]
    public void A_line_of_code_has_at_most_140_columns() =>
        Files("provider", "sdk", "tests", "examples")
            .Where(file => !NotCounted.Any(written => file.StartsWith(written, StringComparison.Ordinal)))
            .SelectMany(file => CodeLines(file).Where(line => line.Text.Length > MaxColumns).Select(line => $"{file}:{line.Number}"))
            .ShouldBeEmpty();

    [Fact]
    public void A_file_of_the_provider_has_at_most_250_lines() =>
        Files("provider", "sdk/generator")
            .Where(file => Repository.Text(file).Count(c => c == '\n') > MaxLines)
            .ShouldBeEmpty();

    [Fact]
    public void Text_in_a_raw_string_is_as_long_as_it_has_to_be()
    {
        const string Code = "var a = \"\"\"one line\"\"\";\nvar b = \"\"\"\n    text\n    \"\"\";\nvar c = 1;";

        CodeLines(Code.Split('\n')).Select(line => line.Number).ShouldBe([5]);
    }

    private static IEnumerable<string> Files(params IEnumerable<string> folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(folder => folder is "bin" or "obj" or "node_modules"));

    private static IEnumerable<(int Number, string Text)> CodeLines(string file) => CodeLines(Repository.Text(file).Split('\n'));

    /// <summary>The lines that hold nothing of a raw string: what it says cannot be wrapped.</summary>
    private static IEnumerable<(int Number, string Text)> CodeLines(string[] lines)
    {
        var isText = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var quotes = lines[i].Split("\"\"\"").Length - 1;
            if (!isText && quotes == 0)
            {
                yield return (i + 1, lines[i].TrimEnd('\r'));
            }

            isText ^= quotes % 2 == 1;
        }
    }
}
