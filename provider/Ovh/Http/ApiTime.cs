using System.Text.Json.Serialization;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>The answer of <c>GET /auth/time</c>: seconds since 1970.</summary>
[JsonConverter(typeof(ApiTimeConverter))]
internal sealed record ApiTime(DateTimeOffset Now);

internal static class ApiDate
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    /// <summary>Dates of carts, orders and clocks are of these centuries; with others, nothing can be reckoned.</summary>
    public static bool IsPlausible(DateTimeOffset date) => date.UtcDateTime.Year is >= FirstYear and <= LastYear;
}
