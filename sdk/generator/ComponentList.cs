using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PulumiOvhOrder.SdkGenerator;

/// <summary>
/// The list of components of one archive (CycloneDX 1.6): the packages of the lock file with their hashes, and the runtime that is in the
/// executable. The same checkout gives the same list.
/// </summary>
internal static class ComponentList
{
    /// <summary>In the lock file for building; nothing of them is shipped.</summary>
    private static readonly string[] BuildOnly = ["Grpc.Tools", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.NET.ILLink.Tasks"];

    /// <param name="root">The repository.</param>
    /// <param name="runtime">Such as <c>linux-x64</c>.</param>
    /// <param name="assets">What the restore for that runtime wrote: its <c>project.assets.json</c>.</param>
    public static string Write(string root, string runtime, string assets)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteNumber("version", 1);
            WriteSubject(json, runtime);
            json.WriteStartArray("components");
            foreach (var (name, version, hash) in Packages(root).Concat(Runtime(assets, runtime)).OrderBy(c => c.Name, StringComparer.Ordinal))
            {
                WriteComponent(json, name, version, hash);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteSubject(Utf8JsonWriter json, string runtime)
    {
        var package = OrderPackage.Definition;
        json.WriteStartObject("metadata");
        json.WriteStartObject("component");
        json.WriteString("type", "application");
        json.WriteString("name", "pulumi-resource-ovh-order");
        json.WriteString("version", package.Version);
        json.WriteString("description", $"{package.Description} Built for {runtime}.");
        WriteLicense(json, package.License);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteComponent(Utf8JsonWriter json, string name, string version, string? hash)
    {
        var reference = $"pkg:nuget/{name}@{version}";
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("bom-ref", reference);
        json.WriteString("name", name);
        json.WriteString("version", version);
        json.WriteString("purl", reference);
        if (hash is not null)
        {
            json.WriteStartArray("hashes");
            json.WriteStartObject();
            json.WriteString("alg", "SHA-512");
            json.WriteString("content", Convert.ToHexStringLower(Convert.FromBase64String(hash)));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteLicense(Utf8JsonWriter json, string license)
    {
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteStartObject("license");
        json.WriteString("id", license);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static List<(string Name, string Version, string? Hash)> Packages(string root)
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "provider", "packages.lock.json")));
        return
        [
            .. locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(target => target.Value.EnumerateObject())
                .Where(package => !BuildOnly.Contains(package.Name))
                .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!, (string?)package.Value.GetProperty("contentHash").GetString()))
                .DistinctBy(package => package.Name),
        ];
    }

    /// <summary>The runtime packs that the restore for <paramref name="runtime"/> chose; the SDK pins them, not a lock file.</summary>
    private static List<(string Name, string Version, string? Hash)> Runtime(string file, string runtime)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. assets.RootElement.GetProperty("project").GetProperty("frameworks").EnumerateObject()
                .SelectMany(framework => framework.Value.TryGetProperty("downloadDependencies", out var packs) ? packs.EnumerateArray().ToList() : [])
                .Select(pack => (Name: pack.GetProperty("name").GetString()!, Version: pack.GetProperty("version").GetString()!.Trim('[', ']').Split(',')[0], (string?)null))
                .Where(pack => pack.Name.EndsWith($".{runtime}", StringComparison.Ordinal)),
        ];
    }
}
