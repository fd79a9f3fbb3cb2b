using System.Text.Json;

namespace PulumiOvhOrder.Plugin.Schema;

/// <summary>What Pulumi's code generators need to know for each language: package names, and which Pulumi SDK to build on.</summary>
internal static class SchemaLanguages
{
    public static void Write(Utf8JsonWriter json, PackageDefinition package)
    {
        // "ovh-order" is OvhOrder in C# and ovhorder wherever packages are named in lower case.
        var pascal = string.Concat(package.Name.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        var flat = package.Name.Replace("-", "", StringComparison.Ordinal);
        var readme = $"{package.Description} See [the repository]({package.Repository}) for how to install and configure it.";

        json.WriteStartObject("language");

        json.WriteStartObject("csharp");
        json.WriteString("rootNamespace", "Pulumi");
        WriteMap(json, "namespaces", (package.Name, pascal));
        // The first version that takes objects of outputs as a stack's outputs.
        WriteMap(json, "packageReferences", ("Pulumi", "[3.87.0,4)"));
        json.WriteBoolean("respectSchemaVersion", true);
        json.WriteEndObject();

        json.WriteStartObject("go");
        json.WriteString("importBasePath", $"{package.RepositoryPath}/sdk/go/{flat}");
        json.WriteBoolean("generateResourceContainerTypes", true);
        json.WriteBoolean("respectSchemaVersion", true);
        json.WriteEndObject();

        json.WriteStartObject("java");
        json.WriteString("basePackage", package.JavaBasePackage);
        json.WriteString("buildFiles", "gradle");
        WriteMap(json, "packages", (package.Name, flat));
        WriteMap(json, "dependencies", ("com.pulumi:pulumi", "1.0.0"), ("com.google.code.gson:gson", "2.8.9"),
            ("com.google.code.findbugs:jsr305", "3.0.2"));
        json.WriteEndObject();

        json.WriteStartObject("nodejs");
        json.WriteString("packageName", $"pulumi-{package.Name}");
        json.WriteString("packageDescription", package.Description);
        json.WriteString("readme", readme);
        WriteMap(json, "dependencies", ("@pulumi/pulumi", "^3.142.0"));
        json.WriteBoolean("respectSchemaVersion", true);
        json.WriteEndObject();

        json.WriteStartObject("python");
        json.WriteString("packageName", $"pulumi_{package.Name.Replace('-', '_')}");
        json.WriteString("readme", readme);
        WriteMap(json, "requires", ("pulumi", ">=3.142.0,<4.0.0"));
        json.WriteString("pythonRequires", ">=3.9");
        WriteMap(json, "pyproject", ("enabled", true));
        json.WriteBoolean("respectSchemaVersion", true);
        json.WriteEndObject();

        json.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, params (string Key, object Value)[] entries)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in entries)
        {
            if (value is bool flag)
            {
                json.WriteBoolean(key, flag);
            }
            else
            {
                json.WriteString(key, (string)value);
            }
        }

        json.WriteEndObject();
    }
}
