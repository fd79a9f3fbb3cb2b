using System.Collections.Immutable;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Configuration;

/// <summary>
/// What a change of the provider's configuration means. Credentials never replace anything; another site does, because nothing that was
/// ordered on one site exists on another.
/// </summary>
internal static class ProviderConfigDiff
{
    public static DiffResponse Diff(DiffRequest request)
    {
        var changes = ImmutableSortedDictionary.CreateBuilder<string, PropertyDiff>(StringComparer.Ordinal);
        foreach (var key in ProviderConfigKeys.All.Select(k => k.Name).Where(k => !request.IgnoreChanges.Contains(k)))
        {
            var old = request.OldInputs[key]?.Plain();
            var now = request.News[key]?.Plain();
            if (!Equals(old, now))
            {
                var kind = old is null ? PropertyDiffKind.Add : now is null ? PropertyDiffKind.Delete : PropertyDiffKind.Update;
                var replaces = key == ProviderConfigKeys.Endpoint.Name && IsOtherSite(old, now);
                changes[key] = new PropertyDiff(replaces ? Replacing(kind) : kind, InputDiff: true);
            }
        }

        return new DiffResponse(changes.ToImmutable(), [], DeleteBeforeReplace: false);
    }

    /// <summary>
    /// Only where both sites are written down: a custom URL may lead anywhere, what is left out came from an environment or a file that
    /// no one remembers, and nothing is replaced on a guess.
    /// </summary>
    private static bool IsOtherSite(PropertyValue? old, PropertyValue? now) =>
        SiteOf(old) is var before and not Site.Unknown && SiteOf(now) is var after and not Site.Unknown && before != after;

    private static Site SiteOf(PropertyValue? value) => value switch
    {
        PropertyValue.Text { Value: var text } when OvhEndpoint.TryParse(text, out var endpoint, out _) => endpoint.Site,
        _ => Site.Unknown,
    };

    private static PropertyDiffKind Replacing(PropertyDiffKind kind) => kind switch
    {
        PropertyDiffKind.Add => PropertyDiffKind.AddReplace,
        PropertyDiffKind.Delete => PropertyDiffKind.DeleteReplace,
        _ => PropertyDiffKind.UpdateReplace,
    };
}
