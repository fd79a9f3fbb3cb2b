using PulumiOvhOrder.SdkGenerator.Csharp;

namespace PulumiOvhOrder.SdkGenerator;

/// <summary><c>sdk/dotnet</c>, from the committed schema, in the shape that Pulumi's own generator gives.</summary>
internal static class DotnetSdk
{
    public const string Folder = "sdk/dotnet";

    /// <summary>The documentation's programs, for the tests to compile.</summary>
    public const string Examples = "tests/SdkCompile/Examples.cs";

    public static IReadOnlyDictionary<string, string> Generate(string root)
    {
        var package = PackageModel.Read(File.ReadAllText(Path.Combine(root, SchemaFile.Path)));
        var types = new CsharpTypes(package.Namespace);
        var files = new Dictionary<string, string>
        {
            ["Config/Config.cs"] = ConfigFile.Write(package),
            ["Directory.Build.props"] = ProjectFiles.Boundary(),
            ["Directory.Packages.props"] = ProjectFiles.Boundary(),
            ["Enums.cs"] = EnumsFile.Write(package),
            ["Provider.cs"] = ProviderFile.Write(package, types),
            ["README.md"] = ProjectFiles.Readme(package),
            ["Utilities.cs"] = UtilitiesFile.Write(package, types),
            [$"{package.Namespace}.csproj"] = ProjectFiles.Project(package),
            ["pulumi-plugin.json"] = ProjectFiles.Plugin(package),
            ["version.txt"] = $"{package.Version}\n",
        };
        foreach (var resource in package.Resources)
        {
            files[$"{PackageModel.NameOf(resource.Token)}.cs"] = ResourceFile.Write(package, resource, types);
        }

        foreach (var function in package.Functions)
        {
            files[$"{CsharpTypes.Pascal(PackageModel.NameOf(function.Token))}.cs"] = FunctionFile.Write(package, function, types);
        }

        foreach (var (path, text) in NestedTypes.Files(package, types))
        {
            files[path] = text;
        }

        return files.ToDictionary(f => $"{Folder}/{f.Key}", f => f.Value)
            .Append(new(Examples, ExamplesFile.Write(package, Pages(root)))).ToDictionary();
    }

    private static IEnumerable<(string Name, string Text)> Pages(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md")
            .Append(Path.Combine(root, "README.md"))
            .Order(StringComparer.Ordinal)
            .Select(file => (ClassName(Path.GetFileNameWithoutExtension(file)), File.ReadAllText(file)));

    private static string ClassName(string page) =>
        string.Concat(page.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries).Select(CsharpTypes.Pascal));
}
