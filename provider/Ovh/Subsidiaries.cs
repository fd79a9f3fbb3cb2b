using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Ovh;

/// <summary>Which site serves which subsidiary: the three are separate worlds, and a mix-up shows only when ordering.</summary>
internal static partial class Subsidiaries
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

    /// <summary>Why this subsidiary cannot be ordered from at this endpoint; null when it can, or when it is not known.</summary>
    public static string? Problem(OvhEndpoint endpoint, string subsidiary)
    {
        if (!Code().IsMatch(subsidiary))
        {
            return $"\"{subsidiary}\" is not a known OVHcloud subsidiary. Known subsidiaries: {string.Join(", ", Of(endpoint.Site))}";
        }

        var home = SiteOf(subsidiary);
        return endpoint.Site == Site.Unknown || home == Site.Unknown || home == endpoint.Site
            ? null
            : $"subsidiary {subsidiary.ToUpperInvariant()} is served by endpoint {OvhEndpoint.NameOf(home)}. "
                + $"This is endpoint {endpoint.Name}, which serves {string.Join(", ", Of(endpoint.Site))}";
    }

    /// <summary>Only the form: OVHcloud may open a subsidiary tomorrow.</summary>
    [GeneratedRegex(@"\A[A-Za-z]{2,4}\z")]
    private static partial Regex Code();
}
