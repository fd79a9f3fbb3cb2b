using System.Text.RegularExpressions;
using PulumiOvhOrder.Plugin.Schema;

namespace PulumiOvhOrder.SdkGenerator;

/// <summary>
/// <c>provider/schema.json</c>: the definitions, with the documentation and examples of this folder; and the Registry's front page.
/// </summary>
internal static partial class SchemaFile
{
    public const string Path = "provider/schema.json";

    public static IReadOnlyDictionary<string, string> Generate(string root) => new Dictionary<string, string>
    {
        [Path] = PackageSchema.Write(OrderPackage.Definition, token => Documentation(root, token)),
        ["docs/_index.md"] = Documentation(root, "_index") + "\n",
    };

    private static string Documentation(string root, string token)
    {
        var file = System.IO.Path.Combine(root, "sdk/generator/docs", $"{token[(token.LastIndexOf(':') + 1)..]}.md");
        if (!File.Exists(file))
        {
            return "";
        }

        // Programs that also stand in the examples are taken from there, where they are compiled.
        return Include()
            .Replace(File.ReadAllText(file), match => File.ReadAllText(System.IO.Path.Combine(root, match.Groups[1].Value)).TrimEnd())
            .TrimEnd();
    }

    [GeneratedRegex(@"\{\{include ([\w./]+)\}\}")]
    private static partial Regex Include();
}
