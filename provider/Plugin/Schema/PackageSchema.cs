using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PulumiOvhOrder.Plugin.Schema;

/// <summary>
/// Writes the package schema from the definitions. Runs when <c>schema.json</c> is generated, never in the plugin, which embeds the result.
/// </summary>
internal sealed class PackageSchema
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        // Read by people and by code generators, never inside HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly PackageDefinition _package;
    private readonly Func<string, string> _documentation;
    private readonly Utf8JsonWriter _json;
    private readonly SchemaProperties _properties;

    private PackageSchema(PackageDefinition package, Func<string, string> documentation, Utf8JsonWriter json)
    {
        _package = package;
        _documentation = documentation;
        _json = json;
        _properties = new SchemaProperties(package.Name, json);
    }

    /// <param name="package">What to write.</param>
    /// <param name="documentation">Markdown that follows the description of a token: examples, how to import. Empty for none.</param>
    public static string Write(PackageDefinition package, Func<string, string> documentation)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            new PackageSchema(package, documentation, json).WritePackage();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) + "\n";
    }

    private void WritePackage()
    {
        _json.WriteStartObject();
        _json.WriteString("name", _package.Name);
        _json.WriteString("displayName", _package.DisplayName);
        _json.WriteString("version", _package.Version);
        _json.WriteString("description", _package.Description);
        WriteTexts("keywords", _package.Keywords);
        _json.WriteString("homepage", _package.Repository);
        _json.WriteString("license", _package.License);
        _json.WriteString("repository", _package.Repository);
        // No logoUrl: Pulumi's C# generator would fetch it, and fail where there is no network.
        _json.WriteString("pluginDownloadURL", _package.PluginDownloadUrl);
        _json.WriteString("publisher", _package.Publisher);
        WriteMeta();
        SchemaLanguages.Write(_json, _package);
        WriteConfiguration();
        WriteTypes();
        WriteProvider();
        WriteEach("resources", _package.Resources, r => r.Token, WriteResource);
        WriteEach("functions", _package.Functions, f => f.Token, WriteFunction);
        _json.WriteEndObject();
    }

    /// <summary>Generated SDKs can be built as they are, with a go.mod and their version.</summary>
    private void WriteMeta()
    {
        _json.WriteStartObject("meta");
        _json.WriteString("moduleFormat", "(.*)");
        _json.WriteBoolean("supportPack", true);
        _json.WriteEndObject();
    }

    private void WriteConfiguration()
    {
        _json.WriteStartObject("config");
        _properties.Write("variables", _package.Configuration);
        _json.WriteEndObject();
    }

    private void WriteTypes()
    {
        var types = SchemaTypes.Of(_package);
        _json.WriteStartObject("types");
        foreach (var type in types.Objects)
        {
            _json.WriteStartObject(_properties.TypeToken(type.Name));
            _json.WriteString("description", type.Description);
            _properties.Write("properties", type.Properties);
            _json.WriteString("type", "object");
            WriteRequired("required", type.Properties);
            _json.WriteEndObject();
        }

        foreach (var type in types.Enums)
        {
            WriteEnum(type);
        }

        _json.WriteEndObject();
    }

    private void WriteEnum(EnumDefinition type)
    {
        _json.WriteStartObject(_properties.TypeToken(type.Name));
        _json.WriteString("description", type.Description);
        _json.WriteString("type", "string");
        _json.WriteStartArray("enum");
        foreach (var value in type.Values)
        {
            _json.WriteStartObject();
            _json.WriteString("name", value.Name);
            _json.WriteString("description", value.Description);
            _json.WriteString("value", value.Value);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteProvider()
    {
        _json.WriteStartObject("provider");
        _json.WriteString("description", _package.Description + _documentation("provider"));
        _properties.Write("properties", _package.ProviderInputs);
        _json.WriteString("type", "object");
        _properties.Write("inputProperties", _package.ProviderInputs);
        _json.WriteEndObject();
    }

    private void WriteResource(ResourceDefinition resource)
    {
        // The outputs repeat the inputs as they were resolved; of those only the required ones are certain to be in every state.
        ImmutableArray<PropertyDefinition> outputs = [.. resource.Inputs, .. resource.Outputs];
        _json.WriteString("description", resource.Description + _documentation(resource.Token));
        _properties.Write("properties", outputs);
        _json.WriteString("type", "object");
        WriteRequired("required", outputs);
        _properties.Write("inputProperties", resource.Inputs, areInputs: true);
        WriteRequired("requiredInputs", resource.Inputs);
        _json.WriteStartObject("stateInputs");
        _json.WriteString("description", $"Known state of an existing {SchemaProperties.NameOf(resource.Token)}, used to look it up.");
        _properties.Write("properties", outputs);
        _json.WriteString("type", "object");
        _json.WriteEndObject();
        if (resource.ListInputs is { } query)
        {
            _json.WriteStartObject("listInputs");
            _json.WriteString("description", $"Which existing {SchemaProperties.NameOf(resource.Token)} resources to list.");
            _properties.Write("properties", query);
            _json.WriteString("type", "object");
            _json.WriteEndObject();
        }
    }

    private void WriteFunction(FunctionDefinition function)
    {
        _json.WriteString("description", function.Description + _documentation(function.Token));
        _json.WriteStartObject("inputs");
        _properties.Write("properties", function.Inputs);
        _json.WriteString("type", "object");
        WriteRequired("required", function.Inputs);
        _json.WriteEndObject();
        _json.WriteStartObject("outputs");
        _json.WriteString("description", $"What `{SchemaProperties.NameOf(function.Token)}` found.");
        _properties.Write("properties", function.Outputs);
        _json.WriteString("type", "object");
        WriteRequired("required", function.Outputs);
        _json.WriteEndObject();
    }

    private void WriteEach<T>(string name, ImmutableArray<T> definitions, Func<T, string> token, Action<T> write)
    {
        _json.WriteStartObject(name);
        foreach (var definition in definitions.OrderBy(token, StringComparer.Ordinal))
        {
            _json.WriteStartObject(token(definition));
            write(definition);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void WriteRequired(string name, ImmutableArray<PropertyDefinition> properties)
    {
        ImmutableArray<string> required = [.. properties.Where(p => p.Required).Select(p => p.Name).Order(StringComparer.Ordinal)];
        if (required.Length > 0)
        {
            WriteTexts(name, required);
        }
    }

    private void WriteTexts(string name, ImmutableArray<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts)
        {
            _json.WriteStringValue(text);
        }

        _json.WriteEndArray();
    }
}
