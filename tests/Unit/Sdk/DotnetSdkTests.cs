using System.Text.Json;
using PulumiOvhOrder.SdkGenerator;

namespace PulumiOvhOrder.Tests.Unit.Sdk;

public sealed class DotnetSdkTests
{
    [Fact]
    public void The_committed_sources_are_what_the_schema_gives()
    {
        foreach (var (path, text) in DotnetSdk.Generate(Repository.Root))
        {
            Repository.Text(path).ShouldBe(text, $"{path}: run `make sdk`");
        }
    }

    [Fact]
    public void Nothing_else_lies_among_them()
    {
        var folder = Path.Combine(Repository.Root, DotnetSdk.Folder);
        var there = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("sdk/dotnet/bin/", StringComparison.Ordinal) && !file.StartsWith("sdk/dotnet/obj/", StringComparison.Ordinal));

        there.Except(DotnetSdk.Generate(Repository.Root).Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Its_public_surface_is_approved() =>
        PublicSurface.Of(typeof(Pulumi.OvhOrder.CloudProject).Assembly).ShouldBeIn("tests/Unit/Sdk/PublicSurface.approved.txt");

    [Fact]
    public void Every_public_member_is_documented()
    {
        var assembly = typeof(Pulumi.OvhOrder.CloudProject).Assembly;
        var documented = System.Xml.Linq.XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
            .Descendants("member").Select(m => m.Attribute("name")!.Value).ToHashSet();

        PublicSurface.DocumentedNames(assembly).Where(name => !documented.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void It_has_the_version_of_the_plugin_and_names_it()
    {
        using var plugin = JsonDocument.Parse(Repository.Text("sdk/dotnet/pulumi-plugin.json"));

        plugin.RootElement.GetProperty("name").GetString().ShouldBe("ovh-order");
        plugin.RootElement.GetProperty("version").GetString().ShouldBe(Composition.Version);
        Repository.Text("sdk/dotnet/version.txt").ShouldBe(Composition.Version + "\n");
        Repository.Text("sdk/dotnet/Pulumi.OvhOrder.csproj").ShouldContain($"<Version>{Composition.Version}</Version>");
    }
}
