using System.Collections.Immutable;
using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Ovh;

/// <summary>Which site serves which subsidiary: the three are separate worlds, and a mix-up shows only when ordering.</summary>
internal static class Subsidiaries
{
    private static readonly ImmutableArray<string> Eu =
        ["CZ", "DE", "ES", "EU", "FI", "FR", "GB", "IE", "IT", "LT", "MA", "NL", "PL", "PT", "SN", "TN"];

    private static readonly ImmutableArray<string> Ca = ["ASIA", "AU", "CA", "IN", "QC", "SG", "WE", "WS"];

    private static readonly ImmutableArray<string> Us = ["US"];

    /// <summary>The subsidiaries of a site; of every site when it is not known.</summary>
    public static ImmutableArray<string> Of(Site site) => site switch
    {
        Site.Eu => Eu,
        Site.Ca => Ca,
        Site.Us => Us,
        _ => [.. Eu, .. Ca, .. Us],
    };

    public static Site SiteOf(string subsidiary) =>
        Eu.Contains(subsidiary, StringComparer.OrdinalIgnoreCase) ? Site.Eu
        : Ca.Contains(subsidiary, StringComparer.OrdinalIgnoreCase) ? Site.Ca
        : Us.Contains(subsidiary, StringComparer.OrdinalIgnoreCase) ? Site.Us
        : Site.Unknown;

    /// <summary>Why this subsidiary cannot be ordered from at this endpoint; null when it can, or when nobody can tell.</summary>
    public static string? Mismatch(OvhEndpoint endpoint, string subsidiary)
    {
        var home = SiteOf(subsidiary);
        return endpoint.Site == Site.Unknown || home == Site.Unknown || home == endpoint.Site
            ? null
            : $"subsidiary {subsidiary.ToUpperInvariant()} is served by endpoint {OvhEndpoint.NameOf(home)}, and this is {endpoint.Name}, "
                + $"which serves {string.Join(", ", Of(endpoint.Site))}";
    }
}
