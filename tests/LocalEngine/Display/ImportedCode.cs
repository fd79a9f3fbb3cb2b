using System.Text;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.LocalEngine.State;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.LocalEngine.Display;

/// <summary>The piece of YAML program that an import prints.</summary>
internal static class ImportedCode
{
    public static string Of(ResourceState resource)
    {
        var text = new StringBuilder($"resources:\n  {resource.Name}:\n    type: {resource.Type}\n    properties:\n");
        Append(text, resource.Inputs, 6);
        return text.Append(resource.Protect ? "    options:\n      protect: true\n" : "").ToString();
    }

    private static void Append(StringBuilder text, Map map, int indent)
    {
        foreach (var (key, value) in map.Items)
        {
            text.Append(' ', indent).Append(key).Append(':');
            AppendValue(text, value.Plain(), indent + 2);
        }
    }

    private static void AppendValue(StringBuilder text, Values.PropertyValue value, int indent)
    {
        switch (value)
        {
            case Map map:
                Append(text.Append('\n'), map, indent);
                break;
            case List list:
                text.Append('\n');
                foreach (var item in list.Items)
                {
                    AppendValue(text.Append(' ', indent).Append('-'), item, indent + 2);
                }

                break;
            case Text t:
                text.Append(' ').Append(System.Text.Json.JsonSerializer.Serialize(t.Value)).Append('\n');
                break;
            default:
                text.Append(' ').Append(Interpolation.TextOf(value)).Append('\n');
                break;
        }
    }
}
