using System.Text.Json;
using PulumiOvhOrder.SdkGenerator;

namespace PulumiOvhOrder.Tests.Unit.Schema;

public sealed class SchemaFileTests
{
    [Fact]
    public void The_committed_files_say_what_the_definitions_and_examples_say()
    {
        foreach (var (path, text) in SchemaFile.Generate(Repository.Root))
        {
            Repository.Text(path).ShouldBe(text, $"{path}: run `make schema`");
        }
    }

    [Fact]
    public void The_plugin_embeds_the_committed_schema()
    {
        var embedded = PackageSchemaResource.Bytes;

        System.Text.Encoding.UTF8.GetString(embedded.Span).ShouldBe(Repository.Text(SchemaFile.Path));
    }

    [Fact]
    public void The_schema_carries_the_version_of_the_plugin()
    {
        using var schema = JsonDocument.Parse(PackageSchemaResource.Bytes);

        schema.RootElement.GetProperty("version").GetString().ShouldBe(Composition.Version);
        Repository.Text("Directory.Build.props").ShouldContain($"<Version>{Composition.Version}</Version>");
    }

    public static TheoryData<string> Rules => [.. SchemaRules.All.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_schema_keeps_the_rule(string rule)
    {
        using var schema = JsonDocument.Parse(PackageSchemaResource.Bytes);

        SchemaRules.All[rule](new SchemaReading(schema.RootElement)).ShouldBeEmpty();
    }
}
