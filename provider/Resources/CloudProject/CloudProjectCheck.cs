using System.Text.RegularExpressions;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Values;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>Everything that can be said about the inputs without asking OVHcloud, all at once.</summary>
internal static partial class CloudProjectCheck
{
    public static IEnumerable<CheckFailure> Check(PropertyValue.Map values, OvhEndpoint endpoint) =>
        DefinitionCheck.Check(Definition.Definition.Inputs, values).Concat(Beyond(CloudProjectInputs.From(values), endpoint));

    /// <summary>The rules for what a quote and an order have in common.</summary>
    public static IEnumerable<CheckFailure> Beyond(CloudProjectInputs inputs, OvhEndpoint endpoint)
    {
        if (inputs.OvhSubsidiary is { } subsidiary && Subsidiaries.Problem(endpoint, subsidiary) is { } problem)
        {
            yield return new CheckFailure(Definition.OvhSubsidiary.Name, problem);
        }

        var durations = inputs.Options
            .Select((o, i) => (new InputPath(Definition.Options.Name).At(i).Under(Definition.Duration.Name), o.Duration))
            .Prepend((new InputPath(Definition.Duration.Name), inputs.Duration));
        foreach (var (path, duration) in durations)
        {
            if (duration is not null && !Iso8601Duration().IsMatch(duration))
            {
                yield return new CheckFailure(path.ToString(), $"\"{duration}\" is not an ISO 8601 duration such as P1M or P1Y");
            }
            else if (duration is "P0D")
            {
                yield return new CheckFailure(
                    path.ToString(),
                    "P0D is the duration of installation fees and cannot be ordered. Remove it, or use the duration of the renewal price, "
                        + "such as P1M");
            }
        }

        foreach (var label in inputs.Configuration.Keys)
        {
            var path = new InputPath(Definition.Configuration.Name).Under(label).ToString();
            if (label.Length == 0)
            {
                yield return new CheckFailure(path, "a label must not be empty");
            }
            else if (Labels.Meant(label) is { } input)
            {
                yield return new CheckFailure(path, $"cannot be set as a label. Set the input `{input}` instead of the label \"{label}\"");
            }
        }
    }

    [GeneratedRegex(@"\AP(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+S)?)?\z")]
    private static partial Regex Iso8601Duration();
}
