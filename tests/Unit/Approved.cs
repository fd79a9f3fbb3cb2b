using System.Runtime.CompilerServices;

namespace PulumiOvhOrder.Tests.Unit;

/// <summary>
/// Texts that users see stand in files that a person has approved. <c>make approve</c> writes them again, and the diff is the review.
/// </summary>
internal static class Approved
{
    /// <param name="path">From the repository's root.</param>
    public static void ShouldBeIn(this string text, string path, bool newline = false)
    {
        text = newline ? text + "\n" : text;
        var file = Path.Combine(Root(), path);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text.ReplaceLineEndings("\n"));
        }

        File.Exists(file).ShouldBeTrue($"{path} does not exist; `make approve` writes it");
        File.ReadAllText(file).ReplaceLineEndings("\n")
            .ShouldBe(text.ReplaceLineEndings("\n"), $"{path} says something else; `make approve` writes it again");
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
