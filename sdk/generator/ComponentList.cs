using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulumiOvhOrder.SdkGenerator;

/// <summary>
/// The list of components of one archive: the packages, as the CycloneDX tool lists them, and the runtime that is in the executable, which
/// is no package to it. The same checkout gives the same list.
/// </summary>
internal static class ComponentList
{
    private static readonly JsonSerializerOptions Format =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="packages">What the tool wrote.</param>
    /// <param name="runtime">Such as <c>linux-x64</c>.</param>
    /// <param name="assets">What the restore for that runtime wrote: its <c>project.assets.json</c>.</param>
    public static string Complete(string packages, string runtime, string assets)
    {
        var list = JsonNode.Parse(File.ReadAllText(packages))!.AsObject();
        var metadata = list["metadata"]!.AsObject();
        metadata.Remove("timestamp");
        var subject = metadata["component"]!.AsObject();
        subject["description"] = $"{OrderPackage.Definition.Description} Built for {runtime}.";
        subject["licenses"] = Licenses(OrderPackage.Definition.License);

        var needs = list["dependencies"]!.AsArray().Single(d => (string?)d!["ref"] == (string?)subject["bom-ref"])!["dependsOn"]!.AsArray();
        foreach (var (name, version) in RuntimePacks(assets, runtime))
        {
            var reference = $"pkg:nuget/{name}@{version}";
            list["components"]!.AsArray().Add((JsonNode)new JsonObject
            {
                ["type"] = "framework",
                ["bom-ref"] = reference,
                ["name"] = name,
                ["version"] = version,
                ["scope"] = "required",
                ["licenses"] = Licenses("MIT"),
                ["purl"] = reference,
            });
            needs.Add((JsonNode)reference);
        }

        return list.ToJsonString(Format);
    }

    private static JsonArray Licenses(string id) => [new JsonObject { ["license"] = new JsonObject { ["id"] = id } }];

    /// <summary>The runtime packs that the restore for <paramref name="runtime"/> chose; the SDK pins them, not a lock file.</summary>
    private static IEnumerable<(string Name, string Version)> RuntimePacks(string assets, string runtime) =>
        JsonNode.Parse(File.ReadAllText(assets))!["project"]!["frameworks"]!.AsObject()
            .SelectMany(framework => framework.Value!["downloadDependencies"]?.AsArray() ?? [])
            .Select(pack => ((string)pack!["name"]!, ((string)pack["version"]!).Trim('[', ']').Split(',')[0]))
            .Where(pack => pack.Item1.EndsWith($".{runtime}", StringComparison.Ordinal))
            .OrderBy(pack => pack.Item1, StringComparer.Ordinal);
}
