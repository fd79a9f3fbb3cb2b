using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiOvhOrder.LocalEngine.Programs;

namespace PulumiOvhOrder.LocalEngine.State;

/// <summary>The state of a stack in the shape that <c>pulumi stack export</c> gives it; what has its usual value is left out.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(StackState state) => new JsonObject
    {
        ["resources"] = new JsonArray([.. state.Resources.Select(Write)]),
        ["pending_operations"] = state.Pending.Count == 0
            ? null
            : new JsonArray([.. state.Pending.Select(p => new JsonObject { ["resource"] = Write(p.Resource), ["type"] = p.Kind })]),
    }.ToJsonString(Format) + "\n";

    public static StackState Read(string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        return new StackState(
            [.. (root["resources"] as JsonArray ?? []).Select(r => Read(r!.AsObject()))],
            [.. (root["pending_operations"] as JsonArray ?? []).Select(
                p => new PendingOperation(Read(p!["resource"]!.AsObject()), (string)p["type"]!))]);
    }

    private static JsonObject Write(ResourceState resource)
    {
        var node = new JsonObject { ["urn"] = resource.Urn, ["custom"] = resource.Custom };
        Add("delete", resource.Delete);
        Add("id", resource.Id);
        node["type"] = resource.Type;
        if (!resource.Inputs.Items.IsEmpty)
        {
            node["inputs"] = StateValueJson.Write(resource.Inputs);
        }

        if (!resource.Outputs.Items.IsEmpty)
        {
            node["outputs"] = StateValueJson.Write(resource.Outputs);
        }

        Add("parent", resource.Parent);
        Add("protect", resource.Protect);
        Add("taint", resource.Taint);
        Add("external", resource.External);
        AddList("dependencies", resource.Dependencies);
        AddList("initErrors", resource.InitErrors);
        Add("provider", resource.Provider);
        if (!resource.PropertyDependencies.IsEmpty)
        {
            node["propertyDependencies"] = new JsonObject(resource.PropertyDependencies.Select(
                d => KeyValuePair.Create<string, JsonNode?>(d.Key, new JsonArray([.. d.Value.Select(u => JsonValue.Create(u))]))));
        }

        Add("pendingReplacement", resource.PendingReplacement);
        AddList("additionalSecretOutputs", resource.AdditionalSecretOutputs);
        if (resource.Timeouts != CustomTimeouts.None)
        {
            var t = resource.Timeouts;
            node["customTimeouts"] = new JsonObject(new[] { ("create", t.Create), ("update", t.Update), ("delete", t.Delete) }
                .Where(e => e.Item2 > 0)
                .Select(e => KeyValuePair.Create<string, JsonNode?>(e.Item1, JsonValue.Create(e.Item2))));
        }

        Add("importID", resource.ImportId);
        Add("retainOnDelete", resource.RetainOnDelete);
        AddList("ignoreChanges", resource.IgnoreChanges);
        AddList("replaceOnChanges", resource.ReplaceOnChanges);
        Add("refreshBeforeUpdate", resource.RefreshBeforeUpdate);
        return node;

        void Add(string key, object? value)
        {
            if (value is string or true)
            {
                node[key] = value is string text ? JsonValue.Create(text) : JsonValue.Create(true);
            }
        }

        void AddList(string key, ImmutableArray<string> values)
        {
            if (!values.IsEmpty)
            {
                node[key] = new JsonArray([.. values.Select(v => JsonValue.Create(v))]);
            }
        }
    }

    private static ResourceState Read(JsonObject node)
    {
        return new ResourceState
        {
            Urn = (string)node["urn"]!,
            Type = (string)node["type"]!,
            Custom = Flag("custom"),
            Id = (string?)node["id"],
            Inputs = StateValueJson.ReadMap(node["inputs"] as JsonObject),
            Outputs = StateValueJson.ReadMap(node["outputs"] as JsonObject),
            Parent = (string?)node["parent"],
            Provider = (string?)node["provider"],
            Protect = Flag("protect"),
            Taint = Flag("taint"),
            External = Flag("external"),
            Delete = Flag("delete"),
            PendingReplacement = Flag("pendingReplacement"),
            RefreshBeforeUpdate = Flag("refreshBeforeUpdate"),
            RetainOnDelete = Flag("retainOnDelete"),
            ImportId = (string?)node["importID"],
            InitErrors = Texts(node["initErrors"]),
            Dependencies = Texts(node["dependencies"]),
            PropertyDependencies = (node["propertyDependencies"] as JsonObject ?? [])
                .ToImmutableSortedDictionary(d => d.Key, d => Texts(d.Value).ToImmutableSortedSet(StringComparer.Ordinal), StringComparer.Ordinal),
            AdditionalSecretOutputs = Texts(node["additionalSecretOutputs"]),
            IgnoreChanges = Texts(node["ignoreChanges"]),
            ReplaceOnChanges = Texts(node["replaceOnChanges"]),
            Timeouts = node["customTimeouts"] is JsonObject t
                ? new CustomTimeouts(Seconds(t, "create"), Seconds(t, "update"), Seconds(t, "delete"))
                : CustomTimeouts.None,
        };

        bool Flag(string key) => node[key] is JsonValue value && value.GetValue<bool>();

        static ImmutableArray<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(v => (string)v!)];

        static double Seconds(JsonObject timeouts, string key) => (double?)timeouts[key] ?? 0;
    }
}
