using System.Text.Json;
using System.Text.RegularExpressions;

namespace PulumiOvhOrder.Tests.Unit.Examples;

/// <summary>
/// Programs for SDKs that only Pulumi's own generators make, and that cannot be compiled here: at least every name in them is one of the
/// schema, in the spelling of the language. Programs in C# are compiled, those in YAML run.
/// </summary>
public sealed partial class ProgramNamesTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(PackageSchemaResource.Bytes).RootElement;

    /// <summary>What programs name besides: Pulumi's SDK and the language itself.</summary>
    private static readonly Dictionary<string, string[]> Surroundings = new()
    {
        ["typescript"] =
        [
            "apply", "map", "componentResource", "componentResourceOptions", "output", "config", "getNumber", "length", "registerOutputs",
                "parent", "protect",
            // Of the component in examples/environments.
            "args", "names", "budget", "projectIds",
        ],
        ["python"] = ["apply", "export"],
        ["go"] = ["run", "context", "string", "float64", "bool", "int", "sprintf", "export", "elem"],
        ["java"] = ["run", "builder", "build", "export", "applyValue", "map"],
    };

    private static readonly Dictionary<string, (string Example, Regex Names)> Languages = new()
    {
        ["typescript"] = ("examples/typescript/index.ts", Typescript()),
        ["python"] = ("examples/python/__main__.py", Python()),
        ["go"] = ("examples/go/main.go", Go()),
        ["java"] = ("docs/_index.md", Java()),
    };

    public static TheoryData<string> Names => [.. Languages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Programs_name_what_the_schema_has(string language)
    {
        var known = Known().Concat(Surroundings[language]).ToHashSet(StringComparer.Ordinal);
        var names = Programs(language).SelectMany(program => Languages[language].Names.Matches(Imports().Replace(program, ""))
            .Select(m => Camel(m.Groups.Values.Skip(1).First(g => g.Success).Value))).ToList();

        names.Count.ShouldBeGreaterThan(20);
        names.Where(name => !known.Contains(name)).Distinct().ShouldBeEmpty();
    }

    private static IEnumerable<string> Programs(string language)
    {
        var example = Languages[language].Example;
        var (folder, file) = (Path.Combine(Repository.Root, "examples"), Path.GetFileName(example));
        return Schema.GetProperty("resources").EnumerateObject().Concat(Schema.GetProperty("functions").EnumerateObject())
            .SelectMany(entry => Blocks(entry.Value.GetProperty("description").GetString()!, language))
            .Concat(example.EndsWith(".md", StringComparison.Ordinal)
                ? Blocks(Repository.Text(example), language)
                : Directory.EnumerateFiles(folder, file, SearchOption.AllDirectories)
                    .Where(f => !f.Contains("node_modules", StringComparison.Ordinal)).Select(File.ReadAllText));
    }

    private static IEnumerable<string> Blocks(string markdown, string language) =>
        Regex.Matches(markdown, $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value);

    /// <summary>Properties at every depth, resources and functions, with the endings that the generators give them.</summary>
    private static IEnumerable<string> Known()
    {
        foreach (var type in Schema.GetProperty("types").EnumerateObject().Where(t => t.Value.TryGetProperty("properties", out _)))
        {
            foreach (var property in type.Value.GetProperty("properties").EnumerateObject())
            {
                yield return property.Name;
            }
        }

        foreach (var resource in Schema.GetProperty("resources").EnumerateObject())
        {
            var name = resource.Name.Split(':')[^1];
            foreach (var known in (string[])[name, $"{name}Args", $"New{name}", .. resource.Value.GetProperty("properties")
                .EnumerateObject().Select(p => p.Name)])
            {
                yield return Camel(known);
            }
        }

        foreach (var function in Schema.GetProperty("functions").EnumerateObject())
        {
            var name = function.Name.Split(':')[^1];
            var inputs = function.Value.GetProperty("inputs").GetProperty("properties").EnumerateObject();
            var outputs = function.Value.GetProperty("outputs").GetProperty("properties").EnumerateObject();
            foreach (var known in (string[])[name, $"{name}Args", $"{name}Output", $"{name}OutputArgs", .. inputs.Concat(outputs)
                .Select(p => p.Name)])
            {
                yield return known;
            }
        }
    }

    private static string Camel(string name)
    {
        var joined = Underscore().Replace(name, m => m.Groups[1].Value.ToUpperInvariant());
        return char.ToLowerInvariant(joined[0]) + joined[1..];
    }

    [GeneratedRegex(@"\.([A-Za-z]\w*)|[{,]\s*(\w+):")]
    private static partial Regex Typescript();

    [GeneratedRegex(@"\.([A-Za-z]\w*)|[(,]\s*(?:#.*\n\s*)?(\w+)=")]
    private static partial Regex Python();

    [GeneratedRegex(@"\.([A-Za-z]\w*)|(?:\{|^\s+)(\w+):\s", RegexOptions.Multiline)]
    private static partial Regex Go();

    [GeneratedRegex(@"\.([A-Za-z]\w*)")]
    private static partial Regex Java();

    [GeneratedRegex("^(?:import|from|package) .*$|^\\s*\".*\"$", RegexOptions.Multiline)]
    private static partial Regex Imports();

    [GeneratedRegex("_([a-z])")]
    private static partial Regex Underscore();
}
