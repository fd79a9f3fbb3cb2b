namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>What the other files lean on: environment, options of calls, the package's version.</summary>
internal static class UtilitiesFile
{
    public static string Write(PackageModel package, CsharpTypes types)
    {
        var file = new CsharpFile(
            package.Namespace, "System", "System.Collections.Immutable", "System.Globalization", "System.IO", "System.Reflection");
        file.Block("static class Utilities", () =>
        {
            file.Block("public static string? GetEnv(params string[] names)", () => file
                .Block("foreach (var name in names)", () => file
                    .Line("var value = Environment.GetEnvironmentVariable(name);")
                    .Block("if (!string.IsNullOrEmpty(value))", () => file.Line("return value;")))
                .Line()
                .Line("return null;")).Line();
            file.Line("public static bool? GetEnvBoolean(params string[] names) =>")
                .Continued("bool.TryParse(GetEnv(names), out var value) ? value : null;").Line();
            file.Line("public static int? GetEnvInt32(params string[] names) =>")
                .Continued("int.TryParse(GetEnv(names), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;")
                .Line();
            file.Line("// A list that the provider left out is one that throws when it is looked into.")
                .Line("public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> items) => items.IsDefault ? "
                    + "ImmutableArray<T>.Empty : items;").Line();
            WriteDefaults(file, package, "InvokeOptions", isNullable: true);
            file.Line();
            WriteDefaults(file, package, "InvokeOutputOptions", isNullable: false);
            file.Line();
            file.Line("public static string Version { get; } = ReadVersion();").Line();
            file.Block("private static string ReadVersion()", () => file
                .Line("var assembly = typeof(Utilities).GetTypeInfo().Assembly;")
                .Line($"using var stream = assembly.GetManifestResourceStream(\"{package.Namespace}.version.txt\")")
                .Continued("?? throw new InvalidOperationException(\"the package has no version.txt\");")
                .Line("using var reader = new StreamReader(stream);")
                .Line("var lines = reader.ReadToEnd().Trim().Split('\\n');")
                .Line("// A file of two lines has the package's name in the first.")
                .Line("return lines[lines.Length - 1].Trim();"));
        });
        file.Line();
        file.Block(
            $"internal sealed class {types.ResourceTypeAttribute} : global::Pulumi.ResourceTypeAttribute",
            () => file.Line($"public {types.ResourceTypeAttribute}(string type) : base(type, Utilities.Version)").Line("{").Line("}"));
        return file.ToString();
    }

    private static void WriteDefaults(CsharpFile file, PackageModel package, string type, bool isNullable) => file.Block(
        $"public static {type} WithDefaults(this {type}? source)", () =>
        {
            file.Line($"var options = new {type}")
                .Line("{")
                .Continued("Parent = source?.Parent,", "Provider = source?.Provider,", "Version = source?.Version ?? Version,",
                    $"PluginDownloadURL = source?.PluginDownloadURL ?? \"{package.PluginDownloadUrl}\",");
            if (!isNullable)
            {
                file.Continued("DependsOn = source?.DependsOn ?? new InputList<Resource>(),");
            }

            file.Line("};").Line("return options;");
        });
}
