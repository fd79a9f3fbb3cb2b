using System.Text.Json;
using System.Text.RegularExpressions;

namespace PulumiOvhOrder.Tests.Protocol.Examples;

/// <summary>Every program in YAML that the Registry, an SDK or the README shows runs.</summary>
public sealed partial class DocumentedProgramTests
{
    private static readonly Dictionary<string, string> All = Programs().ToDictionary();

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_documented_program_runs(string name)
    {
        await using var stack = await ExampleStack.StartAsync();
        var order = await OrderAsync(stack);

        stack.Program = All[name].Replace("123456789", order, StringComparison.Ordinal);
        var result = await stack.UpAsync();

        result.Outputs!.Items.ShouldNotBeEmpty();
    }

    /// <summary>An order, for programs that read one.</summary>
    private static async Task<string> OrderAsync(ExampleStack stack)
    {
        stack.Program = """
            name: earlier
            resources:
              project: { type: "ovh-order:CloudProject", properties: { description: Earlier } }
            """;
        await stack.UpAsync();
        return stack.Simulator.Orders().Single().OrderId.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static IEnumerable<KeyValuePair<string, string>> Programs()
    {
        using var schema = JsonDocument.Parse(Repository.Text("provider/schema.json"));
        foreach (var section in (string[])["resources", "functions"])
        {
            foreach (var entry in schema.RootElement.GetProperty(section).EnumerateObject())
            {
                foreach (var (program, i) in Yaml().Matches(entry.Value.GetProperty("description").GetString()!)
                    .Select((m, i) => (m.Groups[1].Value, i)))
                {
                    yield return new($"{entry.Name} {i + 1}", $"name: documentation\nruntime: yaml\n{program}");
                }
            }
        }

        yield return new("README.md", Yaml().Match(Repository.Text("README.md")).Groups[1].Value);
        yield return new("docs/_index.md", Yaml().Match(Repository.Text("docs/_index.md")).Groups[1].Value);
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
