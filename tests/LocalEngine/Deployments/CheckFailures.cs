using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>Check's failures as the CLI words them: the value is looked up by the property's full text, so that a path shows none.</summary>
internal static class CheckFailures
{
    public static void Report(Journal journal, Severity severity, string urn, Map inputs, IEnumerable<CheckFailure> failures)
    {
        var (type, name) = (new Urn(urn).Type, new Urn(urn).Name);
        foreach (var failure in failures)
        {
            journal.Report(severity, urn, failure.Property.Length == 0
                ? $"{type} resource '{name}' has a problem: {failure.Reason}"
                : $"{type} resource '{name}': property {failure.Property} value {{{Quoted(inputs[failure.Property])}}} has a problem: {failure.Reason}");
        }
    }

    private static string Quoted(PropertyValue? value) => value switch
    {
        null => "<nil>",
        Secret => "&{{[secret]}}",
        Text or Number or Bool => Interpolation.TextOf(value),
        _ => PropertyText.Of(value, ""),
    };
}
