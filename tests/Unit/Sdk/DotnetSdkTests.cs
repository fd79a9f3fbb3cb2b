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
            .Where(file => !file.StartsWith("sdk/dotnet/bin/", StringComparison.Ordinal)
                && !file.StartsWith("sdk/dotnet/obj/", StringComparison.Ordinal));

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
    public void The_package_has_icon_symbols_and_a_fixed_range_and_keeps_nothing_of_the_place_that_builds_it()
    {
        var project = System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "sdk/dotnet/Pulumi.OvhOrder.csproj"));
        string Property(string name) => project.Descendants(name).Single().Value;

        project.Descendants("PackageReference").Single().Attribute("Version")!.Value.ShouldBe("[3.87.0,4)");
        project.Descendants("None").Select(item => Path.GetFileName(item.Attribute("Include")!.Value))
            .ShouldContain(Property("PackageIcon"));
        File.Exists(Path.Combine(Repository.Root, "docs", Property("PackageIcon"))).ShouldBeTrue();
        Property("SymbolPackageFormat").ShouldBe("snupkg");
        Property("PathMap").ShouldStartWith("$(MSBuildProjectDirectory)=");
    }

    [Fact]
    public void What_the_documentation_says_before_a_program_is_in_the_sources_too() =>
        Repository.Text("sdk/dotnet/CloudProject.cs")
            .ShouldContain("/// With <c>checkout: false</c>, the update prepares and prices the cart");

    [Fact]
    public void Examples_are_built_by_their_own_rules_so_that_they_leave_no_lock_file()
    {
        foreach (var name in (string[])["Directory.Build.props", "Directory.Packages.props"])
        {
            System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "examples", name)).Root!.Elements().ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_sdk_has_the_version_of_the_plugin_and_names_it()
    {
        using var plugin = JsonDocument.Parse(Repository.Text("sdk/dotnet/pulumi-plugin.json"));

        plugin.RootElement.GetProperty("name").GetString().ShouldBe("ovh-order");
        plugin.RootElement.GetProperty("version").GetString().ShouldBe(Composition.Version);
        Repository.Text("sdk/dotnet/version.txt").ShouldBe(Composition.Version + "\n");
        Repository.Text("sdk/dotnet/Pulumi.OvhOrder.csproj").ShouldContain($"<Version>{Composition.Version}</Version>");
    }
}
