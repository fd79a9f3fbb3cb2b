using System.Text.RegularExpressions;

namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>
/// The C# programs of the documentation as methods of one file, so that the tests compile every one of them, and each a class of its own.
/// </summary>
internal static partial class ExamplesFile
{
    /// <param name="package">Its descriptions have programs.</param>
    /// <param name="pages">Documentation that has more, by the names to call them by.</param>
    public static string Write(PackageModel package, IEnumerable<(string Name, string Text)> pages)
    {
        var programs = package.Resources.Select(r => (Name: PackageModel.NameOf(r.Token), Text: r.Description))
            .Concat(package.Functions.Select(f => (Name: PackageModel.NameOf(f.Token), Text: f.Description)))
            .Concat(pages)
            .SelectMany(e => Program().Matches(e.Text)
                .Select((m, i) => ($"{CsharpTypes.Pascal(e.Name)}Example{i + 1}", Whole(m.Groups[1].Value))))
            .DistinctBy(program => program.Item2)
            .ToList();
        var usings = programs.SelectMany(p => Using().Matches(p.Item2).Select(m => m.Groups[1].Value)).Append("System.Threading.Tasks")
            .Distinct().OrderBy(name => !name.StartsWith("System", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal);
        var file = new CsharpFile("PulumiOvhOrder.Examples", [.. usings]);
        foreach (var (name, program) in programs)
        {
            file.Block($"internal static class {name}", () => file.Block("public static async Task<int> RunAsync()", () =>
            {
                foreach (var line in Using().Replace(program, "").Trim().Split('\n'))
                {
                    file.Line(line.TrimEnd());
                }
            }));
            file.Line();
        }

        return file.ToString();
    }

    /// <summary>A page may show a part alone.</summary>
    private static string Whole(string program) => program.Contains("Deployment.RunAsync", StringComparison.Ordinal) ? program
        : $"using Pulumi;\nusing Pulumi.OvhOrder;\n\nreturn await Deployment.RunAsync(() =>\n{{\n{Indented(program.TrimEnd())}\n}});\n";

    private static string Indented(string lines) =>
        string.Join('\n', lines.Split('\n').Select(line => line.Length == 0 ? line : $"    {line}"));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex(@"^using ([\w.]+);\n", RegexOptions.Multiline)]
    private static partial Regex Using();
}
