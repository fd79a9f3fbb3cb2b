using PulumiOvhOrder.Simulator.Account;
using PulumiOvhOrder.Simulator.Auth;
using PulumiOvhOrder.Simulator.Carts;
using PulumiOvhOrder.Simulator.Catalogue;
using PulumiOvhOrder.Simulator.Orders;
using PulumiOvhOrder.Simulator.Projects;

namespace PulumiOvhOrder.Simulator.Http;

internal sealed class RouteTable
{
    private readonly Dictionary<int, Route[]> _bySegmentCount;

    public RouteTable(Site site)
    {
        All =
        [
            .. new[]
            {
                AuthRoutes.All, IamRoutes.All, TokenRoute.All, AccountRoutes.All, PaymentMethodRoutes.All, CreditRoutes.All, MailRoutes.All,
                CatalogueRoutes.All, CartRoutes.All, ItemRoutes.All, ConfigurationRoutes.All, CheckoutRoutes.All, ServiceOptionRoutes.All,
                OrderRoutes.All, OrderDetailRoutes.All, PaymentRoutes.All,
                ProjectRoutes.All, ServiceRoutes.All, SchemaRoutes.All,
            }.SelectMany(routes => routes).Where(route => route.Sites is null || route.Sites.Contains(site)),
        ];

        // Literal segments win over parameters.
        _bySegmentCount = All
            .GroupBy(route => route.Segments.Length)
            .ToDictionary(group => group.Key, group => group.OrderBy(route => route.Parameters).ToArray());
    }

    public IReadOnlyList<Route> All { get; }

    public Route? Find(string method, string path)
    {
        var segments = path.Split('/');
        return _bySegmentCount.TryGetValue(segments.Length, out var routes)
            ? Array.Find(routes, route => route.Matches(method, segments))
            : null;
    }
}
