using System.Collections.Immutable;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>The changed top-level properties of a diff with the signs that the CLI puts before them.</summary>
internal static class DiffKeys
{
    /// <param name="inverted">A refresh compares the other way round.</param>
    public static ImmutableArray<string> Of(DiffAnswer diff, bool inverted = false)
    {
        var paths = diff.Paths.IsEmpty ? diff.Keys.Select(k => (Key: k, Sign: '~')) : diff.Paths.Select(p => (Key: Top(p.Key), Sign: Sign(p.Key, p.Value)));
        return [.. paths.GroupBy(p => p.Key, StringComparer.Ordinal).Select(g => (g.All(p => p.Sign == g.First().Sign) ? g.First().Sign : '~') + g.Key)
            .Order(StringComparer.Ordinal)];

        char Sign(string path, PropertyDiff.Types.Kind kind) => Top(path) != path ? '~' : kind switch
        {
            PropertyDiff.Types.Kind.Add or PropertyDiff.Types.Kind.AddReplace => inverted ? '-' : '+',
            PropertyDiff.Types.Kind.Delete or PropertyDiff.Types.Kind.DeleteReplace => inverted ? '+' : '-',
            _ => '~',
        };
    }

    private static string Top(string path) => path.StartsWith('#') ? path : PropertyPath.Parse(path).Root;
}
