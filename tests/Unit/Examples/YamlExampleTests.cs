using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace PulumiOvhOrder.Tests.Unit.Examples;

/// <summary>Every program in YAML, in examples/ and in the documentation of the schema, speaks of things that exist.</summary>
public sealed partial class YamlExampleTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(PackageSchemaResource.Bytes).RootElement;

    public static TheoryData<string> Names => [.. Programs().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_program_names_properties_of_the_schema(string name)
    {
        var program = Programs().Single(p => p.Name == name);

        program.Resources.Where(r => IsOurs(r.Token))
            .SelectMany(r => Problems(Member("resources", r.Token), "inputProperties", r.Properties, r.Name, "requiredInputs"))
            .Concat(program.Calls.Where(c => IsOurs(c.Token))
                .SelectMany(c =>
                    Problems(Member("functions", c.Token).GetProperty("inputs"), "properties", c.Arguments, c.Name, "required")))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_program_reads_outputs_of_the_schema(string name)
    {
        var program = Programs().Single(p => p.Name == name);
        var outputs = program.Resources.Where(r => IsOurs(r.Token))
            .ToDictionary(r => r.Name, r => Member("resources", r.Token).GetProperty("properties"));
        foreach (var call in program.Calls.Where(c => IsOurs(c.Token)))
        {
            outputs[call.Name] = Member("functions", call.Token).GetProperty("outputs").GetProperty("properties");
        }

        outputs.ShouldNotBeEmpty();
        program.References.Where(reference => !Exists(outputs, reference)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_example_has_a_readme_of_three_lines_and_a_project()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "examples"))
            .Where(f => Path.GetFileName(f) != "yaml"))
        {
            File.ReadAllLines(Path.Combine(folder, "README.md")).Length.ShouldBe(3, folder);
            (File.Exists(Path.Combine(folder, "Pulumi.yaml")) || File.Exists(Path.Combine(folder, "PulumiPolicy.yaml")))
                .ShouldBeTrue(folder);
        }
    }

    private static IEnumerable<YamlProgram> Programs() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples"), "Pulumi.yaml", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("runtime: yaml", StringComparison.Ordinal))
            .Select(file => new YamlProgram(Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file))),
        .. Schema.GetProperty("resources").EnumerateObject().Concat(Schema.GetProperty("functions").EnumerateObject())
            .SelectMany(entry => YamlBlock().Matches(entry.Value.GetProperty("description").GetString()!)
                .Select((block, i) => new YamlProgram($"schema, {entry.Name}, example {i + 1}", block.Groups[1].Value))),
    ];

    private static IEnumerable<string> Problems(JsonElement shape, string properties, YamlMappingNode given, string path, string required)
    {
        var known = shape.GetProperty(properties);
        foreach (var (key, value) in given.Children.Select(e => (((YamlScalarNode)e.Key).Value!, e.Value)))
        {
            if (!known.TryGetProperty(key, out var property))
            {
                yield return $"{path}.{key} is no property";
                continue;
            }

            if (property.TryGetProperty("items", out var item) && item.TryGetProperty("$ref", out var reference)
                && value is YamlSequenceNode items)
            {
                var type = Member("types", reference.GetString()!["#/types/".Length..]);
                foreach (var problem in items.SelectMany((node, i) =>
                    Problems(type, "properties", (YamlMappingNode)node, $"{path}.{key}[{i}]", "required")))
                {
                    yield return problem;
                }
            }
        }

        var missing = shape.TryGetProperty(required, out var names)
            ? names.EnumerateArray().Select(n => n.GetString()!).Where(n => !given.Children.ContainsKey(n))
            : [];
        foreach (var name in missing)
        {
            yield return $"{path}.{name} is required";
        }
    }

    /// <summary>A reference to a thing of another package, or of the configuration, is not for this schema to judge.</summary>
    private static bool Exists(Dictionary<string, JsonElement> outputs, string reference)
    {
        var steps = Step().Matches(reference).Select(m => m.Value).ToList();
        if (!outputs.TryGetValue(steps[0], out var properties))
        {
            return true;
        }

        foreach (var step in steps.Skip(1).Where(s => !s.StartsWith('[')))
        {
            if (step == "id")
            {
                return true;
            }

            if (!properties.TryGetProperty(step, out var property))
            {
                return false;
            }

            var type = property.TryGetProperty("items", out var item) ? item : property;
            if (type.TryGetProperty("$ref", out var reference2)
                && Member("types", reference2.GetString()!["#/types/".Length..]).TryGetProperty("properties", out var inner))
            {
                properties = inner;
            }
        }

        return true;
    }

    private static bool IsOurs(string token) => token.StartsWith("ovh-order:", StringComparison.Ordinal);

    private static JsonElement Member(string section, string token) => Schema.GetProperty(section).GetProperty(token);

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlock();

    [GeneratedRegex(@"\[[^\]]*\]|[^.\[\]]+")]
    private static partial Regex Step();
}
