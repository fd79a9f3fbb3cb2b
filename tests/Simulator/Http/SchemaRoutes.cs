namespace PulumiOvhOrder.Simulator.Http;

/// <summary>What some of OVHcloud's clients read before they call: which routes there are.</summary>
internal static class SchemaRoutes
{
    private static readonly string[] Sections = ["auth", "cloud", "me", "order", "services"];

    public static IEnumerable<Route> All =>
    [
        new("GET", "", true, Index),
        .. Sections.Select(section => new Route("GET", $"/{section}.json", true, call => Section(call, section))),
    ];

    private static object Index(ApiCall call) => new
    {
        apiVersion = "1.0",
        apis = Sections.Select(section => new
        {
            path = "/" + section,
            schema = "{path}.json",
            format = new[] { "json" },
            description = section,
        }),
    };

    private static object Section(ApiCall call, string section) => new
    {
        apiVersion = "1.0",
        basePath = "/1.0",
        resourcePath = "/" + section,
        apis = call.Routes.All
            .Where(route => route.Segments is ["", var first, ..] && first == section)
            .GroupBy(route => PathOf(route))
            .Select(path => new
            {
                path = path.Key,
                description = path.Key,
                operations = path.Select(route => new
                {
                    httpMethod = route.Method,
                    noAuthentication = route.Anonymous,
                    apiStatus = new { value = "PRODUCTION" },
                    parameters = Array.Empty<object>(),
                }),
            }),
        models = new { },
    };

    private static string PathOf(Route route) => route.Template
        .Replace(":uuid", "", StringComparison.Ordinal)
        .Replace(":long", "", StringComparison.Ordinal);
}
