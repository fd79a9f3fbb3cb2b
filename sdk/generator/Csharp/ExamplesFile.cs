using System.Text.RegularExpressions;

namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>
/// The C# programs of the documentation as methods of one file, so that the tests compile every one of them, and each a class of its own.
/// </summary>
internal static partial class ExamplesFile
{
    public static string Write(PackageModel package)
    {
        var programs = package.Resources.Select(r => (r.Token, r.Description))
            .Concat(package.Functions.Select(f => (f.Token, f.Description)))
            .SelectMany(e => Program().Matches(e.Description).Select((m, i) => ($"{CsharpTypes.Pascal(PackageModel.NameOf(e.Token))}Example{i + 1}", m.Groups[1].Value)))
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

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex(@"^using ([\w.]+);\n", RegexOptions.Multiline)]
    private static partial Regex Using();
}
